// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHttpHeaders>
#include <QList>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace Support {

/// One request that has to come, and what is answered.
struct ScriptedExchange
{
    QByteArray method;
    QString target; ///< path and query as sent: "/v1/images?type=snapshot&page=1"
    QByteArray sentBody = {}; ///< compared as JSON where it is JSON
    int status = 200;
    QByteArray answer = {};
    QHttpHeaders headers = {}; ///< without Content-Type: application/json is added
    QNetworkReply::NetworkError failure = QNetworkReply::NoError; ///< instead of an answer
};

/// Plays exchanges in the order they were expected, without a network. A request that is unexpected
/// or different fails the running test and gets no answer; so does an exchange that is never used.
class ScriptedNetworkAccessManager final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    using QNetworkAccessManager::QNetworkAccessManager;
    ~ScriptedNetworkAccessManager() override;

    void expect(const ScriptedExchange &exchange) { m_script.append(exchange); }
    /// For the common case: a GET answered with 200.
    void expectGet(const QString &target, const QByteArray &answer);

    [[nodiscard]] bool isPlayed() const { return m_script.isEmpty(); }
    /// As they came, with their headers.
    [[nodiscard]] const QList<QNetworkRequest> &requests() const { return m_requests; }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    QList<ScriptedExchange> m_script;
    QList<QNetworkRequest> m_requests;
};

} // namespace Support
