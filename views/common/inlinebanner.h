// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPlainTextEdit;

namespace Items {
struct ErrorText;
}

namespace Views {

class Button;

/// A strip that says what failed or is worth knowing, what it means and what can be done: icon,
/// title, meaning, and the buttons that are asked for. Details unfold the vendor's own words below.
class InlineBanner : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Information, Warning, Failure };
    enum class Shape {
        Strip, ///< across the width of what it stands above
        Card, ///< a rounded block among others
    };
    enum ActionFlag { NoAction = 0, Retry = 1, EditAccount = 2, Dismiss = 4 };
    Q_DECLARE_FLAGS(Actions, ActionFlag)

    explicit InlineBanner(QWidget *parent = nullptr);

    void setKind(Kind kind);
    void setShape(Shape shape);
    /// Title, meaning with what to do, and details.
    void setText(const Items::ErrorText &text);
    void setTitle(const QString &title);
    /// What it means and what to do; may be empty.
    void setMeaning(const QString &meaning);
    /// Vendor text, shown on demand; empty hides the button.
    void setDetails(const QString &details);
    void setActions(Actions actions);
    /// Goes into the names of the buttons for screen readers: "Retry shop".
    void setSubject(const QString &subject);
    /// One of its own, before the others. The banner owns it.
    Button *addButton(const QString &objectName, const QString &icon, const QString &text);

Q_SIGNALS:
    void retryClicked();
    void editAccountClicked();
    void dismissClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void describe();
    void toggleDetails();

    Kind m_kind = Kind::Failure;
    Shape m_shape = Shape::Strip;
    QString m_subject;
    QBoxLayout *m_row;
    QBoxLayout *m_buttons;
    int m_ownButtons = 0;
    QLabel *m_title;
    QLabel *m_meaning;
    Button *m_retry;
    Button *m_edit;
    Button *m_detailsButton;
    Button *m_dismiss;
    QPlainTextEdit *m_details;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(InlineBanner::Actions)

} // namespace Views
