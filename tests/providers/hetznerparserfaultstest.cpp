// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hetznerdocuments.h"
#include "hetznerfixtures.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using HetznerDocuments::Document;
using HetznerDocuments::documents;
using HetznerDocuments::Verdict;
using HetznerDocuments::verdict;
using Providers::HetznerParser;

/// What the parsers make of answers that are not as they should be.
class HetznerParserFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void toleratesWhatMayBeAbsent_data();
    void toleratesWhatMayBeAbsent();
    void refusesValuesThatCannotBe_data();
    void refusesValuesThatCannotBe();
    void refusesEveryTruncation_data();
    void refusesEveryTruncation();
    void refusesWhatIsNoJsonObject_data();
    void refusesWhatIsNoJsonObject();

private:
    Support::TestEnvironment m_environment;
};

void HetznerParserFaultsTest::namesWhatIsWrong_data()
{
    QTest::addColumn<Verdict>("parse");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    const auto add = [](const Document &document, const QString &path, const char *fault,
                        const QJsonValue &value) {
        QTest::addRow("%s in %s %s", qPrintable(path), qPrintable(document.name), fault)
            << document.parse << HetznerFixtures::with(document.fixture, path, value)
            << HetznerFixtures::spoken(path);
    };
    for (const Document &document : documents()) {
        for (const QString &path : document.required) {
            add(document, path, "null", QJsonValue::Null);
        }
        for (const QString &path : document.required + document.nullable) {
            add(document, path, "missing", QJsonValue::Undefined);
        }
        for (const QString &path : document.required + document.nullable + document.optional) {
            add(document, path, "mistyped", document.mistyped);
        }
    }
}

void HetznerParserFaultsTest::namesWhatIsWrong()
{
    QFETCH(const Verdict, parse);
    QFETCH(const QByteArray, json);
    QFETCH(const QString, path);

    const Result<Done> result = parse(json);

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Protocol);
    const bool namesIt = result.error().message.startsWith(path + u' ')
        || result.error().message.startsWith(path + u'[');
    QVERIFY2(namesIt, qPrintable(result.error().message));
}

void HetznerParserFaultsTest::toleratesWhatMayBeAbsent_data()
{
    QTest::addColumn<Verdict>("parse");
    QTest::addColumn<QByteArray>("json");
    for (const Document &document : documents()) {
        for (const QString &path : document.nullable + document.optional) {
            QTest::addRow("%s in %s null", qPrintable(path), qPrintable(document.name))
                << document.parse
                << HetznerFixtures::with(document.fixture, path, QJsonValue::Null);
        }
        for (const QString &path : document.optional) {
            QTest::addRow("%s in %s missing", qPrintable(path), qPrintable(document.name))
                << document.parse << HetznerFixtures::without(document.fixture, path);
        }
    }
}

void HetznerParserFaultsTest::toleratesWhatMayBeAbsent()
{
    QFETCH(const Verdict, parse);
    QFETCH(const QByteArray, json);

    const Result<Done> result = parse(json);

    QVERIFY2(result, qPrintable(result ? QString() : result.error().message));
}

