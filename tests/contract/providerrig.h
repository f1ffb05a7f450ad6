// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedcloud.h"
#include "domain/clock.h"
#include "providers/providerregistry.h"
#include "vendorwords.h"

#include <QNetworkAccessManager>
#include <QTest>

/// What the contract's tests share: a provider in front of its simulated cloud.
namespace Contract {

using namespace Qt::StringLiterals;

/// The value or error that a future ends with; an error of our own when it does not end.
template <class T>
Domain::Result<T> answer(const QFuture<Domain::Result<T>> &future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 30'000)) {
        return Domain::failure(Domain::ErrorKind::Unknown, u"the future never settled"_s);
    }
    return future.resultCount() == 1
        ? future.result()
        : Domain::failure(Domain::ErrorKind::Unknown, u"the future has no answer"_s);
}

/// The system's time, turned forward together with the simulated cloud's.
class TurnedClock final : public Domain::Clock
{
public:
    [[nodiscard]] QDateTime now() const override { return m_system.now().addDuration(m_turned); }
    [[nodiscard]] std::chrono::milliseconds elapsed() const override
    {
        return m_system.elapsed() + m_turned;
    }
    /// Waits are not made shorter: what waits here waits for the network.
    void callAfter(std::chrono::milliseconds delay, QObject *context,
                   std::function<void()> call) override
    {
        m_system.callAfter(delay, context, std::move(call));
    }
    void turn(std::chrono::milliseconds time) { m_turned += time; }

private:
    Domain::SystemClock m_system;
    std::chrono::milliseconds m_turned{0};
};

/// One provider, made by the registry, in front of its simulated cloud.
class Rig
{
public:
    explicit Rig(const Demo::CloudOptions &options, const QString &token = {})
        : m_cloud(options)
    {
        const std::expected<QUrl, QString> url = m_cloud.start();
        if (!url) {
            qFatal("%s", qUtf8Printable(url.error()));
        }
        m_account = {
            {u"2f4c0a52-8d0e-4a2b-9b53-6d0c5a7e1f01"_s}, u"shop"_s, options.vendor, {}, *url, 0};
        const QByteArray secret = (token.isEmpty() ? options.token : token).toUtf8();
        m_provider =
            Providers::makeProvider({m_account, Domain::Secret(secret), m_network, m_clock});
    }

    [[nodiscard]] Demo::SimulatedCloud &cloud() { return m_cloud; }
    [[nodiscard]] Domain::CloudProvider &provider() { return *m_provider; }
    [[nodiscard]] const Domain::Account &account() const { return m_account; }
    [[nodiscard]] Domain::Clock &clock() { return m_clock; }
    void destroyProvider() { m_provider.reset(); }

    /// Lets time pass, here and there.
    void skipTime(std::chrono::milliseconds time)
    {
        m_cloud.skipTime(time);
        m_clock.turn(time);
    }

    /// Follows until the task has ended, as fast as the simulated cloud's time can be turned.
    [[nodiscard]] Domain::Result<Domain::TaskProgress> followToEnd(const Domain::RemoteTask &task)
    {
        for (int round = 0; round < 400; ++round) {
            const auto progress = answer(m_provider->follow({task}));
            if (!progress) {
                return std::unexpected(progress.error());
            }
            if (progress->size() != 1) {
                return Domain::failure(Domain::ErrorKind::Unknown, u"not one progress a task"_s);
            }
            if (progress->first().state != Domain::TaskState::Running) {
                return progress->first();
            }
            skipTime(std::chrono::seconds(5));
        }
        return Domain::failure(Domain::ErrorKind::Unknown, u"the task never ended"_s);
    }

private:
    Demo::SimulatedCloud m_cloud;
    QNetworkAccessManager m_network;
    TurnedClock m_clock;
    Domain::Account m_account;
    std::unique_ptr<Domain::CloudProvider> m_provider;
};

/// "Unauthorized: message", for a failure that reads by itself.
template <class T>
QByteArray errorText(const Domain::Result<T> &result)
{
    return result ? "a value"_ba
                  : (QString::number(int(result.error().kind)) + u": "_s + result.error().code
                     + u' ' + result.error().message)
                        .toUtf8();
}

} // namespace Contract
