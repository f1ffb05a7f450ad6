// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benches.h"

#include "accounts/accountstore.h"
#include "app/application.h"
#include "cloudprocess.h"
#include "heartbeat.h"
#include "inventory/inventory.h"
#include "items/snapshotmodel.h"
#include "report.h"
#include "views/mainwindow/mainwindow.h"

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

double longestGapOf(const QUrl &url, bool isFirst)
{
    std::expected<std::unique_ptr<App::Session>, QString> session =
        App::Session::demo(url.toString());
    if (!session) {
        qFatal("%s", qPrintable(session.error()));
    }
    App::CommandLine commandLine;
    commandLine.isDemo = true;
    App::Application application(**session, commandLine);
    application.start();
    Domain::Account account = (*session)->demoAccounts().front().account;
    bool isSaved = false;
    application.accounts()
        .save(account, Domain::Secret(CloudProcess::token()),
              Accounts::AccountStore::Keep::SessionOnly)
        .then(&application, [&](const Domain::Result<Domain::Account> &saved) {
            account = saved.value();
            isSaved = true;
        });
    Heartbeat heartbeat;
    if (isFirst) {
        heartbeat.start();
    }
    const auto isFresh = [&] {
        const Inventory::AccountInventory *seen = application.inventory().find(account.id);
        return isSaved && seen && seen->freshness == Inventory::Freshness::Fresh;
    };
    waitFor(isFresh, u"the first refresh"_s);
    if (application.snapshots().totalCount() < 10'000) {
        qFatal("only %lld rows", static_cast<long long>(application.snapshots().totalCount()));
    }
    if (!isFirst) {
        heartbeat.start();
        Q_EMIT application.window().refreshRequested(std::nullopt);
        waitFor([&] { return !isFresh(); }, u"the refresh to begin"_s);
        waitFor(isFresh, u"the refresh"_s);
    }
    return heartbeat.longest();
}

/// The refresh of a start whose rows have come from the cache.
double longestGapAtStart(const QUrl &url)
{
    const std::unique_ptr<App::Session> session = App::Session::demo(url.toString()).value();
    App::CommandLine commandLine;
    commandLine.isDemo = true;
    auto application = std::make_unique<App::Application>(*session, commandLine);
    const auto isFresh = [&application] {
        const QList<Domain::AccountId> ids = application->inventory().accounts();
        return !ids.isEmpty()
            && application->inventory().find(ids.constFirst())->freshness
            == Inventory::Freshness::Fresh;
    };
    application->start();
    application->accounts()
        .save(session->demoAccounts().front().account, Domain::Secret(CloudProcess::token()),
              Accounts::AccountStore::Keep::Keychain)
        .then(application.get(), [](const Domain::Result<Domain::Account> &) {});
    waitFor(isFresh, u"the rows to keep"_s);
    application.reset();
    application = std::make_unique<App::Application>(*session, commandLine);
    application->start();
    waitFor([&] { return application->snapshots().totalCount() == 10'000; }, u"the kept rows"_s);
    if (isFresh()) {
        qFatal("the rows are not from the cache");
    }
    Heartbeat heartbeat;
    heartbeat.start();
    waitFor(isFresh, u"the refresh"_s);
    return heartbeat.longest();
}

} // namespace

void benchRefresh()
{
    const CloudProcess cloud({u"--snapshots"_s, u"10000"_s, u"--latency"_s, u"50"_s});
    QList<double> first;
    QList<double> again;
    QList<double> atStart;
    for (int i = 0; i < 3; ++i) {
        first.append(longestGapOf(cloud.url(), true));
        again.append(longestGapOf(cloud.url(), false));
        atStart.append(longestGapAtStart(cloud.url()));
    }
    const auto line = [](const QString &what, double ms) {
        return Line{what, u"%1 ms, goal 16 ms"_s.arg(ms, 0, 'f', 1), ms / 16, 1,
                    Line::Sense::AtMost};
    };
    print(u"Longest block of the UI thread with 10,000 snapshots (ratio: to the goal)"_s,
          {line(u"first list into an empty window"_s, median(first)),
           line(u"first list over cached rows"_s, median(atStart)),
           line(u"refresh of a full window"_s, median(again))});
}

} // namespace Bench
