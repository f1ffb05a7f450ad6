// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/id.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTest>

/// GNOME Keyring for the tests of the keychain, and what libsecret's secret-tool sees of it.
namespace SecretService {

using namespace Qt::StringLiterals;

inline constexpr int processTimeOut = 60'000;

struct ToolAnswer
{
    int exitCode = -1;
    QByteArray output;
};

inline ToolAnswer runTool(const QString &program, const QStringList &arguments,
                          const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished(processTimeOut);
    return ToolAnswer{process.exitCode(), process.readAllStandardOutput()};
}

inline QStringList attributesOf(const Domain::AccountId &account)
{
    return {u"user"_s, u"snapdeck/account/"_s + account.value, u"server"_s,
            u"org.snapdeck.Snapdeck"_s};
}

inline QByteArray lookedUp(const Domain::AccountId &account)
{
    return runTool(u"secret-tool"_s, QStringList{u"lookup"_s} + attributesOf(account)).output;
}

inline void storeFromOutside(const Domain::AccountId &account, const QByteArray &secret)
{
    const QStringList arguments = QStringList{u"store"_s, u"--label=from outside"_s}
        + attributesOf(account) + QStringList{u"type"_s, u"plaintext"_s};
    QCOMPARE(runTool(u"secret-tool"_s, arguments, secret).exitCode, 0);
}

/// The keyring's daemon of this session, stopped when the test is over.
class Keyring
{
public:
    enum class Start { Unlocked, NeverUsed };

    void start(Start how)
    {
        QStringList arguments{u"--components=secrets"_s, u"--foreground"_s};
        if (how == Start::Unlocked) {
            arguments.append(u"--unlock"_s);
        }
        m_daemon.setStandardErrorFile(QProcess::nullDevice());
        m_daemon.start(u"gnome-keyring-daemon"_s, arguments);
        QVERIFY(m_daemon.waitForStarted(processTimeOut));
        m_daemon.write("pw");
        m_daemon.closeWriteChannel();
        QTRY_VERIFY_WITH_TIMEOUT(isOnTheBus(), processTimeOut);
    }

    void lock()
    {
        QCOMPARE(runTool(u"secret-tool"_s, {u"lock"_s, u"--collection=login"_s}).exitCode, 0);
    }
    void pause() { signal(u"-STOP"_s); }
    void resume() { signal(u"-CONT"_s); }

    ~Keyring()
    {
        if (m_daemon.state() != QProcess::NotRunning) {
            resume();
            m_daemon.kill();
            m_daemon.waitForFinished(processTimeOut);
        }
    }

private:
    void signal(const QString &name)
    {
        QCOMPARE(runTool(u"kill"_s, {name, QString::number(m_daemon.processId())}).exitCode, 0);
    }

    static bool isOnTheBus()
    {
        const ToolAnswer answer =
            runTool(u"dbus-send"_s,
                    {u"--session"_s, u"--print-reply"_s, u"--dest=org.freedesktop.DBus"_s, u"/"_s,
                     u"org.freedesktop.DBus.NameHasOwner"_s, u"string:org.freedesktop.secrets"_s});
        return answer.output.contains("true");
    }

    QProcess m_daemon;
};

inline QStringList filesThatHold(const QByteArray &secret)
{
    QStringList found;
    QDirIterator it(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        if (content.contains(secret) || content.contains(secret.toBase64())) {
            found.append(file.fileName());
        }
    }
    return found;
}

} // namespace SecretService
