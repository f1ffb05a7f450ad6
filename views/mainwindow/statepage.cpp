// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/statepage.h"

#include "views/common/button.h"
#include "views/common/dialog.h"
#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int textWidth = 440;
constexpr int iconRoom = 56;
constexpr int largeIcon = 40;

QString iconOf(StateKind kind)
{
    switch (kind) {
    case StateKind::Rows:
        return {};
    case StateKind::NoAccount:
        return u"cloud"_s;
    case StateKind::Loading:
        return u"refresh-cw"_s;
    case StateKind::Failed:
        return u"triangle-alert"_s;
    case StateKind::FilterHidesAll:
        return u"search"_s;
    case StateKind::NoSnapshots:
        return u"camera"_s;
    case StateKind::NoActivity:
        return u"history"_s;
    case StateKind::NoKind:
        break;
    }
    return u"hard-drive"_s;
}

} // namespace

StatePage::StatePage(QWidget *parent)
    : QWidget(parent)
    , m_iconRoom(new QWidget(this))
    , m_title(makeText({}, this))
    , m_text(makeText({}, this))
    , m_connect(new Button(ButtonKind::Primary, u"plus"_s, tr("Connect an account"), this))
    , m_demo(new Button(ButtonKind::Plain, u"flask-conical"_s, tr("Try the demo"), this))
    , m_take(new Button(ButtonKind::Take, u"camera"_s, tr("Take the first snapshot"), this))
    , m_retry(new Button(ButtonKind::RefreshOutline, u"refresh-cw"_s, tr("Try again"), this))
    , m_clear(new Button(ButtonKind::Plain, u"funnel-x"_s, tr("Clear the filter"), this))
{
    setObjectName(u"statePage"_s);
    setGround(this, ColourRole::Base);
    m_iconRoom->setFixedSize(iconRoom, iconRoom);
    m_title->setObjectName(u"stateTitle"_s);
    m_title->setFont(textFont(TextStyle::Title));
    m_title->setAlignment(Qt::AlignHCenter);
    m_text->setObjectName(u"stateText"_s);
    m_text->setAlignment(Qt::AlignHCenter);
    setTextColour(m_text, ColourRole::Dim);
    m_connect->setObjectName(u"connectAccountButton"_s);
    m_demo->setObjectName(u"tryDemoButton"_s);
    m_take->setObjectName(u"stateTakeButton"_s);
    m_retry->setObjectName(u"stateRetryButton"_s);
    m_clear->setObjectName(u"stateClearFilterButton"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Metrics::gap);
    buttons->addStretch(1);
    for (Button *button : {m_connect, m_demo, m_take, m_retry, m_clear}) {
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Metrics::gap);
    column->addStretch(2);
    column->addWidget(m_iconRoom, 0, Qt::AlignHCenter);
    // Boxes hand the height for a width on, alignments in a box do not.
    for (QLabel *label : {m_title, m_text}) {
        label->setMaximumWidth(textWidth);
        auto *row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(label, textWidth);
        row->addStretch(1);
        column->addLayout(row);
    }
    column->addSpacing(Metrics::gap);
    column->addLayout(buttons);
    column->addStretch(3);
    connect(m_connect, &Button::clicked, this, &StatePage::connectClicked);
    connect(m_demo, &Button::clicked, this, &StatePage::demoClicked);
    connect(m_take, &Button::clicked, this, &StatePage::takeClicked);
    connect(m_retry, &Button::clicked, this, &StatePage::retryClicked);
    connect(m_clear, &Button::clicked, this, &StatePage::clearFilterClicked);
}

void StatePage::show(const TableState &state, const QString &whyNotTake)
{
    m_kind = state.kind;
    m_title->setText(state.title);
    m_text->setText(state.text);
    setAccessibleName(state.title);
    setAccessibleDescription(state.text);
    showButtons(state.kind, whyNotTake);
    update();
}

void StatePage::showButtons(StateKind kind, const QString &whyNotTake)
{
    m_connect->setVisible(kind == StateKind::NoAccount);
    m_demo->setVisible(kind == StateKind::NoAccount);
    m_take->setVisible(kind == StateKind::NoSnapshots);
    m_take->setDisabledReason(whyNotTake);
    m_retry->setVisible(kind == StateKind::Failed);
    m_clear->setVisible(kind == StateKind::FilterHidesAll);
    setFocusProxy(nullptr);
    for (Button *button : {m_connect, m_take, m_retry, m_clear}) {
        if (!button->isHidden()) {
            setFocusProxy(button);
        }
    }
}

void StatePage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ColourRole role = m_kind == StateKind::Failed ? ColourRole::Remove : ColourRole::Dim;
    Icons::paint(&painter, m_iconRoom->geometry(), iconOf(m_kind), Theme::colour(role), largeIcon);
}

} // namespace Views
