// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QButtonGroup;

namespace Views {

/// The colours an account can have, as a row of dots: one choice, moved by the arrow keys, each
/// with its name.
class ColourPicker : public QWidget
{
    Q_OBJECT

public:
    explicit ColourPicker(QWidget *parent = nullptr);

    [[nodiscard]] int colour() const;
    void setColour(int index);

Q_SIGNALS:
    void colourChanged(int index);

private:
    QButtonGroup *m_dots;
};

} // namespace Views
