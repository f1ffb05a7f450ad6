// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/jointprogress.h"

#include <memory>

namespace Providers {

std::array<Domain::ListProgress, 2> jointly(const Domain::ListProgress &progress)
{
    if (!progress) {
        return {};
    }
    struct Sums
    {
        std::array<qint64, 2> loaded = {0, 0};
        std::array<std::optional<qint64>, 2> totals;
    };
    // Both count in the same sums and neither knows which list ends last.
    const auto sums = std::make_shared<Sums>();
    const auto report = [sums, progress](size_t list, qint64 loaded, std::optional<qint64> total) {
        sums->loaded.at(list) = loaded;
        sums->totals.at(list) = total;
        const auto &[first, second] = sums->totals;
        progress(sums->loaded[0] + sums->loaded[1],
                 first && second ? std::optional(*first + *second) : std::nullopt);
    };
    const auto part = [&report](size_t list) {
        return [report, list](qint64 loaded, std::optional<qint64> total) {
            report(list, loaded, total);
        };
    };
    return {part(0), part(1)};
}

} // namespace Providers
