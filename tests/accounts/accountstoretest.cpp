// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Longer than most: every way in which settings and keychain can fail each other is a test.

#include "accounts/accountstore.h"
#include "support/testenvironment.h"
#include "tests/accounts/scriptedsecretstore.h"

#include <QDir>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace Accounts;
using namespace Domain;
using namespace Qt::StringLiterals;
using Keep = AccountStore::Keep;

namespace {

const QByteArray firstToken = "demo-secret-first";
const QByteArray secondToken = "demo-secret-second";

Account newAccount(const QString &name = u"shop"_s)
{
    Account account;
    account.name = name;
    account.provider = u"hetzner"_s;
    account.baseUrl = QUrl(u"https://api.hetzner.cloud/v1"_s);
    account.colour = 3;
    return account;
}

Error unavailable(Effect effect = Effect::None)
{
    Error error;
    error.kind = ErrorKind::SecretUnavailable;
    error.message = u"the keychain is locked"_s;
    error.effect = effect;
    return error;
}

/// The answer of a future that must be there by now.
template <class T>
Result<T> answerOf(const QFuture<Result<T>> &future)
{
    return future.isFinished() && future.isResultReadyAt(0)
        ? future.result()
        : Result<T>(failure(ErrorKind::Unknown, u"no answer yet"_s));
}

QList<SnapshotPrice> somePrices()
{
    SnapshotPrice server;
    server.price = {{50'000'000, u"EUR"_s}, PriceUnit::PerGbMonth};
    SnapshotPrice volume;
    volume.kind = SnapshotKind::Volume;
    volume.price = {{12'345, u"EUR"_s}, PriceUnit::PerGbHour};
    return {server, volume};
}

QString namesIn(const AccountStore &store)
{
    QStringList names;
    const QList<Account> accounts = store.accounts();
    for (const Account &account : accounts) {
        names.append(account.name);
    }
    return names.join(u", "_s);
}

} // namespace

class AccountStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void anAccountIsThereAgainAfterARestart();
    void keepsTheOrderInWhichAccountsWereAdded();
    void writesTheSecretBeforeTheRecord();
    void theTokenIsInNoSettingsFile();
    void aNewAccountWithoutTokenIsRefused();
    void anEmptyTokenKeepsTheStoredOne();
    void aNewTokenReplacesTheStoredOne();

    void aRefusedSecretLeavesNoRecord();
    void aRefusedEditLeavesRecordAndTokenAsTheyWere();
    void aTokenCanBeEnteredAgainWhenTheOldOneCannotBeRead();
    void anAccountThatCannotBeWrittenLeavesNoSecret();
    void anEditThatCannotBeWrittenPutsTheOldTokenBack();
    void doesNotTouchTheKeychainWhenTheSettingsAreReadOnly();
    void savesAgainOnceTheSettingsCanBeWritten();

    void forThisSessionOnlyWritesNothingAnywhere();
    void aSessionOnlyAccountMovesIntoTheKeychainWhenSavedThere();
    void anEditForThisSessionLeavesWhatIsStored();

    void removesTheCredentialThenTheRecord();
    void aRefusedRemovalKeepsTheAccount();
    void removesAnAccountWhoseCredentialIsGoneAlready();
    void forgetsAnAccountThoughTheKeychainIsOut();
    void unknownAccountsAreNotFound();

    void aLateSecretOfAnAccountThatWasNotSavedIsRemovedAgain();
    void aLateSecretOfAnAccountThatExistsIsAnnounced();
    void aLateSecretIsLeftToTheSaveThatFollowedIt();
    void aStoreThatIsDestroyedWhileItSavesAnswersCancelled();
    void aDamagedRecordIsLeftAloneAndHidesNoOther();

    void enteredPricesStayWithTheRecord();
    void anEditOfTheAccountKeepsItsPrices();
    void pricesOfASessionOnlyAccountMoveWithIt();
    void pricesThatCannotBeWrittenChangeNothing();

private:
    [[nodiscard]] QByteArray fileContent() const;
    void breakSettings();
    void mendSettings();
    void restart();

    Support::TestEnvironment m_environment;
    QString m_folder;
    QString m_file;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<ScriptedSecretStore> m_secrets;
    std::unique_ptr<AccountStore> m_store;
};

void AccountStoreTest::init()
{
    m_folder =
        m_environment.home() + u"/accounts-"_s + QLatin1StringView(QTest::currentTestFunction());
    QVERIFY(QDir().mkpath(m_folder));
    m_file = m_folder + u"/snapdeck.ini"_s;
    m_settings = std::make_unique<QSettings>(m_file, QSettings::IniFormat);
    m_secrets = std::make_unique<ScriptedSecretStore>();
    m_store = std::make_unique<AccountStore>(*m_settings, *m_secrets);
}

void AccountStoreTest::cleanup()
{
    m_store.reset();
    m_secrets.reset();
    m_settings.reset();
}

QByteArray AccountStoreTest::fileContent() const
{
    QFile file(m_file);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A folder where the file should be: nobody can write there, not even the superuser.
void AccountStoreTest::breakSettings()
{
    QVERIFY(!QFile::exists(m_file) || QFile::rename(m_file, m_file + u".aside"_s));
    QVERIFY(QDir().mkpath(m_file + u"/occupied"_s));
}

void AccountStoreTest::mendSettings()
{
    QVERIFY(QDir(m_file).removeRecursively());
    QVERIFY(!QFile::exists(m_file + u".aside"_s) || QFile::rename(m_file + u".aside"_s, m_file));
}

void AccountStoreTest::restart()
{
    m_store.reset();
    m_settings = std::make_unique<QSettings>(m_file, QSettings::IniFormat);
    m_store = std::make_unique<AccountStore>(*m_settings, *m_secrets);
}

void AccountStoreTest::anAccountIsThereAgainAfterARestart()
{
    QSignalSpy added(m_store.get(), &AccountStore::added);
    const Result<Account> saved =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain));
    QVERIFY(saved);
    QVERIFY(!QUuid::fromString(saved->id.value).isNull());
    QVERIFY(!saved->id.value.contains(u'{'));
    QCOMPARE(added.count(), 1);

