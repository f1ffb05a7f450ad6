// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The store against a real Secret Service: GNOME Keyring on a message bus of its own, with a home
// of its own, looked into with libsecret's secret-tool. A process keeps the bus it met first, so
// each scenario is this program started again inside its session. That is why they share one long
// file.

#include "accounts/keychainsecretstore.h"
#include "accounts/accountstore.h"
#include "support/manualclock.h"
#include "support/testenvironment.h"
#include "tests/accounts/secretservice.h"

#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Accounts;
using namespace Domain;
using namespace SecretService;
using namespace Qt::StringLiterals;

namespace {

const QByteArray token = "demo-secret-0123456789";
const QByteArray otherToken = "demo-secret-9876543210";

template <class T>
Result<T> waitFor(const QFuture<Result<T>> &future)
{
    const bool isThere = QTest::qWaitFor([&] { return future.isFinished(); }, processTimeOut);
    return isThere ? future.result() : Result<T>(failure(ErrorKind::Unknown, u"no answer"_s));
}

/// "done", "NotFound", or "SecretUnavailable AccessDenied".
template <class T>
QString text(const Result<T> &result)
{
    if (result) {
        return u"done"_s;
    }
    const ErrorKind kind = result.error().kind;
    if (kind == ErrorKind::SecretUnavailable) {
        return u"SecretUnavailable "_s + result.error().code;
    }
    if (kind == ErrorKind::NotFound || kind == ErrorKind::Cancelled) {
        return kind == ErrorKind::NotFound ? u"NotFound"_s : u"Cancelled"_s;
    }
    return u"another error: "_s + result.error().message;
}

} // namespace

class ServingKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_keyring.start(Keyring::Start::Unlocked); }
    void cleanup() { m_clock.advance(KeychainSecretStore::patience); }

    void whatIsWrittenIsReadAndSeenFromOutside()
    {
        const AccountId account{u"a"_s};
        QCOMPARE(text(waitFor(m_store.write(account, Secret(token)))), u"done"_s);
        QCOMPARE(lookedUp(account), token);
        QCOMPARE(waitFor(m_store.read(account))->reveal(), token);
    }

    void whatIsStoredFromOutsideIsRead()
    {
        const AccountId account{u"outside"_s};
        storeFromOutside(account, otherToken);
        QCOMPARE(waitFor(m_store.read(account))->reveal(), otherToken);
    }

    void writingAgainReplaces()
    {
        const AccountId account{u"twice"_s};
        const QFuture<Result<Done>> first = m_store.write(account, Secret(token));
        const QFuture<Result<Done>> second = m_store.write(account, Secret(otherToken));
        QCOMPARE(text(waitFor(first)) + text(waitFor(second)), u"donedone"_s);
        QCOMPARE(lookedUp(account), otherToken);
    }

    void whatIsNotThereIsNotFound()
    {
        QCOMPARE(text(waitFor(m_store.read(AccountId{u"nobody"_s}))), u"NotFound"_s);
        QCOMPARE(text(waitFor(m_store.remove(AccountId{u"nobody"_s}))), u"NotFound"_s);
    }

    void removesOneAndNoOther()
    {
        const AccountId account{u"goes"_s};
        const AccountId other{u"stays"_s};
        QVERIFY(waitFor(m_store.write(account, Secret(token))));
        QVERIFY(waitFor(m_store.write(other, Secret(otherToken))));

        QCOMPARE(text(waitFor(m_store.remove(account))), u"done"_s);

        QCOMPARE(lookedUp(account), QByteArray());
        QCOMPARE(lookedUp(other), otherToken);
        QCOMPARE(text(waitFor(m_store.read(account))), u"NotFound"_s);
    }

    void callsAreCarriedOutInTheirOrder()
    {
        const AccountId account{u"order"_s};
        QVERIFY(waitFor(m_store.write(account, Secret(token))));
        const QFuture<Result<Done>> removed = m_store.remove(account);
        const QFuture<Result<Done>> written = m_store.write(account, Secret(otherToken));
        const QFuture<Result<Secret>> read = m_store.read(account);
        QCOMPARE(text(waitFor(removed)) + text(waitFor(written)), u"donedone"_s);
        QCOMPARE(waitFor(read)->reveal(), otherToken);
    }

    void oneHundredAccountsAreReadAtStart()
    {
        QList<QFuture<Result<Secret>>> reads;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 100; ++i) {
            reads.append(m_store.read(AccountId{u"stays"_s}));
        }
        for (const QFuture<Result<Secret>> &read : std::as_const(reads)) {
            QCOMPARE(waitFor(read)->reveal(), otherToken);
        }
        qInfo() << "100 credentials were read in" << timer.elapsed() << "ms";
    }

    void anAccountsTokenIsInTheKeychainAndInNoFile()
    {
        QSettings settings(QDir::homePath() + u"/snapdeck.ini"_s, QSettings::IniFormat);
        AccountStore accounts(settings, m_store);
        Account account;
        account.name = u"shop"_s;
        account.provider = u"hetzner"_s;
        account.baseUrl = QUrl(u"https://api.hetzner.cloud/v1"_s);
        const Result<Account> saved =
            waitFor(accounts.save(account, Secret(token), AccountStore::Keep::Keychain));
        QCOMPARE(text(saved), u"done"_s);

        QCOMPARE(lookedUp(saved->id), token);
        QCOMPARE(filesThatHold(token), QStringList());
        QCOMPARE(filesThatHold("shop").count(), 1);

        QCOMPARE(text(waitFor(accounts.remove(saved->id))), u"done"_s);
        QCOMPARE(lookedUp(saved->id), QByteArray());
        QCOMPARE(filesThatHold("shop"), QStringList());
    }

    void aKeychainThatDoesNotAnswerIsGivenUpAndNobodyWaits()
    {
        m_keyring.pause();
        const QFuture<Result<Secret>> read = m_store.read(AccountId{u"stays"_s});
        QVERIFY(!read.isFinished());
        m_clock.advance(KeychainSecretStore::patience - std::chrono::milliseconds(1));
        QVERIFY(!read.isFinished());
        m_clock.advance(std::chrono::milliseconds(1));
        QVERIFY(read.isFinished());
        QCOMPARE(text(read.result()), u"SecretUnavailable NoAnswer"_s);
        QCOMPARE(read.result().error().effect, Effect::None);

        m_keyring.resume();
        QSignalSpy late(&m_store, &SecretStore::carriedOutLate);
        QCOMPARE(waitFor(m_store.read(AccountId{u"stays"_s}))->reveal(), otherToken);
        QCOMPARE(late.count(), 0);
    }

    void aLateWriteIsToldAndSoIsALateRemoval()
    {
        const AccountId account{u"late"_s};
        QSignalSpy late(&m_store, &SecretStore::carriedOutLate);
        m_keyring.pause();
        const QFuture<Result<Done>> written = m_store.write(account, Secret(token));
        m_clock.advance(KeychainSecretStore::patience);
        QCOMPARE(text(waitFor(written)), u"SecretUnavailable NoAnswer"_s);
        QCOMPARE(written.result().error().effect, Effect::Ambiguous);
        m_keyring.resume();
        QTRY_COMPARE(late.count(), 1);
        QCOMPARE(late.constFirst().constFirst().value<AccountId>(), account);
        QCOMPARE(lookedUp(account), token);

        m_keyring.pause();
        const QFuture<Result<Done>> removed = m_store.remove(account);
        m_clock.advance(KeychainSecretStore::patience);
        QCOMPARE(text(waitFor(removed)), u"SecretUnavailable NoAnswer"_s);
        QCOMPARE(removed.result().error().effect, Effect::Ambiguous);
        m_keyring.resume();
        QTRY_COMPARE(late.count(), 2);
        QCOMPARE(lookedUp(account), QByteArray());
    }

    void theLateTokenOfAnAccountThatWasNotSavedIsRemovedAgain()
    {
        QSettings settings(QDir::homePath() + u"/late.ini"_s, QSettings::IniFormat);
        AccountStore accounts(settings, m_store);
        QSignalSpy late(&m_store, &SecretStore::carriedOutLate);
        Account account;
        account.id = AccountId{u"not-saved"_s};
        account.name = u"shop"_s;
        m_keyring.pause();
        const QFuture<Result<Account>> saved =
            accounts.save(account, Secret(token), AccountStore::Keep::Keychain);
        m_clock.advance(KeychainSecretStore::patience);
        QCOMPARE(text(waitFor(saved)), u"SecretUnavailable NoAnswer"_s);

        m_keyring.resume();
        QTRY_COMPARE(late.count(), 1);

        // The removal stands behind the late write: a call made now comes after it.
        QCOMPARE(text(waitFor(m_store.read(account.id))), u"NotFound"_s);
        QCOMPARE(lookedUp(account.id), QByteArray());
        QVERIFY(accounts.accounts().isEmpty());
    }

    void aStoreThatIsDestroyedAnswersCancelled()
    {
        auto store = std::make_unique<KeychainSecretStore>(m_clock);
        const QFuture<Result<Secret>> read = store->read(AccountId{u"stays"_s});
        store.reset();
        QCOMPARE(text(waitFor(read)), u"Cancelled"_s);
    }

