// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benches.h"

#include "cloudprocess.h"
#include "domain/clock.h"
#include "items/snapshotmodel.h"
#include "net/httpclient.h"
#include "providers/providerregistry.h"
#include "report.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QProcessEnvironment>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

constexpr int snapshots = 10'000;
constexpr int pages = snapshots / 50;
constexpr int latencyMs = 50;
constexpr int inFlight = 16;

Domain::Account accountAt(const QUrl &url)
{
    Domain::Account account;
    account.id = {u"bench"_s};
    account.name = u"bench"_s;
    account.provider = u"hetzner"_s;
    account.baseUrl = url;
    return account;
}

/// From the first request to rows in the model.
double ourList(const QUrl &url)
{
    QNetworkAccessManager network;
    Domain::SystemClock clock;
    const Domain::Account account = accountAt(url);
    const std::unique_ptr<Domain::CloudProvider> provider =
        Providers::makeProvider({account, Domain::Secret(CloudProcess::token()), network, clock});
    Items::SnapshotModel model(clock);
    QElapsedTimer timer;
    timer.start();
    bool isOver = false;
    provider->listSnapshots({}).then(
        provider.get(), [&](const Domain::Result<QList<Domain::Snapshot>> &list) {
            if (!list) {
                qFatal("the list failed: %s", qPrintable(list.error().message));
            }
            Items::RowSource source;
            source.account = account;
            source.snapshots = *list;
            model.merge(account.id, Items::makeRows(source, Pricing::PriceBook()));
            isOver = true;
        });
    waitFor([&] { return isOver; }, u"the list"_s);
    const double ms = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    if (model.rowCount() != snapshots) {
        qFatal("%d rows instead of %d", model.rowCount(), snapshots);
    }
    return ms;
}

Net::HttpClientOptions optionsFor(const QUrl &url)
{
    Net::HttpClientOptions options;
    options.baseUrl = url;
    options.auth = std::make_shared<Net::BearerAuth>(Domain::Secret(CloudProcess::token()));
    options.readError = [](Net::Method, int, const QByteArray &) {
        return Domain::Error();
    };
    return options;
}

/// One page after the other along next_page, as the vendors' own clients do.
class SequentialList : public QObject
{
public:
    explicit SequentialList(const QUrl &url)
        : m_client(optionsFor(url), m_network, m_clock)
    {
    }

    double run()
    {
        QElapsedTimer timer;
        timer.start();
        ask(1);
        waitFor([this] { return m_isOver; }, u"the sequential list"_s);
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    }

private:
    void ask(int page)
    {
        Net::HttpRequest request;
        request.path = u"images"_s;
        request.pathTemplate = request.path;
        request.query.addQueryItem(u"type"_s, u"snapshot"_s);
        request.query.addQueryItem(u"per_page"_s, u"50"_s);
        request.query.addQueryItem(u"page"_s, QString::number(page));
        m_client.send(request).then(this, [this](const Domain::Result<Net::HttpAnswer> &answer) {
            if (!answer) {
                qFatal("the sequential list failed: %s", qPrintable(answer.error().message));
            }
            const QJsonValue next = QJsonDocument::fromJson(answer->body)
                                        .object()
                                        .value("meta"_L1)
                                        .toObject()
                                        .value("pagination"_L1)
                                        .toObject()
                                        .value("next_page"_L1);
            if (next.isDouble()) {
                ask(next.toInt());
            } else {
                m_isOver = true;
            }
        });
    }

    QNetworkAccessManager m_network;
    Domain::SystemClock m_clock;
    Net::HttpClient m_client;
    bool m_isOver = false;
};

/// Nothing where the vendor's client is not installed.
std::optional<double> vendorClient(const QUrl &url)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HCLOUD_ENDPOINT"_s, url.toString());
    environment.insert(u"HCLOUD_TOKEN"_s, QString::fromLatin1(CloudProcess::token()));
    environment.insert(u"HCLOUD_CONFIG"_s, u"/nonexistent.toml"_s);
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    QElapsedTimer timer;
    timer.start();
    process.start(u"hcloud"_s, {u"image"_s, u"list"_s, u"-t"_s, u"snapshot"_s});
    if (!process.waitForFinished(120'000) || process.exitCode() != 0) {
        return std::nullopt;
    }
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QString pair(double a, double b)
{
    return u"%1 ms / %2 ms"_s.arg(a, 0, 'f', 0).arg(b, 0, 'f', 0);
}

} // namespace

void benchList()
{
    const CloudProcess slow(
        {u"--snapshots"_s, QString::number(snapshots), u"--latency"_s, QString::number(latencyMs)});
    const CloudProcess fast({u"--snapshots"_s, QString::number(snapshots)});
    QList<double> runs;
    QList<double> transfers;
    for (int i = 0; i < 5; ++i) {
        runs.append(ourList(slow.url()));
        transfers.append(ourList(fast.url()));
    }
    const double ours = median(runs);
    const double transfer = median(transfers);
    const double roundTrips = 1 + std::ceil(static_cast<double>(pages - 1) / inFlight);
    const double limit = roundTrips * latencyMs + transfer;
    const double sequential = SequentialList(slow.url()).run();
    const std::optional<double> vendor = vendorClient(slow.url());

    QList<Line> lines{
        {u"sequential paging / ours"_s, pair(sequential, ours), sequential / ours, 12,
         Line::Sense::AtLeast},
        {u"ours / the limit"_s, pair(ours, limit), ours / limit, 1.15, Line::Sense::AtMost},
    };
    if (vendor) {
        lines.insert(
            1, {u"hcloud / ours"_s, pair(*vendor, ours), *vendor / ours, 12, Line::Sense::AtLeast});
    }
    print(u"List of 10,000 snapshots at 50 ms latency, first request to rows in the model"_s,
          lines);
    note(u"limit = %1 round trips of %2 ms + transfer and parsing without latency, %3 ms"_s
             .arg(roundTrips)
             .arg(latencyMs)
             .arg(transfer, 0, 'f', 0));
    if (!vendor) {
        note(u"hcloud is not installed: not compared"_s);
    }
}

} // namespace Bench