    m_store.reset();
    m_settings = std::make_unique<QSettings>(m_file, QSettings::IniFormat);
    const AccountStore again(*m_settings, *m_secrets);

    QCOMPARE(again.accounts(), QList<Account>{*saved});
    QCOMPARE(again.find(saved->id), saved.value());
    QCOMPARE(answerOf(AccountStore(*m_settings, *m_secrets).readSecret(saved->id))->reveal(),
             firstToken);
}

void AccountStoreTest::keepsTheOrderInWhichAccountsWereAdded()
{
    for (const QString &name : {u"zebra"_s, u"ape"_s, u"mouse"_s}) {
        QVERIFY(answerOf(m_store->save(newAccount(name), Secret(firstToken), Keep::Keychain)));
    }
    QVERIFY(answerOf(m_store->remove(m_store->accounts().at(1).id)));
    Account first = m_store->accounts().constFirst();
    first.name = u"zebra two"_s;
    QVERIFY(answerOf(m_store->save(first, Secret(), Keep::Keychain)));
    QVERIFY(answerOf(m_store->save(newAccount(u"bee"_s), Secret(firstToken), Keep::Keychain)));

    QCOMPARE(namesIn(*m_store), u"zebra two, mouse, bee"_s);
    QCOMPARE(namesIn(AccountStore(*m_settings, *m_secrets)), u"zebra two, mouse, bee"_s);
}

void AccountStoreTest::writesTheSecretBeforeTheRecord()
{
    QByteArray fileDuringWrite = "never written";
    m_secrets->onWrite = [&] {
        fileDuringWrite = fileContent();
    };

    QVERIFY(answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)));

    QCOMPARE(fileDuringWrite, QByteArray());
    QVERIFY(fileContent().contains("shop"));
}

void AccountStoreTest::theTokenIsInNoSettingsFile()
{
    QVERIFY(answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)));
    QVERIFY(answerOf(m_store->save(newAccount(u"b"_s), Secret(secondToken), Keep::SessionOnly)));

    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files | QDir::Hidden);
    QCOMPARE(files.count(), 1);
    QVERIFY(!fileContent().isEmpty());
    QVERIFY(!fileContent().contains("demo-secret"));
    QVERIFY(!fileContent().contains(firstToken.toBase64()));
}