private:
    Keyring m_keyring;
    Support::ManualClock m_clock;
    KeychainSecretStore m_store{m_clock};
};

class LockedKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_keyring.start(Keyring::Start::Unlocked); }

    void isNeverTakenForNoToken()
    {
        const AccountId account{u"locked"_s};
        storeFromOutside(account, token);
        m_keyring.lock();

        QCOMPARE(text(waitFor(m_store.read(account))), u"SecretUnavailable EntryNotFound"_s);
        QCOMPARE(text(waitFor(m_store.read(AccountId{u"nobody"_s}))),
                 u"SecretUnavailable EntryNotFound"_s);
    }

    void refusesToWriteAndDoesNotPretendToRemove()
    {
        const AccountId account{u"locked"_s};
        QCOMPARE(text(waitFor(m_store.write(account, Secret(otherToken)))),
                 u"SecretUnavailable AccessDenied"_s);
        QCOMPARE(text(waitFor(m_store.remove(account))), u"SecretUnavailable EntryNotFound"_s);
    }

private:
    Keyring m_keyring;
    Support::ManualClock m_clock;
    KeychainSecretStore m_store{m_clock};
};

class KeychainLockedLater : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_keyring.start(Keyring::Start::Unlocked); }

    void isNotTakenForNoTokenEither()
    {
        const AccountId first{u"first"_s};
        const AccountId second{u"second"_s};
        QVERIFY(waitFor(m_store.write(first, Secret(token))));
        QVERIFY(waitFor(m_store.write(second, Secret(token))));
        QCOMPARE(text(waitFor(m_store.read(AccountId{u"nobody"_s}))), u"NotFound"_s);

        m_keyring.lock();

        QCOMPARE(text(waitFor(m_store.read(first))), u"SecretUnavailable EntryNotFound"_s);
        QCOMPARE(text(waitFor(m_store.remove(second))), u"SecretUnavailable EntryNotFound"_s);
    }

private:
    Keyring m_keyring;
    Support::ManualClock m_clock;
    KeychainSecretStore m_store{m_clock};
};

class UnavailableKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingAnswersUnavailableWithTheReason()
    {
        const AccountId account{u"a"_s};
        const Result<Done> written = waitFor(m_store.write(account, Secret(token)));
        QCOMPARE(text(written).section(u' ', 0, 0), u"SecretUnavailable"_s);
        QVERIFY(!written.error().message.isEmpty());
        QVERIFY(!written.error().message.contains(QString::fromUtf8(token)));
        QCOMPARE(text(waitFor(m_store.read(account))), u"SecretUnavailable OtherError"_s);
        QCOMPARE(text(waitFor(m_store.remove(account))), u"SecretUnavailable OtherError"_s);
        qInfo() << written.error().code << written.error().message;
        QCOMPARE(filesThatHold(token), QStringList());
    }

private:
    Support::ManualClock m_clock;
    KeychainSecretStore m_store{m_clock};
};

class NeverUsedKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_keyring.start(Keyring::Start::NeverUsed); }

    void refusesWhenItsOwnerSetsNoPassword()
    {
        const Result<Done> written = waitFor(m_store.write(AccountId{u"a"_s}, Secret(token)));
        QCOMPARE(text(written).section(u' ', 0, 0), u"SecretUnavailable"_s);
        qInfo() << written.error().code << written.error().message;
    }

