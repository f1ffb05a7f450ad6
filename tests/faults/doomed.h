// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cloudoptions.h"
#include "operations/journal.h"
#include "operations/operationrunner.h"
#include "providers/providerregistry.h"
#include "storage/storagethread.h"
#include "support/faultproxy.h"
#include "support/manualclock.h"

#include <QEventLoop>
#include <QNetworkReply>
#include <QThreadPool>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <string>

namespace Faults {

using namespace Qt::StringLiterals;

inline void tell(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

/// Counts the boundaries that are passed, and ends the program at one of them.
class Boundaries
{
public:
    using IsLast = std::function<bool(const QString &label, int passed)>;

    explicit Boundaries(IsLast isLast)
        : m_isLast(std::move(isLast))
    {
    }

    void arm() { m_isArmed = true; }
    bool isTold = true; ///< each on a line, and each request that changes something
    void pass(const QString &what)
    {
        if (!m_isArmed) {
            return;
        }
        const QString label = what + u" #"_s + QString::number(++m_passed[what]);
        if (isTold) {
            tell(u"at "_s + label);
        }
        if (m_isLast(label, ++m_all)) {
            (void)std::raise(SIGKILL);
        }
    }

private:
    IsLast m_isLast;
    int m_all = 0;
    bool m_isArmed = false;
    QHash<QString, int> m_passed;
};

/// Tells when a request is about to leave, and when its answer has come and nobody has seen it.
class Wire final : public QNetworkAccessManager
{
public:
    explicit Wire(Boundaries &boundaries)
        : m_boundaries(boundaries)
    {
    }

    [[nodiscard]] int open() const { return m_open; }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override
    {
        QByteArray verb = request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
        if (verb.isEmpty()) {
            verb = operation == PostOperation ? "POST" : operation == PutOperation ? "PUT" : "GET";
        }
        const QString what = QString::fromLatin1(verb) + u' ' + request.url().path();
        m_boundaries.pass(u"request "_s + what);
        ++m_open;
        QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, request, body);
        connect(reply, &QNetworkReply::finished, this, [this, reply, what] {
            --m_open;
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            if (m_boundaries.isTold && !what.startsWith("GET"_L1)) {
                tell(u"served %1 %2"_s.arg(status).arg(what));
            }
            m_boundaries.pass(u"answer "_s + what);
        });
        return reply;
    }

private:
    Boundaries &m_boundaries;
    int m_open = 0;
};

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
            setUp(*m_proxies.back());
            account.baseUrl = m_proxies.back()->url();
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
            std::getline(std::cin, line);
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