void AccountStoreTest::aNewAccountWithoutTokenIsRefused()
{
    for (const Keep keep : {Keep::Keychain, Keep::SessionOnly}) {
        const Result<Account> saved = answerOf(m_store->save(newAccount(), Secret(), keep));
        QVERIFY(!saved);
        QCOMPARE(saved.error().kind, ErrorKind::InvalidInput);
    }
    QVERIFY(m_store->accounts().isEmpty());
    QCOMPARE(m_secrets->asked, QStringList());
}

void AccountStoreTest::anEmptyTokenKeepsTheStoredOne()
{
    Account account =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)).value();
    m_secrets->asked.clear();
    QSignalSpy changed(m_store.get(), &AccountStore::changed);

    account.name = u"renamed"_s;
    QVERIFY(answerOf(m_store->save(account, Secret(), Keep::Keychain)));

    QCOMPARE(m_secrets->asked, QStringList());
    QCOMPARE(m_secrets->tokenOf(account.id), firstToken);
    QCOMPARE(namesIn(AccountStore(*m_settings, *m_secrets)), u"renamed"_s);
    QCOMPARE(changed.count(), 1);
}

void AccountStoreTest::aNewTokenReplacesTheStoredOne()
{
    const Account account =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)).value();
    QSignalSpy changed(m_store.get(), &AccountStore::changed);

    QVERIFY(answerOf(m_store->save(account, Secret(secondToken), Keep::Keychain)));

    QCOMPARE(answerOf(m_store->readSecret(account.id))->reveal(), secondToken);
    QCOMPARE(changed.count(), 1);
}

void AccountStoreTest::aRefusedSecretLeavesNoRecord()
{
    QSignalSpy added(m_store.get(), &AccountStore::added);
    m_secrets->refused = u"write"_s;
    m_secrets->refusal = unavailable();

    const Result<Account> saved =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain));

    QVERIFY(!saved);
    QCOMPARE(saved.error(), unavailable());
    QVERIFY(m_store->accounts().isEmpty());
    QCOMPARE(added.count(), 0);
    QVERIFY(!fileContent().contains("shop"));
}

void AccountStoreTest::aRefusedEditLeavesRecordAndTokenAsTheyWere()
{
    Account account =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)).value();
    const QByteArray before = fileContent();
    m_secrets->refused = u"write"_s;
    m_secrets->refusal = unavailable();

    account.name = u"renamed"_s;
    QVERIFY(!answerOf(m_store->save(account, Secret(secondToken), Keep::Keychain)));

    QCOMPARE(namesIn(*m_store), u"shop"_s);
    QCOMPARE(fileContent(), before);
    QCOMPARE(m_secrets->tokenOf(account.id), firstToken);
}

void AccountStoreTest::aTokenCanBeEnteredAgainWhenTheOldOneCannotBeRead()
{
    const Account account =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)).value();
    m_secrets->refused = u"read"_s;
    m_secrets->refusal = unavailable();

    QVERIFY(answerOf(m_store->save(account, Secret(secondToken), Keep::Keychain)));

    QCOMPARE(m_secrets->tokenOf(account.id), secondToken);
}

void AccountStoreTest::anAccountThatCannotBeWrittenLeavesNoSecret()
{
    m_secrets->onWrite = [this] {
        breakSettings();
    };

    const Result<Account> saved =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain));

    QVERIFY(!saved);
    QVERIFY(saved.error().message.contains(m_file));
    QVERIFY(m_store->accounts().isEmpty());
    QVERIFY(m_secrets->secrets.isEmpty());

    mendSettings();
    m_settings->sync();
    QVERIFY(!fileContent().contains("shop"));
}

