// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/stackconsole/stackconsoleprovider.h"
#include "stackconsolefixtures.h"
#include "support/loopbackserver.h"
#include "support/manualclock.h"

#include <QNetworkAccessManager>

/// A StackConsole provider for the account "a" in front of a server that answers what the test
/// tells it to, by default the fixtures. What nobody told it to answer is noted, and refused.
class StackConsoleStub
{
public:
    static inline const QByteArray token = "demo-secret-1f3a|Zx_9~two|three";
    static inline const QString base = QStringLiteral("/backend/api");
    static inline const QByteArray volumeList =
        "GET /blockstorages"
        "?include=cloud_provider,region,virtual_machine,project,offering&page=1";
    static inline const QByteArray serverList =
        "GET /virtual-machines?include=networks,ipaddresses,offering&page=1";
    static inline const QByteArray volumeSnapshots =
        "GET /blockstorages/snapshots"
        "?include=blockstorage,region,cloud_provider,project&page=1";
    static inline const QByteArray serverSnapshots = "GET /virtual-machines/snapshots?page=1";

    StackConsoleStub()
        : m_server([this](const Support::ServedRequest &request) { return serve(request); })
        , m_provider(std::make_unique<Providers::StackConsoleProvider>(context()))
    {
        const auto fixture = [](const char *name) {
            return StackConsoleFixtures::read(QString::fromLatin1(name));
        };
        always("GET /regions", fixture("regions"));
        always("GET /projects", fixture("projects"));
        always("GET /cloud-providers", fixture("cloud_providers"));
        always("GET /billing-cycles", fixture("billing_cycles"));
        always("GET /profile", fixture("profile"));
        always("GET /account/balance", fixture("balance"));
        always(volumeList, fixture("volumes"));
        always(serverList, fixture("servers"));
        always(volumeSnapshots, fixture("volume_snapshots"));
        always(serverSnapshots, fixture("server_snapshots"));
    }

    [[nodiscard]] Domain::CloudProvider &provider() { return *m_provider; }
    void destroyProvider() { m_provider.reset(); }
    [[nodiscard]] Support::LoopbackServer &server() { return m_server; }
    [[nodiscard]] Support::ManualClock &clock() { return m_clock; }
    [[nodiscard]] QNetworkAccessManager &network() { return m_network; }
    [[nodiscard]] QUrl url() const { return m_server.url(base); }

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

    [[nodiscard]] static QByteArray refusal(const QByteArray &message)
    {
        return R"({"status":"Error","message":")" + message + R"("})";
    }
    [[nodiscard]] static QByteArray success(const QByteArray &data)
    {
        return R"({"status":"Success","message":"OK","data":)" + data + "}";
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

private:
    [[nodiscard]] Providers::ProviderContext context()
    {
        Domain::Account account;
        account.id = {QStringLiteral("a")};
        account.name = QStringLiteral("shop");
        account.provider = QStringLiteral("stackconsole");
        account.baseUrl = m_server.url(base);
        Domain::Profile profile;
        profile.currency = QStringLiteral("MMK");
        return {account, Domain::Secret(token), m_network, m_clock, profile};
    }

    Support::ServedAnswer serve(const Support::ServedRequest &request)
    {
        const QByteArray call = request.method + ' ' + request.target.mid(base.size());
        m_calls.append(call);
        if (!m_once[call].isEmpty()) {
            return m_once[call].takeFirst();
        }
        if (m_always.contains(call)) {
            return m_always.value(call);
        }
        m_unexpected.append(call);
        return {.status = 404, .body = refusal("unexpected")};
    }

    QHash<QByteArray, Support::ServedAnswer> m_always;
    QHash<QByteArray, QList<Support::ServedAnswer>> m_once;
    QList<QByteArray> m_calls;
    QList<QByteArray> m_unexpected;
    std::chrono::milliseconds m_pace{500};
    Support::LoopbackServer m_server;
    QNetworkAccessManager m_network;
    Support::ManualClock m_clock;
    std::unique_ptr<Domain::CloudProvider> m_provider;
};
