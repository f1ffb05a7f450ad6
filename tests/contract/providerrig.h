// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedcloud.h"
#include "domain/clock.h"
#include "providers/providerregistry.h"

#include <QNetworkAccessManager>
#include <QTest>

#include <algorithm>

/// What the contract's tests share: a provider in front of its simulated cloud, and the few words
/// of a vendor that they can't do without.
namespace Contract {

using namespace Qt::StringLiterals;

/// How the simulated cloud of one vendor is told to lose an answer, and what to try things on.
struct Vendor
{
    QString id;
    QString contract; ///< the file that judges its exchanges
    QString server; ///< runs, obeys, has a usable snapshot and nothing that protects it
    QString lostAnswer; ///< the vendor's word for a failure that proves nothing
    QByteArray (*method)(const Domain::Request &) = nullptr;
    QString (*pathPart)(const Domain::Request &) = nullptr; ///< of the request's path
};

inline QByteArray hetznerMethod(const Domain::Request &request)
{
    const bool isRemoval = std::holds_alternative<Domain::RemoveSnapshot>(request);
    const bool isRenaming = std::holds_alternative<Domain::RenameSnapshot>(request);
    return isRemoval ? "DELETE"_ba : isRenaming ? "PUT"_ba : "POST"_ba;
}

inline QString hetznerPathPart(const Domain::Request &request)
{
    static_assert(std::variant_size_v<Domain::Request> == 6);
    static const QStringList parts = {u"/create_image"_s, u"/rebuild"_s,           u"/images/"_s,
                                      u"/images/"_s,      u"/change_protection"_s, u"/actions/"_s};
    return parts.at(static_cast<qsizetype>(request.index()));
}

inline const QList<Vendor> &vendors()
{
    static const QList<Vendor> all = {
        {u"hetzner"_s, u"hetzner-cloud.json"_s, u"kunde-osthoff"_s, u"unavailable"_s, hetznerMethod,
         hetznerPathPart},
    };
    return all;
}

inline const Vendor *findVendor(const QString &id)
{
    const auto found = std::ranges::find(vendors(), id, &Vendor::id);
    return found == vendors().end() ? nullptr : &*found;
}

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
    void destroyProvider() { m_provider.reset(); }

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
            m_cloud.skipTime(std::chrono::seconds(5));
        }
        return Domain::failure(Domain::ErrorKind::Unknown, u"the task never ended"_s);
    }

private:
    Demo::SimulatedCloud m_cloud;
    QNetworkAccessManager m_network;
    Domain::SystemClock m_clock;
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