void AccountStoreTest::anEditThatCannotBeWrittenPutsTheOldTokenBack()
{
    Account account =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)).value();
    m_secrets->onWrite = [this] {
        m_secrets->onWrite = nullptr;
        breakSettings();
    };

    account.name = u"renamed"_s;
    QVERIFY(!answerOf(m_store->save(account, Secret(secondToken), Keep::Keychain)));

    QCOMPARE(namesIn(*m_store), u"shop"_s);
    QCOMPARE(m_secrets->tokenOf(account.id), firstToken);
    mendSettings();
    m_settings->sync();
    QVERIFY(!fileContent().contains("renamed"));
    QCOMPARE(namesIn(AccountStore(*m_settings, *m_secrets)), u"shop"_s);
}

void AccountStoreTest::doesNotTouchTheKeychainWhenTheSettingsAreReadOnly()
{
    const Account account =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)).value();
    m_secrets->asked.clear();
    breakSettings();

    QVERIFY(!answerOf(m_store->save(newAccount(u"b"_s), Secret(secondToken), Keep::Keychain)));
    QVERIFY(!answerOf(m_store->remove(account.id)));

    QCOMPARE(m_secrets->asked, QStringList());
    QCOMPARE(namesIn(*m_store), u"shop"_s);
}

void AccountStoreTest::savesAgainOnceTheSettingsCanBeWritten()
{
    breakSettings();
    QVERIFY(!answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)));
    mendSettings();

    QVERIFY(answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)));

    QVERIFY(fileContent().contains("shop"));
}

void AccountStoreTest::forThisSessionOnlyWritesNothingAnywhere()
{
    const Account account =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::SessionOnly)).value();
    m_settings->sync();

    QVERIFY(m_store->isSessionOnly(account.id));
    QCOMPARE(answerOf(m_store->readSecret(account.id))->reveal(), firstToken);
    QCOMPARE(m_secrets->asked, QStringList());
    QCOMPARE(fileContent(), QByteArray());
    QVERIFY(AccountStore(*m_settings, *m_secrets).accounts().isEmpty());

    QVERIFY(answerOf(m_store->remove(account.id)));
    QVERIFY(m_store->accounts().isEmpty());
    QVERIFY(!answerOf(m_store->readSecret(account.id)));
    QCOMPARE(m_secrets->asked, QStringList());
}

void AccountStoreTest::aSessionOnlyAccountMovesIntoTheKeychainWhenSavedThere()
{
    const Account account =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::SessionOnly)).value();

    QVERIFY(answerOf(m_store->save(account, Secret(), Keep::Keychain)));

    QVERIFY(!m_store->isSessionOnly(account.id));
    QCOMPARE(m_secrets->tokenOf(account.id), firstToken);
    QCOMPARE(namesIn(AccountStore(*m_settings, *m_secrets)), u"shop"_s);
}

void AccountStoreTest::anEditForThisSessionLeavesWhatIsStored()
{
    Account account =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)).value();
    const QByteArray before = fileContent();

    account.name = u"renamed"_s;
    QVERIFY(answerOf(m_store->save(account, Secret(secondToken), Keep::SessionOnly)));

    QCOMPARE(namesIn(*m_store), u"renamed"_s);
    QCOMPARE(answerOf(m_store->readSecret(account.id))->reveal(), secondToken);
    QCOMPARE(fileContent(), before);
    QCOMPARE(m_secrets->tokenOf(account.id), firstToken);
}

void AccountStoreTest::removesTheCredentialThenTheRecord()
{
    const Account account =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)).value();
    QSignalSpy removed(m_store.get(), &AccountStore::removed);
    m_secrets->holds = true;

    const QFuture<Result<Done>> answer = m_store->remove(account.id);
    QCOMPARE(m_secrets->asked.constLast(), u"remove"_s);
    QCOMPARE(namesIn(*m_store), u"shop"_s);
    QVERIFY(fileContent().contains("shop"));

    m_secrets->answerHeld();
    QVERIFY(answerOf(answer));
    QVERIFY(m_secrets->secrets.isEmpty());
    QVERIFY(m_store->accounts().isEmpty());
    QVERIFY(!fileContent().contains("shop"));
    QCOMPARE(removed.count(), 1);
}

