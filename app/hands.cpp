// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hands.h"

#include "views/common/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

namespace App {

namespace {

void send(QWidget &widget, QEvent::Type type, QPoint position)
{
    const Qt::MouseButtons held = type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
    QMouseEvent event(type, position, widget.mapToGlobal(position), Qt::LeftButton, held,
                      Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

void clickAt(QWidget &widget, QPoint position)
{
    send(widget, QEvent::MouseButtonPress, position);
    send(widget, QEvent::MouseButtonRelease, position);
}

void sendKey(QObject &receiver, int key, Qt::KeyboardModifiers modifiers, const QString &text = {})
{
    QKeyEvent press(QEvent::KeyPress, key, modifiers, text);
    QCoreApplication::sendEvent(&receiver, &press);
    QKeyEvent release(QEvent::KeyRelease, key, modifiers, text);
    QCoreApplication::sendEvent(&receiver, &release);
}

QList<QDialog *> openDialogs(const QWidget &window)
{
    QList<QDialog *> dialogs;
    for (QDialog *dialog : window.findChildren<QDialog *>()) {
        if (dialog->isVisible()) {
            dialogs.append(dialog);
        }
    }
    return dialogs;
}

} // namespace

Hands::Hands(QWidget &window)
    : m_window(window)
{
}

QWidget *Hands::find(const QString &name) const
{
    // The newest dialog is on top.
    QWidgetList places{&m_window};
    for (QDialog *dialog : openDialogs(m_window)) {
        places.prepend(dialog);
    }
    for (QWidget *place : std::as_const(places)) {
        if (place->objectName() == name && place->isVisible()) {
            return place;
        }
        for (QWidget *widget : place->findChildren<QWidget *>(name)) {
            if (widget->isVisible() && widget->isEnabled()) {
                return widget;
            }
        }
    }
    return nullptr;
}

void Hands::click(const QString &name) const
{
    if (QWidget *widget = find(name)) {
        clickAt(*widget, widget->rect().center());
    }
}

void Hands::type(const QString &name, const QString &text) const
{
    QWidget *widget = find(name);
    if (!widget) {
        return;
    }
    widget->setFocus(Qt::OtherFocusReason);
    if (auto *field = qobject_cast<QLineEdit *>(widget)) {
        field->selectAll();
        sendKey(*field, Qt::Key_Delete, Qt::NoModifier);
    }
    for (const QChar c : text) {
        sendKey(*widget, 0, Qt::NoModifier, QString(c));
    }
}

void Hands::press(const QString &name, int key) const
{
    if (QWidget *widget = find(name)) {
        sendKey(*widget, key, Qt::NoModifier);
    }
}

void Hands::press(QWidget &widget, int key, Qt::KeyboardModifiers modifiers)
{
    sendKey(widget, key, modifiers);
}

void Hands::clickRow(QAbstractItemView &view, const QModelIndex &index) const
{
    view.scrollTo(index);
    view.setFocus(Qt::MouseFocusReason);
    clickAt(*view.viewport(), view.visualRect(index).center());
}

QPixmap pictureOf(QWidget &window)
{
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    for (QDialog *dialog : openDialogs(window)) {
        const QPixmap content = dialog->grab();
        // A window manager would put it there; without one it is anywhere.
        QRect place(QPoint(), dialog->size());
        place.moveCenter(window.rect().center());
        painter.fillRect(window.rect(),
                         QColor(0, 0, 0, 70)); // what a compositor does behind a modal dialog
        painter.drawPixmap(place.topLeft(), content);
        painter.setPen(Views::Theme::colour(Views::ColourRole::Line));
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
    }
    return picture;
}

} // namespace App
