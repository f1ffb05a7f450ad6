// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/common/button.h"

#include <QDialog>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace Views {

/// The frame of every dialog: a title as a question or a task, blocks below it, and a footer with
/// Cancel beside the one button that bears verb and object, in the platform's order. Shown by
/// open(), never by exec(); deletes itself when it closes.
class Dialog : public QDialog
{
    Q_OBJECT

public:
    explicit Dialog(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// Makes the confirming button. It does nothing by itself: connect clicked().
    Button *addAction(ButtonKind kind, const QString &icon, const QString &text);
    using QDialog::addAction;
    [[nodiscard]] Button *cancelButton() const { return m_cancel; }
    /// At the far side of the footer, for what is neither.
    void addFooterWidget(QWidget *widget);
    /// Before the confirming button, in the order of the calls.
    void addFooterButton(Button *button);
    /// The steps of a wizard, beside title and content. Cancel goes to the far side of the footer,
    /// away from the buttons that lead back and on.
    void setSide(QWidget *side);

    void showEvent(QShowEvent *event) override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fitHeight();

    QLabel *m_title;
    QVBoxLayout *m_content;
    QHBoxLayout *m_middle;
    QHBoxLayout *m_footer;
    Button *m_cancel;
};

/// A label in the dialogs' style: wraps, plain text, selectable by mouse.
[[nodiscard]] QLabel *makeText(const QString &text, QWidget *parent);

/// "Type NAME to confirm", the name in bold; nothing in the name is taken for markup. `sentence` is
/// translated and has one %1.
void setSentenceWithName(QLabel *label, const QString &sentence, const QString &name);
/// "1 Shut down → 2 Take snapshot → 3 Start"
[[nodiscard]] QString numberedSteps(const QStringList &steps);

} // namespace Views
