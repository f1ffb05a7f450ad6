// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/displaytext.h"

#include "items/currencies.h"

#include <QCoreApplication>
#include <QTextDocument>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::Money;

namespace {

constexpr qint64 minutesADay = 24LL * 60;

class DisplayWords
{
    Q_DECLARE_TR_FUNCTIONS(DisplayText)
};

constexpr qint64 nanosPerUnit = 1'000'000'000;
constexpr int mostDigits = 6;
constexpr int mostRateDigits = 9; // as Money counts
constexpr int digitsThatCount = 4;

constexpr QStringView dash = u"—";

/// The person's locale, with thousands kept apart even where the C locale would not.
QLocale grouping()
{
    QLocale locale;
    locale.setNumberOptions(locale.numberOptions() & ~QLocale::OmitGroupSeparator);
    return locale;
}

qint64 power(qint64 base, int exponent)
{
    qint64 result = 1;
    for (int i = 0; i < exponent; ++i) {
        result *= base;
    }
    return result;
}

/// nanos in steps of 10^-digits, rounded half away from zero.
qint64 roundedTo(qint64 nanos, int digits)
{
    const qint64 step = power(10, 9 - digits);
    const qint64 rest = nanos % step;
    const qint64 away = nanos < 0 ? -1 : 1;
    return nanos / step + (qAbs(rest) * 2 >= step ? away : 0);
}

/// Digits that a small amount needs so that it is not read as nothing.
int digitsToSee(qint64 nanos, int fewest)
{
    int digits = fewest;
    while (digits < mostDigits
           && (roundedTo(nanos, digits) == 0 || qAbs(nanos) < power(10, 9 - digits))) {
        ++digits;
    }
    return digits;
}

/// Digits behind the point so that four count, without zeros at the end: a price for a unit is
/// multiplied by many.
int digitsOfRate(qint64 nanos, int fewest)
{
    int digits = mostRateDigits;
    for (qint64 rest = qAbs(nanos); rest >= power(10, digitsThatCount) && digits > fewest;
         rest /= 10) {
        --digits;
    }
    while (digits > fewest && roundedTo(nanos, digits) % 10 == 0) {
        --digits;
    }
    return digits;
}

/// The steps are exact; a double holds them exactly too, up to 2^53 of them.
QString numberText(qint64 steps, int digits)
{
    return grouping().toString(double(steps) / double(power(10, digits)), 'f', digits);
}

QString withSymbol(const CurrencyStyle &style, const QString &number)
{
    return style.symbol.isEmpty() ? number : style.symbol + u' ' + number;
}

QString amountText(const Money &money, int digits)
{
    const CurrencyStyle style = currencyStyle(money.currency);
    const qint64 steps = roundedTo(money.nanos, digits);
    if (steps == 0 && money.nanos > 0) {
        return DisplayWords::tr("under %1").arg(withSymbol(style, numberText(1, digits)));
    }
    return withSymbol(style, numberText(steps, digits));
}

bool isShownWhole(const Money &money)
{
    return currencyStyle(money.currency).isWholeFromThousand
        && qAbs(money.nanos / 1000) >= nanosPerUnit;
}

int monthsBetween(const QDate &from, const QDate &to)
{
    const int months = (to.year() - from.year()) * 12 + to.month() - from.month();
    return to.day() < from.day() ? months - 1 : months;
}

QString oneLine(const QString &text)
{
    return text.simplified();
}

} // namespace

QString sizeText(qint64 bytes, Domain::SizeUnit unit)
{
    const bool isBinary = unit == Domain::SizeUnit::Gibibyte;
    const qint64 base = isBinary ? 1024 : 1000;
    // Everything in the vendor's unit, so that a column can be compared at a glance, but for what
    // would be read as nothing there.
    int exponent = 3;
    while (exponent > 0 && bytes > 0 && bytes < power(base, exponent) / 100) {
        --exponent;
    }
    const double value = double(bytes) / double(power(base, exponent));
    const QString number = grouping().toString(value, 'f', exponent == 0 ? 0 : 2);
    switch (exponent) {
    case 0:
        return DisplayWords::tr("%1 B").arg(number);
    case 1:
        return (isBinary ? DisplayWords::tr("%1 KiB") : DisplayWords::tr("%1 KB")).arg(number);
    case 2:
        return (isBinary ? DisplayWords::tr("%1 MiB") : DisplayWords::tr("%1 MB")).arg(number);
    default:
        return (isBinary ? DisplayWords::tr("%1 GiB") : DisplayWords::tr("%1 GB")).arg(number);
    }
}

