// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openstackcontracts.h"

#include "support/contractjudge.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

using Service = OpenStackContracts::Service;

QString textOf(const QJsonValue &body)
{
    if (body.isNull() || body.isString()) {
        return body.toString();
    }
    return QString::fromUtf8(body.isArray()
                                 ? QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact)
                                 : QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact));
}

// Redirects and choices of versions: the contracts know of neither.
bool isNoAnswer(int status)
{
    return status >= 300 && status < 400;
}

// As the judge reads it; nothing for one with another service.
QJsonObject captured(const QString &fileName, const Service &service)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonDocument whole = QJsonDocument::fromJson(file.readAll());
    const QUrl url(whole[u"request"][u"url"].toString());
    const int status = whole[u"response"][u"status"].toInt();
    if (url.port() != service.port || isNoAnswer(status)) {
        return {};
    }
    QJsonArray query;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        query.append(QJsonArray{name, value});
    }
    return {{u"method"_s, whole[u"request"][u"method"]},
            {u"path"_s, url.path()},
            {u"query"_s, query},
            {u"requestHeaders"_s, QJsonObject()},
            {u"requestBody"_s, textOf(whole[u"request"][u"body"])},
            {u"status"_s, status},
            {u"responseHeaders"_s, QJsonObject()},
            {u"responseBody"_s, textOf(whole[u"response"][u"body"])}};
}

// A complaint without what differs from object to object.
QString general(QString complaint)
{
    static const QList<std::pair<QRegularExpression, QString>> particulars{
        {QRegularExpression(u"\\Aexchange \\d+, "_s), QString()},
        // What was asked is the same, whatever came of it.
        {QRegularExpression(u" \\d{3}: (?=path|method|query|header|request)"_s), u": "_s},
        {QRegularExpression(u"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}"_s), u"ID"_s},
        {QRegularExpression(u"metadata/[a-z_]+ "_s), u"metadata/KEY "_s},
        {QRegularExpression(u"\\[\\d+\\]"_s), u"[]"_s},
        {QRegularExpression(u": (\\{.*\\}|'[^']*'|\\d+) is "_s), u": it is "_s},
        {QRegularExpression(u": \\{.*"_s), u": it is of more than one shape"_s},
        {QRegularExpression(u"valid under each of .*"_s), u"of more than one shape"_s},
    };
    for (const auto &[pattern, word] : particulars) {
        complaint.replace(pattern, word);
    }
    return complaint;
}

bool writeLines(const QString &fileName, const QList<QJsonObject> &exchanges)
{
    QFile file(fileName);
    if (!file.open(QIODevice::WriteOnly)) {
        return false;
    }
    for (const QJsonObject &exchange : exchanges) {
        file.write(QJsonDocument(exchange).toJson(QJsonDocument::Compact) + '\n');
    }
    return true;
}

// Only of one service.
QList<QJsonObject> recorded(const QString &fileName, const Service &service, const QString &from,
                            const QString &to)
{
    QFile all(fileName);
    QList<QJsonObject> exchanges;
    if (!all.open(QIODevice::ReadOnly)) {
        return exchanges;
    }
    while (!all.atEnd()) {
        QJsonObject exchange = QJsonDocument::fromJson(all.readLine()).object();
        const QString path = exchange.value(u"path"_s).toString();
        if (!path.startsWith(service.path) || isNoAnswer(exchange.value(u"status"_s).toInt())) {
            continue;
        }
        exchange.insert(u"path"_s, path.mid(service.path.size()));
        QString body = exchange.value(u"responseBody"_s).toString();
        exchange.insert(u"responseBody"_s, from.isEmpty() ? body : body.replace(from, to));
        exchanges.append(exchange);
    }
    return exchanges;
}

QList<QJsonObject> capturedWith(const Service &service)
{
    const QDir folder(QStringLiteral(SOURCE_ROOT "/tests/demo/data/openstack"));
    QList<QJsonObject> exchanges;
    const QStringList names = folder.entryList(QDir::Files);
    for (const QString &name : names) {
        const QJsonObject exchange = captured(folder.filePath(name), service);
        if (!exchange.isEmpty()) {
            exchanges.append(exchange);
        }
    }
    return exchanges;
}

// A complaint about the answer of a refusal.
bool isOfRefusal(const QString &line)
{
    static const QRegularExpression pattern(
        u"\\Aexchange \\d+, \\w+ \\S+ [45]\\d\\d: (status|response)"_s);
    return pattern.match(line).hasMatch();
}

QSet<QString> blame(const Service &service, const QList<QJsonObject> &exchanges)
{
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(u"exchanges"_s);
    if (!writeLines(fileName, exchanges)) {
        return {u"The exchanges could not be written."_s};
    }
    const ContractJudge::Verdict verdict =
        ContractJudge::judge(ContractJudge::contract(service.contract), fileName);
    QSet<QString> found;
    const QStringList lines = verdict.text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        // The real cloud had no networks, so no captured exchange has addresses; those of ours are
        // as documented elsewhere. So is the filter by the volume: the list's own documentation
        // names none, since an operator may choose them.
        const bool isKnown = line.contains(u".addresses."_s)
            || line.endsWith(u"query volume_id: is not a parameter of this operation"_s)
            // Images can be asked for by any of their properties, those that others gave them too.
            || line.endsWith(u"query snapdeck_op: is not a parameter of this operation"_s);
        if (line.startsWith(u"exchange "_s) && !isKnown && !isOfRefusal(line)) {
            found.insert(general(line));
        }
    }
    const bool isJudged = std::ranges::any_of(
        lines, [](const QString &line) { return line.startsWith(u"exchange "_s); });
    if (verdict.exitCode != 0 && !isJudged) {
        found.insert(verdict.text);
    }
    return found;
}

} // namespace

const QList<Service> &OpenStackContracts::services()
{
    static const QList<Service> all{
        {u"openstack-block-storage.json"_s, u"/volume"_s, 18776},
        {u"openstack-compute.json"_s, u"/compute"_s, 18774},
        {u"openstack-image.json"_s, u"/image"_s, 19292},
    };
    return all;
}

QString OpenStackContracts::obstacle()
{
    for (const Service &service : services()) {
        if (ContractJudge::contract(service.contract).isEmpty()) {
            return ContractJudge::missingContract(service.contract);
        }
    }
    return ContractJudge::obstacle();
}

QSet<QString> OpenStackContracts::complaints(const Service &service, const QString &exchanges,
                                             const QString &from, const QString &to)
{
    return blame(service, recorded(exchanges, service, from, to))
        - blame(service, capturedWith(service));
}

} // namespace Support
