// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hetznerfixtures.h"
#include "providers/providerregistry.h"
#include "support/manualclock.h"
#include "support/scriptednetwork.h"

/// A Hetzner provider whose exchanges are scripted, for the account "a" at
/// https://cloud.example/v1. The objects of the fixtures carry the ids below.
class HetznerScript
{
public:
    static inline const Domain::ResourceKey server = {
        {QStringLiteral("a")}, Domain::ResourceKind::Server, {QStringLiteral("48210337")}};
    static inline const Domain::SnapshotKey image = {
        {QStringLiteral("a")}, Domain::ResourceKind::Server, {QStringLiteral("311200101")}};
    static inline const QString marker = QStringLiteral("5b1f7c1e-2f6b-4d0b-9a57-0e0d6fb4a001");
    static inline const Domain::Request take =
        Domain::TakeSnapshot{server, QStringLiteral("pre-upgrade"), marker, {}};
    static inline const QString imageTarget = QStringLiteral("/v1/images/311200101");

    HetznerScript()
        : m_provider(Providers::makeProvider(
              {account(), Domain::Secret("demo-secret-scripted"), m_network, m_clock}))
    {
    }

    [[nodiscard]] Domain::CloudProvider &provider() { return *m_provider; }
    [[nodiscard]] Support::ScriptedNetworkAccessManager &network() { return m_network; }
    [[nodiscard]] Domain::Clock &clock() { return m_clock; }

    /// The answers carry the request id "c0ffee".
    void expect(const QByteArray &method, const QString &target, int status,
                const QByteArray &answer, const QByteArray &sentBody = {})
    {
        Support::ScriptedExchange exchange;
        exchange.method = method;
        exchange.target = target;
        exchange.sentBody = sentBody;
        exchange.status = status;
        exchange.answer = answer;
        exchange.headers.append("X-Correlation-Id", "c0ffee");
        m_network.expect(exchange);
    }

    void expectGet(const QString &target, const QByteArray &answer, int status = 200)
    {
        expect("GET", target, status, answer);
    }

    [[nodiscard]] static QByteArray refusal(const QByteArray &code)
    {
        return R"({"error":{"code":")" + code + R"(","message":"no","details":null}})";
    }

    /// Time passes as fast as need be: waits between tries cost nothing.
    template <class T>
    [[nodiscard]] Domain::Result<T> answer(const QFuture<Domain::Result<T>> &future)
    {
        using namespace std::chrono_literals;
        const bool isOver = QTest::qWaitFor(
            [&] {
                m_clock.advance(100ms);
                return future.isFinished();
            },
            30'000);
        return isOver && future.resultCount() == 1
            ? future.result()
            : Domain::failure(Domain::ErrorKind::Unknown,
                              QStringLiteral("the future never settled"));
    }

private:
    static Domain::Account account()
    {
        return {{QStringLiteral("a")},
                QStringLiteral("shop"),
                QStringLiteral("hetzner"),
                {},
                QUrl(QStringLiteral("https://cloud.example/v1")),
                0};
    }

    Support::ScriptedNetworkAccessManager m_network;
    Support::ManualClock m_clock;
    std::unique_ptr<Domain::CloudProvider> m_provider;
};
