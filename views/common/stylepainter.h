// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionComplex;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionTab;
class QWidget;

namespace Views {

/// The strokes of Style: each draws one element and knows nothing of Qt's dispatch.
namespace StylePainter {

/// The frame and ground of a field: line edit, text edit, combo box.
void field(QPainter *painter, const QStyleOption &option, const QWidget *widget);
void plainButton(QPainter *painter, const QStyleOption &option);
void focusRing(QPainter *painter, const QRect &rectangle);
void checkBox(QPainter *painter, const QStyleOption &option);
void radioButton(QPainter *painter, const QStyleOption &option);
void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &slider);
void headerSection(QPainter *painter, const QStyleOptionHeader &option);
/// The first label is moved by the width of the stripe that the cells below it have.
void headerLabel(QPainter *painter, const QStyleOptionHeader &option, int stripe);
void tabShape(QPainter *painter, const QStyleOptionTab &option);
void tabLabel(QPainter *painter, const QStyleOptionTab &option);
void menuItem(QPainter *painter, const QStyleOptionMenuItem &option);
void frame(QPainter *painter, const QRect &rectangle);
void popupPanel(QPainter *painter, const QRect &rectangle);

} // namespace StylePainter

} // namespace Views
