// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/accountdraft.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Accounts;
using namespace Qt::StringLiterals;
using Domain::CredentialField;
using Domain::Secret;
using Content = Domain::CredentialField::Content;

namespace {

AccountDraft goodDraft()
{
    AccountDraft draft;
    draft.name = u"Hetzner · shop"_s;
    draft.url = u"https://api.hetzner.cloud/v1"_s;
    return draft;
}

CredentialField fieldOf(Content content)
{
    CredentialField field;
    field.key = u"value"_s;
    field.content = content;
    return field;
}

QString fieldText(DraftField field)
{
    switch (field) {
    case DraftField::Name:
        return u"name"_s;
    case DraftField::Url:
        return u"url"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString problemText(DraftProblem problem)
{
    switch (problem) {
    case DraftProblem::NameEmpty:
    case DraftProblem::UrlEmpty:
    case DraftProblem::ValueEmpty:
        return u"empty"_s;
    case DraftProblem::NameTaken:
        return u"taken"_s;
    case DraftProblem::UrlInvalid:
        return u"invalid"_s;
    case DraftProblem::UrlNotHttps:
        return u"not https"_s;
    case DraftProblem::UrlHasCredentials:
        return u"has credentials"_s;
    case DraftProblem::ValueHasBlanks:
        return u"blanks"_s;
    case DraftProblem::ValueHasLineBreaks:
        return u"line breaks"_s;
    case DraftProblem::ValueHasStrangeCharacters:
        return u"strange characters"_s;
    }
    Q_UNREACHABLE_RETURN(QString());
}

/// "name: empty; url: invalid", or "fine".
QString text(const QList<DraftFinding> &findings)
{
    QStringList parts;
    for (const DraftFinding &finding : findings) {
        parts.append(fieldText(finding.field) + u": "_s + problemText(finding.problem));
    }
    return parts.isEmpty() ? u"fine"_s : parts.join(u"; "_s);
}

} // namespace

class AccountDraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aGoodDraftHasNothingToBeFound();
    void everyFieldIsFoundWantingAtOnce();
    void checksTheName_data();
    void checksTheName();
    void checksTheUrl_data();
    void checksTheUrl();
    void checksAValueByWhatItMayHold_data();
    void checksAValueByWhatItMayHold();
    void anEmptyValueIsFineWhereNoneIsNeeded();
    void takesPaddingOffAValue_data();
    void takesPaddingOffAValue();
    void storesTheUrlWithoutTrailingSlash_data();
    void storesTheUrlWithoutTrailingSlash();

private:
    Support::TestEnvironment m_environment;
};

void AccountDraftTest::aGoodDraftHasNothingToBeFound()
{
    QCOMPARE(text(check(goodDraft(), {u"Hetzner · office"_s})), u"fine"_s);
}

void AccountDraftTest::everyFieldIsFoundWantingAtOnce()
{
    QCOMPARE(text(check(AccountDraft(), {})), u"name: empty; url: empty"_s);
}

void AccountDraftTest::checksTheName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::addRow("blanks alone") << u" \t "_s << u"name: empty"_s;
    QTest::addRow("taken") << u"office"_s << u"name: taken"_s;
    QTest::addRow("taken in other case, with blanks") << u" OFFICE  two "_s << u"name: taken"_s;
    QTest::addRow("other scripts") << u"ရုံး"_s << u"fine"_s;
    QTest::addRow("long") << QString(128, u'a') << u"fine"_s;
}

void AccountDraftTest::checksTheName()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    AccountDraft draft = goodDraft();
    draft.name = name;
    QCOMPARE(text(check(draft, {u"Office"_s, u"Office two"_s})), expected);
}

