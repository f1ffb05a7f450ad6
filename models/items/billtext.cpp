// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/billtext.h"

#include "items/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Items {

using namespace Qt::StringLiterals;
using Pricing::Bill;
using Pricing::Meter;
using Pricing::Usage;

namespace {

class BillWords
{
    Q_DECLARE_TR_FUNCTIONS(Bill)
};

constexpr qint64 hundred = 100; // from here on no hundredths

/// Months are those of UTC, as the meter counts them.
QString monthName(const QDateTime &begin)
{
    return QLocale().standaloneMonthName(begin.toUTC().date().month());
}

QString dayText(const QDateTime &time)
{
    return QLocale().toString(time.toUTC().date(), BillWords::tr("d MMMM", "a day, without year"));
}

bool isBySizeAndTime(const Bill &bill)
{
    return bill.price
        && (bill.price->unit == Domain::PriceUnit::PerGbMonth
            || bill.price->unit == Domain::PriceUnit::PerGbHour);
}

/// Money first, then what it is made from; whichever is known.
QString usageText(const Bill &bill, const Usage &usage)
{
    const QString hours = usage.byteHours && (isBySizeAndTime(bill) || !bill.price)
        ? sizeHoursText(*usage.byteHours, bill.unit)
        : BillWords::tr("%1 h", "hours").arg(QLocale().toString(usage.hours));
    return usage.cost
        ? BillWords::tr("%1, for %2", "money and hours").arg(moneyText(*usage.cost), hours)
        : hours;
}

QString priceText(const Bill &bill)
{
    if (!bill.ownPrice) {
        return bill.price ? unitPriceText(*bill.price, bill.origin, bill.unit)
                          : BillWords::tr("not told by the provider");
    }
    const QString own = unitPriceText(*bill.ownPrice, bill.unit);
    return bill.price
        ? BillWords::tr("%1, told for this snapshot; %2 by the price list", "two prices")
              .arg(own, unitPriceText(*bill.price, bill.origin, bill.unit))
        : BillWords::tr("%1, told for this snapshot", "a price").arg(own);
}

/// Whose page, and as of when.
QString listText(const Bill &bill)
{
    return BillWords::tr("%1, as of %2", "a web site and a date")
        .arg(bill.source.host(), dateText(bill.sourceDate.startOfDay()));
}

QString meterText(const Bill &bill, const QDateTime &now)
{
    switch (bill.meter) {
    case Meter::NotStarted:
        return BillWords::tr("starts when it is ready, and stops when it is removed");
    case Meter::Running:
        return bill.since.isValid()
            ? BillWords::tr("from ready, about %1, until it is removed")
                  .arg(timestampText(bill.since, now, TextPlace::InSentence))
            : BillWords::tr("from ready to removal; the provider does not tell since when");
    case Meter::NotKnown:
        break;
    }
    return BillWords::tr("not known in this state; removing it stops the meter in any case");
}

QString settledText(const Bill &bill)
{
    if (!bill.cycle.isEmpty()) {
        return BillWords::tr("by the cycle %1").arg(quotedName(bill.cycle));
    }
    return BillWords::tr("from %1 on, when %2 is closed (UTC)", "a day and a month's name")
        .arg(dayText(bill.monthEnd), monthName(bill.monthBegin));
}

} // namespace

QString sizeHoursText(qint64 byteHours, Domain::SizeUnit unit)
{
    const bool isBinary = unit == Domain::SizeUnit::Gibibyte;
    const qint64 unitBytes = isBinary ? qint64(1) << 30 : 1'000'000'000;
    const qint64 whole = byteHours / unitBytes;
    const qint64 rest = byteHours % unitBytes;
    QLocale locale;
    locale.setNumberOptions(locale.numberOptions() & ~QLocale::OmitGroupSeparator);
    QString number;
    if (whole >= hundred) {
        number = locale.toString(whole + (rest * 2 >= unitBytes ? 1 : 0));
    } else {
        const qint64 hundredths = whole * hundred + (rest * hundred + unitBytes / 2) / unitBytes;
        number = locale.toString(hundredths / hundred);
        if (hundredths % hundred != 0) {
            number += locale.decimalPoint()
                + QString::number(hundredths % hundred).rightJustified(2, u'0');
        }
    }
    return (isBinary ? BillWords::tr("%1 GiB-h", "size times hours")
                     : BillWords::tr("%1 GB-h", "size times hours"))
        .arg(number);
}

BillText billText(const Bill &bill, const QDateTime &now)
{
    BillText text;
    text.lines.append({BillWords::tr("Price"), priceText(bill)});
    if (bill.price && bill.origin == Pricing::PriceOrigin::Profile) {
        text.lines.append(
            {BillWords::tr("Price list"), listText(bill), bill.source.toDisplayString()});
    }
    text.lines.append({BillWords::tr("Meter"), meterText(bill, now)});
    if (bill.meter == Meter::Running && bill.since.isValid()) {
        text.lines.append(
            {BillWords::tr("So far in %1", "a month's name").arg(monthName(bill.monthBegin)),
             usageText(bill, bill.soFar)});
        text.lines.append(
            {BillWords::tr("All of %1", "a month's name").arg(monthName(bill.monthBegin)),
             usageText(bill, bill.wholeMonth)});
    }
    text.lines.append({BillWords::tr("Settled"), settledText(bill)});
    text.note = BillWords::tr(
        "All of it is an estimate, without tax. Storage that your contract gives free is not taken "
        "off, since the provider's API does not tell it.");
    return text;
}

} // namespace Items