QString timestampText(const QDateTime &time, const QDateTime &now, TextPlace place)
{
    if (!time.isValid()) {
        return dash.toString();
    }
    const QLocale locale;
    const QDateTime local = time.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const QString clock = locale.toString(local.time(), u"HH:mm");
    const qint64 days = local.date().daysTo(today);
    if (days == 0) {
        return (place == TextPlace::Alone ? DisplayWords::tr("Today %1")
                                          : DisplayWords::tr("today %1"))
            .arg(clock);
    }
    if (days == 1) {
        return (place == TextPlace::Alone ? DisplayWords::tr("Yesterday %1")
                                          : DisplayWords::tr("yesterday %1"))
            .arg(clock);
    }
    const bool isThisYear = local.date().year() == today.year();
    return locale.toString(local,
                           isThisYear ? DisplayWords::tr("d MMM HH:mm", "date without year")
                                      : DisplayWords::tr("d MMM yyyy HH:mm", "date with year"));
}

QString asOfTimeText(const QDateTime &time, const QDateTime &now)
{
    const QLocale locale;
    const QDateTime local = time.toLocalTime();
    const QDate today = now.toLocalTime().date();
    if (local.date() == today) {
        return locale.toString(local.time(), u"HH:mm");
    }
    return locale.toString(local,
                           local.date().year() == today.year()
                               ? DisplayWords::tr("d MMM HH:mm", "date without year")
                               : DisplayWords::tr("d MMM yyyy HH:mm", "date with year"));
}

QString ageText(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid()) {
        return dash.toString();
    }
    const qint64 minutes = time.secsTo(now) / 60;
    if (minutes < 1) {
        return DisplayWords::tr("now");
    }
    if (minutes < 60) {
        return DisplayWords::tr("%L1 min").arg(minutes);
    }
    if (minutes < minutesADay) {
        return DisplayWords::tr("%L1 h").arg(minutes / 60);
    }
    const qint64 days = minutes / minutesADay;
    const int months = monthsBetween(time.toUTC().date(), now.toUTC().date());
    if (days < 60 || months < 2) {
        return DisplayWords::tr("%L1 d").arg(days);
    }
    if (months < 24) {
        return DisplayWords::tr("%L1 months").arg(months);
    }
    return DisplayWords::tr("%L1 years").arg(months / 12);
}

QString durationText(std::chrono::seconds duration)
{
    const qint64 minutes = duration.count() / 60;
    if (minutes < 1) {
        return DisplayWords::tr("less than a minute");
    }
    if (minutes < 60) {
        return DisplayWords::tr("%L1 min").arg(minutes);
    }
    if (minutes < 2 * minutesADay) {
        return minutes % 60 == 0
            ? DisplayWords::tr("%L1 h").arg(minutes / 60)
            : DisplayWords::tr("%L1 h %L2 min").arg(minutes / 60).arg(minutes % 60);
    }
    return DisplayWords::tr("%L1 d").arg(minutes / minutesADay);
}

QString isoText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODate) : QString();
}

QString dateText(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime(), DisplayWords::tr("d MMM yyyy", "day with year"));
}

QString dateText(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    return local.date().year() == now.toLocalTime().date().year()
        ? QLocale().toString(local, DisplayWords::tr("d MMM", "day without year"))
        : dateText(time);
}

QString moneyText(const Money &money)
{
    if (isShownWhole(money)) {
        return amountText(money, 0);
    }
    const int digits = currencyStyle(money.currency).digits;
    return amountText(money, money.nanos == 0 ? digits : digitsToSee(money.nanos, digits));
}

QString rateText(const Money &money)
{
    if (isShownWhole(money)) {
        return amountText(money, 0);
    }
    return amountText(money, digitsOfRate(money.nanos, currencyStyle(money.currency).digits));
}

QString moneyListText(const QList<Money> &sums)
{
    QStringList texts;
    texts.reserve(sums.size());
    for (const Money &sum : sums) {
        texts.append(moneyText(sum));
    }
    return texts.join(u" · ");
}

