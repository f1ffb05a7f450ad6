// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/username.h"

#include "support/testenvironment.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class UserNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
            qunsetenv(variable);
        }
    }

    void isWhatTheSystemCallsThem_data()
    {
        QTest::addColumn<QByteArray>("variable");
        for (const char *variable : {"USER", "LOGNAME", "USERNAME"}) {
            QTest::addRow("%s", variable) << QByteArray(variable);
        }
    }
    void isWhatTheSystemCallsThem()
    {
        QFETCH(const QByteArray, variable);
        qputenv(variable.constData(), "anna");
        QCOMPARE(App::userName(), u"anna"_s);
    }

    void isTheOwnerOfTheirFilesWhereNothingElseTells()
    {
        const QTemporaryDir own;
        const QString owner = QFileInfo(own.path()).owner();
        if (owner.isEmpty()) {
            QSKIP("this system has no names for its users");
        }
        qputenv("HOME", own.path().toUtf8());
        QCOMPARE(App::userName(), owner);
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(UserNameTest)
#include "usernametest.moc"
