// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/prompts.h"

#include "support/testenvironment.h"
#include "views/common/theme.h"

#include <QDialog>
#include <QFileDialog>
#include <QTest>

using namespace Views;
using namespace Qt::StringLiterals;

class PromptsTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;
    Theme m_theme;

    static Question question()
    {
        Question question;
        question.title = u"Remove the account shop?"_s;
        question.text = u"Its snapshots stay at the provider."_s;
        question.points = {u"You can add it again."_s};
        question.icon = u"user-round-minus"_s;
        question.action = u"Remove account"_s;
        return question;
    }

    static QDialog *open(QWidget &window, int &confirmed)
    {
        window.show();
        DialogPrompts prompts;
        prompts.confirm(&window, question(), [&confirmed] { ++confirmed; });
        return window.findChild<QDialog *>();
    }

private Q_SLOTS:
    void theButtonBearsVerbAndObject()
    {
        QWidget window;
        int confirmed = 0;
        const QDialog *dialog = open(window, confirmed);
        QVERIFY(dialog->isVisible());
        QCOMPARE(dialog->windowModality(), Qt::WindowModal);
        QCOMPARE(dialog->findChild<QPushButton *>(u"confirmButton"_s)->text(), u"Remove account"_s);
    }

    void cancelIsTheDefault()
    {
        QWidget window;
        int confirmed = 0;
        QDialog *dialog = open(window, confirmed);
        QVERIFY(dialog->findChild<QPushButton *>(u"cancelButton"_s)->isDefault());
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(confirmed, 0);
        QTRY_VERIFY(!window.findChild<QDialog *>());
    }

    void continuesOnlyWhenConfirmed()
    {
        QWidget window;
        int confirmed = 0;
        const QDialog *dialog = open(window, confirmed);
        QTest::mouseClick(dialog->findChild<QWidget *>(u"confirmButton"_s), Qt::LeftButton);
        QCOMPARE(confirmed, 1);
        QTRY_VERIFY(!window.findChild<QDialog *>());
    }

    void aFileIsChosenOrNot()
    {
        QWidget window;
        window.show();
        QTemporaryDir folder;
        QFile file(folder.filePath(u"acme.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QStringList chosen;
        DialogPrompts prompts;
        const auto ask = [&] {
            prompts.chooseFile(&window, {u"Import a profile"_s, u"Profiles (*.json)"_s},
                               [&chosen](const QString &path) { chosen.append(path); });
            return window.findChild<QFileDialog *>(u"fileDialog"_s);
        };

        QFileDialog *dialog = ask();
        QVERIFY(dialog->isVisible());
        QCOMPARE(dialog->windowModality(), Qt::WindowModal);
        dialog->reject();
        QTRY_VERIFY(!window.findChild<QFileDialog *>());
        QCOMPARE(chosen, QStringList());

        dialog = ask();
        dialog->setDirectory(folder.path());
        dialog->selectFile(file.fileName());
        static_cast<QDialog *>(dialog)->accept();
        QTRY_COMPARE(chosen, QStringList{file.fileName()});
        QTRY_VERIFY(!window.findChild<QFileDialog *>());
    }

    void aNewFileEndsAsItsFilterWants()
    {
        const QTemporaryDir folder;
        QWidget window;
        window.show();
        QStringList chosen;
        DialogPrompts prompts;
        const auto ask = [&] {
            prompts.chooseNewFile(
                &window, {u"Export"_s, u"activity"_s, {u"Table (*.csv)"_s, u"JSON (*.json)"_s}},
                [&chosen](const QString &path) { chosen.append(path); });
            auto *dialog = window.findChild<QFileDialog *>(u"newFileDialog"_s);
            dialog->setDirectory(folder.path());
            dialog->selectFile(u"activity"_s);
            return dialog;
        };
        QFileDialog *dialog = ask();
        QVERIFY(dialog->isVisible());
        QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
        static_cast<QDialog *>(dialog)->accept();
        QTRY_VERIFY(!window.findChild<QFileDialog *>());
        dialog = ask();
        dialog->selectNameFilter(u"JSON (*.json)"_s);
        Q_EMIT dialog->filterSelected(u"JSON (*.json)"_s); // as the field of the filters does
        static_cast<QDialog *>(dialog)->accept();
        QTRY_VERIFY(!window.findChild<QFileDialog *>());
        QCOMPARE(
            chosen,
            (QStringList{folder.filePath(u"activity.csv"_s), folder.filePath(u"activity.json"_s)}));
    }

    void goesAwayWithItsWindow()
    {
        int confirmed = 0;
        {
            QWidget window;
            QVERIFY(open(window, confirmed));
        }
        QCOMPARE(confirmed, 0);
    }
};

QTEST_MAIN(PromptsTest)
#include "promptstest.moc"
