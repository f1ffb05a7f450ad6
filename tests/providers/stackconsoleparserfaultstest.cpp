// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stackconsoledocuments.h"
#include "stackconsolefixtures.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using StackConsoleDocuments::Document;
using StackConsoleDocuments::documents;
using StackConsoleDocuments::Verdict;
namespace Fixtures = StackConsoleFixtures;

namespace {

/// What may stand in any member's place.
const QList<QJsonValue> &oddValues()
{
    static const QList<QJsonValue> values = {QJsonValue::Undefined,
                                             QJsonValue::Null,
                                             true,
                                             -7,
                                             1e300,
                                             QString(),
                                             u"x"_s,
                                             QJsonArray{},
                                             QJsonArray{QJsonValue::Null, u"x"_s, QJsonObject{}},
                                             QJsonObject{},
                                             QJsonObject{{u"slug"_s, QJsonArray{}}}};
    return values;
}

/// The paths of all members inside of rows and of single objects.
QStringList memberPaths(const QJsonValue &json, const QString &path)
{
    QStringList paths;
    if (json.isArray()) {
        const QJsonArray array = json.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            paths += memberPaths(array.at(i), path + u'.' + QString::number(i));
        }
    } else if (json.isObject()) {
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString member = path + u'.' + it.key();
            paths += QStringList{member} + memberPaths(it.value(), member);
        }
    }
    return paths;
}

} // namespace

/// What the parsers make of answers that are not as they should be.
class StackConsoleParserFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesWhatIsMissing_data();
    void namesWhatIsMissing();
    void toleratesEverythingElse_data() { addDocuments(); }
    void toleratesEverythingElse();
    void refusesRowsThatAreNone_data();
    void refusesRowsThatAreNone();
    void refusesATimeThatIsNone();
    void refusesWhatCallsItselfAnError_data() { addDocuments(); }
    void refusesWhatCallsItselfAnError();
    void refusesEveryTruncation_data() { addDocuments(); }
    void refusesEveryTruncation();
    void refusesWhatIsNoFrame_data();
    void refusesWhatIsNoFrame();

private:
    static void addDocuments();

    Support::TestEnvironment m_environment;
};

void StackConsoleParserFaultsTest::addDocuments()
{
    QTest::addColumn<Document>("document");
    for (const Document &document : documents()) {
        QTest::addRow("%s", qPrintable(document.name)) << document;
    }
}

void StackConsoleParserFaultsTest::namesWhatIsMissing_data()
{
    QTest::addColumn<Verdict>("parse");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("path");
    const QList<std::pair<const char *, QJsonValue>> faults = {{"missing", QJsonValue::Undefined},
                                                               {"null", QJsonValue::Null},
                                                               {"empty", u" "_s},
                                                               {"a list", QJsonArray{u"x"_s}},
                                                               {"a flag", true},
                                                               {"an object", QJsonObject{}}};
    for (const Document &document : documents()) {
        for (const QString &path : document.required) {
            for (const auto &[fault, value] : faults) {
                QTest::addRow("%s in %s %s", qPrintable(path), qPrintable(document.name), fault)
                    << document.parse << Fixtures::with(document.fixture, path, value)
                    << Fixtures::spoken(path);
            }
        }
    }
}

void StackConsoleParserFaultsTest::namesWhatIsMissing()
{
    QFETCH(const Verdict, parse);
    QFETCH(const QByteArray, json);
    QFETCH(const QString, path);

    const Result<Done> result = parse(json);

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Protocol);
    QCOMPARE(result.error().message, path + u" is missing");
}

void StackConsoleParserFaultsTest::toleratesEverythingElse()
{
    QFETCH(const Document, document);
    const QJsonObject whole = QJsonDocument::fromJson(Fixtures::read(document.fixture)).object();
    const QStringList paths = memberPaths(whole["data"_L1], u"data"_s);
    QVERIFY(paths.size() > 1);

    for (const QString &path : paths) {
        const bool isRequired = path.endsWith(".slug"_L1) || path.endsWith(".created_at"_L1);
        const QList<QJsonValue> values = isRequired ? QList<QJsonValue>() : oddValues();
        for (const QJsonValue &value : values) {
            const Result<Done> result =
                document.parse(Fixtures::with(document.fixture, path, value));
            QVERIFY2(result,
                     qPrintable(path + u": "_s + (result ? QString() : result.error().message)));
        }
    }
}

