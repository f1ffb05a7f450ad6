// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/profilereader.h"
#include "support/testenvironment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::ProfileResult;
using Providers::readProfile;

namespace {

QJsonObject texts()
{
    return {{u"tokenHelp"_s, u"Made in the portal."_s}, {u"noApiHelp"_s, u"Ask support."_s}};
}

QJsonObject prices()
{
    return {
        {u"currency"_s, u"EUR"_s},
        {u"serverSnapshot"_s, QJsonObject{{u"amount"_s, u"0.0001"_s}, {u"unit"_s, u"GB-hour"_s}}},
        {u"volumeSnapshot"_s, QJsonObject{{u"amount"_s, u"0.05"_s}, {u"unit"_s, u"GB-month"_s}}},
        {u"source"_s, u"https://a.example/prices"_s},
        {u"date"_s, u"2026-01-31"_s}};
}

QJsonObject wholeProfile()
{
    return {{u"version"_s, 1},
            {u"id"_s, u"example-1"_s},
            {u"name"_s, u"Example Cloud"_s},
            {u"provider"_s, u"example"_s},
            {u"baseUrls"_s, QJsonArray{u"https://a.example/api/"_s, u"http://127.0.0.1:8080/v1"_s}},
            {u"currency"_s, u"MMK"_s},
            {u"currencySymbol"_s, u"K"_s},
            {u"helpUrl"_s, u"https://a.example/help?page=token#top"_s},
            {u"prices"_s, prices()},
            {u"texts"_s, QJsonObject{{u"en"_s, texts()}}}};
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

QJsonObject with(const QString &key, const QJsonValue &value)
{
    QJsonObject object = wholeProfile();
    object.insert(key, value);
    return object;
}

QJsonObject withEnglish(const QString &key, const QJsonValue &value)
{
    QJsonObject english = texts();
    english.insert(key, value);
    return with(u"texts"_s, QJsonObject{{u"en"_s, english}});
}

QJsonObject withPrices(const QString &key, const QJsonValue &value)
{
    QJsonObject changed = prices();
    changed.insert(key, value);
    return with(u"prices"_s, changed);
}

QJsonObject withoutPrice(const QString &key)
{
    QJsonObject changed = prices();
    changed.remove(key);
    return with(u"prices"_s, changed);
}

QJsonObject withPrice(const QJsonValue &amount, const QJsonValue &unit)
{
    return withPrices(u"volumeSnapshot"_s, QJsonObject{{u"amount"_s, amount}, {u"unit"_s, unit}});
}

QString problemsOf(const QByteArray &bytes)
{
    const ProfileResult<Profile> read = readProfile(bytes);
    return read ? u"a profile"_s : Providers::problemLines(read.error()).join(u'\n');
}

} // namespace

class ProfileReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField();
    void needsLittle();
    void onePriceIsEnough();
    void namesThePlaceOfAPriceThatIsWrong_data();
    void namesThePlaceOfAPriceThatIsWrong();
    void namesThePlaceOfWhatIsWrong_data();
    void namesThePlaceOfWhatIsWrong();
    void namesWhatIsMissing_data();
    void namesWhatIsMissing();
    void tellsEverythingAtOnce();
    void tellsLineAndColumnOfWrongJson_data();
    void tellsLineAndColumnOfWrongJson();
    void tellsWhereAFieldIsThereTwice();
    void refusesWhatIsNoProfileAtAll();
    void takesHttpForThisComputerAlone_data();
    void takesHttpForThisComputerAlone();
    void takesTextsOfEveryScript();
    void refusesTextsThatHideSomething_data();
    void refusesTextsThatHideSomething();

private:
    Support::TestEnvironment m_environment;
};

