// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsoleerrors.h"
#include "support/testenvironment.h"

#include <QJsonDocument>
#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Net::Method;
using Providers::LenientFields;
using Providers::StackConsoleErrors;

namespace {

QByteArray refusal(const QString &message)
{
    return QJsonDocument(QJsonObject{{u"status"_s, u"Error"_s}, {u"message"_s, message}})
        .toJson(QJsonDocument::Compact);
}

LenientFields frame(const QByteArray &json)
{
    return LenientFields(QJsonDocument::fromJson(json).object());
}

} // namespace

class StackConsoleErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryRefusal_data();
    void readsEveryRefusal();
    void readsRemarksInBothShapes_data();
    void readsRemarksInBothShapes();
    void namesTheThingThatIsNotThere();
    void neverTakesAServersFailureForProof();
    void showsWhatCannotBeRead();
    void readsRefusalsThatCallThemselvesSuccess_data();
    void readsRefusalsThatCallThemselvesSuccess();
    void tellsFramesApart();
    void holdsOnlyTheApisOwnWordForGone();
    void waitsLongerEachTimeForARoute();
    void survivesBodiesOfAnyShape_data();
    void survivesBodiesOfAnyShape();

private:
    Support::TestEnvironment m_environment;
};

void StackConsoleErrorsTest::readsEveryRefusal_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::addColumn<ErrorKind>("kind");
    const auto add = [](int status, const char *message, ErrorKind kind) {
        QTest::addRow("%d %s", status, message) << status << QString::fromUtf8(message) << kind;
    };
    add(401, "Unauthenticated.", ErrorKind::Unauthorized);
    // The three meanings of 403.
    add(403, "This action is unauthorized.", ErrorKind::Forbidden);
    add(403, "You have read-only access.", ErrorKind::ReadOnlyCredential);
    add(403, "The provided blockstorage snapshot is invalid.", ErrorKind::NotFound);
    add(403, "the provided virtual machine is invalid", ErrorKind::NotFound);
    add(403, "blockstorage::snapshot.not-found", ErrorKind::NotFound);
    add(403, "The route blockstorages/bs-1/snapshots could not be found.", ErrorKind::Unavailable);
    // Something else is invalid there: what was chosen, or nothing of that form.
    add(403, "The provided plan is invalid.", ErrorKind::InvalidInput);
    add(403, "Your licence is invalid.", ErrorKind::Forbidden);
    add(403, "You have reached the maximum limit of snapshots.", ErrorKind::QuotaExceeded);
    add(404, "Not here", ErrorKind::NotFound);
    add(409, "The snapshot already exists.", ErrorKind::NameTaken);
    add(409, "Busy", ErrorKind::Unavailable);
    add(422, "The given data was invalid.", ErrorKind::InvalidInput);
    add(422, "Your Block Storage Snapshot quota is exceeded.", ErrorKind::QuotaExceeded);
    add(400, "Insufficient credits. Please add funds.", ErrorKind::PaymentRequired);
    add(429, "Too Many Attempts.", ErrorKind::RateLimited);
    add(500, "No query results for model [App\\Models\\Snapshot] ss-1", ErrorKind::NotFound);
    add(500, "Attempt to read property \"id\" on null", ErrorKind::ServerError);
    add(503, "Service Unavailable", ErrorKind::Unavailable);
}

void StackConsoleErrorsTest::readsEveryRefusal()
{
    QFETCH(const int, status);
    QFETCH(const QString, message);
    QFETCH(const ErrorKind, kind);

    const Error error = StackConsoleErrors::read(Method::Get, status, refusal(message));

    QCOMPARE(error.kind, kind);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.message, message);
    QCOMPARE(error.effect, Effect::None);
    const bool isProven = status < 500;
    QCOMPARE(StackConsoleErrors::read(Method::Post, status, refusal(message)).effect,
             isProven ? Effect::None : Effect::Ambiguous);
}