private:
    Keyring m_keyring;
    Support::ManualClock m_clock;
    KeychainSecretStore m_store{m_clock};
};

/// Starts the scenarios.
class KeychainSecretStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecretServiceKeepsTheCredentials() { runInSession(u"serving"_s); }
    void aLockedKeychainIsUnavailable() { runInSession(u"locked"_s); }
    void aKeychainThatIsLockedLaterIsUnavailable() { runInSession(u"locked-later"_s); }
    void aKeychainThatWasNeverUsedIsUnavailable() { runInSession(u"never-used"_s); }
    void aBusWithoutSecretServiceIsUnavailable() { runInSession(u"unavailable"_s); }
    void noBusAtAllIsUnavailable()
    {
        run(QCoreApplication::applicationFilePath(), {u"--scenario=unavailable"_s});
    }

private:
    static QProcessEnvironment environmentIn(const QString &home)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name :
             {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"DBUS_SESSION_BUS_ADDRESS"_s,
              u"XDG_CURRENT_DESKTOP"_s, u"DESKTOP_SESSION"_s, u"GNOME_DESKTOP_SESSION_ID"_s,
              u"KDE_FULL_SESSION"_s, u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s,
              u"XDG_STATE_HOME"_s}) {
            environment.remove(name);
        }
        environment.insert(u"HOME"_s, home);
        environment.insert(u"XDG_RUNTIME_DIR"_s, home + u"/runtime"_s);
        return environment;
    }

    /// A bus that starts nothing by itself: no keyring but the test's, and nobody who would ask for
    /// a password.
    static void runInSession(const QString &scenario)
    {
        for (const QString &tool : {u"dbus-run-session"_s, u"dbus-send"_s,
                                    u"gnome-keyring-daemon"_s, u"secret-tool"_s, u"kill"_s}) {
            if (QStandardPaths::findExecutable(tool).isEmpty()) {
                QSKIP(qPrintable(tool + u" is not installed"_s));
            }
        }
        QTemporaryDir folder;
        QFile configuration(folder.filePath(u"bus.conf"_s));
        QVERIFY(configuration.open(QIODevice::WriteOnly));
        configuration.write("<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                            "<auth>EXTERNAL</auth><policy context='default'>"
                            "<allow send_destination='*' eavesdrop='true'/>"
                            "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>");
        configuration.close();
        run(u"dbus-run-session"_s,
            {u"--config-file="_s + configuration.fileName(), u"--"_s,
             QCoreApplication::applicationFilePath(), u"--scenario="_s + scenario});
    }

    static void run(const QString &program, const QStringList &arguments)
    {
        const QTemporaryDir home;
        QVERIFY(QDir(home.path()).mkdir(u"runtime"_s));
        QVERIFY(QFile::setPermissions(home.filePath(u"runtime"_s),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QProcess process;
        process.setProcessEnvironment(environmentIn(home.path()));
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        QVERIFY(process.waitForFinished(4 * processTimeOut));
        const QByteArray output = process.readAll();
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0,
                 output.constData());
        QVERIFY2(output.contains(" 0 failed, 0 skipped"), output.constData());
        qInfo().noquote() << output;
    }
};

namespace {

template <class Scenario>
int play(const QString &program)
{
    const Support::TestEnvironment environment;
    Scenario scenario;
    return QTest::qExec(&scenario, {program});
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString scenario = arguments.value(1).section(u"--scenario="_s, 1);
    if (scenario == "serving"_L1) {
        return play<ServingKeychain>(arguments.constFirst());
    }
    if (scenario == "locked"_L1) {
        return play<LockedKeychain>(arguments.constFirst());
    }
    if (scenario == "locked-later"_L1) {
        return play<KeychainLockedLater>(arguments.constFirst());
    }
    if (scenario == "never-used"_L1) {
        return play<NeverUsedKeychain>(arguments.constFirst());
    }
    if (scenario == "unavailable"_L1) {
        return play<UnavailableKeychain>(arguments.constFirst());
    }
    KeychainSecretStoreTest test;
    return QTest::qExec(&test, arguments);
}

#include "keychainsecretstoretest.moc"
