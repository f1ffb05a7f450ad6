// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "realcloud.h"
#include "support/faultproxy.h"

#include <algorithm>
#include <map>
#include <memory>

namespace Real {

/// A way to all services of a cloud that leads past a fault proxy before each: what the sign-in
/// tells of where they are is told anew.
class Detour
{
public:
    /// Requests that change something; a sign-in does not.
    static inline const QString changes = QStringLiteral("^(?!.*/auth/tokens)");

    Detour(const QUrl &signIn, const QList<QUrl> &services)
        : m_signIn(signIn)
    {
        for (const QUrl &url : QList<QUrl>{signIn} + services) {
            std::unique_ptr<Support::FaultProxy> &proxy = m_proxies[url.authority()];
            if (!proxy) {
                proxy = std::make_unique<Support::FaultProxy>(url.adjusted(QUrl::RemovePath));
            }
        }
        for (const auto &[from, proxy] : m_proxies) {
            for (const auto &[name, other] : m_proxies) {
                proxy->rename(QUrl(u"http://"_s + name), other->url());
            }
        }
    }

    [[nodiscard]] QUrl url() const
    {
        QUrl url = m_signIn;
        url.setAuthority(m_proxies.at(m_signIn.authority())->url().authority());
        return url;
    }
    void add(const Support::FaultRule &rule)
    {
        for (const auto &[name, proxy] : m_proxies) {
            proxy->add(rule);
        }
    }
    /// That a service was asked to carry out.
    [[nodiscard]] int changesCarriedOut() const
    {
        int count = 0;
        for (const auto &[name, proxy] : m_proxies) {
            for (const char *method : {"POST", "PUT", "PATCH", "DELETE"}) {
                count += proxy->carriedOut(method, changes);
            }
        }
        return count;
    }
    [[nodiscard]] int faults() const { return sum(&Support::FaultProxy::faults); }
    [[nodiscard]] int waitingInVain() const { return sum(&Support::FaultProxy::waitingInVain); }

    /// Why a cloud has no detour; empty where it has one. `services` are filled in.
    [[nodiscard]] static QString whyNot(const Cloud &cloud, QList<QUrl> &services)
    {
        const QJsonArray catalog = cloud.list({u"catalog"_s, u"list"_s});
        for (const auto &entry : catalog) {
            const QJsonArray endpoints = entry[u"Endpoints"].toArray();
            for (const auto &endpoint : endpoints) {
                services.append(QUrl(endpoint[u"url"].toString()));
            }
        }
        const bool isNear = !services.isEmpty()
            && std::ranges::all_of(services + QList<QUrl>{cloud.url()}, [](const QUrl &url) {
                   return url.scheme() == "http"_L1 && url.host() == "127.0.0.1"_L1;
               });
        return isNear ? QString()
                      : u"the services are not all on 127.0.0.1 in plain text, so that nothing can "
                        "be put between. SNAPDECK_OPENSTACK=/path ./dev test --real starts such a "
                        "cloud"_s;
    }

private:
    [[nodiscard]] int sum(int (Support::FaultProxy::*count)() const) const
    {
        int all = 0;
        for (const auto &[name, proxy] : m_proxies) {
            all += (proxy.get()->*count)();
        }
        return all;
    }

    QUrl m_signIn;
    std::map<QString, std::unique_ptr<Support::FaultProxy>> m_proxies; ///< by authority
};

} // namespace Real
