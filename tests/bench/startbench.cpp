// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benches.h"

#include "accounts/accountstore.h"
#include "accounts/memorysecretstore.h"
#include "app/application.h"
#include "cloudprocess.h"
#include "domain/clock.h"
#include "inventory/inventorycache.h"
#include "inventory/inventorycoding.h"
#include "report.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

constexpr int cachedRows = 10'000;

struct Start
{
    double shownMs = 0;
    double filledMs = 0; ///< until the rows of the cache are painted
    double residentMb = 0; ///< then
};

/// What the provider of the account answers, once.
Inventory::AccountInventory loadFrom(const QUrl &url)
{
    const std::unique_ptr<App::Session> session = App::Session::demo(url.toString()).value();
    App::CommandLine commandLine;
    commandLine.isDemo = true;
    App::Application application(*session, commandLine);
    application.start();
    application.accounts()
        .save(session->demoAccounts().front().account, Domain::Secret(CloudProcess::token()),
              Accounts::AccountStore::Keep::SessionOnly)
        .then(&application, [](const Domain::Result<Domain::Account> &) {});
    const auto loaded = [&]() -> const Inventory::AccountInventory * {
        const QList<Domain::AccountId> ids = application.inventory().accounts();
        return ids.isEmpty() ? nullptr : application.inventory().find(ids.constFirst());
    };
    waitFor([&] { return loaded() && loaded()->freshness == Inventory::Freshness::Fresh; },
            u"the rows to keep"_s);
    return *loaded();
}

/// What the storage thread does for it, at the start and after a refresh.
void benchCoding(const Inventory::AccountInventory &rows)
{
    const QByteArray bytes = Inventory::encodeInventory(rows);
    const double writing = medianMs(9, [&rows] { (void)Inventory::encodeInventory(rows); });
    const double reading = medianMs(9, [&bytes] { (void)Inventory::decodeInventory(bytes); });
    note(u"Off the UI thread: %1 kB are read in %2 ms, written in %3 ms."_s.arg(bytes.size() / 1000)
             .arg(reading, 0, 'f', 1)
             .arg(writing, 0, 'f', 1));
}

/// Leaves account and cache in the home as an earlier run of the program does.
void fillHome(const QString &home, const Inventory::AccountInventory &rows)
{
    QSettings settings(home + u"/config/Snapdeck/Snapdeck.conf"_s, QSettings::IniFormat);
    Accounts::MemorySecretStore secrets;
    Accounts::AccountStore store(settings, secrets);
    bool isSaved = false;
    store
        .save(rows.account, Domain::Secret(CloudProcess::token()),
              Accounts::AccountStore::Keep::Keychain)
        .then(&store,
              [&](const Domain::Result<Domain::Account> &saved) { isSaved = saved.has_value(); });
    waitFor([&] { return isSaved; }, u"the account to be stored"_s);
    Domain::SystemClock clock;
    Storage::StorageThread thread;
    Inventory::Inventory inventory(clock);
    Inventory::InventoryCache cache(home + u"/cache/Snapdeck/Snapdeck/cache.sqlite"_s, inventory,
                                    thread, clock);
    cache.open({rows.account});
    const QFuture<Domain::Result<Domain::Done>> isOpen = cache.restore();
    waitFor([&] { return isOpen.isFinished(); }, u"the cache to open"_s);
    inventory.expectAccount(rows.account, rows.capabilities);
    inventory.restore(rows); // written when the cache ends
}

double residentMbOf(qint64 processId)
{
    QFile status(u"/proc/%1/status"_s.arg(processId));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    static const QRegularExpression line(u"VmRSS:\\s*(\\d+) kB"_s);
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toDouble() / 1024;
}

QProcessEnvironment environmentIn(const QString &home)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
    environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
    environment.insert(u"XDG_CACHE_HOME"_s, home + u"/cache"_s);
    return environment;
}

/// A process from its start to the line that says its window is shown, and to the one that says how
/// many rows it has where it has any.
Start start(const QString &program, const QStringList &arguments, const QString &home)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.setProcessEnvironment(environmentIn(home));
    QElapsedTimer timer;
    timer.start();
    const auto milliseconds = [&timer] {
        return static_cast<double>(timer.nsecsElapsed()) / 1e6;
    };
    process.start(program, arguments);
    waitFor([&] { return process.canReadLine(); }, program + u" to be shown"_s);
    Start result;
    result.shownMs = milliseconds();
    process.readLine();
    if (!arguments.isEmpty()) {
        waitFor([&] { return process.canReadLine(); }, program + u" to be filled"_s);
        const QByteArray line = process.readLine().trimmed();
        if (line != "rows " + QByteArray::number(cachedRows)) {
            qFatal("%s is not what the cache holds", line.constData());
        }
    }
    result.filledMs = milliseconds();
    result.residentMb = residentMbOf(process.processId());
    process.waitForFinished(10'000);
    return result;
}

Start mediansOf(const QString &program, const QStringList &arguments, const QString &home)
{
    QList<double> times;
    QList<double> filled;
    QList<double> sizes;
    (void)start(program, arguments, home); // warms the disk cache
    for (int i = 0; i < 15; ++i) {
        const Start one = start(program, arguments, home);
        times.append(one.shownMs);
        filled.append(one.filledMs);
        sizes.append(one.residentMb);
    }
    return {median(times), median(filled), median(sizes)};
}

} // namespace

void benchStart()
{
    const QTemporaryDir home;
    const CloudProcess cloud({u"--snapshots"_s, QString::number(cachedRows)});
    const Inventory::AccountInventory rows = loadFrom(cloud.url());
    fillHome(home.path(), rows);
    const Start empty =
        mediansOf(QStringLiteral(PROGRAMS "/snapdeck-empty-window"), {}, home.path());
    const Start ours =
        mediansOf(QStringLiteral(PROGRAMS "/snapdeck"), {u"--end-when-shown"_s}, home.path());
    const auto pair = [](double a, double b, const QString &unit) {
        return u"%1 %3 / %2 %3"_s.arg(a, 0, 'f', 1).arg(b, 0, 'f', 1).arg(unit);
    };
    print(u"Start to the first exposure with 10,000 cached rows, against an empty window"_s,
          {
              {u"time, aim"_s, pair(ours.shownMs, empty.shownMs, u"ms"_s),
               ours.shownMs / empty.shownMs, 1.5, Line::Sense::AtMost},
              {u"time, at least"_s, pair(ours.shownMs, empty.shownMs, u"ms"_s),
               ours.shownMs / empty.shownMs, 2.0, Line::Sense::AtMost},
              {u"resident memory with the rows"_s, pair(ours.residentMb, empty.residentMb, u"MB"_s),
               ours.residentMb / empty.residentMb, 1.75, Line::Sense::AtMost},
          });
    note(u"The rows are in the table after %1 ms."_s.arg(ours.filledMs, 0, 'f', 1));
    benchCoding(rows);
}

} // namespace Bench
