// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/profilelibrary.h"
#include "support/testenvironment.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Domain;
using namespace Qt::StringLiterals;
using Clash = Providers::ProfileLibrary::Clash;
using Providers::ProfileCandidate;
using Providers::ProfileLibrary;
using Providers::ProfileResult;

namespace {

QByteArray profileJson(const QByteArray &id, const QByteArray &name = "Example",
                       const QByteArray &rest = "\"currency\": \"XAF\"")
{
    return "{\"version\": 1, \"id\": \"" + id + "\", \"name\": \"" + name
        + "\", \"provider\": \"stackconsole\", \"baseUrls\": [\"https://" + id + ".example\"], "
        + rest + ", \"texts\": {\"en\": {\"tokenHelp\": \"In the portal.\"}}}";
}

QStringList lines(const QList<Providers::ProfileProblem> &problems)
{
    return Providers::problemLines(problems);
}

QStringList idsOf(const ProfileLibrary &library)
{
    QStringList ids;
    for (const Profile &profile : library.profiles()) {
        ids.append(profile.id);
    }
    return ids;
}

} // namespace

class ProfileLibraryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyBuiltInProfileIsWhole();
    void offersTheBuiltInOnesByName();
    void keepsTheFactsOfTheBuiltInOnes();
    void offersNoProfileOfAProviderItDoesNotHave();
    void namesTheOperatorOrElseTheProvider();
    void looksWithoutKeepingAnything();
    void keepsAnImportAndFindsItAgain();
    void copiesTheFileAsItWas();
    void replacesAnImportInItsOwnFile();
    void neverTakesTheIdOfABuiltInOne();
    void refusesAProviderThatItCannotSpeakTo();
    void passesOverDamagedFilesAndLeavesThem();
    void anImportNeverTakesTheNameOfADamagedFile();
    void twoFilesWithOneIdAreTold();
    void anImportThatBecameBuiltInIsPassedOver();
    void saysWhatCannotBeReadOrWritten();
    void givesTheSymbolsOfCurrencies();
    void choosesTheTextsOfTheLanguage();

private:
    [[nodiscard]] ProfileLibrary library() const { return {folder(), {u"stackconsole"_s}}; }
    [[nodiscard]] QString folder() const { return m_home->filePath(u"profiles"_s); }
    QString write(const QString &path, const QByteArray &bytes) const;
    static QByteArray read(const QString &path);
    [[nodiscard]] QStringList filesInFolder() const;
    /// Looks and keeps.
    static ProfileResult<Done> import(ProfileLibrary &library, const QString &path);

    Support::TestEnvironment m_environment;
    std::unique_ptr<QTemporaryDir> m_home;
};

void ProfileLibraryTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
}

QString ProfileLibraryTest::write(const QString &path, const QByteArray &bytes) const
{
    const QString whole = m_home->filePath(path);
    QDir().mkpath(QFileInfo(whole).path());
    QFile file(whole);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return isWritten ? whole : QString();
}

