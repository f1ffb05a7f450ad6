// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/jointprogress.h"

#include <algorithm>
#include <functional>
#include <memory>

namespace Providers {

namespace {

struct ListSums
{
    QList<qint64> loaded;
    QList<std::optional<qint64>> totals;

    [[nodiscard]] qint64 allLoaded() const
    {
        return std::ranges::fold_left(loaded, qint64(0), std::plus());
    }
    /// Nothing until every list has told its own.
    [[nodiscard]] std::optional<qint64> allTotals() const
    {
        qint64 sum = 0;
        for (const std::optional<qint64> &total : totals) {
            if (!total) {
                return std::nullopt;
            }
            sum += *total;
        }
        return sum;
    }
};

} // namespace

QList<Domain::ListProgress> jointly(const Domain::ListProgress &progress, qsizetype lists)
{
    QList<Domain::ListProgress> parts(lists);
    if (!progress) {
        return parts;
    }
    // All count in the same sums and none knows which list ends last.
    const auto sums = std::make_shared<ListSums>();
    sums->loaded.resize(lists);
    sums->totals.resize(lists);
    for (qsizetype list = 0; list < lists; ++list) {
        parts[list] = [sums, progress, list](qint64 loaded, std::optional<qint64> total) {
            sums->loaded[list] = loaded;
            sums->totals[list] = total;
            progress(sums->allLoaded(), sums->allTotals());
        };
    }
    return parts;
}

std::array<Domain::ListProgress, 2> jointly(const Domain::ListProgress &progress)
{
    const QList<Domain::ListProgress> parts = jointly(progress, 2);
    return {parts.at(0), parts.at(1)};
}

} // namespace Providers
