// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/resourcetree.h"

#include "items/resourcetreemodel.h"
#include "views/common/theme.h"
#include "views/common/treedelegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QPainter>
#include <QSettings>

using namespace Qt::StringLiterals;
using Items::ResourceTreeModel;
using NodeKind = Items::ResourceTreeModel::NodeKind;

namespace Views {

namespace {

constexpr int step = 18;
constexpr auto foldedSetting = "tree/folded"_L1;

NodeKind kindOf(const QModelIndex &index)
{
    return static_cast<NodeKind>(index.data(ResourceTreeModel::NodeKindRole).toInt());
}

QString accountOf(const QModelIndex &index)
{
    return index.data(ResourceTreeModel::AccountIdRole).value<Domain::AccountId>().value;
}

} // namespace

ResourceTree::ResourceTree(ResourceTreeModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
{
    setObjectName(u"resourceTree"_s);
    setAccessibleName(tr("Accounts, servers and volumes"));
    setModel(&model);
    setItemDelegate(new TreeDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setIndentation(step);
    setUniformRowHeights(false);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setAllColumnsShowFocus(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(true);
    header()->setMinimumSectionSize(0);
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setAutoFillBackground(true);
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (kindOf(index) == NodeKind::Account) {
            m_folded.append(accountOf(index));
        }
    });
    connect(this, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_folded.removeAll(accountOf(index)); });
    connect(&model, &ResourceTreeModel::rowsRemoved, this, &ResourceTree::keepSelection);
    connect(&model, &ResourceTreeModel::modelReset, this, &ResourceTree::keepSelection);
    unfoldNew({}, 0, model.rowCount() - 1);
    selectAll();
}

std::optional<Domain::AccountId> ResourceTree::currentAccount() const
{
    const QVariant account = currentIndex().data(ResourceTreeModel::AccountIdRole);
    return account.isValid() ? std::optional(account.value<Domain::AccountId>()) : std::nullopt;
}

std::optional<Domain::ResourceKey> ResourceTree::currentResource() const
{
    const QVariant resource = currentIndex().data(ResourceTreeModel::ResourceKeyRole);
    return resource.isValid() ? std::optional(resource.value<Domain::ResourceKey>()) : std::nullopt;
}

bool ResourceTree::isAtServers() const
{
    return currentIndex() == m_model.serversIndex();
}

bool ResourceTree::isAtActivity() const
{
    return currentIndex() == m_model.activityIndex();
}

void ResourceTree::selectActivity()
{
    setCurrentIndex(m_model.activityIndex());
}

void ResourceTree::selectServers()
{
    setCurrentIndex(m_model.serversIndex());
}

void ResourceTree::select(const Domain::ResourceKey &resource)
{
    const QModelIndex index = m_model.indexOf(resource);
    if (!index.isValid()) {
        return;
    }
    for (QModelIndex parent = index.parent(); parent.isValid(); parent = parent.parent()) {
        expand(parent);
    }
    setCurrentIndex(index);
    scrollTo(index);
}

void ResourceTree::selectAll()
{
    setCurrentIndex(m_model.allSnapshotsIndex());
}

void ResourceTree::keepSelection()
{
    if (!currentIndex().isValid()) {
        selectAll();
    }
}

void ResourceTree::unfoldNew(const QModelIndex &parent, int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_model.index(row, 0, parent);
        if (kindOf(index) == NodeKind::Project || !m_folded.contains(accountOf(index))) {
            expand(index);
        }
        unfoldNew(index, 0, m_model.rowCount(index) - 1);
    }
}

void ResourceTree::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QTreeView::rowsInserted(parent, first, last);
    unfoldNew(parent, first, last);
}

void ResourceTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const bool isSelected = selectionModel()->isSelected(index);
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    const bool isHot = viewport()->underMouse() && option.rect.contains(pointer)
        && index.flags().testFlag(Qt::ItemIsSelectable);
    const QRect pill(Metrics::gap - 2, option.rect.top() + 1,
                     viewport()->width() - 2 * Metrics::gap + 4, option.rect.height() - 2);
    if (isSelected || isHot) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::colour(isSelected ? ColourRole::AccentGround : ColourRole::Hover));
        painter->drawRoundedRect(pill, Metrics::controlRadius, Metrics::controlRadius);
        if (hasFocus() && index == currentIndex()
            && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(Theme::colour(ColourRole::Accent), 2));
            painter->drawRoundedRect(pill.adjusted(1, 1, -1, -1), Metrics::controlRadius - 1,
                                     Metrics::controlRadius - 1);
        }
        painter->restore();
    }
    QStyleOptionViewItem row = option;
    row.state.setFlag(QStyle::State_MouseOver, false);
    // The pill is the ground; the base class would fill the whole row.
    row.palette.setBrush(QPalette::Highlight, Qt::transparent);
    row.state.setFlag(QStyle::State_Selected, isSelected);
    QTreeView::drawRow(painter, row, index);
}

void ResourceTree::drawBranches(QPainter *painter, const QRect &rectangle,
                                const QModelIndex &index) const
{
    if (m_model.rowCount(index) == 0) {
        return;
    }
    QStyleOption option;
    option.initFrom(this);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int left = isMirrored ? rectangle.left() : rectangle.right() + 1 - step;
    option.rect = QRect(left, rectangle.top(), step, rectangle.height());
    option.state = QStyle::State_Children;
    option.state.setFlag(QStyle::State_Open, isExpanded(index));
    style()->drawPrimitive(QStyle::PE_IndicatorBranch, &option, painter, this);
}

void ResourceTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    viewport()->update();
    Q_EMIT scopeChanged();
}

void ResourceTree::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint position = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        position = viewport()->mapToGlobal(visualRect(currentIndex()).center());
    }
    Q_EMIT menuRequested(position);
}

void ResourceTree::saveState(QSettings &settings) const
{
    settings.setValue(foldedSetting, m_folded);
}

void ResourceTree::restoreState(const QSettings &settings)
{
    m_folded = settings.value(foldedSetting).toStringList();
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex index = m_model.index(row, 0);
        setExpanded(index, !m_folded.contains(accountOf(index)));
    }
}

} // namespace Views
