// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "support/loopbackserver.h"
#include "support/manualclock.h"

#include <QFuture>
#include <QNetworkAccessManager>
#include <QTest>

#include <algorithm>

/// A server on this machine that answers what the test tells it to, for a provider to stand in
/// front of. What nobody told it to answer is noted, and refused.
class ProviderStub
{
public:
    /// `unexpected` is the body of the refusal.
    ProviderStub(const QString &base, const QByteArray &unexpected)
        : m_base(base.toLatin1())
        , m_refusal(unexpected)
        , m_server([this](const Support::ServedRequest &request) { return serve(request); })
    {
    }
    virtual ~ProviderStub() = default;
    ProviderStub(const ProviderStub &) = delete;
    ProviderStub &operator=(const ProviderStub &) = delete;

    [[nodiscard]] Support::LoopbackServer &server() { return m_server; }
    [[nodiscard]] Support::ManualClock &clock() { return m_clock; }
    [[nodiscard]] QNetworkAccessManager &network() { return m_network; }
    [[nodiscard]] QUrl url() const { return m_server.url(QString::fromLatin1(m_base)); }

    /// "GET /regions": what is answered each time.
    void always(const QByteArray &call, const QByteArray &body, int status = 200)
    {
        m_always[call] = Support::ServedAnswer{.status = status, .body = body};
    }
    /// Answered once, before what is answered each time; several in their order.
    void once(const QByteArray &call, const Support::ServedAnswer &answer)
    {
        m_once[call].append(answer);
    }
    void once(const QByteArray &call, const QByteArray &body, int status = 200)
    {
        once(call, Support::ServedAnswer{.status = status, .body = body});
    }

    /// How often a call came, of those that begin so.
    [[nodiscard]] int count(const QByteArray &call) const
    {
        const QByteArray withQuery = call + '?';
        return int(std::ranges::count_if(m_calls, [&](const QByteArray &made) {
            return made == call || made.startsWith(withQuery);
        }));
    }
    [[nodiscard]] const QList<QByteArray> &calls() const { return m_calls; }
    void forgetCalls() { m_calls.clear(); }
    [[nodiscard]] const QList<QByteArray> &unexpected() const { return m_unexpected; }
    [[nodiscard]] QByteArray lastBody() const { return m_server.requests().last().body; }

    /// Time passes as fast as need be: waits between tries cost nothing.
    template <class T>
    [[nodiscard]] Domain::Result<T> answer(const QFuture<Domain::Result<T>> &future)
    {
        using namespace std::chrono_literals;
        const bool isOver = QTest::qWaitFor(
            [&] {
                m_clock.advance(m_pace);
                return future.isFinished();
            },
            30'000);
        return isOver && future.resultCount() == 1
            ? future.result()
            : Domain::failure(Domain::ErrorKind::Unknown,
                              QStringLiteral("the future never settled"));
    }
    /// What passes while an answer is waited for; none where the test moves the clock itself.
    void setPace(std::chrono::milliseconds pace) { m_pace = pace; }

protected:
    /// What the request is called by: its method and what follows the base.
    [[nodiscard]] virtual QByteArray callOf(const Support::ServedRequest &request) const
    {
        return request.method + ' ' + request.target.mid(m_base.size());
    }

private:
    Support::ServedAnswer serve(const Support::ServedRequest &request)
    {
        const QByteArray call = callOf(request);
        m_calls.append(call);
        if (!m_once[call].isEmpty()) {
            return m_once[call].takeFirst();
        }
        if (m_always.contains(call)) {
            return m_always.value(call);
        }
        m_unexpected.append(call);
        return {.status = 404, .body = m_refusal};
    }

    QByteArray m_base;
    QByteArray m_refusal;
    QHash<QByteArray, Support::ServedAnswer> m_always;
    QHash<QByteArray, QList<Support::ServedAnswer>> m_once;
    QList<QByteArray> m_calls;
    QList<QByteArray> m_unexpected;
    std::chrono::milliseconds m_pace{500};
    Support::LoopbackServer m_server;
    QNetworkAccessManager m_network;
    Support::ManualClock m_clock;
};