void ProfileReaderTest::readsEveryField()
{
    const ProfileResult<Profile> read = readProfile(json(wholeProfile()));

    QVERIFY(read);
    Profile expected;
    expected.id = u"example-1"_s;
    expected.name = u"Example Cloud"_s;
    expected.provider = u"example"_s;
    expected.baseUrls = {QUrl(u"https://a.example/api"_s), QUrl(u"http://127.0.0.1:8080/v1"_s)};
    expected.currency = u"MMK"_s;
    expected.currencySymbol = u"K"_s;
    expected.helpUrl = QUrl(u"https://a.example/help?page=token#top"_s);
    expected.texts = {{u"en"_s, {u"Made in the portal."_s, u"Ask support."_s}}};
    SnapshotPrice server;
    server.price = {{100'000, u"EUR"_s}, PriceUnit::PerGbHour};
    SnapshotPrice volume;
    volume.kind = SnapshotKind::Volume;
    volume.price = {{50'000'000, u"EUR"_s}, PriceUnit::PerGbMonth};
    expected.prices =
        ProfilePrices{{server, volume}, QUrl(u"https://a.example/prices"_s), QDate(2026, 1, 31)};
    QCOMPARE(*read, expected);
}

void ProfileReaderTest::needsLittle()
{
    QJsonObject object = wholeProfile();
    for (const QString &key : {u"currency"_s, u"currencySymbol"_s, u"helpUrl"_s, u"prices"_s}) {
        object.remove(key);
    }
    object.insert(u"baseUrls"_s, QJsonArray());
    object.insert(u"texts"_s,
                  QJsonObject{{u"en"_s, QJsonObject{{u"tokenHelp"_s, u"In the portal."_s}}}});
    const ProfileResult<Profile> read = readProfile(json(object));

    QVERIFY(read);
    QVERIFY(read->baseUrls.isEmpty());
    QVERIFY(read->helpUrl.isEmpty());
    QVERIFY(!read->prices);
    QCOMPARE(read->texts.value(u"en"_s).noApiHelp, QString());
}

void ProfileReaderTest::onePriceIsEnough()
{
    for (const auto &[missing, left] : {std::pair(u"serverSnapshot"_s, SnapshotKind::Volume),
                                        std::pair(u"volumeSnapshot"_s, SnapshotKind::Server)}) {
        const ProfileResult<Profile> read = readProfile(json(withoutPrice(missing)));
        QVERIFY(read);
        QCOMPARE(read->prices.value_or(ProfilePrices()).snapshots.size(), 1);
        QCOMPARE(read->prices.value_or(ProfilePrices()).snapshots.at(0).kind, left);
    }
    const ProfileResult<Profile> free = readProfile(json(withPrice(u"0"_s, u"GB-month"_s)));
    QVERIFY(free);
    QCOMPARE(free->prices.value_or(ProfilePrices()).snapshots.at(1).price.amount.nanos, 0);
}

void ProfileReaderTest::namesThePlaceOfAPriceThatIsWrong_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<QString>("start");
    const auto add = [](const char *name, const QJsonObject &object, const QString &start) {
        QTest::addRow("%s", name) << object << start;
    };
    const QString amount = u"prices.volumeSnapshot.amount: "_s;
    const QString unit = u"prices.volumeSnapshot.unit: "_s;
    add("no object", with(u"prices"_s, u"0.05"_s), u"prices: It must be an object."_s);
    add("nothing in it", with(u"prices"_s, QJsonObject()),
        u"prices.currency: This field is missing.\nprices.source: This field is missing.\n"
        "prices.date: This field is missing.\nprices: It must hold serverSnapshot, "
        "volumeSnapshot or both."_s);
    add("unknown field", withPrices(u"vat"_s, u"19"_s), u"prices.vat: This field is not known"_s);
    add("no currency", withoutPrice(u"currency"_s), u"prices.currency: This field is missing."_s);
    add("small letters in the currency", withPrices(u"currency"_s, u"eur"_s),
        u"prices.currency: It must be the three capital letters"_s);
    add("no source", withoutPrice(u"source"_s), u"prices.source: This field is missing."_s);
    add("a source over http", withPrices(u"source"_s, u"http://a.example"_s),
        u"prices.source: It must be a web page"_s);
    add("no date", withoutPrice(u"date"_s), u"prices.date: This field is missing."_s);
    add("no day of the calendar", withPrices(u"date"_s, u"2026-02-30"_s),
        u"prices.date: It must be a date, such as 2026-01-31."_s);
    add("a date as people write it", withPrices(u"date"_s, u"31.1.2026"_s),
        u"prices.date: It must be a date, such as 2026-01-31."_s);
    add("a price of another type", withPrices(u"volumeSnapshot"_s, u"0.05"_s),
        u"prices.volumeSnapshot: It must be an object."_s);
    add("a number", withPrice(0.05, u"GB-month"_s), amount + u"It must be a text in quotation"_s);
    add("a comma", withPrice(u"0,05"_s, u"GB-month"_s), amount + u"It must be an amount alone"_s);
    add("a sign", withPrice(u"-1"_s, u"GB-month"_s), amount + u"It must be an amount alone"_s);
    add("a currency with it", withPrice(u"€ 1"_s, u"GB-month"_s),
        amount + u"It must be an amount alone"_s);
    add("an exponent", withPrice(u"5e-2"_s, u"GB-month"_s),
        amount + u"It must be an amount alone"_s);
    add("more digits than can be kept", withPrice(u"0.0000000001"_s, u"GB-month"_s),
        amount + u"It must be an amount alone"_s);
    add("too much", withPrice(u"1000000000"_s, u"GB-month"_s),
        amount + u"It must be an amount alone"_s);
    add("another unit", withPrice(u"1"_s, u"GB-year"_s),
        unit + u"It must be GB-hour or GB-month."_s);
    add("a price without its unit",
        withPrices(u"volumeSnapshot"_s, QJsonObject{{u"amount"_s, u"1"_s}}),
        unit + u"This field is missing."_s);
    add("a field too many",
        withPrices(
            u"volumeSnapshot"_s,
            QJsonObject{{u"amount"_s, u"1"_s}, {u"unit"_s, u"GB-hour"_s}, {u"from"_s, u"1"_s}}),
        u"prices.volumeSnapshot.from: This field is not known here."_s);
}

void ProfileReaderTest::namesThePlaceOfAPriceThatIsWrong()
{
    QFETCH(const QJsonObject, object);
    QFETCH(const QString, start);

    const QString problems = problemsOf(json(object));

    QVERIFY2(problems.startsWith(start), qPrintable(problems));
    QCOMPARE(problems.count(u'\n'), start.count(u'\n'));
}

void ProfileReaderTest::namesThePlaceOfWhatIsWrong_data()
{
    QTest::addColumn<QJsonObject>("object");
    QTest::addColumn<QString>("start");
    const auto add = [](const char *name, const QJsonObject &object, const QString &start) {
        QTest::addRow("%s", name) << object << start;
    };
    const auto addUrl = [add](const char *name, const QJsonValue &url, const QString &reason) {
        add(name, with(u"baseUrls"_s, QJsonArray{u"https://a.example"_s, url}),
            u"baseUrls[1]: "_s + reason);
    };
    add("version of tomorrow", with(u"version"_s, 2),
        u"version: This Snapdeck reads version 1 of the format only."_s);
    add("version of another type", with(u"version"_s, u"1"_s),
        u"version: It must be the number 1."_s);
    add("half a version", with(u"version"_s, 0.5), u"version: It must be the number 1."_s);
    add("unknown field", with(u"token"_s, u"x"_s), u"token: This field is not known here."_s);
    add("unknown text", withEnglish(u"tokenHlep"_s, u"x"_s),
        u"texts.en.tokenHlep: This field is not known here. Known are: tokenHelp, noApiHelp, "
        u"addressHelp."_s);
    add("capital letters in the id", with(u"id"_s, u"Example"_s), u"id: It may hold small"_s);
    add("a path for an id", with(u"id"_s, u"../a"_s), u"id: It may hold small"_s);
    add("an id of two lines", with(u"id"_s, u"a\nb"_s), u"id: It must be on one line"_s);
    add("a long id", with(u"id"_s, QString(41, u'a')), u"id: It may hold small"_s);
    add("an empty name", with(u"name"_s, u" "_s), u"name: It must not be empty."_s);
    add("a number for a name", with(u"name"_s, 5), u"name: It must be a text"_s);
    add("null for a name", with(u"name"_s, QJsonValue::Null), u"name: It must be a text"_s);
    add("a long name", with(u"name"_s, QString(61, u'a')), u"name: It is longer than 60"_s);
    add("a provider with a blank", with(u"provider"_s, u"a b"_s), u"provider: It may hold"_s);
    add("one address without a list", with(u"baseUrls"_s, u"https://a.example"_s),
        u"baseUrls: It must be a list of at most 8"_s);
    add("nine addresses", with(u"baseUrls"_s, QJsonArray{1, 2, 3, 4, 5, 6, 7, 8, 9}),
        u"baseUrls: It must be a list of at most 8"_s);
    addUrl("http", u"http://a.example"_s, u"It must begin with https://, or others could read"_s);
    addUrl("ftp", u"ftp://a.example"_s, u"It must begin with https://."_s);
    addUrl("no host", u"https:///api"_s, u"This is not a complete web address"_s);
    addUrl("no URL", u"a.example/api"_s, u"This is not a complete web address"_s);
    addUrl("blank in it", u"https://a.example/a b"_s, u"This is not a complete web address"_s);
    addUrl("nothing", u""_s, u"This is not a complete web address"_s);
    addUrl("a user", u"https://me@a.example"_s, u"It must hold no user name"_s);
    addUrl("a password", u"https://me:pw@a.example"_s, u"It must hold no user name"_s);
    addUrl("a query", u"https://a.example/?token=1"_s, u"It must hold no “?”"_s);
    addUrl("a fragment", u"https://a.example/#a"_s, u"It must hold no “?”"_s);
    addUrl("the same again", u"https://a.example/"_s, u"This address is in the list already."_s);
    addUrl("a number", 4, u"It must be an address in quotation marks"_s);
    addUrl("a long one", QString(u"https://a.example/"_s + QString(300, u'a')),
           u"It must be an address in quotation marks"_s);
    add("small letters in the currency", with(u"currency"_s, u"mmk"_s),
        u"currency: It must be the three capital letters"_s);
    add("a long symbol", with(u"currencySymbol"_s, u"kyatkya"_s),
        u"currencySymbol: It is longer than 6"_s);
    add("a help page over http", with(u"helpUrl"_s, u"http://127.0.0.1/"_s),
        u"helpUrl: It must be a web page that begins with https://"_s);
    add("a help page that is a program", with(u"helpUrl"_s, u"file:///bin/sh"_s),
        u"helpUrl: It must be a web page"_s);
    add("a help page with a user", with(u"helpUrl"_s, u"https://a@b.example/"_s),
        u"helpUrl: It must be a web page"_s);
    add("texts of another type", with(u"texts"_s, u"x"_s), u"texts: It must be an object"_s);
    add("no English", with(u"texts"_s, QJsonObject{{u"my"_s, texts()}}),
        u"texts.en: English is missing"_s);
    add("no language", with(u"texts"_s, QJsonObject{{u"en"_s, texts()}, {u"English"_s, texts()}}),
        u"texts.English: This is no code of a language"_s);
    add("a language of another type",
        with(u"texts"_s, QJsonObject{{u"en"_s, texts()}, {u"my"_s, 1}}),
        u"texts.my: It must be an object."_s);
    add("a long help", withEnglish(u"tokenHelp"_s, QString(601, u'a')),
        u"texts.en.tokenHelp: It is longer than 600"_s);
}

void ProfileReaderTest::namesThePlaceOfWhatIsWrong()
{
    QFETCH(const QJsonObject, object);
    QFETCH(const QString, start);

    const QString problems = problemsOf(json(object));

    QVERIFY2(problems.startsWith(start), qPrintable(problems));
    QCOMPARE(problems.count(u'\n'), 0);
}

void ProfileReaderTest::namesWhatIsMissing_data()
{
    QTest::addColumn<QString>("key");
    for (const QString &key :
         {u"version"_s, u"id"_s, u"name"_s, u"provider"_s, u"baseUrls"_s, u"texts"_s}) {
        QTest::addRow("%s", qPrintable(key)) << key;
    }
}

void ProfileReaderTest::namesWhatIsMissing()
{
    QFETCH(const QString, key);
    QJsonObject object = wholeProfile();
    object.remove(key);
    QCOMPARE(problemsOf(json(object)), key + u": This field is missing."_s);

    QJsonObject noCurrency = wholeProfile();
    noCurrency.remove(u"currency"_s);
    QCOMPARE(problemsOf(json(noCurrency)),
             u"currencySymbol: A symbol needs the field currency beside it."_s);
}

void ProfileReaderTest::tellsEverythingAtOnce()
{
    QJsonObject object = with(u"baseUrls"_s, QJsonArray{u"http://a.example"_s, 3});
    object.remove(u"name"_s);
    object.insert(u"tokens"_s, 1);
    object.insert(u"texts"_s, QJsonObject{{u"en"_s, QJsonObject()}});

    const ProfileResult<Profile> read = readProfile(json(object));

    QVERIFY(!read);
    QStringList places;
    for (const Providers::ProfileProblem &problem : read.error()) {
        places.append(problem.place);
    }
    const QStringList expected{u"name"_s, u"baseUrls[0]"_s, u"baseUrls[1]"_s,
                               u"texts.en.tokenHelp"_s, u"tokens"_s};
    QCOMPARE(places, expected);
}

void ProfileReaderTest::tellsLineAndColumnOfWrongJson_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("place");
    QTest::addRow("a comma too many")
        << QByteArray("{\n  \"id\": \"a\",\n}") << u"line 3, column 1"_s;
    QTest::addRow("no quotation marks") << QByteArray("{\n  id: 1\n}") << u"line 2, column 3"_s;
    QTest::addRow("behind letters of two bytes")
        << QByteArray("{\"na\": \"\xc3\xa4\xc3\xb6\" x}") << u"line 1, column 13"_s;
    QTest::addRow("cut off") << QByteArray("{\"id\": \"a\"") << u"line 1, column 11"_s;
    QTest::addRow("two documents") << QByteArray("{}\n{}") << u"line 2, column 1"_s;
    QTest::addRow("no comma") << QByteArray("{\n  \"id\": 1\n  \"name\": 2\n}\n")
                              << u"line 3, column 3"_s;
    QTest::addRow("a list that does not end")
        << QByteArray("{\"a\": [1, 2}\n") << u"line 1, column 12"_s;
    QTest::addRow("no UTF-8") << QByteArray("{\"id\": \"\xff\"}") << u"line 1, column 9"_s;
    QTest::addRow("no JSON") << QByteArray("<html>") << u"line 1, column 1"_s;
}