void AccountStoreTest::aRefusedRemovalKeepsTheAccount()
{
    const Account account =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)).value();
    QSignalSpy removed(m_store.get(), &AccountStore::removed);
    m_secrets->refused = u"remove"_s;
    m_secrets->refusal = unavailable();

    const Result<Done> answer = answerOf(m_store->remove(account.id));

    QVERIFY(!answer);
    QCOMPARE(answer.error(), unavailable());
    QCOMPARE(namesIn(*m_store), u"shop"_s);
    QVERIFY(fileContent().contains("shop"));
    QCOMPARE(removed.count(), 0);
}

void AccountStoreTest::removesAnAccountWhoseCredentialIsGoneAlready()
{
    const Account account =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)).value();
    m_secrets->secrets.clear();

    QVERIFY(answerOf(m_store->remove(account.id)));

    QVERIFY(m_store->accounts().isEmpty());
}

void AccountStoreTest::forgetsAnAccountThoughTheKeychainIsOut()
{
    const Account account =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)).value();
    m_secrets->asked.clear();
    QSignalSpy removed(m_store.get(), &AccountStore::removed);

    QVERIFY(m_store->forget(account.id));

    QVERIFY(m_store->accounts().isEmpty());
    QVERIFY(!fileContent().contains("shop"));
    QCOMPARE(m_secrets->asked, QStringList());
    QCOMPARE(removed.count(), 1);
}

void AccountStoreTest::unknownAccountsAreNotFound()
{
    const AccountId nobody{u"nobody"_s};
    QVERIFY(!m_store->find(nobody));
    QCOMPARE(answerOf(m_store->readSecret(nobody)).error().kind, ErrorKind::NotFound);
    QCOMPARE(answerOf(m_store->remove(nobody)).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_store->forget(nobody).error().kind, ErrorKind::NotFound);
    QCOMPARE(m_secrets->asked, QStringList());
}

void AccountStoreTest::aLateSecretOfAnAccountThatWasNotSavedIsRemovedAgain()
{
    const AccountId id{u"late"_s};
    Account account = newAccount();
    account.id = id;
    m_secrets->refused = u"write"_s;
    m_secrets->refusal = unavailable(Effect::Ambiguous);
    QVERIFY(!answerOf(m_store->save(account, Secret(firstToken), Keep::Keychain)));

    m_secrets->secrets.insert(id, Secret(firstToken));
    Q_EMIT m_secrets->carriedOutLate(id);

    QVERIFY(m_secrets->secrets.isEmpty());
    QVERIFY(m_store->accounts().isEmpty());
}

void AccountStoreTest::aLateSecretOfAnAccountThatExistsIsAnnounced()
{
    const Account account =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)).value();
    m_secrets->refused = u"write"_s;
    m_secrets->refusal = unavailable(Effect::Ambiguous);
    QVERIFY(!answerOf(m_store->save(account, Secret(secondToken), Keep::Keychain)));
    QSignalSpy changed(m_store.get(), &AccountStore::changed);

    m_secrets->secrets.insert(account.id, Secret(secondToken));
    Q_EMIT m_secrets->carriedOutLate(account.id);

    QCOMPARE(changed.count(), 1);
    QCOMPARE(answerOf(m_store->readSecret(account.id))->reveal(), secondToken);
}

void AccountStoreTest::aLateSecretIsLeftToTheSaveThatFollowedIt()
{
    Account account = newAccount();
    account.id = AccountId{u"again"_s};
    m_secrets->refused = u"write"_s;
    m_secrets->refusal = unavailable(Effect::Ambiguous);
    QVERIFY(!answerOf(m_store->save(account, Secret(firstToken), Keep::Keychain)));
    m_secrets->refused.clear();
    m_secrets->holds = true;
    const QFuture<Result<Account>> second =
        m_store->save(account, Secret(secondToken), Keep::Keychain);

    Q_EMIT m_secrets->carriedOutLate(account.id);
    m_secrets->answerHeld();

    QVERIFY(answerOf(second));
    QCOMPARE(m_secrets->tokenOf(account.id), secondToken);
    QVERIFY(!m_secrets->asked.contains(u"remove"_s));
}

