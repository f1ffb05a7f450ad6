// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/commandline.h"

#include "demo/vendors.h"

#include <QCommandLineParser>

#include <limits>

using namespace Qt::StringLiterals;

namespace Demo {

namespace {

const int mostSnapshots = 1'000'000;

// Reads typed values from the parser and keeps the first thing that is wrong with one.
class Values
{
public:
    explicit Values(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    std::optional<int> integer(const QString &name, int least, int most)
    {
        if (!m_parser.isSet(name)) {
            return std::nullopt;
        }
        bool isNumber = false;
        const int value = m_parser.value(name).toInt(&isNumber);
        if (!isNumber || value < least || value > most) {
            refuse(u"--%1 takes a whole number from %2 to %3."_s.arg(name).arg(least).arg(most));
            return std::nullopt;
        }
        return value;
    }

    std::optional<double> number(const QString &name, double least, double most)
    {
        if (!m_parser.isSet(name)) {
            return std::nullopt;
        }
        bool isNumber = false;
        const double value = m_parser.value(name).toDouble(&isNumber);
        if (!isNumber || !(value >= least && value <= most)) {
            refuse(u"--%1 takes a number from %2 to %3."_s.arg(name).arg(least).arg(most));
            return std::nullopt;
        }
        return value;
    }

    void refuse(const QString &reason) { m_problem = m_problem.isEmpty() ? reason : m_problem; }
    [[nodiscard]] QString problem() const { return m_problem; }

private:
    const QCommandLineParser &m_parser;
    QString m_problem;
};

QString variantHelp()
{
    QStringList lines;
    const QStringList vendors = vendorNames();
    for (const QString &vendor : vendors) {
        const QStringList words = variantNames(vendor);
        if (!words.isEmpty()) {
            lines.append(u"%1: %2."_s.arg(vendor, words.join(u", "_s)));
        }
    }
    return lines.join(u' ');
}

void addOptions(QCommandLineParser &parser)
{
    const QStringList vendors = vendorNames() + QStringList{u"all"_s};
    parser.setApplicationDescription(
        u"Serves simulated clouds on 127.0.0.1 until it is stopped (Ctrl+C)."_s);
    parser.addOptions({
        {{u"h"_s, u"help"_s}, u"Print this and end."_s},
        {u"provider"_s, u"What to serve: %1."_s.arg(vendors.join(u", "_s)), u"name"_s,
         vendors.first()},
        {u"port"_s, u"Port; 0 takes a free one. Further providers take the ports after it."_s,
         u"number"_s, u"0"_s},
        {u"snapshots"_s, u"How many snapshots the data set holds."_s, u"count"_s},
        {u"latency"_s, u"How much longer each answer takes."_s, u"ms"_s},
        {u"faults"_s, u"The share of requests that is refused, 0 to 1."_s, u"rate"_s},
        {u"time-factor"_s, u"How many times faster slow actions end than in reality."_s,
         u"factor"_s},
        {u"seed"_s, u"The same seed gives the same cloud."_s, u"number"_s},
        {u"token"_s, u"The API token that is accepted, for this simulation only."_s, u"token"_s},
        {u"read-only-token"_s, u"A token that may read but not write."_s, u"token"_s},
        {u"snapshot-limit"_s, u"How many snapshots the customer may have."_s, u"count"_s},
        {u"rate-limit"_s, u"Requests an hour."_s, u"count"_s},
        {u"variant"_s,
         u"In what the operator differs from others; may be repeated. %1"_s.arg(variantHelp()),
         u"word"_s},
    });
}

CloudOptions read(const QCommandLineParser &parser, const QString &vendor, Values &values)
{
    const int most = std::numeric_limits<int>::max();
    CloudOptions options = CloudOptions::forVendor(vendor);
    options.port = static_cast<quint16>(values.integer(u"port"_s, 0, 65535).value_or(0));
    options.snapshotCount = values.integer(u"snapshots"_s, 0, mostSnapshots);
    options.snapshotLimit = values.integer(u"snapshot-limit"_s, 0, most);
    options.latency =
        std::chrono::milliseconds(values.integer(u"latency"_s, 0, 600'000).value_or(0));
    options.faultRate = values.number(u"faults"_s, 0, 1).value_or(0);
    options.timeFactor = values.number(u"time-factor"_s, 0.001, 1'000'000).value_or(1);
    options.seed = static_cast<quint32>(values.integer(u"seed"_s, 0, most).value_or(1));
    options.requestsPerHour =
        values.integer(u"rate-limit"_s, 1, most).value_or(options.requestsPerHour);
    if (parser.isSet(u"token"_s)) {
        options.token = parser.value(u"token"_s);
    }
    options.readOnlyToken = parser.value(u"read-only-token"_s);
    options.variants = parser.values(u"variant"_s);
    if (options.token.isEmpty()) {
        values.refuse(u"--token takes a token that is not empty."_s);
    }
    return options;
}

// A word is good when one of the vendors that are served knows it.
void checkVariants(const QCommandLineParser &parser, const QStringList &vendors, Values &values)
{
    QStringList known;
    for (const QString &vendor : vendors) {
        known += variantNames(vendor);
    }
    const QStringList words = parser.values(u"variant"_s);
    for (const QString &word : words) {
        if (!known.contains(word)) {
            values.refuse(u"--variant takes one of: %1."_s.arg(variantHelp()));
        }
    }
}

QStringList wantedVendors(const QString &name)
{
    if (name == "all"_L1) {
        return vendorNames();
    }
    return vendorNames().contains(name) ? QStringList{name} : QStringList{};
}

} // namespace

CommandLine CommandLine::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments)) {
        return {Wish::Refuse, {}, parser.errorText()};
    }
    if (parser.isSet(u"help"_s)) {
        return {Wish::Help, {}, parser.helpText()};
    }
    Values values(parser);
    const QStringList words = parser.positionalArguments();
    if (!words.isEmpty()) {
        values.refuse(u"\"%1\" is not an option."_s.arg(words.first()));
    }
    const QStringList vendors = wantedVendors(parser.value(u"provider"_s));
    checkVariants(parser, vendors, values);
    CommandLine line;
    for (const QString &vendor : vendors) {
        CloudOptions options = read(parser, vendor, values);
        if (options.port != 0) {
            options.port = static_cast<quint16>(options.port + line.clouds.size());
        }
        line.clouds.append(options);
    }
    if (line.clouds.isEmpty()) {
        values.refuse(u"--provider takes one of: %1, all."_s.arg(vendorNames().join(u", "_s)));
    }
    if (!values.problem().isEmpty()) {
        return {Wish::Refuse, {}, values.problem()};
    }
    return line;
}

} // namespace Demo
