// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/common/palette.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace Views {

/// Line icons by name ("camera" is resources/icons/camera.svg), drawn from their outlines at the
/// size and scale that is asked for, in the colour asked for.
namespace Icons {

/// Follows the scheme: the colour is looked up whenever it is painted. Disabled it is drawn in
/// ColourRole::Disabled.
[[nodiscard]] QIcon icon(const QString &name, ColourRole role = ColourRole::Text);

[[nodiscard]] QPixmap pixmap(const QString &name, const QColor &colour, int size,
                             qreal devicePixelRatio);

/// Centred in the rectangle, `size` logical pixels wide.
void paint(QPainter *painter, const QRect &rectangle, const QString &name, const QColor &colour,
           int size = 16);

[[nodiscard]] QIcon applicationIcon();

} // namespace Icons

} // namespace Views
