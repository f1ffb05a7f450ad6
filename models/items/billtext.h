// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pricing/bill.h"

#include <QList>
#include <QString>

namespace Items {

/// One line of a bill: what, and how much.
struct BillLine
{
    QString label;
    QString value;
    QString hint = {}; ///< more of it, for who asks

    friend bool operator==(const BillLine &, const BillLine &) = default;
};

/// How a snapshot is billed, for a person. Every figure in it is an estimate, and says so.
struct BillText
{
    QList<BillLine> lines;
    QString note; ///< what the figures leave out

    friend bool operator==(const BillText &, const BillText &) = default;
};

[[nodiscard]] BillText billText(const Pricing::Bill &bill, const QDateTime &now);

/// "1,250 GB-h", in the vendor's unit of size; hundredths where there are few.
[[nodiscard]] QString sizeHoursText(qint64 byteHours, Domain::SizeUnit unit);

} // namespace Items