void AccountDraftTest::checksTheUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("expected");
    QTest::addRow("https") << u"https://cloud.example/v1"_s << u"fine"_s;
    QTest::addRow("with a port") << u"https://cloud.example:8443/v1/"_s << u"fine"_s;
    QTest::addRow("with blanks around") << u"  https://cloud.example \n"_s << u"fine"_s;
    QTest::addRow("scheme in capitals") << u"HTTPS://cloud.example"_s << u"fine"_s;
    QTest::addRow("blanks alone") << u"  "_s << u"url: empty"_s;
    QTest::addRow("no URL") << u"my cloud"_s << u"url: invalid"_s;
    QTest::addRow("no scheme") << u"cloud.example/v1"_s << u"url: invalid"_s;
    QTest::addRow("host and port alone") << u"cloud.example:443"_s << u"url: invalid"_s;
    QTest::addRow("no host") << u"https:///v1"_s << u"url: invalid"_s;
    QTest::addRow("scheme alone") << u"https://"_s << u"url: invalid"_s;
    QTest::addRow("blanks inside") << u"https://cloud example/v1"_s << u"url: invalid"_s;
    QTest::addRow("http") << u"http://cloud.example/v1"_s << u"url: not https"_s;
    QTest::addRow("ftp") << u"ftp://cloud.example/v1"_s << u"url: not https"_s;
    QTest::addRow("http to localhost") << u"http://localhost:8080/v1"_s << u"fine"_s;
    QTest::addRow("http to 127.0.0.1") << u"http://127.0.0.1:8080/v1"_s << u"fine"_s;
    QTest::addRow("http to 127.1.2.3") << u"http://127.1.2.3"_s << u"fine"_s;
    QTest::addRow("http to ::1") << u"http://[::1]:8080/v1"_s << u"fine"_s;
    QTest::addRow("http to a name like loopback")
        << u"http://127.0.0.1.cloud.example/v1"_s << u"url: not https"_s;
    QTest::addRow("http to a name that ends in localhost")
        << u"http://notlocalhost/v1"_s << u"url: not https"_s;
    QTest::addRow("http to a private network") << u"http://10.0.0.1/v1"_s << u"url: not https"_s;
    QTest::addRow("user and password")
        << u"https://me:demo-secret@cloud.example/v1"_s << u"url: has credentials"_s;
    QTest::addRow("user") << u"https://me@cloud.example/v1"_s << u"url: has credentials"_s;
    QTest::addRow("query") << u"https://cloud.example/v1?token=demo-secret"_s
                           << u"url: has credentials"_s;
    QTest::addRow("fragment") << u"https://cloud.example/v1#demo-secret"_s
                              << u"url: has credentials"_s;
}

void AccountDraftTest::checksTheUrl()
{
    QFETCH(QString, url);
    QFETCH(QString, expected);
    AccountDraft draft = goodDraft();
    draft.url = url;
    QCOMPARE(text(check(draft, {})), expected);
}

void AccountDraftTest::checksAValueByWhatItMayHold_data()
{
    QTest::addColumn<Content>("content");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("expected");
    const auto word = [](const char *name, const QByteArray &value, const QString &expected) {
        QTest::addRow("a word, %s", name) << Content::Word << value << expected;
    };
    word("plain", "demo-secret-AZaz09_~!"_ba, u"fine"_s);
    word("one character", "x"_ba, u"fine"_s);
    word("pasted with a line break after it", "demo-secret\r\n"_ba, u"fine"_s);
    word("blanks alone", " \n\t "_ba, u"empty"_s);
    word("blank inside", "demo secret"_ba, u"blanks"_s);
    word("tab inside", "demo\tsecret"_ba, u"blanks"_s);
    word("line break inside", "demo-\nsecret"_ba, u"line breaks"_s);
    word("line break and blank inside", "demo -\r\nsecret"_ba, u"line breaks"_s);
    word("umlaut", "demo-secrät"_ba, u"strange characters"_s);
    word("dash of a word processor", "demo–secret"_ba, u"strange characters"_s);
    word("zero-width space inside", "demo\xe2\x80\x8bsecret"_ba, u"strange characters"_s);
    word("null inside", QByteArray("demo\0secret", 11), u"strange characters"_s);
    word("delete inside", "demo\x7fsecret"_ba, u"strange characters"_s);
    const auto other = [](Content content, const QByteArray &value, const QString &expected) {
        QTest::addRow("%s, %s", content == Content::Line ? "a name" : "a password",
                      value.toPercentEncoding().constData())
            << content << value << expected;
    };
    for (const Content content : {Content::Line, Content::Exact}) {
        other(content, "Straße 7 – büro"_ba, u"fine"_s);
        other(content, "two\nlines"_ba, u"line breaks"_s);
        other(content, "a\tb"_ba, u"strange characters"_s);
    }
    other(Content::Line, "  "_ba, u"empty"_s);
    other(Content::Exact, "  "_ba, u"fine"_s); // A password may be made of blanks.
}

