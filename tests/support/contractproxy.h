// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/loopbackserver.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QUrl>

namespace Support {

// Puts recorded exchanges through a validating proxy that knows a vendor's own contract: each
// request goes to the proxy as it was sent, and behind the proxy it is answered as it was answered.
// So every complaint is heard, and none changes what the test was about. The proxy starts with the
// first exchange and ends with this object.
class ContractProxy
{
public:
    // Why there is no proxy here, to be given as the reason of a skipped test. Empty: there is one.
    [[nodiscard]] static QString obstacle();

    explicit ContractProxy(const QString &contract);
    ~ContractProxy();
    ContractProxy(const ContractProxy &) = delete;
    ContractProxy &operator=(const ContractProxy &) = delete;

    // What the proxy says against a file of exchanges, one complaint a line; empty when it lets all
    // of them pass. A file without exchanges is a complaint too.
    [[nodiscard]] QString judge(const QString &exchanges);

private:
    [[nodiscard]] bool start();
    [[nodiscard]] QString complaint(const QJsonObject &exchange);

    QString m_contract;
    QJsonObject m_current;
    LoopbackServer m_cloud;
    QProcess m_process;
    QUrl m_url;
    QNetworkAccessManager m_network;
};

} // namespace Support
