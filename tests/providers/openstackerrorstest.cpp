// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackerrors.h"
#include "providers/openstackexchanges.h"
#include "support/testenvironment.h"

using namespace Qt::StringLiterals;
using Domain::Effect;
using Domain::Error;
using Domain::ErrorKind;
using Net::Method;
using Providers::OpenStackErrors;

namespace {

Error read(const QString &fixture, Method method = Method::Post)
{
    return OpenStackErrors::read(method, OpenStackExchanges::status(fixture),
                                 OpenStackExchanges::body(fixture));
}

} // namespace

class OpenStackErrorsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatARefusalMeans_data();
    void knowsWhatARefusalMeans();
    void knowsRefusalsThatWereNotCaptured_data();
    void knowsRefusalsThatWereNotCaptured();
    void namesTheLimit_data();
    void namesTheLimit();
    void tellsAMissingObjectFromAMissingPath_data();
    void tellsAMissingObjectFromAMissingPath();
    void makesMessagesReadable_data();
    void makesMessagesReadable();
    void judgesOtherShapesByTheirStatus();
    void provesNothingOfAWriteThatFailedInside();

private:
    Support::TestEnvironment m_environment;
};

void OpenStackErrorsTest::knowsWhatARefusalMeans_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    const auto add = [](const char *fixture, ErrorKind kind, const char *code) {
        QTest::addRow("%s", fixture) << kind << QString::fromLatin1(code);
    };
    add("ks_token_bad_password_401", ErrorKind::Unauthorized, "Unauthorized");
    add("ks_token_appcred_with_scope", ErrorKind::Unauthorized, "Unauthorized");
    add("ks_token_of_deleted_appcred", ErrorKind::Unauthorized, "Not Found");
    add("ks_token_malformed_400", ErrorKind::InvalidInput, "Bad Request");
    add("ci_bad_token_401", ErrorKind::Unauthorized, "Unauthorized");
    add("gl_no_token_401", ErrorKind::Unauthorized, "Unauthorized");
    add("ci_quota_gigabytes_413", ErrorKind::QuotaExceeded, "overLimit");
    add("ci_quota_snapshots_413", ErrorKind::QuotaExceeded, "overLimit");
    add("ci_quota_volumes_413", ErrorKind::QuotaExceeded, "overLimit");
    add("no_quota_instances_403", ErrorKind::QuotaExceeded, "forbidden");
    add("ci_reader_create_403", ErrorKind::Forbidden, "forbidden");
    add("gl_delete_public_not_owner_403", ErrorKind::Forbidden, "Forbidden");
    add("gl_delete_protected_403", ErrorKind::Protected, "Forbidden");
    add("ci_revert_in_use_409", ErrorKind::InvalidInput, "conflictingRequest");
    add("ci_revert_error_snapshot_409", ErrorKind::InvalidInput, "conflictingRequest");
    add("ci_revert_not_latest_400", ErrorKind::InvalidInput, "badRequest");
    add("ci_snapshot_in_use_noforce_365_400", ErrorKind::InvalidInput, "badRequest");
    add("ci_snapshot_while_reverting_400", ErrorKind::Locked, "badRequest");
    add("ci_delete_volume_with_snapshots_400", ErrorKind::InvalidInput, "badRequest");
    add("no_createimage_twice_409", ErrorKind::Locked, "conflictingRequest");
    add("no_createimage_while_building_409", ErrorKind::Locked, "conflictingRequest");
    add("ci_snapshot_404", ErrorKind::NotFound, "itemNotFound");
    add("no_server_404", ErrorKind::NotFound, "itemNotFound");
    add("gl_image_404", ErrorKind::NotFound, "Not Found");
    add("ci_microversion_too_high_406", ErrorKind::Unsupported, "computeFault");
}

void OpenStackErrorsTest::knowsWhatARefusalMeans()
{
    const Error error = read(QString::fromLatin1(QTest::currentDataTag()));
    QTEST(error.kind, "kind");
    QTEST(error.code, "code");
    QCOMPARE(error.effect, Effect::None);
    QVERIFY(!error.message.isEmpty());
    QVERIFY(error.message.size() <= 301);
    QVERIFY(!error.message.contains(u'\n'));
}

