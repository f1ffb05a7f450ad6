// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mutator.h"
#include "providers/raff/rafferrors.h"
#include "raffdocuments.h"
#include "rafffixtures.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using RaffDocuments::Document;
using RaffDocuments::documents;
namespace Fixtures = RaffFixtures;

namespace {

/// A value, or an error that says what is wrong.
bool isProperEnd(const Result<Done> &result)
{
    return result
        || (result.error().kind == ErrorKind::Protocol && !result.error().message.isEmpty());
}

} // namespace

/// What the parsers make of answers that are not as they should be. The sanitizers watch.
class RaffParserFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsMissing_data() { addDocuments(); }
    void namesWhatIsMissing();
    void doesWithoutTheRest_data() { addDocuments(); }
    void doesWithoutTheRest();
    void refusesEveryTruncation_data() { addDocuments(); }
    void refusesEveryTruncation();
    void refusesWhatCallsItselfAFailure_data() { addDocuments(); }
    void refusesWhatCallsItselfAFailure();
    void refusesIdsThatWouldLeaveTheirPlace();
    void refusesAnotherKind();
    void survivesGarbledBytes_data() { addDocuments(); }
    void survivesGarbledBytes();
    void survivesTwistedValues_data() { addDocuments(); }
    void survivesTwistedValues();
    void survivesGarbledErrors();

private:
    static void addDocuments();

    Support::TestEnvironment m_environment;
};

void RaffParserFaultsTest::addDocuments()
{
    QTest::addColumn<Document>("document");
    for (const Document &document : documents()) {
        QTest::addRow("%s", qPrintable(document.name)) << document;
    }
}

void RaffParserFaultsTest::namesWhatIsMissing()
{
    QFETCH(const Document, document);
    const QList<QJsonValue> faults = {QJsonValue::Undefined, QJsonValue::Null, true,
                                      QJsonArray{u"x"_s}};

    for (const QString &path : document.required) {
        for (const QJsonValue &fault : faults) {
            const Result<Done> result =
                document.parse(Fixtures::with(document.fixture, path, fault));
            QVERIFY2(!result, qPrintable(path));
            QCOMPARE(result.error().kind, ErrorKind::Protocol);
            QVERIFY2(result.error().message.startsWith(Fixtures::spoken(path) + u' '),
                     qPrintable(result.error().message));
        }
    }
}

void RaffParserFaultsTest::doesWithoutTheRest()
{
    QFETCH(const Document, document);

    for (const QString &path : document.optional) {
        for (const QJsonValue &value : {QJsonValue(QJsonValue::Undefined), QJsonValue()}) {
            const Result<Done> result =
                document.parse(Fixtures::with(document.fixture, path, value));
            QVERIFY2(result, qPrintable(path));
        }
    }
}

void RaffParserFaultsTest::refusesEveryTruncation()
{
    QFETCH(const Document, document);
    const QByteArray whole = Fixtures::read(document.fixture);
    QVERIFY(document.parse(whole));

    for (qsizetype length = 0; length < whole.size(); ++length) {
        const Result<Done> result = document.parse(whole.first(length));
        QVERIFY2(!result, qPrintable(QString::number(length)));
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
    }
}

void RaffParserFaultsTest::refusesWhatCallsItselfAFailure()
{
    QFETCH(const Document, document);

    const Result<Done> result =
        document.parse(Fixtures::with(document.fixture, u"success"_s, false));

    QVERIFY(!result);
    QCOMPARE(result.error().message, u"success is false"_s);
}

void RaffParserFaultsTest::refusesIdsThatWouldLeaveTheirPlace()
{
    using Parser = Providers::RaffParser;
    for (const QString &id : {u""_s, u"../vms"_s, u"a/b"_s, u"a\nX-API-Key: b"_s, u"a?b"_s,
                              QString(200, u'a'), u"\u00e4"_s}) {
        QVERIFY2(!Parser::servers(Fixtures::with(u"servers"_s, u"data.0.id"_s, id)),
                 qPrintable(id));
        QVERIFY2(!Parser::projects(Fixtures::with(u"projects"_s, u"data.0.id"_s, id)),
                 qPrintable(id));
    }
    for (const QJsonValue &id :
         {QJsonValue(0), QJsonValue(-1), QJsonValue(1.5), QJsonValue(u"1"_s)}) {
        QVERIFY(!Parser::snapshots(Fixtures::with(u"server_snapshots"_s, u"data.0.id"_s, id)));
        QVERIFY(!Parser::volumes(Fixtures::with(u"volumes"_s, u"data.0.id"_s, id)));
    }
}

void RaffParserFaultsTest::refusesAnotherKind()
{
    const auto page = Providers::RaffParser::snapshots(
        Fixtures::with(u"server_snapshots"_s, u"data.0.type"_s, u"bucket"_s));

    QVERIFY(!page);
    QCOMPARE(page.error().message, u"data[0].type is neither vm nor volume"_s);
}

void RaffParserFaultsTest::survivesGarbledBytes()
{
    QFETCH(const Document, document);
    const QByteArray whole = Fixtures::read(document.fixture);
    Mutator mutator(1);
    int refused = 0;

    for (int round = 0; round < 300; ++round) {
        const QByteArray bytes = mutator.garble(whole);
        const Result<Done> result = document.parse(bytes);
        QVERIFY2(isProperEnd(result), bytes.constData());
        refused += result ? 0 : 1;
    }
    QVERIFY2(refused > 150, qPrintable(QString::number(refused)));
}

void RaffParserFaultsTest::survivesTwistedValues()
{
    QFETCH(const Document, document);
    const QJsonObject whole = QJsonDocument::fromJson(Fixtures::read(document.fixture)).object();
    Mutator mutator(2);
    int taken = 0;
    int refused = 0;

    for (int round = 0; round < 300; ++round) {
        const QByteArray bytes = QJsonDocument(mutator.twist(whole).toObject()).toJson();
        const Result<Done> result = document.parse(bytes);
        QVERIFY2(isProperEnd(result), bytes.constData());
        ++(result ? taken : refused);
    }
    // Both ends were reached: the values were neither all harmless nor all hopeless.
    QVERIFY(taken > 0);
    QVERIFY(refused > 0);
}

void RaffParserFaultsTest::survivesGarbledErrors()
{
    const QByteArray whole =
        R"({"error":"Billing validation failed","message":"Payment failed.","reason":"failed"})";
    Mutator mutator(3);

    for (int round = 0; round < 2'000; ++round) {
        const Error error =
            Providers::RaffErrors::read(Net::Method::Post, 403, mutator.garble(whole));
        QCOMPARE(error.httpStatus, 403);
        QCOMPARE(error.effect, Effect::None);
        QVERIFY(!error.message.isEmpty());
    }
}

QTEST_GUILESS_MAIN(RaffParserFaultsTest)
#include "raffparserfaultstest.moc"