void StackConsoleErrorsTest::readsRemarksInBothShapes_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QList<ErrorField>>("fields");
    using Fields = QList<ErrorField>;
    const Fields taken = {{u"name"_s, u"The name has already been taken."_s}};
    QTest::addRow("a name that is taken")
        << R"({"status":"Error","message":"Invalid","errors":{"name":["The name has already been taken."]}})"_ba
        << ErrorKind::NameTaken << taken;
    QTest::addRow("the same in the other shape")
        << R"({"success":false,"message":"Validation errors","data":{"name":["The name has already been taken."]}})"_ba
        << ErrorKind::NameTaken << taken;
    QTest::addRow("a name that is too long")
        << R"({"success":false,"message":"Validation errors","data":{"name":["Too long.","And odd."]}})"_ba
        << ErrorKind::InvalidInput << Fields{{u"name"_s, u"Too long. And odd."_s}};
    QTest::addRow("several fields, not all of them lists")
        << R"({"status":"Error","message":"Invalid","errors":{"plan":"The selected plan is invalid.","region":["Gone"]}})"_ba
        << ErrorKind::InvalidInput
        << Fields{{u"plan"_s, u"The selected plan is invalid."_s}, {u"region"_s, u"Gone"_s}};
    QTest::addRow("a limit")
        << R"({"status":"Error","message":"Invalid","errors":{"snapshot":["The maximum limit is reached."]}})"_ba
        << ErrorKind::QuotaExceeded << Fields{{u"snapshot"_s, u"The maximum limit is reached."_s}};
    QTest::addRow("data of another kind")
        << R"({"status":"Error","message":"Invalid","data":{"name":"web-1"}})"_ba
        << ErrorKind::InvalidInput << Fields();
    QTest::addRow("no remarks")
        << R"({"success":false,"message":"Validation errors","data":{"name":[],"plan":7}})"_ba
        << ErrorKind::InvalidInput << Fields();
}

void StackConsoleErrorsTest::readsRemarksInBothShapes()
{
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QList<ErrorField>, fields);

    const Error error = StackConsoleErrors::read(Method::Post, 422, body);

    QCOMPARE(error.kind, kind);
    QCOMPARE(error.fields, fields);
    QCOMPARE(error.effect, Effect::None);
}

void StackConsoleErrorsTest::namesTheThingThatIsNotThere()
{
    const QString volume = u"The provided block storage is invalid."_s;
    const QString plan = u"The provided plan is invalid."_s;

    QCOMPARE(StackConsoleErrors::read(Method::Post, 403, refusal(volume)).fields,
             (QList<ErrorField>{{u"block_storage"_s, volume}}));
    QCOMPARE(StackConsoleErrors::read(Method::Post, 403, refusal(plan)).fields,
             (QList<ErrorField>{{u"plan"_s, plan}}));
}

void StackConsoleErrorsTest::neverTakesAServersFailureForProof()
{
    const Error error = StackConsoleErrors::read(
        Method::Delete, 500, refusal(u"No query results for model [App\\Models\\Snapshot]"_s));

    QCOMPARE(error.effect, Effect::Ambiguous);
    QVERIFY(StackConsoleErrors::isGone(error)); // which for a removal is what was wanted
}

void StackConsoleErrorsTest::showsWhatCannotBeRead()
{
    const QByteArray body = "Bad\n gateway " + QByteArray(1'000, 'x');

    const Error error = StackConsoleErrors::read(Method::Get, 502, body);

    QCOMPARE(error.kind, ErrorKind::ServerError);
    QVERIFY2(error.message.startsWith("HTTP status 502: Bad gateway xxx"_L1),
             qPrintable(error.message));
    QCOMPARE(error.message.size(), 217);
}

void StackConsoleErrorsTest::readsRefusalsThatCallThemselvesSuccess_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addRow("a limit") << refusal(u"Snapshot limit exceeded"_s) << ErrorKind::QuotaExceeded;
    QTest::addRow("not there") << refusal(u"The provided virtual machine is invalid."_s)
                               << ErrorKind::NotFound;
    QTest::addRow("a name that is taken")
        << R"({"success":false,"message":"Validation errors","data":{"name":["already taken"]}})"_ba
        << ErrorKind::NameTaken;
    QTest::addRow("no reason that is known")
        << refusal(u"Something went wrong"_s) << ErrorKind::ServerError;
    QTest::addRow("no reason") << R"({"status":"error"})"_ba << ErrorKind::ServerError;
}