void ProfileReaderTest::tellsLineAndColumnOfWrongJson()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, place);

    const QString problems = problemsOf(bytes);

    QVERIFY2(problems.startsWith(place + u": The file is no valid JSON here: "_s),
             qPrintable(problems));
}

void ProfileReaderTest::tellsWhereAFieldIsThereTwice()
{
    const QByteArray twice =
        "{\n \"texts\": {\"en\": {}},\n \"id\": \"a\",\n \"\\u0069d\": \"b\"\n}";
    QCOMPARE(problemsOf(twice), u"line 4, column 2: The field “id” is there twice."_s);
    const QByteArray inside =
        "{\"texts\": {\"en\": {}, \"my\": [{\"a\": 1}, {\"a\": 1}], \"en\": 1}}";
    QVERIFY(problemsOf(inside).contains(u"The field “en” is there twice."_s));
}

void ProfileReaderTest::refusesWhatIsNoProfileAtAll()
{
    QCOMPARE(problemsOf({}), u"It is empty."_s);
    QCOMPARE(problemsOf(" \n"), u"It is empty."_s);
    QVERIFY(problemsOf("[]").startsWith(u"It is JSON, but no profile"_s));
    QVERIFY(problemsOf("\"id\"").contains(u"JSON"_s));
    const QByteArray large(Providers::largestProfile + 1, ' ');
    QVERIFY(problemsOf(large).startsWith(u"It is larger than 64 KB"_s));
    QVERIFY(problemsOf(QByteArray(2'000, '[')).contains(u"line 1"_s));
}

void ProfileReaderTest::takesHttpForThisComputerAlone_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("isTaken");
    QTest::addRow("localhost") << u"http://localhost:1/api"_s << true;
    QTest::addRow("IPv4") << u"http://127.8.0.1"_s << true;
    QTest::addRow("IPv6") << u"http://[::1]:80/a"_s << true;
    QTest::addRow("a name that looks alike") << u"http://localhost.example"_s << false;
    QTest::addRow("an address that looks alike") << u"http://127.0.0.1.example"_s << false;
    QTest::addRow("the network's") << u"http://192.168.0.1"_s << false;
}

void ProfileReaderTest::takesHttpForThisComputerAlone()
{
    QFETCH(const QString, url);
    QTEST(readProfile(json(with(u"baseUrls"_s, QJsonArray{url}))).has_value(), "isTaken");
}

void ProfileReaderTest::takesTextsOfEveryScript()
{
    const QString burmese = u"ပရိုဖိုင်တွင် API ကို ဖွင့်ပါ။"_s;
    const QString joined = u"می\u200cخواهم 👩\u200d🔧"_s;
    QJsonObject languages{{u"en"_s, texts()}};
    languages.insert(u"my"_s, QJsonObject{{u"tokenHelp"_s, burmese}});
    languages.insert(u"fa"_s, QJsonObject{{u"tokenHelp"_s, joined}});
    languages.insert(u"pt_BR"_s, QJsonObject{{u"tokenHelp"_s, u" No portal. "_s}});

    const ProfileResult<Profile> read = readProfile(json(with(u"texts"_s, languages)));

    QVERIFY(read);
    QCOMPARE(read->texts.value(u"my"_s).tokenHelp, burmese);
    QCOMPARE(read->texts.value(u"fa"_s).tokenHelp, joined);
    QCOMPARE(read->texts.value(u"pt_BR"_s).tokenHelp, u"No portal."_s);
}

void ProfileReaderTest::refusesTextsThatHideSomething_data()
{
    QTest::addColumn<QByteArray>("escaped");
    QTest::addRow("two lines") << QByteArray("a\\nb");
    QTest::addRow("a tab") << QByteArray("a\\tb");
    QTest::addRow("a null") << QByteArray("a\\u0000b");
    QTest::addRow("an escape sequence") << QByteArray("a\\u001b[31mb");
    QTest::addRow("text turned round") << QByteArray("a\\u202eb");
    QTest::addRow("an isolate") << QByteArray("a\\u2066b");
    QTest::addRow("half a character") << QByteArray("a\\ud800b");
    QTest::addRow("a line separator") << QByteArray("a\\u2028b");
}

void ProfileReaderTest::refusesTextsThatHideSomething()
{
    QFETCH(const QByteArray, escaped);
    QByteArray bytes = json(with(u"name"_s, u"NAME"_s));
    bytes.replace("NAME", escaped);
    QVERIFY2(problemsOf(bytes).startsWith(u"name: It must be on one line"_s),
             qPrintable(problemsOf(bytes)));
}

QTEST_GUILESS_MAIN(ProfileReaderTest)
#include "profilereadertest.moc"
