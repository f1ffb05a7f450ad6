// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/lenientfields.h"
#include "support/testenvironment.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using Providers::LenientFields;

namespace {

/// The fields of an object with one member, "m".
LenientFields fieldsOf(const QByteArray &value)
{
    const QByteArray json = value.isEmpty() ? "{}"_ba : QByteArray("{\"m\":" + value + "}");
    return LenientFields(QJsonDocument::fromJson(json).object());
}

} // namespace

class LenientFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsNumbersHoweverTheyAreWritten_data();
    void readsNumbersHoweverTheyAreWritten();
    void readsSizes_data();
    void readsSizes();
    void readsFlags_data();
    void readsFlags();
    void knowsWhatIsSet_data();
    void knowsWhatIsSet();
    void readsTexts();
    void readsObjectsAndLists();

private:
    Support::TestEnvironment m_environment;
};

void LenientFieldsTest::readsNumbersHoweverTheyAreWritten_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("decimal");
    QTest::addColumn<qint64>("integer"); // -1: none
    QTest::addRow("whole") << "50"_ba << u"50"_s << qint64(50);
    QTest::addRow("quoted") << "\"50\""_ba << u"50"_s << qint64(50);
    QTest::addRow("with blanks") << "\" 50 \""_ba << u"50"_s << qint64(50);
    QTest::addRow("fraction") << "0.0125"_ba << u"0.0125"_s << qint64(-1);
    QTest::addRow("quoted fraction") << "\"0.4166666666\""_ba << u"0.4166666666"_s << qint64(-1);
    QTest::addRow("small") << "1.0e-5"_ba << u"0.00001"_s << qint64(-1);
    QTest::addRow("quoted, with an exponent") << "\"1.0E-5\""_ba << u"0.00001"_s << qint64(-1);
    QTest::addRow("as exact as it was written")
        << "0.00001234567"_ba << u"0.00001234567"_s << qint64(-1);
    QTest::addRow("null") << "null"_ba << QString() << qint64(-1);
    QTest::addRow("empty text") << "\"\""_ba << QString() << qint64(-1);
    QTest::addRow("a word") << "\"unlimited\""_ba << QString() << qint64(-1);
    QTest::addRow("not a number") << "\"nan\""_ba << QString() << qint64(-1);
    QTest::addRow("infinite") << "\"inf\""_ba << QString() << qint64(-1);
    QTest::addRow("two points") << "\"1.2.3\""_ba << QString() << qint64(-1);
    QTest::addRow("a list") << "[1]"_ba << QString() << qint64(-1);
    QTest::addRow("missing") << QByteArray() << QString() << qint64(-1);
}

void LenientFieldsTest::readsNumbersHoweverTheyAreWritten()
{
    QFETCH(const QByteArray, value);
    QFETCH(const QString, decimal);
    QFETCH(const qint64, integer);

    QCOMPARE(fieldsOf(value).decimal("m"_L1), decimal);
    QCOMPARE(fieldsOf(value).integer("m"_L1).value_or(-1), integer);
}

void LenientFieldsTest::readsSizes_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("bytes"); // -1: none
    QTest::addRow("number") << "50"_ba << qint64(50'000'000'000);
    QTest::addRow("text") << "\"50.5\""_ba << qint64(50'500'000'000);
    QTest::addRow("nothing") << "0"_ba << qint64(0);
    QTest::addRow("negative") << "-1"_ba << qint64(-1);
    QTest::addRow("beyond 64 bits") << "1e300"_ba << qint64(-1);
    QTest::addRow("a word") << "\"small\""_ba << qint64(-1);
    QTest::addRow("null") << "null"_ba << qint64(-1);
}

void LenientFieldsTest::readsSizes()
{
    QFETCH(const QByteArray, value);
    QFETCH(const qint64, bytes);

    QCOMPARE(fieldsOf(value).gigabytes("m"_L1).value_or(-1), bytes);
}

void LenientFieldsTest::readsFlags_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("flag"); // -1: none
    for (const char *yes : {"true", "1", "\"1\"", "\"true\"", "\"Active\"", "\"enabled\""}) {
        QTest::addRow("%s", yes) << QByteArray(yes) << 1;
    }
    for (const char *no : {"false", "0", "\"0\"", "\"False\"", "\"inactive\""}) {
        QTest::addRow("%s", no) << QByteArray(no) << 0;
    }
    for (const char *neither : {"null", "\"\"", "2", "\"BackedUp\"", "[]", "{}", ""}) {
        QTest::addRow("neither: %s", neither) << QByteArray(neither) << -1;
    }
}

void LenientFieldsTest::readsFlags()
{
    QFETCH(const QByteArray, value);
    QFETCH(const int, flag);

    const std::optional<bool> read = fieldsOf(value).flag("m"_L1);

    QCOMPARE(read ? int(*read) : -1, flag);
}

void LenientFieldsTest::knowsWhatIsSet_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isSet");
    for (const char *set : {"\"2026-01-01T00:00:00Z\"", "true", "1", "{}"}) {
        QTest::addRow("%s", set) << QByteArray(set) << true;
    }
    for (const char *unset : {"null", "\"\"", "\" \"", "false", "0", "\"0\"", "[]", ""}) {
        QTest::addRow("not: %s", unset) << QByteArray(unset) << false;
    }
}

void LenientFieldsTest::knowsWhatIsSet()
{
    QFETCH(const QByteArray, value);
    QFETCH(const bool, isSet);

    QCOMPARE(fieldsOf(value).isSet("m"_L1), isSet);
}

void LenientFieldsTest::readsTexts()
{
    QCOMPARE(fieldsOf("\" web-1 \"").text("m"_L1), u"web-1"_s);
    QCOMPARE(fieldsOf("4711").text("m"_L1), u"4711"_s);
    QCOMPARE(fieldsOf("9007199254740991").text("m"_L1), u"9007199254740991"_s);
    QCOMPARE(fieldsOf("true").text("m"_L1), QString());
    QCOMPARE(fieldsOf("null").text("m"_L1), QString());
}

void LenientFieldsTest::readsObjectsAndLists()
{
    QCOMPARE(fieldsOf(R"({"a":"1"})").object("m"_L1).text("a"_L1), u"1"_s);
    QCOMPARE(fieldsOf(R"([null,{"a":"2"}])").object("m"_L1).text("a"_L1), u"2"_s);
    QCOMPARE(fieldsOf(R"([{"a":"1"},7,{"a":"2"}])").objects("m"_L1).size(), 2);
    QCOMPARE(fieldsOf(R"({"a":"1"})").objects("m"_L1).size(), 1);
    for (const char *none : {"[]", "[null]", "null", "\"text\"", "7", ""}) {
        QVERIFY2(fieldsOf(none).object("m"_L1).isEmpty(), none);
        QVERIFY2(fieldsOf(none).objects("m"_L1).isEmpty(), none);
    }
}

QTEST_GUILESS_MAIN(LenientFieldsTest)
#include "lenientfieldstest.moc"