QString unitPriceText(const Domain::UnitPrice &price, Domain::SizeUnit unit)
{
    const QString text = rateText(price.amount);
    const bool isBinary = unit == Domain::SizeUnit::Gibibyte;
    switch (price.unit) {
    case Domain::PriceUnit::PerGbMonth:
        return (isBinary ? DisplayWords::tr("%1 per GiB and month")
                         : DisplayWords::tr("%1 per GB and month"))
            .arg(text);
    case Domain::PriceUnit::PerGbHour:
        return (isBinary ? DisplayWords::tr("%1 per GiB and hour")
                         : DisplayWords::tr("%1 per GB and hour"))
            .arg(text);
    case Domain::PriceUnit::PerHour:
        return DisplayWords::tr("%1 per hour").arg(text);
    case Domain::PriceUnit::PerMonth:
        return DisplayWords::tr("%1 per month").arg(text);
    }
    Q_UNREACHABLE_RETURN({});
}

QString statusText(Domain::SnapshotStatus status, const QString &rawStatus)
{
    switch (status) {
    case Domain::SnapshotStatus::Creating:
        return DisplayWords::tr("creating");
    case Domain::SnapshotStatus::Ready:
        return DisplayWords::tr("ready");
    case Domain::SnapshotStatus::Failed:
        return DisplayWords::tr("failed");
    case Domain::SnapshotStatus::Removing:
        return DisplayWords::tr("removing");
    case Domain::SnapshotStatus::Unknown:
        break;
    }
    const QString raw = oneLine(rawStatus);
    return raw.isEmpty() ? DisplayWords::tr("unknown", "status of a snapshot") : raw;
}

QString sizeText(const Domain::Snapshot &snapshot, Domain::SizeUnit unit)
{
    return snapshot.sizeBytes ? sizeText(*snapshot.sizeBytes, unit) : oneLine(snapshot.rawSize);
}

QString statusText(const Domain::Snapshot &snapshot)
{
    return snapshot.isInUse && snapshot.status == Domain::SnapshotStatus::Ready
        ? DisplayWords::tr("in use")
        : statusText(snapshot.status, snapshot.rawStatus);
}

QString powerText(Domain::PowerState state, const QString &rawState)
{
    const QString raw = oneLine(rawState);
    switch (state) {
    case Domain::PowerState::Running:
        return DisplayWords::tr("running");
    case Domain::PowerState::Stopped:
        return DisplayWords::tr("off");
    case Domain::PowerState::Changing:
        return raw.isEmpty() ? DisplayWords::tr("changing") : raw;
    case Domain::PowerState::Unknown:
        break;
    }
    return raw.isEmpty() ? DisplayWords::tr("unknown", "power state of a server") : raw;
}

QString automaticBackupText(const Domain::Resource &resource, const QString &percent)
{
    if (!resource.hasAutomaticBackups) {
        return {};
    }
    if (!*resource.hasAutomaticBackups) {
        return DisplayWords::tr("off", "automatic backups");
    }
    bool isNumber = false;
    const double share = percent.toDouble(&isNumber);
    return isNumber ? DisplayWords::tr("on, %1 % of the server's price")
                          .arg(QLocale().toString(share, 'g', QLocale::FloatingPointShortest))
                    : DisplayWords::tr("on");
}

QString kindText(Domain::ResourceKind kind)
{
    return kind == Domain::ResourceKind::Server ? DisplayWords::tr("Server")
                                                : DisplayWords::tr("Volume");
}

QString snapshotNameText(const Domain::Snapshot &snapshot)
{
    const QString name = oneLine(snapshot.name);
    return name.isEmpty() ? DisplayWords::tr("(no name)") : name;
}

QString inlineName(const QString &name)
{
    const QString text = oneLine(name);
    if (text.isEmpty()) {
        return DisplayWords::tr("(no name)");
    }
    // First strong isolate and its end keep a name of the other direction from turning the
    // sentence around it.
    return text.isRightToLeft() ? QChar(0x2068) + text + QChar(0x2069) : text;
}

QString quotedName(const QString &name)
{
    return DisplayWords::tr("“%1”", "a name").arg(inlineName(name));
}

QString plainToolTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

} // namespace Items
