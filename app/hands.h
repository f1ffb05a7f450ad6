// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QModelIndex>
#include <QString>
#include <QWidget>

class QAbstractItemView;

namespace App {

/// What a person's hands do, as events on real controls: the tour's way to use the window.
class Hands
{
public:
    explicit Hands(QWidget &window);

    /// A visible, enabled control of that name in the window or one of its dialogs; nothing when
    /// there is none.
    [[nodiscard]] QWidget *find(const QString &name) const;
    [[nodiscard]] bool sees(const QString &name) const { return find(name) != nullptr; }

    void click(const QString &name) const;
    /// Focuses the field, clears it, types.
    void type(const QString &name, const QString &text) const;
    void press(const QString &name, int key) const;
    static void press(QWidget &widget, int key, Qt::KeyboardModifiers modifiers);
    void clickRow(QAbstractItemView &view, const QModelIndex &index) const;

    template <class T>
    [[nodiscard]] T *findAs(const QString &name) const
    {
        return qobject_cast<T *>(find(name));
    }

private:
    QWidget &m_window;
};

/// The window with its dialogs where they stand, as a screen would show them.
[[nodiscard]] QPixmap pictureOf(QWidget &window);

} // namespace App