void AccountStoreTest::aStoreThatIsDestroyedWhileItSavesAnswersCancelled()
{
    m_secrets->holds = true;
    const QFuture<Result<Account>> answer =
        m_store->save(newAccount(), Secret(firstToken), Keep::Keychain);
    QVERIFY(!answer.isFinished());

    m_store.reset();
    m_secrets->answerHeld();

    QTRY_VERIFY(answer.isFinished());
    QCOMPARE(answerOf(answer).error().kind, ErrorKind::Cancelled);
    QVERIFY(!fileContent().contains("shop"));
}

void AccountStoreTest::aDamagedRecordIsLeftAloneAndHidesNoOther()
{
    QVERIFY(answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain)));
    m_settings->setValue(u"accounts/damaged/name"_s, u"half"_s);
    m_settings->setValue(u"accounts/damaged/url"_s, u"::"_s);

    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the record of account \"damaged\""_s));
    AccountStore store(*m_settings, *m_secrets);
    QCOMPARE(namesIn(store), u"shop"_s);

    QVERIFY(answerOf(store.save(newAccount(u"b"_s), Secret(firstToken), Keep::Keychain)));
    QCOMPARE(m_settings->value(u"accounts/damaged/name"_s).toString(), u"half"_s);
}

void AccountStoreTest::enteredPricesStayWithTheRecord()
{
    const AccountId id =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain))->id;
    QSignalSpy told(m_store.get(), &AccountStore::pricesChanged);
    QCOMPARE(m_store->enteredPrices(id), QList<SnapshotPrice>());

    QVERIFY(m_store->setEnteredPrices(id, somePrices()));
    QCOMPARE(told.count(), 1);
    QCOMPARE(m_store->enteredPrices(id), somePrices());
    QVERIFY(fileContent().contains("0.000012345"));
    restart();
    QCOMPARE(m_store->enteredPrices(id), somePrices());

    QVERIFY(m_store->setEnteredPrices(id, {}));
    QVERIFY(!fileContent().contains("price"));
    QCOMPARE(m_store->setEnteredPrices(AccountId{u"nobody"_s}, {}).error().kind,
             ErrorKind::NotFound);
    QVERIFY(m_store->setEnteredPrices(id, somePrices()));
    QVERIFY(answerOf(m_store->remove(id)));
    QVERIFY(!fileContent().contains("price"));
}

void AccountStoreTest::anEditOfTheAccountKeepsItsPrices()
{
    Account account = *answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain));
    QVERIFY(m_store->setEnteredPrices(account.id, somePrices()));
    account.name = u"renamed"_s;
    QVERIFY(answerOf(m_store->save(account, Secret(), Keep::Keychain)));
    QVERIFY(answerOf(m_store->save(account, Secret(secondToken), Keep::Keychain)));
    QCOMPARE(m_store->enteredPrices(account.id), somePrices());
    restart();
    QCOMPARE(namesIn(*m_store), u"renamed"_s);
    QCOMPARE(m_store->enteredPrices(account.id), somePrices());
}

void AccountStoreTest::pricesOfASessionOnlyAccountMoveWithIt()
{
    const Account account =
        *answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::SessionOnly));
    QVERIFY(m_store->setEnteredPrices(account.id, somePrices()));
    QCOMPARE(m_store->enteredPrices(account.id), somePrices());
    QVERIFY(!fileContent().contains("price"));
    QVERIFY(answerOf(m_store->save(account, Secret(), Keep::Keychain)));
    QCOMPARE(m_store->enteredPrices(account.id), somePrices());
    restart();
    QCOMPARE(m_store->enteredPrices(account.id), somePrices());
}

void AccountStoreTest::pricesThatCannotBeWrittenChangeNothing()
{
    const AccountId id =
        answerOf(m_store->save(newAccount(), Secret(firstToken), Keep::Keychain))->id;
    breakSettings();
    QSignalSpy told(m_store.get(), &AccountStore::pricesChanged);
    QVERIFY(!m_store->setEnteredPrices(id, somePrices()));
    QCOMPARE(m_store->enteredPrices(id), QList<SnapshotPrice>());
    QCOMPARE(told.count(), 0);
    mendSettings();
    QVERIFY(m_store->setEnteredPrices(id, somePrices()));
}

QTEST_GUILESS_MAIN(AccountStoreTest)
#include "accountstoretest.moc"