QByteArray ProfileLibraryTest::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList ProfileLibraryTest::filesInFolder() const
{
    return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

ProfileResult<Done> ProfileLibraryTest::import(ProfileLibrary &library, const QString &path)
{
    const ProfileResult<ProfileCandidate> candidate = library.look(path);
    if (!candidate) {
        return std::unexpected(candidate.error());
    }
    return library.keep(*candidate);
}

void ProfileLibraryTest::everyBuiltInProfileIsWhole()
{
    const QStringList resources = QDir(u":/profiles"_s).entryList(QDir::Files);
    const QStringList sources = QDir(QStringLiteral(SOURCE_ROOT "/resources/profiles"))
                                    .entryList({u"*.json"_s}, QDir::Files);
    QCOMPARE(resources, sources);
    QVERIFY(resources.size() >= 3);
    for (const QString &fileName : resources) {
        const ProfileResult<Profile> profile =
            Providers::readProfile(read(u":/profiles/"_s + fileName));
        QVERIFY2(profile, qPrintable(profile ? QString() : lines(profile.error()).join(u'\n')));
        QCOMPARE(profile->id + u".json"_s, fileName);
        for (const QUrl &url : profile->baseUrls) {
            QCOMPARE(url.scheme(), u"https"_s);
        }
    }
}

void ProfileLibraryTest::offersTheBuiltInOnesByName()
{
    const QStringList expected{u"1cng"_s, u"zsoftly-zcp"_s, u"stackconsole"_s};
    QCOMPARE(idsOf(library()), expected);
    QVERIFY(library().has(u"stackconsole"_s));
    QVERIFY(!library().has(u"hetzner"_s));
    QCOMPARE(filesInFolder(), QStringList());
    QVERIFY(!QDir(folder()).exists());
}

void ProfileLibraryTest::keepsTheFactsOfTheBuiltInOnes()
{
    const Profile portal = library().find(u"1cng"_s).value();
    const QList<QUrl> candidates{QUrl(u"https://portal.1cloudng.com/backend/api"_s),
                                 QUrl(u"https://api.1cloudng.com/api"_s)};
    QCOMPARE(portal.baseUrls, candidates);
    QCOMPARE(portal.currency, u"MMK"_s);
    QCOMPARE(portal.currencySymbol, u"K"_s);
    for (const QString &language : {u"en"_s, u"my"_s}) {
        const ProfileTexts texts = portal.texts.value(language);
        QVERIFY(texts.tokenHelp.contains(u"Personal Access Token"_s));
        QVERIFY(texts.noApiHelp.contains(u"support@1cloudng.com"_s));
    }
    QCOMPARE(library().find(u"zsoftly-zcp"_s).value().baseUrls,
             QList<QUrl>{QUrl(u"https://api.zcp.zsoftly.ca/api"_s)});
    const Profile generic = library().find(u"stackconsole"_s).value();
    QVERIFY(generic.baseUrls.isEmpty());
    QVERIFY(!generic.texts.value(u"en"_s).addressHelp.isEmpty());

    const ProfileLibrary clouds(folder(), {u"openstack"_s});
    const QStringList ids{u"infomaniak"_s, u"infomaniak-pub2"_s, u"ovhcloud"_s, u"openstack"_s};
    QCOMPARE(idsOf(clouds), ids);
    const auto address = [&clouds](const QString &id) {
        return clouds.find(id).value().baseUrls.value(0).toString();
    };
    QCOMPARE(address(u"ovhcloud"_s), u"https://auth.cloud.ovh.net/v3"_s);
    QCOMPARE(address(u"infomaniak"_s), u"https://api.pub1.infomaniak.cloud/identity/v3"_s);
    QCOMPARE(address(u"infomaniak-pub2"_s), u"https://api.pub2.infomaniak.cloud/identity/v3"_s);
    QCOMPARE(address(u"openstack"_s), QString());
}

void ProfileLibraryTest::offersNoProfileOfAProviderItDoesNotHave()
{
    write(u"profiles/acme.json"_s, profileJson("acme"));
    const ProfileLibrary other(folder(), {u"hetzner"_s});
    QCOMPARE(idsOf(other), QStringList());
    QCOMPARE(other.damaged().size(), 1);
    QVERIFY(lines(other.damaged().constFirst().problems)
                .constFirst()
                .startsWith(u"provider: This Snapdeck can't speak to “stackconsole”."_s));
}

void ProfileLibraryTest::namesTheOperatorOrElseTheProvider()
{
    const ProfileLibrary every(folder(), {u"openstack"_s, u"stackconsole"_s});
    Account account;
    account.provider = u"openstack"_s;
    const auto nameWith = [&](const QString &profile) {
        account.profile = profile;
        return Providers::operatorName(account, every);
    };
    QCOMPARE(nameWith(u"ovhcloud"_s), u"OVHcloud Public Cloud"_s);
    QCOMPARE(nameWith({}), u"OpenStack"_s);
    // "Other OpenStack cloud" is what is chosen, and no name.
    QCOMPARE(nameWith(u"openstack"_s), u"OpenStack"_s);
    QCOMPARE(nameWith(u"gone"_s), u"OpenStack"_s);
}

void ProfileLibraryTest::looksWithoutKeepingAnything()
{
    const QString path = write(u"acme.json"_s, profileJson("acme"));
    const ProfileLibrary library = this->library();
    const ProfileResult<ProfileCandidate> candidate = library.look(path);

    QVERIFY(candidate);
    QCOMPARE(candidate->profile.id, u"acme"_s);
    QCOMPARE(library.clash(candidate->profile), Clash::None);
    QVERIFY(!library.find(u"acme"_s));
    QVERIFY(!QDir(folder()).exists());
}

void ProfileLibraryTest::keepsAnImportAndFindsItAgain()
{
    ProfileLibrary first = library();
    QVERIFY(import(first, write(u"some name.json"_s, profileJson("acme", "Acme"))));

    const QStringList expected{u"1cng"_s, u"acme"_s, u"zsoftly-zcp"_s, u"stackconsole"_s};
    QCOMPARE(idsOf(first), expected);
    QCOMPARE(idsOf(library()), expected);
    QCOMPARE(library().find(u"acme"_s), first.find(u"acme"_s));
    QCOMPARE(filesInFolder(), QStringList{u"acme.json"_s});
}

void ProfileLibraryTest::copiesTheFileAsItWas()
{
    const QByteArray bytes = "\n\n" + profileJson("acme") + "  \n";
    ProfileLibrary library = this->library();
    const QString path = write(u"a.json"_s, bytes);
    const ProfileCandidate candidate = library.look(path).value();
    // What was looked at is what is kept, whatever became of the file.
    QVERIFY(QFile::remove(path));
    QVERIFY(library.keep(candidate));
    QCOMPARE(read(folder() + u"/acme.json"_s), bytes);
}

void ProfileLibraryTest::replacesAnImportInItsOwnFile()
{
    write(u"profiles/put here by hand.json"_s, profileJson("acme", "Old"));
    ProfileLibrary library = this->library();
    const QString path = write(u"a.json"_s, profileJson("acme", "New"));
    QCOMPARE(library.clash(library.look(path)->profile), Clash::Imported);

    QVERIFY(import(library, path));

    QCOMPARE(library.find(u"acme"_s)->name, u"New"_s);
    QCOMPARE(idsOf(library).count(u"acme"_s), 1);
    QCOMPARE(filesInFolder(), QStringList{u"put here by hand.json"_s});
    QCOMPARE(this->library().find(u"acme"_s)->name, u"New"_s);
    QVERIFY(this->library().damaged().isEmpty());
}

void ProfileLibraryTest::neverTakesTheIdOfABuiltInOne()
{
    ProfileLibrary library = this->library();
    const QString path = write(u"a.json"_s, profileJson("1cng"));
    QCOMPARE(library.clash(library.look(path)->profile), Clash::BuiltIn);
    const ProfileResult<Done> kept = import(library, path);
    QVERIFY(!kept);
    QVERIFY(lines(kept.error()).constFirst().startsWith(u"id: “1cng” is the id of a profile"_s));
    QCOMPARE(library.find(u"1cng"_s)->currencySymbol, u"K"_s);
    QVERIFY(!QDir(folder()).exists());
}

void ProfileLibraryTest::refusesAProviderThatItCannotSpeakTo()
{
    QByteArray bytes = profileJson("acme");
    bytes.replace("stackconsole", "teleport");
    const ProfileResult<ProfileCandidate> candidate = library().look(write(u"a.json"_s, bytes));
    QVERIFY(!candidate);
    QCOMPARE(lines(candidate.error()),
             QStringList{u"provider: This Snapdeck can't speak to “teleport”. It can speak to: "
                         u"stackconsole."_s});
}

void ProfileLibraryTest::passesOverDamagedFilesAndLeavesThem()
{
    write(u"profiles/acme.json"_s, profileJson("acme"));
    write(u"profiles/broken.json"_s, "{\"id\": ");
    write(u"profiles/empty.json"_s, {});
    write(u"profiles/notes.txt"_s, "mine");
    QVERIFY(QDir(folder()).mkpath(u"folder.json"_s));

    const ProfileLibrary library = this->library();

    QVERIFY(library.find(u"acme"_s));
    QStringList told;
    for (const Providers::DamagedProfile &damaged : library.damaged()) {
        told.append(damaged.fileName + u": "_s + lines(damaged.problems).join(u' '));
    }
    QCOMPARE(told.size(), 2);
    QVERIFY(told.first().startsWith(u"broken.json: line 1, column "_s));
    QCOMPARE(told.last(), u"empty.json: It is empty."_s);
    const QStringList files{u"acme.json"_s, u"broken.json"_s, u"empty.json"_s, u"notes.txt"_s};
    QCOMPARE(filesInFolder(), files);
}

void ProfileLibraryTest::anImportNeverTakesTheNameOfADamagedFile()
{
    const QString damaged = write(u"profiles/acme.json"_s, "{");
    ProfileLibrary library = this->library();
    QVERIFY(import(library, write(u"a.json"_s, profileJson("acme"))));
    QCOMPARE(read(damaged), QByteArray("{"));
    QVERIFY(this->library().find(u"acme"_s));
    QCOMPARE(this->library().damaged().size(), 1);
}

void ProfileLibraryTest::twoFilesWithOneIdAreTold()
{
    write(u"profiles/a.json"_s, profileJson("acme", "First"));
    write(u"profiles/b.json"_s, profileJson("acme", "Second"));
    const ProfileLibrary library = this->library();
    QCOMPARE(library.find(u"acme"_s)->name, u"First"_s);
    QCOMPARE(library.damaged().size(), 1);
    QCOMPARE(lines(library.damaged().first().problems),
             QStringList{u"id: Another file in the folder has the id “acme” already."_s});
}

void ProfileLibraryTest::anImportThatBecameBuiltInIsPassedOver()
{
    write(u"profiles/1cng.json"_s, profileJson("1cng", "Mine"));
    QTest::ignoreMessage(QtInfoMsg, QRegularExpression(u"not used: profile"_s));
    const ProfileLibrary library = this->library();
    QCOMPARE(library.find(u"1cng"_s)->name, u"1CNG"_s);
    QVERIFY(library.damaged().isEmpty());
}

void ProfileLibraryTest::saysWhatCannotBeReadOrWritten()
{
    ProfileLibrary library = this->library();
    const auto problem = [&library](const QString &path) {
        const ProfileResult<ProfileCandidate> looked = library.look(path);
        return looked ? QString() : lines(looked.error()).join(u' ');
    };
    QCOMPARE(problem(m_home->filePath(u"nothing.json"_s)),
             u"The file can't be read: it is no file."_s);
    QCOMPARE(problem(m_home->path()), u"The file can't be read: it is no file."_s);
    QVERIFY(problem(write(u"large.json"_s, QByteArray(100'000, ' ')))
                .startsWith(u"It is larger than 64 KB"_s));

    write(u"profiles"_s, "a file where the folder should be");
    const ProfileResult<Done> kept = import(library, write(u"a.json"_s, profileJson("acme")));
    QVERIFY(!kept);
    QVERIFY2(lines(kept.error()).constFirst().startsWith(u"It can't be written to "_s),
             qPrintable(lines(kept.error()).constFirst()));
    QVERIFY(!library.find(u"acme"_s));
}

void ProfileLibraryTest::givesTheSymbolsOfCurrencies()
{
    ProfileLibrary library = this->library();
    QCOMPARE(library.currencySymbols().value(u"MMK"_s), u"K"_s);
    QVERIFY(!library.currencySymbols().contains(u"XAF"_s));
    QVERIFY(import(
        library,
        write(u"a.json"_s,
              profileJson("acme", "Acme", R"("currency": "XAF", "currencySymbol": "FCFA")"))));
    QVERIFY(import(
        library,
        write(u"b.json"_s,
              profileJson("other", "Other", R"("currency": "XAF", "currencySymbol": "CFA")"))));
    QCOMPARE(library.currencySymbols().value(u"XAF"_s), u"FCFA"_s);
}

void ProfileLibraryTest::choosesTheTextsOfTheLanguage()
{
    Profile profile;
    profile.texts = {
        {u"en"_s, {u"English"_s}}, {u"my"_s, {u"Burmese"_s}}, {u"pt_BR"_s, {u"Brazilian"_s}}};
    QCOMPARE(Providers::textsFor(profile, u"my_MM"_s).tokenHelp, u"Burmese"_s);
    QCOMPARE(Providers::textsFor(profile, u"pt_BR"_s).tokenHelp, u"Brazilian"_s);
    QCOMPARE(Providers::textsFor(profile, u"pt_PT"_s).tokenHelp, u"English"_s);
    QCOMPARE(Providers::textsFor(profile, u"C"_s).tokenHelp, u"English"_s);
    QCOMPARE(Providers::textsFor(profile, u"de_DE"_s).tokenHelp, u"English"_s);
}

QTEST_GUILESS_MAIN(ProfileLibraryTest)
#include "profilelibrarytest.moc"
