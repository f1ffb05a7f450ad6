// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/topbar.h"

#include "views/common/button.h"
#include "views/common/hairline.h"
#include "views/common/icons.h"
#include "views/common/theme.h"
#include "views/mainwindow/actions.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Views {

namespace {
constexpr int searchWidth = 320;
constexpr int leastSearchWidth = 180;
constexpr int separatorHeight = 24;
} // namespace

TopBar::TopBar(const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit(this))
    , m_refresh(new Button(ButtonKind::RefreshOutline, u"refresh-cw"_s, tr("Refresh"), this))
    , m_menuButton(new Button(ButtonKind::Plain, u"ellipsis-vertical"_s, tr("Menu"), this))
{
    setObjectName(u"topBar"_s);
    setFixedHeight(Metrics::toolBarHeight);
    auto *take = new Button(ButtonKind::Take, u"camera"_s, tr("Take snapshot"), this);
    take->setObjectName(u"takeButton"_s);
    auto *rollBack = new Button(ButtonKind::Rollback, u"rotate-ccw"_s, tr("Roll back"), this);
    rollBack->setObjectName(u"rollBackButton"_s);
    auto *remove = new Button(ButtonKind::Remove, u"trash-2"_s, tr("Remove"), this);
    remove->setObjectName(u"removeButton"_s);
    m_refresh->setObjectName(u"refreshButton"_s);
    m_menuButton->setObjectName(u"menuButton"_s);
    m_menuButton->setButtonText(ButtonText::Hidden);
    bind(take, actions.take);
    bind(rollBack, actions.rollBack);
    bind(remove, actions.remove);
    bind(m_refresh, actions.refresh);
    connect(m_menuButton, &Button::clicked, this, &TopBar::openMenu);
    auto *separator = new Hairline(Qt::Vertical, this);
    separator->setFixedHeight(separatorHeight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::margin, 0, Metrics::margin, 0);
    row->setSpacing(Metrics::gap);
    row->addWidget(take);
    row->addWidget(rollBack);
    row->addWidget(remove);
    row->addSpacing(Metrics::space);
    row->addWidget(separator);
    row->addSpacing(Metrics::space);
    row->addWidget(m_refresh);
    row->addStretch(1);
    row->addWidget(m_search, 2);
    row->addWidget(m_menuButton);
    setUpSearch(actions);
}

void TopBar::setUpSearch(const Actions &actions)
{
    m_search->setObjectName(u"searchField"_s);
    m_search->setAccessibleName(tr("Search or filter"));
    m_search->setPlaceholderText(tr("Search, or filter: age>30d size>20GB"));
    m_search->setToolTip(tr("Words must all occur in a row. Conditions: age>30d, size>20GB, "
                            "price>1, status:failed, is:protected, is:orphaned, is:due."));
    m_search->setMinimumWidth(leastSearchWidth);
    m_search->setMaximumWidth(searchWidth);
    QAction *mark =
        m_search->addAction(Icons::icon(u"search"_s, ColourRole::Dim), QLineEdit::LeadingPosition);
    mark->setText(tr("Search"));
    QAction *clear =
        m_search->addAction(Icons::icon(u"x"_s, ColourRole::Dim), QLineEdit::TrailingPosition);
    clear->setText(tr("Clear the filter"));
    clear->setVisible(false);
    connect(clear, &QAction::triggered, actions.clearFilter, &QAction::trigger);
    connect(m_search, &QLineEdit::textChanged, this, [this, clear](const QString &text) {
        clear->setVisible(!text.isEmpty());
        Q_EMIT filterChanged(text);
    });
    connect(m_search, &QLineEdit::returnPressed, this, &TopBar::leftSearch);
    m_search->installEventFilter(this);
}

bool TopBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Down) {
            Q_EMIT leftSearch();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TopBar::setMenu(QMenu *menu)
{
    menu->setObjectName(u"mainMenu"_s);
    m_menu = menu;
}

void TopBar::openMenu()
{
    if (m_menu) {
        const bool isMirrored = layoutDirection() == Qt::RightToLeft;
        const QRect button(m_menuButton->mapToGlobal(QPoint()), m_menuButton->size());
        const int width = m_menu->sizeHint().width();
        const int left = isMirrored ? button.left() : button.right() + 1 - width;
        m_menu->popup(QPoint(left, button.bottom() + Metrics::space));
    }
}

void TopBar::setRefreshing(Refreshing refreshing)
{
    m_refresh->setText(refreshing == Refreshing::Yes ? tr("Refreshing") : tr("Refresh"));
}

} // namespace Views