void StackConsoleErrorsTest::readsRefusalsThatCallThemselvesSuccess()
{
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorKind, kind);
    QVERIFY(StackConsoleErrors::isRefusal(frame(body)));

    const Error error = StackConsoleErrors::ofRefusal(frame(body));

    QCOMPARE(error.kind, kind);
    QVERIFY(!error.message.isEmpty());
}

void StackConsoleErrorsTest::tellsFramesApart()
{
    QVERIFY(!StackConsoleErrors::isRefusal(frame(R"({"status":"Success","data":[]})")));
    QVERIFY(!StackConsoleErrors::isRefusal(frame(R"({"success":true,"data":[]})")));
    QVERIFY(!StackConsoleErrors::isRefusal(frame(R"({"data":[]})")));
    QVERIFY(StackConsoleErrors::isRefusal(frame(R"({"status":"ERROR","data":[]})")));
    QVERIFY(StackConsoleErrors::isRefusal(frame(R"({"success":false})")));
}

void StackConsoleErrorsTest::holdsOnlyTheApisOwnWordForGone()
{
    const auto isGone = [](int status, const QByteArray &body) {
        return StackConsoleErrors::isGone(StackConsoleErrors::read(Method::Delete, status, body));
    };

    QVERIFY(isGone(403, refusal(u"The provided blockstorage snapshot is invalid."_s)));
    QVERIFY(isGone(404, refusal(u"Not found"_s)));
    QVERIFY(!isGone(404, "<html>no such page</html>"));
    QVERIFY(!isGone(404, R"({"error":"no such path"})"));
    QVERIFY(!isGone(404, refusal(u"The route api/snapshots could not be found."_s)));
    QVERIFY(!isGone(403, refusal(u"This action is unauthorized."_s)));
    QVERIFY(!isGone(403, refusal(u"The provided region is invalid."_s)));
    QVERIFY(!StackConsoleErrors::isGone(failure(ErrorKind::Cancelled).error()));
}

void StackConsoleErrorsTest::waitsLongerEachTimeForARoute()
{
    const Error noRoute =
        StackConsoleErrors::read(Method::Get, 403, refusal(u"The route x could not be found."_s));
    const Error noRight = StackConsoleErrors::read(Method::Get, 403, refusal(u"No."_s));
    QList<std::chrono::milliseconds> waits;

    for (int attempt = 1;
         const auto wait = StackConsoleErrors::waitBeforeReadingAgain(attempt, noRoute);
         ++attempt) {
        waits.append(*wait);
    }

    QCOMPARE(waits, (QList<std::chrono::milliseconds>{2s, 4s, 8s, 16s}));
    QCOMPARE(StackConsoleErrors::waitBeforeReadingAgain(1, noRight), std::nullopt);
}

void StackConsoleErrorsTest::survivesBodiesOfAnyShape_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body :
         {"", "null", "[]", "7", "\"text\"", "{}", R"({"message":[]})", R"({"errors":[1]})",
          R"({"success":false,"data":[null]})", R"({"errors":{"name":[[]]}})", "{\"message\":"}) {
        QTest::addRow("%s", body) << QByteArray(body);
    }
}

void StackConsoleErrorsTest::survivesBodiesOfAnyShape()
{
    QFETCH(const QByteArray, body);

    const Error error = StackConsoleErrors::read(Method::Post, 422, body);

    QCOMPARE(error.kind, ErrorKind::InvalidInput);
    QVERIFY(error.fields.isEmpty());
    QVERIFY(!error.message.isEmpty());
    QCOMPARE(StackConsoleErrors::read(Method::Get, 403, body).kind, ErrorKind::Forbidden);
}

QTEST_GUILESS_MAIN(StackConsoleErrorsTest)
#include "stackconsoleerrorstest.moc"
