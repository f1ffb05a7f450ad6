// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/formarea.h"

#include <QApplication>
#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace Views {

namespace {
constexpr int leastHeight = 160;
}

FormArea::FormArea(QWidget *form, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // Its fields are what Tab visits; they scroll into sight.
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setWidget(form);
    // The dialog paints the ground.
    viewport()->setAutoFillBackground(false);
    form->setAutoFillBackground(false);
    form->installEventFilter(this);
    // Tab scrolls by itself; a field that is gone to because something is wrong with it does not.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, QWidget *now) {
        if (now && widget() && widget()->isAncestorOf(now)) {
            ensureWidgetVisible(now);
        }
    });
}

/// Enough beside a scroll bar too: one that is there once looks at the height that the form has
/// beside it, and would stay for ever.
int FormArea::heightForWidth(int width) const
{
    const QWidget *form = widget();
    const int bar = verticalScrollBar()->sizeHint().width();
    return form->hasHeightForWidth()
        ? std::max(form->heightForWidth(width), form->heightForWidth(width - bar))
        : form->sizeHint().height();
}

QSize FormArea::sizeHint() const
{
    return widget()->sizeHint();
}

QSize FormArea::minimumSizeHint() const
{
    const QSize least = widget()->minimumSizeHint();
    return {least.width(), std::min(least.height(), leastHeight)};
}

bool FormArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace Views
