// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackmicroversion.h"
#include "providers/openstackexchanges.h"
#include "support/testenvironment.h"

using namespace Qt::StringLiterals;
using Providers::OpenStackMicroversion;
using Providers::OpenStackService;
using Minor = std::optional<int>;

class OpenStackMicroversionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesNoHigherThanItKnows();
    void goesNoHigherThanIsOffered_data();
    void goesNoHigherThanIsOffered();
    void refusesWhatIsNoDocument();
    void asksForTheVersion();

private:
    Support::TestEnvironment m_environment;
};

void OpenStackMicroversionTest::goesNoHigherThanItKnows()
{
    QCOMPARE(OpenStackMicroversion::volume(OpenStackExchanges::body(u"ci_v3_root"_s)).value(),
             Minor(70));
    QCOMPARE(OpenStackMicroversion::compute(OpenStackExchanges::body(u"no_v21_root"_s)).value(),
             Minor(96));
    QCOMPARE(OpenStackMicroversion::volume(OpenStackExchanges::body(u"ci_versions_300"_s)).value(),
             Minor(70));
}

void OpenStackMicroversionTest::goesNoHigherThanIsOffered_data()
{
    QTest::addColumn<QByteArray>("least");
    QTest::addColumn<QByteArray>("most");
    QTest::addColumn<int>("volume"); // -1: none
    QTest::addColumn<int>("compute");
    QTest::addRow("older Cinder") << QByteArray("3.0") << QByteArray("3.59") << 59 << -1;
    QTest::addRow("older Nova") << QByteArray("2.1") << QByteArray("2.79") << -1 << 79;
    QTest::addRow("ten is more than nine") << QByteArray("2.1") << QByteArray("2.9") << -1 << 9;
    QTest::addRow("none") << QByteArray() << QByteArray() << -1 << -1;
    QTest::addRow("another major") << QByteArray("4.0") << QByteArray("4.90") << -1 << -1;
    QTest::addRow("all too new") << QByteArray("3.71") << QByteArray("3.90") << -1 << -1;
    QTest::addRow("no number") << QByteArray("3.0") << QByteArray("3.x") << -1 << -1;
}

void OpenStackMicroversionTest::goesNoHigherThanIsOffered()
{
    QFETCH(QByteArray, least);
    QFETCH(QByteArray, most);
    const QByteArray version = R"({"min_version":")" + least + R"(","version":")" + most + R"("})";
    const QList<QByteArray> documents = {R"({"version":)" + version + '}',
                                         R"({"versions":[{"id":"v2.0"},)" + version + "]}",
                                         R"({"versions":{"values":[)" + version + "]}}"};
    for (const QByteArray &document : documents) {
        const auto volume = OpenStackMicroversion::volume(document);
        const auto compute = OpenStackMicroversion::compute(document);
        QVERIFY(volume);
        QVERIFY(compute);
        QTEST(volume->value_or(-1), "volume");
        QTEST(compute->value_or(-1), "compute");
    }
}

void OpenStackMicroversionTest::refusesWhatIsNoDocument()
{
    QCOMPARE(OpenStackMicroversion::volume("<html>").error().kind, Domain::ErrorKind::Protocol);
    QCOMPARE(OpenStackMicroversion::compute("[]").error().kind, Domain::ErrorKind::Protocol);
    // Another kind of document tells of no version.
    QCOMPARE(OpenStackMicroversion::compute("{}").value(), Minor());
}

void OpenStackMicroversionTest::asksForTheVersion()
{
    const Net::HeaderList volume = {{"OpenStack-API-Version", "volume 3.70"}};
    QCOMPARE(OpenStackMicroversion::headers(OpenStackService::Volume, 70), volume);
    const Net::HeaderList compute = {{"OpenStack-API-Version", "compute 2.96"}};
    QCOMPARE(OpenStackMicroversion::headers(OpenStackService::Compute, 96), compute);
    QCOMPARE(OpenStackMicroversion::headers(OpenStackService::Compute, std::nullopt),
             Net::HeaderList());
}

QTEST_GUILESS_MAIN(OpenStackMicroversionTest)
#include "openstackmicroversiontest.moc"
