// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/common/palette.h"

#include <QLabel>

namespace Views {

/// A small line of text about what stands above it, with an icon before it while it says something:
/// never colour alone.
class NoteLine : public QLabel
{
    Q_OBJECT

public:
    enum class Kind { Mistake, Warning };
    NoteLine(Kind kind, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
};

} // namespace Views