void StackConsoleParserFaultsTest::refusesRowsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<QString>("message");
    QTest::addRow("a text") << R"([{"slug":"a"},"b"])"_ba << u"data[1] is no object"_s;
    QTest::addRow("a number") << "[7]"_ba << u"data[0] is no object"_s;
    QTest::addRow("a list") << "[[]]"_ba << u"data[0] is no object"_s;
    QTest::addRow("an object instead") << R"({"slug":"a"})"_ba << u"data is not a list"_s;
    QTest::addRow("a text instead") << R"("none")"_ba << u"data is not a list"_s;
    QTest::addRow("a flag instead") << "false"_ba << u"data is not a list"_s;
}

void StackConsoleParserFaultsTest::refusesRowsThatAreNone()
{
    QFETCH(const QByteArray, data);
    QFETCH(const QString, message);

    const auto page =
        Providers::StackConsoleParser::projects(R"({"status":"Success","data":)" + data + "}");

    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Protocol);
    QCOMPARE(page.error().message, message);
}

void StackConsoleParserFaultsTest::refusesATimeThatIsNone()
{
    for (const QString &text : {u"yesterday"_s, u"2026-02-30 00:00:00"_s, u"2026-01-01"_s}) {
        const auto page = Providers::StackConsoleParser::volumeSnapshots(
            Fixtures::with(u"volume_snapshots"_s, u"data.0.created_at"_s, text));
        QVERIFY2(!page, qPrintable(text));
        QCOMPARE(page.error().message, u"data[0].created_at is not a time"_s);
    }
}

void StackConsoleParserFaultsTest::refusesWhatCallsItselfAnError()
{
    QFETCH(const Document, document);
    const QByteArray json = Fixtures::with(document.fixture, u"status"_s, u"Error"_s);

    const Result<Done> result = document.parse(json);

    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::ServerError);
    QVERIFY(!result.error().message.isEmpty());
}

void StackConsoleParserFaultsTest::refusesEveryTruncation()
{
    QFETCH(const Document, document);
    const QByteArray whole = Fixtures::read(document.fixture);
    QVERIFY(document.parse(whole));
    const bool mayBeEmpty = document.name == "acceptance"_L1;

    for (qsizetype length = mayBeEmpty ? 1 : 0; length < whole.size(); ++length) {
        const Result<Done> result = document.parse(whole.first(length));
        QVERIFY2(!result, qPrintable(QString::number(length)));
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
    }
}

void StackConsoleParserFaultsTest::refusesWhatIsNoFrame_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("part");
    QTest::addRow("a page for people") << "\n<!DOCTYPE html><html></html>"_ba << u"a web page"_s;
    QTest::addRow("a list") << "[]"_ba << u"not a JSON object"_s;
    QTest::addRow("null") << "null"_ba << u"not JSON"_s;
    QTest::addRow("an empty object") << "{}"_ba << u"missing"_s;
    QTest::addRow("another API's object") << R"({"regions":[]})"_ba << u"missing"_s;
    QTest::addRow("binary") << QByteArray("\x00\xff\xfe\x80", 4) << u"not JSON"_s;
    QTest::addRow("deeply nested") << QByteArray(100'000, '[') << u"not JSON"_s;
}

void StackConsoleParserFaultsTest::refusesWhatIsNoFrame()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, part);

    for (const Document &document : documents()) {
        const Result<Done> result = document.parse(body);
        QVERIFY2(!result, qPrintable(document.name));
        QCOMPARE(result.error().kind, ErrorKind::Protocol);
        QVERIFY2(result.error().message.contains(part), qPrintable(result.error().message));
    }
}

QTEST_GUILESS_MAIN(StackConsoleParserFaultsTest)
#include "stackconsoleparserfaultstest.moc"
