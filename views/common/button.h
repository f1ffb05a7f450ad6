// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

namespace Views {

enum class ButtonKind {
    Take, ///< filled green
    Rollback, ///< amber on its ground, with a line
    Remove, ///< red on its ground
    RefreshOutline, ///< green outline
    Primary, ///< filled with the accent
    RollbackStrong, ///< filled amber: the confirming button of a dialog
    RemoveStrong, ///< filled red: the confirming button of a dialog
    Plain,
    Quiet, ///< no ground until the pointer is on it
};
enum class ButtonSize { Normal, Small };
enum class ButtonText {
    Beside, ///< icon and word
    Hidden, ///< icon alone; the word stays as accessible name and tooltip
};

enum class ButtonContent { Centred, Leading };

/// An action button, painted by role: icon and word, 32 high, with its states for pointer, key,
/// focus and disabled. Why it is disabled belongs in its tooltip (setDisabledReason).
class Button : public QPushButton
{
    Q_OBJECT

public:
    Button(ButtonKind kind, const QString &iconName, const QString &text,
           QWidget *parent = nullptr);

    void setKind(ButtonKind kind);
    void setIconName(const QString &name);
    void setButtonSize(ButtonSize size);
    void setButtonText(ButtonText buttonText);
    /// Leading: for rows of a list, that take any width and cut their text.
    void setButtonContent(ButtonContent content);
    /// Disables with a reason that is shown as tooltip and read out; an empty one enables. The
    /// tooltip given here is what the enabled button shows.
    void setDisabledReason(const QString &reason, const QString &enabledToolTip = {});

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct Look
    {
        QColor ground;
        QColor line;
        QColor text;
    };
    [[nodiscard]] Look look() const;
    [[nodiscard]] Look lookWhenEnabled() const;
    void paintFrame(QPainter &painter, const Look &look) const;
    void paintContent(QPainter &painter, const Look &look) const;
    void paintWord(QPainter &painter, const QRect &word, const QString &text) const;

    ButtonKind m_kind;
    QString m_iconName;
    ButtonSize m_size = ButtonSize::Normal;
    ButtonText m_buttonText = ButtonText::Beside;
    ButtonContent m_content = ButtonContent::Centred;
};

} // namespace Views
