// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/noteline.h"

#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int noteIconSize = 14;

ColourRole noteRole(NoteLine::Kind kind)
{
    return kind == NoteLine::Kind::Mistake ? ColourRole::Remove : ColourRole::Rollback;
}

} // namespace

NoteLine::NoteLine(Kind kind, QWidget *parent)
    : QLabel(parent)
    , m_kind(kind)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setFont(textFont(TextStyle::Small));
    setTextColour(this, noteRole(kind));
    setAlignment(Qt::AlignTop | Qt::AlignLeading);
    setIndent(0);
    const int room = noteIconSize + Metrics::space;
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    setContentsMargins(isMirrored ? 0 : room, 0, isMirrored ? room : 0, 0);
}

void NoteLine::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (text().isEmpty()) {
        return;
    }
    QPainter painter(this);
    const QRect icon(0, 0, noteIconSize, fontMetrics().height());
    Icons::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), icon),
                 m_kind == Kind::Mistake ? u"circle-x"_s : u"triangle-alert"_s,
                 Theme::colour(noteRole(m_kind)), noteIconSize);
}

} // namespace Views
