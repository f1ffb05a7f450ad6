// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/contractjudge.h"
#include "support/contractproxy.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using Support::ContractJudge;
using Support::ContractProxy;

namespace {

// OpenAPI has such a parameter ignored. The proxy does not.
const char ignored[] =
    R"({"name": "Accept", "in": "header", "required": true, "schema": {"enum": ["never"]}},)";

// A contract with one of everything that the judge looks at.
const char contract[] = R"({
  "openapi": "3.0.3",
  "info": {"title": "Pictures", "version": "1"},
  "paths": {
    "/v1/pictures/all": {"get": {"responses": {"200": {"content": {"application/json": {"schema":
        {"type": "array"}}}}}}},
    "/v1/pictures/{id}": {
      "get": {
        "parameters": [
          {"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}},
          {"name": "page", "in": "query", "schema": {"type": "integer"}},
          {"name": "X-Album", "in": "header", "required": true,
           "schema": {"type": "string", "format": "uuid"}},
          {"name": "Accept", "in": "header", "required": true, "schema": {"enum": ["never"]}},
          {"name": "kind", "in": "query",
           "schema": {"type": "array", "items": {"enum": ["big", "small"]}}}],
        "responses": {
          "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Picture"}}}},
          "4XX": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}}}},
      "put": {
        "requestBody": {"required": true, "content": {"application/json": {"schema":
          {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}}}},
        "responses": {"204": {"description": "changed"}}}}},
  "components": {"schemas": {
    "Picture": {"type": "object", "required": ["id", "taken", "price"], "properties": {
      "id": {"type": "integer"},
      "taken": {"type": "string", "format": "date-time"},
      "price": {"type": "string", "format": "decimal"},
      "tags": {"type": "object", "additionalProperties": {"type": "string"}},
      "parent": {"type": "integer", "nullable": true}}},
    "Error": {"type": "object", "required": ["error"], "properties": {"error": {"type": "object",
      "required": ["code"], "properties": {"code": {"type": "string"}}}}}}}
})";

QJsonObject goodPicture()
{
    return {{u"id"_s, 7},
            {u"taken"_s, u"2026-11-20T14:02:11+00:00"_s},
            {u"price"_s, u"1.1900000000000000"_s},
            {u"tags"_s, QJsonObject{{u"env"_s, u"prod"_s}}},
            {u"parent"_s, QJsonValue::Null}};
}

QString text(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject goodGet()
{
    return {{u"method"_s, u"GET"_s},
            {u"path"_s, u"/v1/pictures/7"_s},
            {u"query"_s,
             QJsonArray{QJsonArray{u"page"_s, u"2"_s}, QJsonArray{u"kind"_s, u"big"_s},
                        QJsonArray{u"kind"_s, u"small"_s}}},
            {u"requestHeaders"_s,
             QJsonObject{{u"x-album"_s, u"5ac21891-32e6-41ce-8a93-b5d6ab708b0d"_s},
                         {u"content-type"_s, u"application/json"_s}}},
            {u"requestBody"_s, QString()},
            {u"status"_s, 200},
            {u"responseHeaders"_s, QJsonObject{{u"Content-Type"_s, u"application/json"_s}}},
            {u"responseBody"_s, text(goodPicture())}};
}

QJsonObject goodPut()
{
    QJsonObject exchange = goodGet();
    exchange.insert(u"method"_s, u"PUT"_s);
    exchange.insert(u"query"_s, QJsonArray{});
    exchange.insert(u"requestBody"_s, u"{\"name\":\"sunset\"}"_s);
    exchange.insert(u"status"_s, 204);
    exchange.insert(u"responseHeaders"_s, QJsonObject{});
    exchange.insert(u"responseBody"_s, QString());
    return exchange;
}

QJsonObject changed(QJsonObject exchange, const QString &member, const QJsonValue &value)
{
    exchange.insert(member, value);
    return exchange;
}

QJsonObject withPicture(const QString &member, const QJsonValue &value)
{
    QJsonObject picture = goodPicture();
    if (value.isUndefined()) {
        picture.remove(member);
    } else {
        picture.insert(member, value);
    }
    return changed(goodGet(), u"responseBody"_s, text(picture));
}

QJsonArray oneItem(const QString &name, const QString &value)
{
    return {QJsonArray{name, value}};
}

} // namespace

