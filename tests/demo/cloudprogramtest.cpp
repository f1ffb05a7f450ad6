// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/cloudoptions.h"
#include "support/rawhttp.h"
#include "support/testenvironment.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using Support::RawHttp;

namespace {

// The program, started; it is told to end when this goes.
class Program
{
public:
    explicit Program(const QStringList &arguments)
    {
        m_process.start(QStringLiteral(PROGRAMS "/snapdeck-cloud"), arguments);
    }
    ~Program()
    {
        m_process.terminate();
        m_process.waitForFinished();
    }
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    [[nodiscard]] QString nextLine()
    {
        while (!m_process.canReadLine() && m_process.waitForReadyRead()) {}
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    [[nodiscard]] QProcess &process() { return m_process; }

private:
    QProcess m_process;
};

QString token()
{
    return Demo::CloudOptions::forVendor(u"hetzner"_s).token;
}

QString readablePath(const QString &vendor)
{
    return vendor == "stackconsole"_L1 ? u"/regions"_s
        : vendor == "raff"_L1          ? u"/projects"_s
                                       : u"/servers"_s;
}

} // namespace

class CloudProgramTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void tellsWhereItListensAndServesThere()
    {
        Program program(
            {u"--provider"_s, u"hetzner"_s, u"--port"_s, u"0"_s, u"--snapshots"_s, u"3"_s});
        const QString line = program.nextLine();
        QVERIFY2(line.startsWith(u"listening on http://127.0.0.1:"_s), qUtf8Printable(line));
        RawHttp http(QUrl(line.section(u' ', -1)), token());
        QCOMPARE(http.get(u"/images?type=snapshot"_s).array(u"images"_s).size(), 3);
    }

    void servesEveryVendorAtOnce()
    {
        Program program({u"--provider"_s, u"all"_s});
        for (const QString &vendor : {u"hetzner"_s, u"stackconsole"_s, u"raff"_s}) {
            const QString line = program.nextLine();
            QVERIFY2(line.startsWith(vendor + u" listening on http://127.0.0.1:"_s),
                     qUtf8Printable(line));
            const QString key = Demo::CloudOptions::forVendor(vendor).token;
            RawHttp http(QUrl(line.section(u' ', -1)), key);
            http.setHeader("X-API-Key", key.toUtf8());
            QCOMPARE(http.get(readablePath(vendor)).status, 200);
        }
        const QString line = program.nextLine();
        QVERIFY2(line.startsWith(u"openstack listening on http://127.0.0.1:"_s)
                     && line.endsWith(u"/identity/v3"_s),
                 qUtf8Printable(line));
        QCOMPARE(RawHttp(QUrl(line.section(u' ', -1)), {}).get(u"/"_s).status, 200);
    }

    void takesTheTokenItIsGiven()
    {
        Program program(
            {u"--token"_s, u"demo-secret-mine"_s, u"--read-only-token"_s, u"demo-secret-reader"_s});
        const QUrl url(program.nextLine().section(u' ', -1));
        QCOMPARE(RawHttp(url, u"demo-secret-mine"_s).get(u"/servers"_s).status, 200);
        QCOMPARE(RawHttp(url, token()).get(u"/servers"_s).status, 401);
        QCOMPARE(RawHttp(url, u"demo-secret-reader"_s).del(u"/images/1"_s).status, 401);
    }

    void endsWellWhenToldTo()
    {
        Program program({});
        QVERIFY(!program.nextLine().isEmpty());
        program.process().terminate();
        QVERIFY(program.process().waitForFinished());
        QCOMPARE(program.process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.process().exitCode(), 0);
        QCOMPARE(program.process().readAllStandardError(), QByteArray());
    }

    void aPortInUseIsSaid()
    {
        Program first({});
        const QString port = QString::number(QUrl(first.nextLine().section(u' ', -1)).port());
        Program second({u"--port"_s, port});
        QVERIFY(second.process().waitForFinished());
        QCOMPARE(second.process().exitCode(), 1);
        QVERIFY(second.process().readAllStandardError().contains(port.toUtf8()));
    }

    void aWrongCommandLineIsSaid()
    {
        Program program({u"--latency"_s, u"soon"_s});
        QVERIFY(program.process().waitForFinished());
        QCOMPARE(program.process().exitCode(), 2);
        QVERIFY(program.process().readAllStandardError().contains("--latency"));
        QCOMPARE(program.process().readAllStandardOutput(), QByteArray());
    }

    void helpNamesEveryOption()
    {
        Program program({u"--help"_s});
        QVERIFY(program.process().waitForFinished());
        QCOMPARE(program.process().exitCode(), 0);
        const QByteArray help = program.process().readAllStandardOutput();
        for (const char *option : {"--provider", "--port", "--snapshots", "--latency", "--faults",
                                   "--time-factor", "--seed", "--token"}) {
            QVERIFY2(help.contains(option), option);
        }
    }
};

QTEST_GUILESS_MAIN(CloudProgramTest)
#include "cloudprogramtest.moc"
