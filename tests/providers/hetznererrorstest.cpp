// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznererrors.h"
#include "support/testenvironment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using Net::Method;
using Providers::HetznerErrors;

namespace {

QByteArray envelope(const QString &code, const QJsonValue &details = QJsonValue::Null)
{
    const QJsonObject error = {
        {u"code"_s, code}, {u"message"_s, u"the vendor's own text"_s}, {u"details"_s, details}};
    return QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson(QJsonDocument::Compact);
}

} // namespace

class HetznerErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryCode_data();
    void knowsEveryCode();
    void judgesByTheStatusWhereNoCodeHelps_data();
    void judgesByTheStatusWhereNoCodeHelps();
    void neverTakesAServersFailureForProof();
    void tellsWhichFieldsWereRefused();
    void tellsWhichLimitIsReached();
    void tellsWhereARemovalWasAnnounced();
    void survivesDetailsOfAnyShape_data();
    void survivesDetailsOfAnyShape();
    void holdsOnlyTheApisOwnWordForGone();
    void explainsFailedActions();

private:
    Support::TestEnvironment m_environment;
};

void HetznerErrorsTest::knowsEveryCode_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Effect>("effect");
    const auto add = [](int status, const char *code, ErrorKind kind, Effect effect) {
        QTest::addRow("%s", code) << status << kind << effect;
    };
    add(400, "json_error", ErrorKind::Protocol, Effect::None);
    add(401, "unauthorized", ErrorKind::Unauthorized, Effect::None);
    add(401, "token_readonly", ErrorKind::ReadOnlyCredential, Effect::None);
    add(403, "forbidden", ErrorKind::Forbidden, Effect::None);
    add(403, "maintenance", ErrorKind::Unavailable, Effect::None);
    add(403, "resource_limit_exceeded", ErrorKind::QuotaExceeded, Effect::None);
    add(404, "not_found", ErrorKind::NotFound, Effect::None);
    add(405, "method_not_allowed", ErrorKind::Removed, Effect::None);
    add(409, "uniqueness_error", ErrorKind::NameTaken, Effect::None);
    add(409, "conflict", ErrorKind::Conflict, Effect::None);
    add(410, "deprecated_api_endpoint", ErrorKind::Removed, Effect::None);
    add(412, "resource_unavailable", ErrorKind::Unavailable, Effect::None);
    add(412, "primary_ip_version_mismatch", ErrorKind::InvalidInput, Effect::None);
    add(422, "invalid_input", ErrorKind::InvalidInput, Effect::None);
    add(422, "service_error", ErrorKind::ServerError, Effect::Ambiguous);
    add(422, "unsupported_error", ErrorKind::Unsupported, Effect::None);
    add(422, "placement_error", ErrorKind::Unavailable, Effect::None);
    add(422, "primary_ip_assigned", ErrorKind::InvalidInput, Effect::None);
    add(422, "primary_ip_datacenter_mismatch", ErrorKind::InvalidInput, Effect::None);
    add(422, "invalid_server_type", ErrorKind::InvalidInput, Effect::None);
    add(422, "server_not_stopped", ErrorKind::InvalidInput, Effect::None);
    add(422, "no_space_left_in_location", ErrorKind::Unavailable, Effect::None);
    add(423, "locked", ErrorKind::Locked, Effect::None);
    add(423, "protected", ErrorKind::Protected, Effect::None);
    add(423, "resource_locked", ErrorKind::Forbidden, Effect::None);
    add(429, "rate_limit_exceeded", ErrorKind::RateLimited, Effect::None);
    add(500, "server_error", ErrorKind::ServerError, Effect::Ambiguous);
    add(500, "unknown_error", ErrorKind::ServerError, Effect::Ambiguous);
    add(502, "bad_gateway", ErrorKind::ServerError, Effect::Ambiguous);
    add(503, "unavailable", ErrorKind::Unavailable, Effect::Ambiguous);
    add(503, "robot_unavailable", ErrorKind::Unavailable, Effect::Ambiguous);
    add(504, "timeout", ErrorKind::TimedOut, Effect::Ambiguous);
}

void HetznerErrorsTest::knowsEveryCode()
{
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    QFETCH(const Effect, effect);
    const QString code = QString::fromLatin1(QTest::currentDataTag());

    for (const Method method : {Method::Post, Method::Put, Method::Delete}) {
        const Error error = HetznerErrors::read(method, status, envelope(code));
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.effect, effect);
        QCOMPARE(error.code, code);
        QCOMPARE(error.message, u"the vendor's own text"_s);
        QCOMPARE(error.httpStatus, status);
    }
    const Error reading = HetznerErrors::read(Method::Get, status, envelope(code));
    QCOMPARE(reading.kind, kind);
    QCOMPARE(reading.effect, Effect::None);
}

void HetznerErrorsTest::judgesByTheStatusWhereNoCodeHelps_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Effect>("effect");
    const auto add = [](int status, ErrorKind kind, Effect effect) {
        QTest::addRow("%d", status) << status << kind << effect;
    };
    add(400, ErrorKind::InvalidInput, Effect::None);
    add(401, ErrorKind::Unauthorized, Effect::None);
    add(402, ErrorKind::PaymentRequired, Effect::None);
    add(403, ErrorKind::Forbidden, Effect::None);
    add(404, ErrorKind::NotFound, Effect::None);
    add(408, ErrorKind::TimedOut, Effect::Ambiguous);
    add(409, ErrorKind::Conflict, Effect::None);
    add(410, ErrorKind::Removed, Effect::None);
    add(418, ErrorKind::Unknown, Effect::None);
    add(423, ErrorKind::Locked, Effect::None);
    add(429, ErrorKind::RateLimited, Effect::None);
    add(500, ErrorKind::ServerError, Effect::Ambiguous);
    add(502, ErrorKind::ServerError, Effect::Ambiguous);
    add(503, ErrorKind::Unavailable, Effect::Ambiguous);
    add(520, ErrorKind::ServerError, Effect::Ambiguous);
}