// A judge that can't find anything wrong proves nothing: each kind of fault must be found and
// named. And what the proxy lets pass is what the judge is for.
class JudgeTest : public QObject
{
    Q_OBJECT

    enum class ByProxy { Found, Passed, Either };

    QTemporaryDir m_folder;
    std::unique_ptr<ContractProxy> m_proxy;

    ContractJudge::Verdict judge(
        const QList<QJsonObject> &exchanges,
        ContractJudge::OtherErrors otherErrors = ContractJudge::OtherErrors::Wrong)
    {
        return ContractJudge::judge(write(u"contract.json"_s, contract), fileOf(exchanges),
                                    otherErrors);
    }

    QString fileOf(const QList<QJsonObject> &exchanges)
    {
        QByteArray lines;
        for (const QJsonObject &exchange : exchanges) {
            lines += text(exchange).toUtf8() + '\n';
        }
        return write(u"exchanges"_s, lines);
    }

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        return isWritten ? file.fileName() : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString obstacle = ContractJudge::obstacle(); !obstacle.isEmpty()) {
            QSKIP(qPrintable(obstacle));
        }
        if (ContractProxy::obstacle().isEmpty()) {
            m_proxy = std::make_unique<ContractProxy>(
                write(u"without-accept.json"_s, QByteArray(contract).replace(ignored, "")));
        }
    }

    void acceptsWhatIsRight()
    {
        const QJsonObject refused = changed(changed(goodGet(), u"status"_s, 404), u"responseBody"_s,
                                            u"{\"error\":{\"code\":\"x\"}}"_s);
        const ContractJudge::Verdict verdict = judge({goodGet(), goodPut(), refused});
        QVERIFY2(verdict.isGood(), qUtf8Printable(verdict.text));
        QCOMPARE(verdict.text, u"3 exchanges, 0 complaints\n"_s);
        if (m_proxy) {
            QCOMPARE(m_proxy->judge(fileOf({goodGet(), goodPut(), refused})), QString());
        }
    }

    void judgesErrorsThatAreNotDeclaredByTheirShapeIfAsked()
    {
        using enum ContractJudge::OtherErrors;
        const auto failing = [](const QString &body) {
            return changed(changed(goodGet(), u"status"_s, 503), u"responseBody"_s, body);
        };
        const QJsonObject right = failing(u"{\"error\":{\"code\":\"x\"}}"_s);
        QVERIFY(judge({right}).text.contains(u"status: 503 is not documented"_s));
        QVERIFY(judge({right}, ByTheirShape).isGood());
        QVERIFY(judge({failing(u"{}"_s)}, ByTheirShape).text.contains(u"'error' is a required"_s));
        const QJsonObject success = changed(goodGet(), u"status"_s, 201);
        QVERIFY(judge({success}, ByTheirShape).text.contains(u"201 is not documented"_s));
    }

    void findsWhatIsWrong_data()
    {
        QTest::addColumn<QJsonObject>("exchange");
        QTest::addColumn<QString>("complaint");
        QTest::addColumn<ByProxy>("byProxy");
        const auto row = [](const char *name, const QJsonObject &exchange, const QString &where,
                            ByProxy byProxy = ByProxy::Found) {
            QTest::newRow(name) << exchange << where << byProxy;
        };
        row("unknown path", changed(goodGet(), u"path"_s, u"/v1/photos"_s), u"path: /v1/photos"_s);
        row("unknown method", changed(goodGet(), u"method"_s, u"PATCH"_s), u"method: PATCH"_s);
        row("a word in the path", changed(goodGet(), u"path"_s, u"/v1/pictures/x"_s),
            u"path id: 'x'"_s);
        row("a literal path is not a placeholder",
            changed(changed(goodGet(), u"path"_s, u"/v1/pictures/all"_s), u"query"_s, QJsonArray{}),
            u"response body: {"_s);
        row("unknown parameter", changed(goodGet(), u"query"_s, oneItem(u"size"_s, u"1"_s)),
            u"query size: is not a parameter"_s, ByProxy::Passed);
        row("parameter of another type",
            changed(goodGet(), u"query"_s, oneItem(u"page"_s, u"two"_s)), u"query page: 'two'"_s);
        row("parameter with another word",
            changed(goodGet(), u"query"_s, oneItem(u"kind"_s, u"huge"_s)), u"query kind[0]"_s);
        row("header missing", changed(goodGet(), u"requestHeaders"_s, QJsonObject{}),
            u"header X-Album: is missing"_s);
        row("header in another form",
            changed(goodGet(), u"requestHeaders"_s, QJsonObject{{u"X-Album"_s, u"prj_01"_s}}),
            u"header X-Album: 'prj_01' is not a 'uuid'"_s);
        row("body where none is", changed(goodGet(), u"requestBody"_s, u"{}"_s),
            u"request body: must be empty"_s);
        row("no body where one must be", changed(goodPut(), u"requestBody"_s, QString()),
            u"request body: is missing"_s);
        row("body without a field", changed(goodPut(), u"requestBody"_s, u"{}"_s),
            u"request body: 'name' is a required"_s);
        row("body with an unknown field",
            changed(goodPut(), u"requestBody"_s, u"{\"name\":\"a\",\"title\":1}"_s),
            u"request body: Additional properties"_s, ByProxy::Passed);
        row("missing field", withPicture(u"id"_s, QJsonValue::Undefined),
            u"response body: 'id' is a required"_s);
        row("field of another type", withPicture(u"id"_s, u"7"_s), u"response body.id: '7'"_s);
        row("null where none may be", withPicture(u"id"_s, QJsonValue::Null),
            u"response body.id: None"_s);
        row("time in another form", withPicture(u"taken"_s, u"20.11.2026"_s),
            u"response body.taken: "_s);
        row("money in another form", withPicture(u"price"_s, u"1,19"_s), u"response body.price: "_s,
            ByProxy::Passed);
        row("a tag that is no text", withPicture(u"tags"_s, QJsonObject{{u"env"_s, true}}),
            u"response body.tags.env: True"_s);
        row("a field nobody documented", withPicture(u"colour"_s, u"red"_s),
            u"response body: Additional properties"_s, ByProxy::Passed);
        row("truncated", changed(goodGet(), u"responseBody"_s, u"{\"id\":"_s),
            u"response body: is not JSON"_s);
        row("undocumented status", changed(goodGet(), u"status"_s, 201),
            u"status: 201 is not documented"_s);
        row("an error without its envelope", changed(goodGet(), u"status"_s, 404),
            u"response body: 'error' is a required"_s);
        row("a body that must not be", changed(goodPut(), u"responseBody"_s, u"{}"_s),
            u"response body: must be empty"_s, ByProxy::Either);
        row("a content type of nothing",
            changed(goodPut(), u"responseHeaders"_s,
                    QJsonObject{{u"content-type"_s, u"application/json"_s}}),
            u"response header Content-Type"_s, ByProxy::Passed);
    }

    void findsWhatIsWrong()
    {
        QFETCH(QJsonObject, exchange);
        QFETCH(QString, complaint);
        const ContractJudge::Verdict verdict = judge({goodGet(), exchange});
        QCOMPARE(verdict.exitCode, 1);
        QVERIFY2(verdict.text.startsWith(u"exchange 2, "_s), qUtf8Printable(verdict.text));
        QVERIFY2(verdict.text.contains(u": "_s + complaint), qUtf8Printable(verdict.text));
    }

    void theProxyFindsWhatTheJudgeNeedNot_data() { findsWhatIsWrong_data(); }
    void theProxyFindsWhatTheJudgeNeedNot()
    {
        if (!m_proxy) {
            QSKIP(qPrintable(ContractProxy::obstacle()));
        }
        QFETCH(const QJsonObject, exchange);
        QFETCH(const ByProxy, byProxy);
        const QString complaints = m_proxy->judge(fileOf({goodGet(), exchange}));
        if (byProxy != ByProxy::Either) { // is it still HTTP? That depends on the connection
            QVERIFY2(complaints.isEmpty() == (byProxy == ByProxy::Passed),
                     qUtf8Printable(complaints));
        }
        QVERIFY2(complaints.isEmpty() || complaints.startsWith(u"exchange 2, "_s),
                 qUtf8Printable(complaints));
    }

    void nothingToJudgeIsNotGood()
    {
        QCOMPARE(judge({}).exitCode, 2);
        QVERIFY(!m_proxy || !m_proxy->judge(fileOf({})).isEmpty());
    }
};

QTEST_GUILESS_MAIN(JudgeTest)
#include "judgetest.moc"
