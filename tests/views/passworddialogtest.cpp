// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/passworddialog.h"

#include "windowfixture.h"

#include <QClipboard>
#include <QLineEdit>
#include <QMimeData>

using namespace Fixture;

class PasswordDialogTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

    static Domain::Secret password() { return Domain::Secret(QByteArrayLiteral("demo-secret-pw")); }

private Q_SLOTS:
    void showsItOnceWithCopy()
    {
        const Window w;
        w.window->showPassword(u"web-1"_s, password());
        QDialog *dialog = w.dialog();
        QVERIFY(dialog);
        auto *field = dialog->findChild<QLineEdit *>(u"passwordField"_s);
        QCOMPARE(field->text(), u"demo-secret-pw"_s);
        QVERIFY(field->isReadOnly());
        auto *copy = dialog->findChild<QAbstractButton *>(u"passwordCopy"_s);
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"demo-secret-pw"_s);
        QVERIFY(
            QGuiApplication::clipboard()->mimeData()->hasFormat(u"x-kde-passwordManagerHint"_s));
        QCOMPARE(copy->text(), u"Copied"_s);
        QVERIFY(dialog->isVisible());
        QGuiApplication::clipboard()->clear();
    }

    void isDotsUntilItIsAskedFor()
    {
        const Window w;
        w.window->showPassword(u"web-1"_s, password());
        auto *field = w.dialog()->findChild<QLineEdit *>(u"passwordField"_s);
        QCOMPARE(field->echoMode(), QLineEdit::Password);
        QTest::mouseClick(w.dialog()->findChild<QWidget *>(u"passwordShow"_s), Qt::LeftButton);
        QCOMPARE(field->echoMode(), QLineEdit::Normal);
    }

    void isInNoTitleNameOrToolTip()
    {
        const Window w;
        w.window->showPassword(u"web-1"_s, password());
        const QDialog *dialog = w.dialog();
        QVERIFY(!dialog->windowTitle().contains(u"demo-secret"_s));
        for (const QWidget *widget : dialog->findChildren<QWidget *>()) {
            QVERIFY(!widget->toolTip().contains(u"demo-secret"_s));
            QVERIFY(!widget->accessibleName().contains(u"demo-secret"_s));
            QVERIFY(!widget->accessibleDescription().contains(u"demo-secret"_s));
        }
    }

    void isGoneWhenTheDialogCloses()
    {
        const Window w;
        w.window->showPassword(u"web-1"_s, password());
        QTest::mouseClick(w.dialog()->findChild<QWidget *>(u"cancelButton"_s), Qt::LeftButton);
        QTRY_VERIFY(!w.find(u"passwordField"_s));
    }
};

QTEST_MAIN(PasswordDialogTest)
#include "passworddialogtest.moc"
