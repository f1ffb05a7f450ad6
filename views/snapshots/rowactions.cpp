// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/rowactions.h"

#include "views/common/button.h"
#include "views/common/theme.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Views {

RowActions::RowActions(Place place, QWidget *parent)
    : QWidget(parent)
    , m_rollBack(new Button(ButtonKind::Rollback, u"rotate-ccw"_s, tr("Roll back"), this))
    , m_remove(new Button(ButtonKind::Remove, u"trash-2"_s, tr("Remove"), this))
{
    const bool isCurrent = place == Place::CurrentRow;
    m_rollBack->setObjectName(isCurrent ? u"rowRollBackButton"_s : u"hoverRollBackButton"_s);
    m_remove->setObjectName(isCurrent ? u"rowRemoveButton"_s : u"hoverRemoveButton"_s);
    for (Button *button : {m_rollBack, m_remove}) {
        button->setButtonSize(ButtonSize::Small);
        // The row under the pointer is reached by pointer only; keys work on the current row.
        button->setFocusPolicy(isCurrent ? Qt::TabFocus : Qt::NoFocus);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::space, 0, Metrics::space, 0);
    row->setSpacing(Metrics::space);
    row->addWidget(m_rollBack);
    row->addWidget(m_remove);
    connect(m_rollBack, &Button::clicked, this, [this] { Q_EMIT rollBackClicked(m_key); });
    connect(m_remove, &Button::clicked, this, [this] { Q_EMIT removeClicked(m_key); });
    hide();
}

void RowActions::setSnapshot(const Domain::SnapshotKey &key, const QString &name,
                             const RowReasons &reasons)
{
    m_key = key;
    const QString rollBack = tr("Roll back to %1").arg(name);
    const QString remove = tr("Remove %1").arg(name);
    m_rollBack->setAccessibleName(rollBack);
    m_remove->setAccessibleName(remove);
    m_rollBack->setDisabledReason(reasons.rollBack, tr("Roll back to this snapshot"));
    m_remove->setDisabledReason(reasons.remove, tr("Remove this snapshot"));
}

void RowActions::setButtonText(ButtonText text)
{
    m_rollBack->setButtonText(text);
    m_remove->setButtonText(text);
}

void RowActions::setGround(Ground ground)
{
    m_ground = ground;
    update();
}

void RowActions::paintEvent(QPaintEvent *)
{
    ColourRole role = ColourRole::Base;
    switch (m_ground) {
    case Ground::Selected:
        role = ColourRole::AccentGround;
        break;
    case Ground::Hovered:
        role = ColourRole::Hover;
        break;
    case Ground::Plain:
        break;
    }
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colour(role));
}

} // namespace Views
