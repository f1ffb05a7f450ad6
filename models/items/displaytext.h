// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/money.h"
#include "domain/resource.h"
#include "domain/snapshot.h"
#include "pricing/bill.h"

#include <QDateTime>
#include <QLocale>

#include <chrono>

namespace Items {

/// Localised text for values; `now` and times are UTC, what is shown is local time.

[[nodiscard]] QString sizeText(qint64 bytes, Domain::SizeUnit unit); ///< "21.40 GB"
enum class TextPlace { Alone, InSentence };
/// "Today 14:02", "12 Nov 19:30", "2 Mar 2025 10:00"; inside a sentence "today 14:02".
[[nodiscard]] QString timestampText(const QDateTime &time, const QDateTime &now,
                                    TextPlace place = TextPlace::Alone);
/// The same without the day where it is today, for "as of 14:02", "as of 19 Nov 14:02".
[[nodiscard]] QString asOfTimeText(const QDateTime &time, const QDateTime &now);
[[nodiscard]] QString ageText(const QDateTime &time,
                              const QDateTime &now); ///< "3 min", "5 h", "41 d", "8 months"
[[nodiscard]] QString durationText(
    std::chrono::seconds duration); ///< "22 min", "2 h 22 min", "41 d"
[[nodiscard]] QString isoText(const QDateTime &time); ///< "2026-11-20T14:02:00Z"
[[nodiscard]] QString dateText(const QDateTime &time); ///< "28 Nov 2026"
/// Without the year where it is this one.
[[nodiscard]] QString dateText(const QDateTime &time, const QDateTime &now);
/// "€ 0.25"; small amounts get the digits that they need to be seen ("€ 0.0004"), at most six.
[[nodiscard]] QString moneyText(const Domain::Money &money);
/// A price for a unit of size or time, four digits that count: "€ 0.0119", "K 0.0273". Never
/// rounded to nothing.
[[nodiscard]] QString rateText(const Domain::Money &money);
[[nodiscard]] QString moneyListText(const QList<Domain::Money> &sums); ///< "€ 14.20 · $ 31.75"
/// "€ 0.0143 per GB and month"; of a GiB where the provider counts in these.
[[nodiscard]] QString unitPriceText(const Domain::UnitPrice &price,
                                    Domain::SizeUnit unit = Domain::SizeUnit::Gigabyte);
/// The same, "… (entered by you)" where a person told it, likewise of a price list.
[[nodiscard]] QString unitPriceText(const Domain::UnitPrice &price, Pricing::PriceOrigin origin,
                                    Domain::SizeUnit unit);
/// The vendor's own word where it gives no unit; empty where it tells no size.
[[nodiscard]] QString sizeText(const Domain::Snapshot &snapshot, Domain::SizeUnit unit);
[[nodiscard]] QString statusText(Domain::SnapshotStatus status, const QString &rawStatus);
/// "in use" for a ready one that its source runs on.
[[nodiscard]] QString statusText(const Domain::Snapshot &snapshot);
[[nodiscard]] QString powerText(Domain::PowerState state, const QString &rawState);
/// "on, 20 % of the server's price"; empty where the API does not tell. The percentage is as the
/// vendor writes it: "20.00".
[[nodiscard]] QString automaticBackupText(const Domain::Resource &resource, const QString &percent);
[[nodiscard]] QString kindText(Domain::ResourceKind kind); ///< "Server", "Volume"
/// The name on one line, or "(no name)".
[[nodiscard]] QString snapshotNameText(const Domain::Snapshot &snapshot);
/// A name for the middle of a sentence: on one line, its own direction kept apart from the
/// sentence's.
[[nodiscard]] QString inlineName(const QString &name);
[[nodiscard]] QString quotedName(const QString &name); ///< the same in quotation marks
/// Foreign text that is shown where Qt would take markup for markup: tool tips.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace Items