void HetznerParserFaultsTest::refusesValuesThatCannotBe_data()
{
    QTest::addColumn<Verdict>("parse");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("message");
    const auto add = [](const Document &document, const QString &path, const QJsonValue &value,
                        const QString &message) {
        QTest::addRow(
            "%s", qPrintable(path + u' ' + message + u' ' + QString::number(qHash(value, 0), 16)))
            << document.parse << HetznerFixtures::with(document.fixture, path, value) << message;
    };
    const Document servers = {{}, u"servers"_s, verdict(HetznerParser::servers), {}, {}, {}};
    const Document snapshots = {{}, u"snapshots"_s, verdict(HetznerParser::snapshots), {}, {}, {}};
    const Document pricing = {{}, u"pricing"_s, verdict(HetznerParser::prices), {}, {}, {}};
    add(servers, u"servers.0.id"_s, u"48210337"_s, u"servers[0].id is not an id"_s);
    add(servers, u"servers.0.id"_s, 0, u"servers[0].id is not an id"_s);
    add(servers, u"servers.0.id"_s, -4, u"servers[0].id is not an id"_s);
    add(servers, u"servers.0.id"_s, 1.5, u"servers[0].id is not an id"_s);
    add(servers, u"servers.0.id"_s, 1e300, u"servers[0].id is not an id"_s);
    add(servers, u"servers.0.locked"_s, 1, u"servers[0].locked is not true or false"_s);
    add(servers, u"servers.0.locked"_s, u"true"_s, u"servers[0].locked is not true or false"_s);
    add(servers, u"servers.1"_s, u"db-1"_s, u"servers has an element that is no object"_s);
    add(servers, u"servers.0.volumes"_s, QJsonArray{1, u"2"_s},
        u"servers[0].volumes has an element that is no id"_s);
    add(servers, u"servers.0.labels"_s, QJsonObject{{u"tier"_s, 1}},
        u"servers[0].labels has a value that is no text"_s);
    add(servers, u"servers.0.created"_s, u"2024-03-11T09:41:07"_s,
        u"servers[0].created is not a time"_s);
    add(servers, u"servers.0.created"_s, u"yesterday"_s, u"servers[0].created is not a time"_s);
    add(snapshots, u"images.0.image_size"_s, u"11.37"_s, u"images[0].image_size is not a size"_s);
    add(snapshots, u"images.0.image_size"_s, -1, u"images[0].image_size is not a size"_s);
    add(snapshots, u"images.0.image_size"_s, 1e300, u"images[0].image_size is not a size"_s);
    add(snapshots, u"meta.pagination.last_page"_s, 4e9,
        u"meta.pagination.last_page is no page number"_s);
    add(snapshots, u"meta.pagination.next_page"_s, -1,
        u"meta.pagination.next_page is no page number"_s);
    const QString net = u"pricing.image.price_per_gb_month.net"_s;
    add(pricing, net, 0.0143, net + u" is not a text"_s);
    add(pricing, net, u"cheap"_s, net + u" is not a decimal number"_s);
    add(pricing, net, QString(), net + u" is not a decimal number"_s);
    add(pricing, net, u"1e-2"_s, net + u" is not a decimal number"_s);
}

void HetznerParserFaultsTest::refusesValuesThatCannotBe()
{
    QFETCH(const Verdict, parse);
    QFETCH(const QByteArray, json);
    QFETCH(const QString, message);

    const Result<Done> result = parse(json);

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Protocol);
    QCOMPARE(result.error().message, message);
}

void HetznerParserFaultsTest::refusesEveryTruncation_data()
{
    QTest::addColumn<QString>("fixture");
    QTest::addColumn<Verdict>("parse");
    for (const Document &document : documents()) {
        QTest::addRow("%s", qPrintable(document.name)) << document.fixture << document.parse;
    }
}

void HetznerParserFaultsTest::refusesEveryTruncation()
{
    QFETCH(const QString, fixture);
    QFETCH(const Verdict, parse);
    const QByteArray whole = HetznerFixtures::read(fixture);
    QVERIFY(parse(whole));

    for (qsizetype length = 0; length < whole.size(); ++length) {
        const Result<Done> result = parse(whole.first(length));
        QVERIFY2(!result, qPrintable(QString::number(length)));
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
    }
}

void HetznerParserFaultsTest::refusesWhatIsNoJsonObject_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("a page for people") << QByteArray("<html><body>502</body></html>");
    QTest::addRow("a list") << QByteArray("[]");
    QTest::addRow("null") << QByteArray("null");
    QTest::addRow("an empty object") << QByteArray("{}");
    QTest::addRow("binary") << QByteArray("\x00\xff\xfe\x80", 4);
    QTest::addRow("deeply nested") << QByteArray(100'000, '[');
}

void HetznerParserFaultsTest::refusesWhatIsNoJsonObject()
{
    QFETCH(const QByteArray, body);

    for (const Document &document : documents()) {
        const Result<Done> result = document.parse(body);
        QVERIFY2(!result, qPrintable(document.name));
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
        QVERIFY(!result.error().message.isEmpty());
    }
}

QTEST_GUILESS_MAIN(HetznerParserFaultsTest)
#include "hetznerparserfaultstest.moc"
