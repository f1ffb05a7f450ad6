// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mutator.h"
#include "providers/openstack/openstackerrors.h"
#include "providers/openstack/openstackkeystone.h"
#include "providers/openstack/openstackmicroversion.h"
#include "providers/openstackexchanges.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::OpenStackCatalog;
using Providers::OpenStackCredential;
using Providers::OpenStackErrors;
using Providers::OpenStackKeystone;
using Providers::OpenStackMicroversion;
using Providers::OpenStackToken;

namespace {

using Read = Result<Done> (*)(const QByteArray &body);

template <class T>
Result<Done> ended(const Result<T> &result)
{
    return result.transform([](const T &) { return Done(); });
}

/// A token and all that is made of it.
Result<Done> readToken(const QByteArray &body)
{
    const Result<OpenStackToken> token = OpenStackKeystone::readToken(body);
    if (!token) {
        return std::unexpected(token.error());
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime due = token->due(now);
    if (due.isValid() && due < now) {
        return failure(ErrorKind::Unknown, u"it is due before it came"_s);
    }
    const QString project = token->project ? token->project->id.value : u"none"_s;
    const auto services =
        OpenStackCatalog::services(token->catalog, {u"public"_s, QString(), project});
    // What it refuses is an address.
    return services || services.error().kind == ErrorKind::InvalidInput ? Result<Done>(Done())
                                                                        : ended(services);
}

Result<Done> readProjects(const QByteArray &body)
{
    return ended(OpenStackKeystone::readProjects(body));
}

Result<Done> readVolumeDocument(const QByteArray &body)
{
    return ended(OpenStackMicroversion::volume(body));
}

Result<Done> readComputeDocument(const QByteArray &body)
{
    return ended(OpenStackMicroversion::compute(body));
}

bool isProperEnd(const Result<Done> &result)
{
    return result
        || (result.error().kind == ErrorKind::Protocol && !result.error().message.isEmpty());
}

} // namespace

/// Whatever an answer or a credential holds, reading it ends, and ends properly. The sanitizers
/// watch.
class OpenStackKeystoneMutationTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesGarbledBytes_data() { addDocuments(); }
    void survivesGarbledBytes();
    void survivesTwistedValues_data() { addDocuments(); }
    void survivesTwistedValues();
    void survivesBrokenRefusals_data();
    void survivesBrokenRefusals();
    void survivesBrokenCredentials();

private:
    static void addDocuments();

    Support::TestEnvironment m_environment;
};

void OpenStackKeystoneMutationTest::addDocuments()
{
    QTest::addColumn<Read>("read");
    QTest::addRow("ks_token_password_201") << &readToken;
    QTest::addRow("ks_token_unscoped_201") << &readToken;
    QTest::addRow("ks_auth_projects") << &readProjects;
    QTest::addRow("ci_v3_root") << &readVolumeDocument;
    QTest::addRow("no_v21_root") << &readComputeDocument;
}

void OpenStackKeystoneMutationTest::survivesGarbledBytes()
{
    QFETCH(Read, read);
    const QByteArray whole = OpenStackExchanges::body(QString::fromLatin1(QTest::currentDataTag()));
    Mutator mutator(1);
    int refused = 0;
    for (int round = 0; round < 300; ++round) {
        const QByteArray bytes = mutator.garble(whole);
        const Result<Done> result = read(bytes);
        QVERIFY2(isProperEnd(result), bytes.constData());
        refused += result ? 0 : 1;
    }
    QVERIFY2(refused > 100, qPrintable(QString::number(refused)));
}

void OpenStackKeystoneMutationTest::survivesTwistedValues()
{
    QFETCH(Read, read);
    const QJsonObject whole =
        QJsonDocument::fromJson(
            OpenStackExchanges::body(QString::fromLatin1(QTest::currentDataTag())))
            .object();
    Mutator mutator(2);
    int taken = 0;
    for (int round = 0; round < 300; ++round) {
        const QByteArray bytes = OpenStackExchanges::asText(mutator.twist(whole));
        const Result<Done> result = read(bytes);
        QVERIFY2(isProperEnd(result), bytes.constData());
        taken += result ? 1 : 0;
    }
    QVERIFY2(taken > 0, qPrintable(QString::number(taken)));
}

void OpenStackKeystoneMutationTest::survivesBrokenRefusals_data()
{
    QTest::addColumn<QString>("fixture");
    for (const char *fixture : {"ci_quota_gigabytes_413", "no_quota_instances_403",
                                "ks_token_malformed_400", "gl_image_404"}) {
        QTest::addRow("%s", fixture) << QString::fromLatin1(fixture);
    }
}

void OpenStackKeystoneMutationTest::survivesBrokenRefusals()
{
    QFETCH(QString, fixture);
    const int status = OpenStackExchanges::status(fixture);
    const QByteArray whole = OpenStackExchanges::body(fixture);
    Mutator mutator(3);
    for (int round = 0; round < 600; ++round) {
        const QJsonValue json = QJsonDocument::fromJson(whole).object();
        const QByteArray bytes = round % 2 == 0 ? mutator.garble(whole)
                                                : OpenStackExchanges::asText(mutator.twist(json));
        const Error error = OpenStackErrors::read(Net::Method::Post, status, bytes);
        QVERIFY2(!error.message.isEmpty() && error.message.size() <= 301, bytes.constData());
        QVERIFY2(error.effect == Effect::None, bytes.constData());
    }
}

void OpenStackKeystoneMutationTest::survivesBrokenCredentials()
{
    const QByteArray whole =
        R"({"v":1,"method":"password","user":"u","password":"demo-secret-1","region":"R"})";
    const QJsonValue json = QJsonDocument::fromJson(whole).object();
    Mutator mutator(4);
    for (int round = 0; round < 600; ++round) {
        const QByteArray bytes = round % 2 == 0 ? mutator.garble(whole)
                                                : OpenStackExchanges::asText(mutator.twist(json));
        const Result<OpenStackCredential> read = OpenStackCredential::read(Secret(bytes));
        if (read) {
            QVERIFY2(!read->secret.isEmpty() && !read->user.isEmpty(), bytes.constData());
        } else {
            QCOMPARE(read.error().kind, ErrorKind::InvalidInput);
            QVERIFY2(!read.error().message.contains("demo-secret"_L1), bytes.constData());
        }
    }
}

QTEST_GUILESS_MAIN(OpenStackKeystoneMutationTest)
#include "openstackkeystonemutationtest.moc"
