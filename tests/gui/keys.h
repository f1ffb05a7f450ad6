// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemView>
#include <QApplication>
#include <QDeadlineTimer>
#include <QDialog>
#include <QTest>
#include <QWindow>

#include <chrono>

/// A hand on the keyboard: keys go to the window that has the focus, as a keyboard's do.
namespace Gui {

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QGuiApplication::focusWindow(), key, modifiers);
}

inline void type(const QString &text)
{
    for (const QChar c : text) {
        QTest::keyClick(QGuiApplication::focusWindow(), c.toLatin1());
    }
}

/// Down in the list that has the focus, until the row with this text is the chosen one.
[[nodiscard]] inline bool goDownTo(const QString &text)
{
    auto *view = qobject_cast<QAbstractItemView *>(QApplication::focusWidget());
    if (!view) {
        return false;
    }
    press(Qt::Key_Home);
    press(Qt::Key_Space);
    for (int i = 0; i < view->model()->rowCount(); ++i) {
        const QModelIndexList chosen = view->selectionModel()->selectedRows();
        if (!chosen.isEmpty() && chosen.constFirst().data().toString() == text) {
            return true;
        }
        press(Qt::Key_Down);
    }
    return false;
}

/// From stop to stop, until the control of that name has the focus.
[[nodiscard]] inline bool tabTo(const QString &objectName)
{
    constexpr int mostStops = 80;
    for (int i = 0; i < mostStops; ++i) {
        const QWidget *focused = QApplication::focusWidget();
        if (focused && focused->objectName() == objectName) {
            return true;
        }
        press(Qt::Key_Tab);
    }
    return false;
}

/// The one that was opened last, of those that are to be seen.
[[nodiscard]] inline QDialog *openDialog(const QWidget &window)
{
    QDialog *last = nullptr;
    for (QDialog *dialog : window.findChildren<QDialog *>()) {
        if (dialog->isVisible() && (!last || dialog == QApplication::activeWindow())) {
            last = dialog;
        }
    }
    return last;
}

/// Gives the focus back when a dialog has closed, as a window manager does; there is none here.
inline void giveFocusBack(QWidget &window)
{
    if (!QApplication::activeWindow()) {
        QWidget *dialog = openDialog(window);
        (dialog ? dialog : &window)->activateWindow();
    }
}

[[nodiscard]] inline bool waitForDialog(QWidget &window, const QString &objectName)
{
    return QTest::qWaitFor([&] {
        giveFocusBack(window);
        const QDialog *dialog = openDialog(window);
        return dialog && dialog->objectName() == objectName
            && QApplication::activeWindow() == dialog;
    });
}

/// Every dialog is closed, and the window has the focus.
[[nodiscard]] inline bool waitForWindow(QWidget &window, std::chrono::milliseconds patience)
{
    return QTest::qWaitFor(
        [&] {
            giveFocusBack(window);
            return !openDialog(window) && QApplication::activeWindow() == &window;
        },
        QDeadlineTimer(patience));
}

} // namespace Gui
