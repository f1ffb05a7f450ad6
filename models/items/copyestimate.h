// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/publishedtime.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace Items {

class ActivityModel;

/// A copy that went through.
struct CopyTime
{
    qint64 bytes = 0;
    std::chrono::milliseconds duration{0};
};

/// How long a copy usually takes.
struct CopyEstimate
{
    enum class Source { History, Vendor };
    Source source = Source::History;
    std::chrono::seconds least{0};
    std::chrono::seconds most{0};

    friend bool operator==(const CopyEstimate &, const CopyEstimate &) = default;
};

/// The middle half of the newest twenty by their time per byte, for that many bytes. Copies of
/// quite another size tell nothing, since every copy has a time that does not grow with its size;
/// nothing where fewer than three are left.
[[nodiscard]] std::optional<CopyEstimate> usualTime(const QList<CopyTime> &newestFirst,
                                                    qint64 bytes);

/// How long taking, rolling back and creating usually take, from what was done before at the same
/// place with the same kind of thing; else what the vendor publishes,
/// marked as that; else nothing.
class CopyEstimates
{
public:
    /// The history must outlive it.
    explicit CopyEstimates(const ActivityModel &history);

    /// What is known of an account. Accounts with one `place` are equally fast: one provider, and
    /// where a provider is sold by several operators, one operator.
    struct AccountFacts
    {
        QString place;
        Domain::SizeUnit sizeUnit = Domain::SizeUnit::Gigabyte;
        QList<Domain::PublishedTime> published;
    };
    void setAccount(const Domain::AccountId &account, const AccountFacts &facts);

    /// Of an operation that is planned or runs.
    [[nodiscard]] std::optional<CopyEstimate> estimate(const Domain::Operation &operation) const;
    /// "usually 18–25 min for 21 GB here", in the middle of a line; empty where nothing is known.
    [[nodiscard]] QString phrase(const Domain::Operation &operation) const;
    /// The same as a sentence of its own.
    [[nodiscard]] QString sentence(const Domain::Operation &operation) const;

private:
    [[nodiscard]] QList<CopyTime> timesLike(const Domain::Operation &operation) const;
    [[nodiscard]] bool hasWaited(qsizetype entry) const;

    const ActivityModel &m_history;
    QHash<Domain::AccountId, AccountFacts> m_accounts;
};

/// "18–25 min", "about 20 min", "up to 3 min", "2–4 h"; rounded so that it promises no less than
/// it says.
[[nodiscard]] QString timeRangeText(std::chrono::seconds least, std::chrono::seconds most);

} // namespace Items
