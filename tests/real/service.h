// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QProcess>
#include <QStandardPaths>

namespace Real {

using namespace Qt::StringLiterals;

/// One service of the cloud that the tests start themselves, to be stopped and started again. It
/// runs in a sandbox of its own, which is entered for that; how it is started says the script that
/// started it. Runs again when this goes.
class Service
{
public:
    explicit Service(const QString &name)
        : m_name(name)
    {
    }
    ~Service() { start(); }
    Service(const Service &) = delete;
    Service &operator=(const Service &) = delete;

    /// Why services can't be stopped; empty where they can.
    [[nodiscard]] static QString whyNot()
    {
        if (!QFile::exists(folder() + u"/bwrap.pid"_s)
            || QStandardPaths::findExecutable(u"nsenter"_s).isEmpty() || !inside(u"true"_s)) {
            return u"services of this cloud can't be stopped. To run it, as root: "
                   "SNAPDECK_OPENSTACK=/path ./dev test --real, without OS_CLOUD"_s;
        }
        return {};
    }

    enum class End {
        Orderly, ///< it is told to end, and has ended
        Crash, ///< what does its work is killed; it starts that again by itself
    };
    [[nodiscard]] bool stop(End end = End::Orderly)
    {
        const QString pid = u"P=$(cat run/%1.pid); "_s.arg(m_name);
        if (end == End::Crash) {
            return inside(pid + u"pkill -KILL -P $P"_s);
        }
        // Never one that could not be started again. Nobody buries its children there.
        if (!inside(u"grep -qE '^ *(bg|api) %1 ' bin/boot.sh"_s.arg(m_name))) {
            return false;
        }
        m_isStopped = true;
        return inside(pid
                      + u"kill -TERM $P; for i in {1..600}; do case $(ps -o stat= -p $P) in "
                        "''|Z*) exit 0 ;; esac; sleep 0.05; done; false"_s);
    }
    bool start()
    {
        if (!m_isStopped) {
            return true;
        }
        m_isStopped =
            !inside(u". ./env; eval \"$(grep -E '^(export PATH|bg\\(\\))' bin/boot.sh)\"; "
                    "eval \"$(sed -n '/^api()/,/^}/p' bin/boot.sh)\"; "
                    "eval \"$(grep -E '^ *(bg|api) %1 ' bin/boot.sh)\"; "
                    "kill -0 $(cat run/%1.pid)"_s.arg(m_name));
        return !m_isStopped;
    }

private:
    [[nodiscard]] static QString folder()
    {
        return qEnvironmentVariable("SNAPDECK_OPENSTACK_SERVICES");
    }
    [[nodiscard]] static bool inside(const QString &command)
    {
        QFile file(folder() + u"/bwrap.pid"_s);
        if (!file.open(QIODevice::ReadOnly)) {
            return false;
        }
        const QString first = QString::fromLatin1(file.readAll()).trimmed();
        QProcess shell;
        shell.setProcessChannelMode(QProcess::ForwardedChannels);
        shell.start(u"nsenter"_s,
                    {u"-t"_s, first, u"-p"_s, u"-m"_s, u"-i"_s, u"-u"_s, u"--"_s, u"/usr/bin/env"_s,
                     u"-i"_s, u"/bin/bash"_s, u"-c"_s, u"cd /srv/os && { "_s + command + u"; }"_s});
        return shell.waitForFinished(60'000) && shell.exitStatus() == QProcess::NormalExit
            && shell.exitCode() == 0;
    }

    QString m_name;
    bool m_isStopped = false;
};

} // namespace Real
