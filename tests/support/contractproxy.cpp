// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/contractproxy.h"

#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QRegularExpression>

#include <memory>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

const int longestStartMs = 60'000;
const int longestStopMs = 10'000;
const int longestAnswerMs = 30'000;

QString proxyScript()
{
    return qEnvironmentVariable("SNAPDECK_CONTRACT_PROXY");
}

// Whoever carries the message says these for himself.
bool isOfTheConnection(const QString &name)
{
    static const QStringList names{u"host"_s,
                                   u"connection"_s,
                                   u"keep-alive"_s,
                                   u"content-length"_s,
                                   u"accept-encoding"_s,
                                   u"date"_s,
                                   u"transfer-encoding"_s};
    return names.contains(name, Qt::CaseInsensitive);
}

ServedAnswer answerOf(const QJsonObject &exchange)
{
    ServedAnswer answer;
    answer.status = exchange.value(u"status"_s).toInt();
    answer.body = exchange.value(u"responseBody"_s).toString().toUtf8();
    const QJsonObject headers = exchange.value(u"responseHeaders"_s).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        if (!isOfTheConnection(it.key())) {
            answer.headers.append(it.key(), it.value().toString());
        }
    }
    return answer;
}

QUrl urlOf(const QUrl &base, const QJsonObject &exchange)
{
    QByteArrayList items;
    const QJsonArray query = exchange.value(u"query"_s).toArray();
    for (const QJsonValueConstRef item : query) {
        items.append(QUrl::toPercentEncoding(item[0].toString()) + '='
                     + QUrl::toPercentEncoding(item[1].toString()));
    }
    QUrl url = base;
    url.setPath(exchange.value(u"path"_s).toString(), QUrl::DecodedMode);
    if (!items.isEmpty()) {
        url.setQuery(QString::fromLatin1(items.join('&')));
    }
    return url;
}

// Credentials are not recorded. That the right one was sent, the simulated cloud has seen to: it
// refuses any other.
QNetworkRequest requestOf(const QUrl &base, const QJsonObject &exchange)
{
    QNetworkRequest request(urlOf(base, exchange));
    const QJsonObject headers = exchange.value(u"requestHeaders"_s).toObject();
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        if (!isOfTheConnection(it.key())) {
            request.setRawHeader(it.key().toLatin1(), it.value().toString().toUtf8());
        }
    }
    request.setRawHeader("Authorization", "Bearer demo-secret-left-out");
    request.setRawHeader("X-API-Key", "demo-secret-left-out");
    request.setTransferTimeout(longestAnswerMs);
    return request;
}

// "response.body.images.0.status: must be equal to one of the allowed values; ..."
QString proxyWords(const QByteArray &body)
{
    const QJsonObject problem = QJsonDocument::fromJson(body).object();
    QStringList words;
    const QJsonArray violations = problem.value(u"validation"_s).toArray();
    for (const QJsonValueConstRef violation : violations) {
        QStringList location;
        const QJsonArray steps = violation[u"location"_s].toArray();
        for (const QJsonValueConstRef step : steps) {
            location.append(step.toVariant().toString());
        }
        const QString where = location.isEmpty() ? QString() : location.join(u'.') + u": "_s;
        words.append(where + violation[u"message"_s].toString());
    }
    if (words.isEmpty()) {
        words = {problem.value(u"title"_s).toString(), problem.value(u"detail"_s).toString()};
    }
    return words.join(u"; "_s);
}

} // namespace

QString ContractProxy::obstacle()
{
    return QFile::exists(proxyScript())
        ? QString()
        : u"There is no validating proxy: ./dev test fetches it when SNAPDECK_CONTRACTS is set."_s;
}

ContractProxy::ContractProxy(const QString &contract)
    : m_contract(contract)
    , m_cloud([this](const ServedRequest &) { return answerOf(m_current); })
{
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

ContractProxy::~ContractProxy()
{
    if (m_process.state() != QProcess::NotRunning) {
        m_process.terminate();
        if (!m_process.waitForFinished(longestStopMs)) {
            m_process.kill();
            m_process.waitForFinished(longestStopMs);
        }
    }
}

bool ContractProxy::start()
{
    static const QRegularExpression listening(u"listening on (http://127\\.0\\.0\\.1:\\d+)"_s);
    m_process.start(u"node"_s,
                    {proxyScript(), u"proxy"_s, u"-h"_s, u"127.0.0.1"_s, u"-p"_s, u"0"_s,
                     u"--errors"_s, m_contract, m_cloud.url(QString()).toString()});
    QByteArray said;
    while (m_url.isEmpty() && m_process.waitForReadyRead(longestStartMs)) {
        said += m_process.readAll();
        m_url = QUrl(listening.match(QString::fromUtf8(said)).captured(1));
    }
    if (m_url.isEmpty()) {
        qWarning("%s%s", said.constData(), qUtf8Printable(m_process.errorString()));
    }
    return !m_url.isEmpty();
}

QString ContractProxy::judge(const QString &exchanges)
{
    QFile file(exchanges);
    if (!file.open(QIODevice::ReadOnly)) {
        return file.errorString();
    }
    if (m_url.isEmpty() && !start()) {
        return u"The proxy did not start."_s;
    }
    QStringList complaints;
    int count = 0;
    while (!file.atEnd()) {
        m_current = QJsonDocument::fromJson(file.readLine()).object();
        ++count;
        if (const QString words = complaint(m_current); !words.isEmpty()) {
            complaints.append(u"exchange %1, %2 %3 %4: %5"_s.arg(
                QString::number(count), m_current.value(u"method"_s).toString(),
                m_current.value(u"path"_s).toString(),
                m_current.value(u"status"_s).toVariant().toString(), words));
        }
        m_process.readAll(); // what it logs is of no use, and would pile up
    }
    return count == 0 ? u"There is no exchange."_s : complaints.join(u'\n');
}

QString ContractProxy::complaint(const QJsonObject &exchange)
{
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(
        requestOf(m_url, exchange), exchange.value(u"method"_s).toString().toLatin1(),
        exchange.value(u"requestBody"_s).toString().toUtf8()));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray type = reply->header(QNetworkRequest::ContentTypeHeader).toByteArray();
    if (type.startsWith("application/problem+json")) {
        return proxyWords(reply->readAll());
    }
    return status == exchange.value(u"status"_s).toInt()
        ? QString()
        : u"the proxy answered %1, %2"_s.arg(status).arg(reply->errorString());
}

} // namespace Support
