// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "boundaries.h"
#include "demo/cloudoptions.h"
#include "operations/journal.h"
#include "operations/operationrunner.h"
#include "providers/providerregistry.h"
#include "storage/storagethread.h"
#include "support/faultproxy.h"
#include "support/manualclock.h"

#include <QEventLoop>
#include <QThreadPool>
#include <QTimer>

#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>

namespace Faults {

using namespace Qt::StringLiterals;

/// The program without its window, at clouds that somebody else runs: accounts with the real
/// providers and network code, the real runner and journal. Time stands still while anything is on
/// its way; when nothing is, it asks on the standard output for the clouds' time to go on.
class Doomed : public QObject
{
public:
    Doomed(const QDateTime &now, const QString &folder, Boundaries::IsLast isLast)
        : boundaries(std::move(isLast))
        , wire(boundaries)
        , clock(now)
        , journal(folder + u"/journal.sqlite"_s, m_thread)
        , runner([this](const Domain::AccountId &id) { return providerOf(id); }, clock)
    {
        connect(&m_ticks, &QTimer::timeout, this, [this] { tick(); });
        m_ticks.start(0);
    }

    /// Named after its vendor. With a proxy between, where the caller wants one.
    Domain::CloudProvider &addAccount(const QString &vendor, const QUrl &cloud,
                                      const std::function<void(Support::FaultProxy &)> &setUp = {})
    {
        Domain::Account account;
        account.id = {vendor};
        account.provider = vendor;
        account.baseUrl = cloud;
        if (setUp) {
            m_proxies.push_back(std::make_unique<Support::FaultProxy>(cloud));
            account.baseUrl = m_proxies.back()->url();
            m_proxies.back()->rename(cloud, account.baseUrl);
            setUp(*m_proxies.back());
        }
        const QString token = Demo::CloudOptions::forVendor(vendor).token;
        std::unique_ptr<Domain::CloudProvider> &provider = m_providers[vendor];
        provider = Providers::makeProvider({account, Domain::Secret(token.toUtf8()), wire, clock});
        return *provider;
    }

    /// As the program begins. Nothing where the journal can't be read.
    [[nodiscard]] std::optional<QList<Domain::JournalEntry>> openJournal()
    {
        const auto opened = await(journal.open());
        const auto contents = await(journal.all());
        runner.setJournal([this](const Domain::Operation &operation) { return write(operation); });
        return opened && contents ? std::optional(contents->entries) : std::nullopt;
    }
    void resume(const QList<Domain::JournalEntry> &entries)
    {
        QList<Domain::Operation> unfinished;
        for (const Domain::JournalEntry &entry : entries) {
            if (!entry.operation.isOver()) {
                unfinished.append(entry.operation);
            }
        }
        runner.resume(unfinished);
    }

    /// Until nothing is to be done any more.
    void finish()
    {
        QEventLoop loop;
        m_resting = &loop;
        loop.exec();
        m_resting = nullptr;
    }

    template <class T>
    [[nodiscard]] Domain::Result<T> await(const QFuture<Domain::Result<T>> &future)
    {
        QEventLoop loop;
        QFuture(future).then(&loop, [&loop](const Domain::Result<T> &) { loop.quit(); });
        if (!future.isFinished()) {
            loop.exec();
        }
        return future.result();
    }

    [[nodiscard]] Domain::CloudProvider *providerOf(const Domain::AccountId &id) const
    {
        const auto found = m_providers.find(id.value);
        return found == m_providers.end() ? nullptr : found->second.get();
    }

    /// Whether there is anything left to wait for.
    [[nodiscard]] virtual bool isBusy() const { return runner.hasRunning(); }

    Boundaries boundaries;
    Wire wire;
    Support::ManualClock clock;

private:
    Storage::StorageThread m_thread;

public:
    Operations::Journal journal;

private:
    std::vector<std::unique_ptr<Support::FaultProxy>> m_proxies;
    std::map<QString, std::unique_ptr<Domain::CloudProvider>> m_providers;

public:
    Operations::OperationRunner runner;

private:
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> write(const Domain::Operation &operation)
    {
        boundaries.pass(u"write"_s);
        ++m_writing;
        const Domain::Deferred<Domain::Done> answer;
        journal.write({operation, operation.account.value, u"nobody"_s})
            .then(this, [this, answer](const Domain::Result<Domain::Done> &written) {
                --m_writing;
                boundaries.pass(u"written"_s);
                answer.settle(written);
            });
        return answer.future();
    }

    [[nodiscard]] bool isQuiet() const
    {
        int inVain = 0;
        for (const auto &proxy : m_proxies) {
            inVain += proxy->waitingInVain();
        }
        // A connection outlives the request that was given up on it.
        return wire.open() <= inVain && m_writing == 0
            && QThreadPool::globalInstance()->activeThreadCount() == 0;
    }

    void tick()
    {
        constexpr int turns = 5;
        const bool quiet = isQuiet();
        m_quietTurns = quiet ? m_quietTurns + 1 : 0;
        m_ticks.setInterval(quiet ? 0 : 1); // not at the cost of what is waited for
        if (m_quietTurns < turns) {
            return;
        }
        m_quietTurns = 0;
        const std::optional<std::chrono::milliseconds> next = clock.nextCall();
        if (next && (!m_resting || isBusy())) {
            tell(u"skip "_s + QString::number(next->count()));
            std::string line;
            if (!std::getline(std::cin, line)) {
                std::_Exit(1); // whoever started this is gone
            }
            clock.advance(*next);
        } else if (m_resting && !isBusy()) {
            m_resting->quit();
        }
    }

    QTimer m_ticks;
    QEventLoop *m_resting = nullptr;
    int m_writing = 0;
    int m_quietTurns = 0;
};

} // namespace Faults
