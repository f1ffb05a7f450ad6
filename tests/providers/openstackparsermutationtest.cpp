// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mutator.h"
#include "openstackexchanges.h"
#include "providers/openstack/openstackcomputeparser.h"
#include "providers/openstack/openstackparser.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::OpenStackComputeParser;
using Providers::OpenStackParser;

namespace {

/// One captured answer and who reads it.
struct Reading
{
    Result<Done> (*parse)(const QByteArray &) = nullptr;
};

/// Whether it could be read, of whatever kind.
template <auto parse>
Result<Done> ends(const QByteArray &bytes)
{
    return parse(bytes).transform([](const auto &) { return Done(); });
}

/// A value, or an error that says what is wrong.
bool isProperEnd(const Result<Done> &result)
{
    return result
        || (result.error().kind == ErrorKind::Protocol && !result.error().message.isEmpty());
}

} // namespace

/// Whatever an answer holds, reading it ends, and ends properly. The sanitizers watch.
class OpenStackParserMutationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesGarbledBytes_data() { addAnswers(); }
    void survivesGarbledBytes()
    {
        QFETCH(QString, fixture);
        QFETCH(Reading, reading);
        const QByteArray whole = OpenStackExchanges::body(fixture);
        Mutator mutator(1);
        int refused = 0;

        for (int round = 0; round < 300; ++round) {
            const QByteArray bytes = mutator.garble(whole);
            const Result<Done> result = reading.parse(bytes);
            QVERIFY2(isProperEnd(result), bytes.constData());
            refused += result ? 0 : 1;
        }
        QVERIFY2(refused > 100, qPrintable(QString::number(refused)));
    }

    void survivesTwistedValues_data() { addAnswers(); }
    void survivesTwistedValues()
    {
        QFETCH(QString, fixture);
        QFETCH(Reading, reading);
        const QJsonObject whole =
            QJsonDocument::fromJson(OpenStackExchanges::body(fixture)).object();
        Mutator mutator(2);
        int taken = 0;
        int refused = 0;

        for (int round = 0; round < 300; ++round) {
            const QByteArray bytes = QJsonDocument(mutator.twist(whole).toObject()).toJson();
            const Result<Done> result = reading.parse(bytes);
            QVERIFY2(isProperEnd(result), bytes.constData());
            ++(result ? taken : refused);
        }
        // Both ends were reached: the values were neither all harmless nor all hopeless.
        QVERIFY(taken > 0);
        QVERIFY(refused > 0);
    }

private:
    static void addAnswers()
    {
        QTest::addColumn<QString>("fixture");
        QTest::addColumn<Reading>("reading");
        const auto row = [](const char *fixture, Result<Done> (*parse)(const QByteArray &)) {
            QTest::addRow("%s", fixture) << QString::fromLatin1(fixture) << Reading{parse};
        };
        row("ci_volumes_detail", ends<&OpenStackParser::volumes>);
        row("ci_volume_show_in_use", ends<&OpenStackParser::volume>);
        row("ci_snapshots_page1", ends<&OpenStackParser::volumeSnapshots>);
        row("ci_snapshot_show", ends<&OpenStackParser::volumeSnapshot>);
        row("ci_limits", ends<&OpenStackParser::limits>);
        row("ci_messages", ends<&OpenStackParser::messages>);
        row("ci_availability_zones", ends<&OpenStackParser::zones>);
        row("no_servers_page1", ends<&OpenStackComputeParser::servers>);
        row("no_server_show_bfv", ends<&OpenStackComputeParser::server>);
        row("no_flavors", ends<&OpenStackComputeParser::flavors>);
        row("no_instance_actions", ends<&OpenStackComputeParser::actions>);
        row("gl_images_page1", ends<&OpenStackComputeParser::images>);
        row("gl_image_snapshot_bfv", ends<&OpenStackComputeParser::image>);
        row("no_createimage_202", ends<&OpenStackComputeParser::madeImage>);
        row("no_server_create_202", ends<&OpenStackComputeParser::madeServer>);
    }

    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(OpenStackParserMutationTest)
#include "openstackparsermutationtest.moc"
