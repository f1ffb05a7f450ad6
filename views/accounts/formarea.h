// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

namespace Views {

/// Holds a form that is as high as its wrapped texts make it, and scrolls it where the screen is
/// lower than that. It asks for the form's own height.
class FormArea : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes the form.
    explicit FormArea(QWidget *form, QWidget *parent = nullptr);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace Views
