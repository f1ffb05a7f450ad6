// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsForRealWithoutArguments()
    {
        std::optional<App::CommandLineAnswer> answer;
        const App::CommandLine line = App::parseCommandLine({u"snapdeck"_s}, answer);
        QVERIFY(!answer);
        QVERIFY(!line.isDemo);
        QVERIFY(line.tourFolder.isEmpty());
    }

    void takesATourOfTheDemo()
    {
        std::optional<App::CommandLineAnswer> answer;
        const App::CommandLine line =
            App::parseCommandLine({u"snapdeck"_s, u"--demo"_s, u"--tour"_s, u"pictures"_s}, answer);
        QVERIFY(!answer);
        QVERIFY(line.isDemo);
        QCOMPARE(line.tourFolder, u"pictures"_s);
    }

    void takesATourOfARealCloud()
    {
        std::optional<App::CommandLineAnswer> answer;
        const App::CommandLine line =
            App::parseCommandLine({u"snapdeck"_s, u"--tour"_s, u"pictures"_s, u"--tour-file"_s,
                                   u"clouds.yaml"_s, u"--tour-entry"_s, u"office"_s},
                                  answer);
        QVERIFY(!answer);
        QVERIFY(!line.isDemo);
        QCOMPARE(line.tourFolder, u"pictures"_s);
        QCOMPARE(line.tourFile, u"clouds.yaml"_s);
        QCOMPARE(line.tourEntry, u"office"_s);
    }

    void refusesMistakesWithASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("expected");
        QTest::addRow("unknown option") << QStringList{u"--dmeo"_s} << u"dmeo"_s;
        QTest::addRow("tour without demo") << QStringList{u"--tour"_s, u"x"_s} << u"--demo"_s;
        QTest::addRow("real tour of nobody")
            << QStringList{u"--tour"_s, u"x"_s, u"--tour-file"_s, u"y"_s} << u"--tour-entry"_s;
        QTest::addRow("real tour of the demo")
            << QStringList{u"--demo"_s, u"--tour"_s,       u"x"_s, u"--tour-file"_s,
                           u"y"_s,      u"--tour-entry"_s, u"z"_s}
            << u"--demo"_s;
        QTest::addRow("account of no tour")
            << QStringList{u"--tour-file"_s, u"y"_s, u"--tour-entry"_s, u"z"_s} << u"--tour"_s;
        QTest::addRow("unknown appearance")
            << QStringList{u"--appearance"_s, u"pink"_s} << u"pink"_s;
        QTest::addRow("a file") << QStringList{u"snapshots.csv"_s} << u"snapshots.csv"_s;
        QTest::addRow("demo elsewhere")
            << QStringList{u"--demo"_s, u"--demo-url"_s, u"http://example.org/v1"_s}
            << u"127.0.0.1"_s;
    }

    void refusesMistakesWithASentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, expected);
        std::optional<App::CommandLineAnswer> answer;
        (void)App::parseCommandLine(QStringList{u"snapdeck"_s} + arguments, answer);
        QVERIFY(answer);
        QCOMPARE(answer->exitCode, 2);
        QVERIFY2(answer->text.contains(expected), qPrintable(answer->text));
    }

    void answersVersionAndHelp()
    {
        std::optional<App::CommandLineAnswer> answer;
        (void)App::parseCommandLine({u"snapdeck"_s, u"--version"_s}, answer);
        QVERIFY(answer);
        QCOMPARE(answer->exitCode, 0);
        QVERIFY(answer->text.startsWith("Snapdeck "_L1));
        answer.reset();
        (void)App::parseCommandLine({u"snapdeck"_s, u"--help"_s}, answer);
        QVERIFY(answer);
        QVERIFY(answer->text.contains("--demo"_L1));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "commandlinetest.moc"
