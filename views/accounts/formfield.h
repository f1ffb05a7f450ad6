// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace Views {

class FieldError;

/// One field of a form: its label above, help below, and, when there is something wrong with what
/// was typed, the reason below that. A screen reader hears help and reason as the field's
/// description.
class FormField : public QWidget
{
    Q_OBJECT

public:
    /// Takes the editor and names it for screen readers by the label.
    FormField(const QString &label, QWidget *editor, QWidget *parent = nullptr);

    void setLabel(const QString &label);
    /// Empty for none.
    void setHelp(const QString &help);
    /// Empty when nothing is wrong (any more).
    void setError(const QString &error);
    [[nodiscard]] QString error() const;
    /// Beside the editor.
    void addBeside(QWidget *widget);
    /// Below the help.
    void addBelow(QWidget *widget);

private:
    void describe();

    QLabel *m_label;
    QWidget *m_editor;
    QHBoxLayout *m_row;
    QLabel *m_help;
    FieldError *m_error;
};

/// A look at another window, where what is typed may come from, is not leaving the field.
[[nodiscard]] bool isLeavingField(Qt::FocusReason reason);

} // namespace Views
