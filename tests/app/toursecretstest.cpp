// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// How every token of the demo begins.
const QByteArray &tokenStart()
{
    static const QByteArray start("demo-secret-");
    return start;
}

/// Names of the files below the folder that hold the text, as bytes or as UTF-16.
QStringList filesWith(const QString &folder, const QByteArray &text)
{
    QByteArray wide;
    for (const char c : text) {
        wide.append(c).append('\0');
    }
    QStringList found;
    QDirIterator it(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        const QByteArray content = file.readAll();
        if (content.contains(text) || content.contains(wide)) {
            found.append(file.fileName());
        }
    }
    return found;
}

QByteArray commandLineOf(qint64 processId)
{
    QFile file(u"/proc/%1/cmdline"_s.arg(processId));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The whole program, from the first start to the last scene, in a home of its own, with every log
/// category on.
class TourSecretsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesTheTokenNowhere()
    {
        const QTemporaryDir home;
        const QString pictures = home.filePath(u"pictures"_s);
        QVERIFY(QDir(home.path()).mkpath(u"tmp"_s));
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, home.path());
        environment.insert(u"TMPDIR"_s, home.filePath(u"tmp"_s));
        for (const QString &name : {u"XDG_CONFIG_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CACHE_HOME"_s,
                                    u"XDG_STATE_HOME"_s, u"XDG_RUNTIME_DIR"_s}) {
            environment.insert(name, home.filePath(name));
        }
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        environment.insert(u"QT_LOGGING_RULES"_s,
                           u"*.debug=true;qt.*.debug=false;app.*=true;qt.network.*=true"_s);
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::MergedChannels);
        program.start(QStringLiteral(PROGRAMS "/snapdeck"), {u"--demo"_s, u"--tour"_s, pictures});
        QVERIFY(program.waitForStarted());

        QByteArray output;
        QByteArray commandLine;
        QStringList leaks;
        while (program.state() != QProcess::NotRunning) {
            program.waitForReadyRead(500);
            output += program.readAll();
            commandLine += commandLineOf(program.processId());
            // Also what is there only for a while: temporary settings, locks.
            leaks += filesWith(home.path(), tokenStart());
        }
        output += program.readAll();
        QVERIFY2(program.exitStatus() == QProcess::NormalExit && program.exitCode() == 0,
                 output.right(4000).constData());
        leaks += filesWith(home.path(), tokenStart());

        QCOMPARE(leaks.join(u'\n'), QString());
        QVERIFY(!commandLine.isEmpty());
        QVERIFY(!commandLine.contains(tokenStart()));
        QVERIFY2(output.contains("app.net"), "the log of requests is expected to be on");
        QVERIFY(!output.contains(tokenStart()));
        QVERIFY(QDir(pictures + u"/light"_s).entryList({u"*.png"_s}).size() >= 15);
    }

    void theSearchIsAbleToFindIt()
    {
        const QTemporaryDir folder;
        QFile plain(folder.filePath(u"plain"_s));
        QVERIFY(plain.open(QIODevice::WriteOnly));
        plain.write("token=" + tokenStart() + "1");
        plain.close();
        QFile wide(folder.filePath(u"wide"_s));
        QVERIFY(wide.open(QIODevice::WriteOnly));
        const QString text = QString::fromLatin1(tokenStart());
        wide.write(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        wide.close();
        QCOMPARE(filesWith(folder.path(), tokenStart()).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TourSecretsTest)
#include "toursecretstest.moc"