void HetznerErrorsTest::judgesByTheStatusWhereNoCodeHelps()
{
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    QFETCH(const Effect, effect);
    const QList<QByteArray> bodies = {{},
                                      "<html><body>Bad Gateway</body></html>",
                                      "{\"error\":",
                                      "[]",
                                      "{\"error\":\"no object\"}",
                                      "{\"error\":{\"code\":17,\"message\":[]}}",
                                      envelope(u"a_word_of_tomorrow"_s)};

    for (const QByteArray &body : bodies) {
        const Error error = HetznerErrors::read(Method::Post, status, body);
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.effect, effect);
        QVERIFY(!error.message.contains(u'<'));
    }
    const Error named =
        HetznerErrors::read(Method::Post, status, envelope(u"a_word_of_tomorrow"_s));
    QCOMPARE(named.code, u"a_word_of_tomorrow"_s);
    QCOMPARE(named.message, u"the vendor's own text"_s);
}

void HetznerErrorsTest::neverTakesAServersFailureForProof()
{
    const Error error = HetznerErrors::read(Method::Post, 503, envelope(u"conflict"_s));

    QCOMPARE(error.effect, Effect::Ambiguous);
}

void HetznerErrorsTest::tellsWhichFieldsWereRefused()
{
    const QJsonObject description = {{u"name"_s, u"description"_s},
                                     {u"messages"_s, QJsonArray{u"is too long"_s, u"or odd"_s}}};
    const QJsonObject image = {{u"name"_s, u"image"_s}};

    const Error error = HetznerErrors::read(
        Method::Post, 422,
        envelope(u"invalid_input"_s, QJsonObject{{u"fields"_s, QJsonArray{description, image}}}));

    const QList<ErrorField> expected = {{u"description"_s, u"is too long or odd"_s},
                                        {u"image"_s, QString()}};
    QCOMPARE(error.fields, expected);
}

void HetznerErrorsTest::tellsWhichLimitIsReached()
{
    const QJsonArray limits = {QJsonObject{{u"name"_s, u"snapshot_limit"_s}}};

    const Error error = HetznerErrors::read(
        Method::Post, 403,
        envelope(u"resource_limit_exceeded"_s, QJsonObject{{u"limits"_s, limits}}));

    const QList<ErrorField> expected = {{u"snapshot_limit"_s, QString()}};
    QCOMPARE(error.fields, expected);
}

void HetznerErrorsTest::tellsWhereARemovalWasAnnounced()
{
    const QString page = u"https://example.org/changelog"_s;

    const Error error = HetznerErrors::read(
        Method::Get, 410,
        envelope(u"deprecated_api_endpoint"_s, QJsonObject{{u"announcement"_s, page}}));

    const QList<ErrorField> expected = {{u"announcement"_s, page}};
    QCOMPARE(error.fields, expected);
}

void HetznerErrorsTest::survivesDetailsOfAnyShape_data()
{
    QTest::addColumn<QByteArray>("details");
    for (const char *details :
         {"null", "[]", "7", "\"text\"", "{}", "{\"fields\":{}}", "{\"fields\":[null,7,[]]}",
          "{\"fields\":[{\"name\":7,\"messages\":\"text\"}]}",
          "{\"limits\":[{\"messages\":[1,null]}]}", "{\"announcement\":[]}"}) {
        QTest::addRow("%s", details) << QByteArray(details);
    }
}

void HetznerErrorsTest::survivesDetailsOfAnyShape()
{
    QFETCH(const QByteArray, details);
    const QByteArray body =
        R"({"error":{"code":"invalid_input","message":"no","details":)" + details + "}}";

    const Error error = HetznerErrors::read(Method::Post, 422, body);

    QCOMPARE(error.kind, ErrorKind::InvalidInput);
    QVERIFY(error.fields.isEmpty());
}

void HetznerErrorsTest::holdsOnlyTheApisOwnWordForGone()
{
    Error inObject = failure(ErrorKind::NotFound).error();
    inObject.httpStatus = 200;

    QVERIFY(
        HetznerErrors::isGone(HetznerErrors::read(Method::Delete, 404, envelope(u"not_found"_s))));
    QVERIFY(HetznerErrors::isGone(inObject));
    QVERIFY(!HetznerErrors::isGone(
        HetznerErrors::read(Method::Delete, 404, "<html>no such page</html>")));
    QVERIFY(
        !HetznerErrors::isGone(HetznerErrors::read(Method::Delete, 403, envelope(u"forbidden"_s))));
    QVERIFY(!HetznerErrors::isGone(failure(ErrorKind::Cancelled).error()));
}

void HetznerErrorsTest::explainsFailedActions()
{
    const Error known = HetznerErrors::ofAction(u"unsupported_error"_s, u"no"_s);
    const Error unknown = HetznerErrors::ofAction(u"action_failed"_s, u"the disk gave up"_s);

    QCOMPARE(known.kind, ErrorKind::Unsupported);
    QCOMPARE(unknown.kind, ErrorKind::ServerError);
    QCOMPARE(unknown.code, u"action_failed"_s);
    QCOMPARE(unknown.message, u"the disk gave up"_s);
}

QTEST_GUILESS_MAIN(HetznerErrorsTest)
#include "hetznererrorstest.moc"