void OpenStackErrorsTest::knowsRefusalsThatWereNotCaptured_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    const auto add =
        [](const char *name, int status, const char *key, const char *message, ErrorKind kind) {
            QTest::addRow("%s", name)
                << status << QByteArray("{\"") + key + R"(":{"message":")" + message + "\"}}"
                << kind;
        };
    add("rate limit by its words", 413, "overLimit",
        "Only 10 POST request(s) can be made to * every minute.", ErrorKind::RateLimited);
    QTest::addRow("rate limit by its wait")
        << 413 << QByteArray(R"({"overLimit":{"message":"Slow down.","retryAfter":"35"}})")
        << ErrorKind::RateLimited;
    add("too large a body", 413, "badRequest", "Request is too large.", ErrorKind::InvalidInput);
    add("image quota", 413, "overLimit", "User has exceeded image_count_total quota.",
        ErrorKind::QuotaExceeded);
    add("locked by an administrator", 409, "conflictingRequest", "Instance 5a is locked",
        ErrorKind::Protected);
    add("stopped", 409, "conflictingRequest",
        "Cannot 'createImage' instance 5a while it is in vm_state stopped",
        ErrorKind::InvalidInput);
    add("a conflict of another kind", 409, "conflictingRequest", "Somebody was faster.",
        ErrorKind::Locked);
    add("an error state", 400, "badRequest",
        "Invalid volume: Volume 5a status must be available, but current status is: error.",
        ErrorKind::InvalidInput);
    add("a deletion that failed", 400, "badRequest",
        "Volume 5a status must be available, but current status is: error_deleting.",
        ErrorKind::InvalidInput);
    add("a deletion under way", 400, "badRequest",
        "Volume 5a status must be available, but current status is: deleting.", ErrorKind::Locked);
}

void OpenStackErrorsTest::knowsRefusalsThatWereNotCaptured()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QTEST(OpenStackErrors::read(Method::Post, status, body).kind, "kind");
}

void OpenStackErrorsTest::namesTheLimit_data()
{
    QTest::addColumn<QString>("name");
    QTest::addRow("ci_quota_gigabytes_413") << u"VolumeSizeExceedsAvailableQuota"_s;
    QTest::addRow("ci_quota_snapshots_413") << u"SnapshotLimitExceeded"_s;
    QTest::addRow("no_quota_instances_403") << u"instances"_s;
}

void OpenStackErrorsTest::namesTheLimit()
{
    const Error error = read(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(error.fields.size(), 1);
    QTEST(error.fields.first().name, "name");
    QCOMPARE(error.fields.first().message, error.message);
}

void OpenStackErrorsTest::tellsAMissingObjectFromAMissingPath_data()
{
    QTest::addColumn<bool>("isGone");
    QTest::addRow("ci_snapshot_404") << true;
    QTest::addRow("no_server_404") << true;
    QTest::addRow("gl_image_404") << true;
    QTest::addRow("ci_path_404") << false;
    QTest::addRow("ci_revert_old_microversion") << false;
    QTest::addRow("ks_token_of_deleted_appcred") << false;
    QTest::addRow("ci_revert_in_use_409") << false;
}

void OpenStackErrorsTest::tellsAMissingObjectFromAMissingPath()
{
    Error error = read(QString::fromLatin1(QTest::currentDataTag()), Method::Get);
    error.httpStatus = OpenStackExchanges::status(QString::fromLatin1(QTest::currentDataTag()));
    QTEST(OpenStackErrors::isGone(error), "isGone");
}

void OpenStackErrorsTest::makesMessagesReadable_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("readable");
    QTest::addRow("breaks") << u"No image found with ID 7<br /><br />\n\n\n"_s
                            << u"No image found with ID 7"_s;
    QTest::addRow("schema") << u"'identity' is a required property\n\nFailed validating "
                               "'required' in schema:\n {'a': 1}"_s
                            << u"'identity' is a required property"_s;
    QTest::addRow("entities") << u"&lt;name&gt; &amp; &quot;size&quot; isn&#x27;t"_s
                              << u"<name> & \"size\" isn't"_s;
    QTest::addRow("lines") << u"one\n\n  two"_s << u"one two"_s;
    QTest::addRow("long") << QString(400, u'x') << QString(300, u'x') + u'…';
}

void OpenStackErrorsTest::makesMessagesReadable()
{
    QFETCH(QString, text);
    QTEST(OpenStackErrors::readable(text), "readable");
}

void OpenStackErrorsTest::judgesOtherShapesByTheirStatus()
{
    for (const QByteArray &body : {"nothing"_ba, "[]"_ba, "{}"_ba, R"({"error":"x"})"_ba}) {
        const Error error = OpenStackErrors::read(Method::Get, 404, body);
        QCOMPARE(error.kind, ErrorKind::NotFound);
        QCOMPARE(error.code, QString());
        QVERIFY(!OpenStackErrors::isGone([error] {
            Error answered = error;
            answered.httpStatus = 404;
            return answered;
        }()));
    }
}

void OpenStackErrorsTest::provesNothingOfAWriteThatFailedInside()
{
    const QByteArray body = R"({"computeFault":{"code":500,"message":"Unexpected API Error."}})";
    const Error error = OpenStackErrors::read(Method::Post, 500, body);
    QCOMPARE(error.kind, ErrorKind::ServerError);
    QCOMPARE(error.effect, Effect::Ambiguous);
    QCOMPARE(error.code, u"computeFault"_s);
}

QTEST_GUILESS_MAIN(OpenStackErrorsTest)
#include "openstackerrorstest.moc"