void AccountDraftTest::checksAValueByWhatItMayHold()
{
    QFETCH(Content, content);
    QFETCH(QByteArray, value);
    QFETCH(QString, expected);
    const std::optional<DraftProblem> problem = valueProblem(fieldOf(content), Secret(value));
    QCOMPARE(problem ? problemText(*problem) : u"fine"_s, expected);
}

void AccountDraftTest::anEmptyValueIsFineWhereNoneIsNeeded()
{
    CredentialField field = fieldOf(Content::Word);
    QCOMPARE(valueProblem(field, Secret()), DraftProblem::ValueEmpty);
    field.isRequired = false;
    QCOMPARE(valueProblem(field, Secret()), std::nullopt);
    QCOMPARE(valueProblem(field, Secret("demo secret")), DraftProblem::ValueHasBlanks);
}

void AccountDraftTest::takesPaddingOffAValue_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("asPassword");
    QTest::addRow("nothing to take off")
        << "demo-secret"_ba << "demo-secret"_ba << "demo-secret"_ba;
    QTest::addRow("line break") << "demo-secret\r\n"_ba << "demo-secret"_ba << "demo-secret"_ba;
    QTest::addRow("blanks and tabs")
        << "\t demo-secret \t"_ba << "demo-secret"_ba << "\t demo-secret \t"_ba;
    QTest::addRow("no-break and zero-width spaces, byte order mark")
        << "\xef\xbb\xbf\xc2\xa0 demo-secret\xe2\x80\x8b\n"_ba << "demo-secret"_ba
        << "\xef\xbb\xbf\xc2\xa0 demo-secret\xe2\x80\x8b"_ba;
    QTest::addRow("inside it stays")
        << " demo secret "_ba << "demo secret"_ba << " demo secret "_ba;
    QTest::addRow("empty") << ""_ba << ""_ba << ""_ba;
    QTest::addRow("blanks alone") << " \n "_ba << ""_ba << " \n "_ba;
}

void AccountDraftTest::takesPaddingOffAValue()
{
    QFETCH(QByteArray, typed);
    QFETCH(QByteArray, expected);
    QFETCH(QByteArray, asPassword);
    QCOMPARE(cleanValue(fieldOf(Content::Word), Secret(typed)).reveal(), expected);
    QCOMPARE(cleanValue(fieldOf(Content::Line), Secret(typed)).reveal(), expected);
    QCOMPARE(cleanValue(fieldOf(Content::Exact), Secret(typed)).reveal(), asPassword);
}

void AccountDraftTest::storesTheUrlWithoutTrailingSlash_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::addRow("as it is") << u"https://cloud.example/v1"_s << u"https://cloud.example/v1"_s;
    QTest::addRow("slashes") << u" https://cloud.example/v1// "_s << u"https://cloud.example/v1"_s;
    QTest::addRow("host alone") << u"https://cloud.example/"_s << u"https://cloud.example"_s;
    QTest::addRow("capitals") << u"HTTPS://Cloud.Example/V1"_s << u"https://cloud.example/V1"_s;
}

void AccountDraftTest::storesTheUrlWithoutTrailingSlash()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    QCOMPARE(cleanUrl(typed).toString(), expected);
}

QTEST_GUILESS_MAIN(AccountDraftTest)
#include "accountdrafttest.moc"
