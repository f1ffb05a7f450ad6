// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/displaytext.h"
#include "items/searchtext.h"
#include "items/snapshotfilter.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <span>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::SnapshotStatus;
using Number = SnapshotFilter::Number;
using Mark = SnapshotFilter::Mark;
using Place = SnapshotFilter::Place;
using Range = SnapshotFilter::Range;

namespace {

/// A half-typed condition must not empty the table under the person's fingers: it is left out.
enum class Reading { Condition, Unfinished, Word };

struct Token
{
    QString text;
    bool isQuoted = false; ///< from its first character on: never a condition
};

struct Comparison
{
    QString field;
    QString sign;
    QString value;
};

template <class T>
struct Named
{
    QStringView name;
    T value;
};

constexpr std::array numberFields{Named{u"age", Number::Age}, Named{u"size", Number::Size},
                                  Named{u"price", Number::Price},
                                  Named{u"created", Number::Created}};
constexpr std::array placeFields{Named{u"status", Place::Status}, Named{u"source", Place::Source},
                                 Named{u"location", Place::Location},
                                 Named{u"account", Place::Account}, Named{u"id", Place::Id}};
constexpr std::array markNames{Named{u"protected", Mark::Protected},
                               Named{u"orphaned", Mark::Orphaned}, Named{u"old", Mark::Old},
                               Named{u"in-use", Mark::InUse}, Named{u"due", Mark::Due}};
constexpr std::array statusNames{
    Named{u"creating", SnapshotStatus::Creating}, Named{u"ready", SnapshotStatus::Ready},
    Named{u"failed", SnapshotStatus::Failed}, Named{u"removing", SnapshotStatus::Removing},
    Named{u"unknown", SnapshotStatus::Unknown}};

constexpr double minuteMs = 60'000;
constexpr double hourMs = 60 * minuteMs;
constexpr double dayMs = 24 * hourMs;
constexpr std::array ageUnits{
    Named{u"d", dayMs},       Named{u"day", dayMs},        Named{u"days", dayMs},
    Named{u"h", hourMs},      Named{u"hour", hourMs},      Named{u"hours", hourMs},
    Named{u"m", minuteMs},    Named{u"min", minuteMs},     Named{u"minutes", minuteMs},
    Named{u"w", 7 * dayMs},   Named{u"week", 7 * dayMs},   Named{u"weeks", 7 * dayMs},
    Named{u"mo", 30 * dayMs}, Named{u"month", 30 * dayMs}, Named{u"months", 30 * dayMs},
    Named{u"y", 365 * dayMs}, Named{u"year", 365 * dayMs}, Named{u"years", 365 * dayMs}};
constexpr std::array sizeUnits{Named{u"gb", 1e9},
                               Named{u"g", 1e9},
                               Named{u"tb", 1e12},
                               Named{u"t", 1e12},
                               Named{u"mb", 1e6},
                               Named{u"m", 1e6},
                               Named{u"kb", 1e3},
                               Named{u"k", 1e3},
                               Named{u"b", 1.0},
                               Named{u"gib", 1024. * 1024 * 1024},
                               Named{u"mib", 1024. * 1024},
                               Named{u"tib", 1024. * 1024 * 1024 * 1024},
                               Named{u"kib", 1024.}};
constexpr double gibibyte = 1024. * 1024 * 1024;
constexpr double nanosAUnit = 1e9;

template <class T, size_t count>
std::optional<T> find(const std::array<Named<T>, count> &names, QStringView name)
{
    const auto found = std::ranges::find(names, name, &Named<T>::name);
    return found == names.end() ? std::nullopt : std::optional(found->value);
}

template <class T, size_t count>
bool isBeginning(const std::array<Named<T>, count> &names, QStringView text)
{
    return std::ranges::any_of(names, [text](const auto &n) { return n.name.startsWith(text); });
}

bool isQuote(QChar c)
{
    return c == u'"' || c == u'“' || c == u'”' || c == u'„';
}

QList<Token> tokensOf(const QString &text)
{
    QList<Token> tokens;
    Token token;
    bool isInQuotes = false;
    const auto finish = [&] {
        if (!token.text.isEmpty()) {
            tokens.append(token);
        }
        token = {};
    };
    for (const QChar c : text) {
        if (isQuote(c)) {
            isInQuotes = !isInQuotes;
            token.isQuoted = token.isQuoted || token.text.isEmpty();
        } else if (c.isSpace() && !isInQuotes) {
            finish();
        } else {
            token.text += c;
        }
    }
    finish();
    return tokens;
}

std::optional<Comparison> comparisonOf(const QString &token)
{
    static const QRegularExpression pattern(u"^([a-z]+)(>=|<=|>|<|=|:)(.*)$"_s,
                                            QRegularExpression::CaseInsensitiveOption
                                                | QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = pattern.match(token);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    return Comparison{match.captured(1).toLower(), match.captured(2), match.captured(3)};
}

/// value is what was typed, [value, next) what "=" and a date mean by it.
Range rangeOf(const QString &sign, qint64 value, qint64 next)
{
    Range range;
    if (sign == ">"_L1) {
        range.low = next;
    } else if (sign == ">="_L1) {
        range.low = value;
    } else if (sign == "<"_L1) {
        range.high = value;
    } else if (sign == "<="_L1) {
        range.high = next;
    } else {
        range = {value, next};
    }
    return range;
}

qint64 clamped(double value)
{
    constexpr double most = 9e18;
    return qint64(std::llround(std::min(value, most)));
}

/// A figure as it was typed: 0.25 has steps of 0.01.
struct Figure
{
    double value = 0;
    double step = 1;
    QString unit;
};

std::optional<Figure> figureOf(const QString &text)
{
    static const QRegularExpression pattern(u"^\\p{Sc}?([0-9]+)(?:[.,]([0-9]*))?([a-z]*)$"_s);
    const QRegularExpressionMatch match = pattern.match(text.toLower());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString decimals = match.captured(2);
    return Figure{QString(match.captured(1) + u'.' + decimals + u'0').toDouble(),
                  std::pow(10., -double(decimals.size())), match.captured(3)};
}

Range figureRange(const QString &sign, const Figure &figure, double unit)
{
    const qint64 value = clamped(figure.value * unit);
    if (sign != "="_L1 && sign != ":"_L1) {
        return rangeOf(sign, value, value + 1);
    }
    // "=" means what would be shown so: 21.4 is anything that rounds to it.
    const qint64 half = std::max<qint64>(1, clamped(figure.step * unit / 2));
    return {value - half, value + half};
}

template <size_t count>
Reading unitOf(const std::array<Named<double>, count> &units, const QString &name, double &unit)
{
    if (const std::optional<double> known = find(units, name)) {
        unit = *known;
        return Reading::Condition;
    }
    return isBeginning(units, name) ? Reading::Unfinished : Reading::Word;
}

Reading readFigure(Number number, const Comparison &comparison, SnapshotFilter &filter)
{
    const std::optional<Figure> figure = figureOf(comparison.value);
    if (!figure) {
        return Reading::Word;
    }
    double unit = number == Number::Age ? dayMs : nanosAUnit;
    double binaryUnit = gibibyte;
    if (!figure->unit.isEmpty()) {
        const Reading reading = number == Number::Age ? unitOf(ageUnits, figure->unit, unit)
            : number == Number::Size                  ? unitOf(sizeUnits, figure->unit, unit)
                                                      : Reading::Word;
        if (reading != Reading::Condition) {
            return reading;
        }
        binaryUnit = unit;
    }
    const QString &sign = comparison.sign;
    Range range = figureRange(sign, *figure, unit);
    if (number == Number::Age && (sign == "="_L1 || sign == ":"_L1)) {
        // Ages are cut off, not rounded: 41 d is everything from 41 to 42 days.
        const qint64 value = clamped(figure->value * unit);
        range = {value, value + clamped(figure->step * unit)};
    }
    filter.numbers.push_back({number, range, figureRange(sign, *figure, binaryUnit)});
    return Reading::Condition;
}

Reading readCreated(const Comparison &comparison, SnapshotFilter &filter)
{
    static const QRegularExpression pattern(u"^([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?$"_s);
    static const QRegularExpression beginning(u"^[0-9-]*$"_s);
    const QRegularExpressionMatch match = pattern.match(comparison.value);
    const int month = match.hasCaptured(2) ? match.captured(2).toInt() : 1;
    const int day = match.hasCaptured(3) ? match.captured(3).toInt() : 1;
    const QDate first(match.captured(1).toInt(), month, day);
    if (!match.hasMatch() || !first.isValid()) {
        return beginning.match(comparison.value).hasMatch() ? Reading::Unfinished : Reading::Word;
    }
    const QDate next = match.hasCaptured(3) ? first.addDays(1)
        : match.hasCaptured(2)              ? first.addMonths(1)
                                            : first.addYears(1);
    const Range range = rangeOf(comparison.sign, first.startOfDay().toMSecsSinceEpoch(),
                                next.startOfDay().toMSecsSinceEpoch());
    filter.numbers.push_back({Number::Created, range, range});
    return Reading::Condition;
}

Reading readMark(const Comparison &comparison, SnapshotFilter &filter)
{
    const QString name = comparison.value.toLower();
    const std::optional<Mark> mark = find(markNames, name);
    if (!mark) {
        return isBeginning(markNames, name) ? Reading::Unfinished : Reading::Word;
    }
    filter.marks.push_back(*mark);
    return Reading::Condition;
}

void readPlace(Place place, const QString &text, SnapshotFilter &filter)
{
    SnapshotFilter::TextCondition condition{place, text, {}};
    for (const Named<SnapshotStatus> &status : statusNames) {
        condition.statuses.at(size_t(status.value)) =
            status.name.startsWith(text, Qt::CaseInsensitive)
            || statusText(status.value, {}).startsWith(text, Qt::CaseInsensitive);
    }
    filter.texts.push_back(condition);
}

Reading read(const Comparison &comparison, SnapshotFilter &filter)
{
    const bool isNaming = comparison.sign == ":"_L1 || comparison.sign == "="_L1;
    const std::optional<Number> number = find(numberFields, comparison.field);
    const std::optional<Place> place = find(placeFields, comparison.field);
    const bool isMark = comparison.field == "is"_L1;
    if (!number && !((place || isMark) && isNaming)) {
        return Reading::Word;
    }
    if (comparison.value.isEmpty()) {
        return Reading::Unfinished;
    }
    if (number) {
        return *number == Number::Created ? readCreated(comparison, filter)
                                          : readFigure(*number, comparison, filter);
    }
    if (isMark) {
        return readMark(comparison, filter);
    }
    readPlace(*place, comparison.value, filter);
    return Reading::Condition;
}

} // namespace

SnapshotFilter parseFilter(const QString &text)
{
    SnapshotFilter filter;
    for (const Token &token : tokensOf(text)) {
        const std::optional<Comparison> comparison =
            token.isQuoted ? std::nullopt : comparisonOf(token.text);
        if (!comparison || read(*comparison, filter) == Reading::Word) {
            filter.words.push_back(folded(token.text));
        }
    }
    return filter;
}

} // namespace Items
