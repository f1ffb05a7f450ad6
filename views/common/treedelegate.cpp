// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/treedelegate.h"

#include "items/resourcetreemodel.h"
#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;
using Items::ResourceTreeModel;
using NodeKind = Items::ResourceTreeModel::NodeKind;

namespace Views {

namespace {

constexpr int nodeHeight = 29;
constexpr int dotSize = 8;
constexpr int warningSize = 13;

NodeKind kindOf(const QModelIndex &index)
{
    return static_cast<NodeKind>(index.data(ResourceTreeModel::NodeKindRole).toInt());
}

/// The icon of a page that is no account's; empty for other nodes.
QString pageIcon(NodeKind kind)
{
    switch (kind) {
    case NodeKind::AllSnapshots:
        return u"layers"_s;
    case NodeKind::Servers:
        return u"server"_s;
    case NodeKind::Activity:
        return u"history"_s;
    case NodeKind::Heading:
    case NodeKind::Account:
    case NodeKind::Project:
    case NodeKind::Resource:
        break;
    }
    return {};
}

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

bool isDisabled(const QModelIndex &index)
{
    return kindOf(index) == NodeKind::Resource
        && !index.data(ResourceTreeModel::DisabledReasonRole).toString().isEmpty();
}

ColourRole textRole(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const NodeKind kind = kindOf(index);
    if (index.data(ResourceTreeModel::WarningRole).toBool()) {
        return kind == NodeKind::Account ? ColourRole::Remove : ColourRole::Rollback;
    }
    if (isSelected(option)) {
        return ColourRole::Accent;
    }
    return kind == NodeKind::Resource || kind == NodeKind::Project ? ColourRole::Dim
                                                                   : ColourRole::Text;
}

QFont fontOf(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QFont font = option.font;
    const NodeKind kind = kindOf(index);
    if (isSelected(option) || !pageIcon(kind).isEmpty()) {
        font.setWeight(QFont::DemiBold);
    }
    return font;
}

QRect visual(const QStyleOptionViewItem &option, const QRect &logical)
{
    return QStyle::visualRect(option.direction, option.rect, logical);
}

constexpr int centred = Qt::AlignVCenter | Qt::AlignHCenter | Qt::TextSingleLine;

} // namespace

TreeDelegate::TreeDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void TreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (kindOf(index) == NodeKind::Heading) {
        paintHeading(painter, option, index);
        painter->restore();
        return;
    }
    const int left = paintMark(painter, option, index);
    const QFont font = fontOf(option, index);
    const QFontMetrics metrics(font);
    const QString whole = index.data(Qt::DisplayRole).toString();
    const int nameEnd = left + metrics.horizontalAdvance(whole) + Metrics::gap;
    const int right = paintTrailing(painter, option, index, nameEnd);
    const QString name = metrics.elidedText(whole, Qt::ElideRight, right - left - Metrics::gap);
    const QRect words(left, option.rect.top(), metrics.horizontalAdvance(name) + 1,
                      option.rect.height());
    painter->setFont(font);
    painter->setPen(Theme::colour(textRole(option, index)));
    painter->drawText(visual(option, words), centred, name);
    painter->restore();
}

void TreeDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    painter->setFont(textFont(TextStyle::Header));
    painter->setPen(Theme::colour(ColourRole::Dim));
    const QString text = index.data(Qt::DisplayRole).toString();
    const QFontMetrics metrics(painter->font());
    const QRect words(option.rect.left(), option.rect.top() + Metrics::gap,
                      metrics.horizontalAdvance(text) + 1, option.rect.height() - Metrics::gap);
    painter->drawText(visual(option, words), centred, text);
}

int TreeDelegate::paintMark(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const QRect &node = option.rect;
    const NodeKind kind = kindOf(index);
    const int left = node.left();
    if (const QString page = pageIcon(kind); !page.isEmpty()) {
        const QRect icon(left, node.top(), Metrics::iconSize, node.height());
        Icons::paint(painter, visual(option, icon), page, Theme::colour(textRole(option, index)));
        return icon.right() + 1 + Metrics::gap;
    }
    if (kind == NodeKind::Account) {
        QRect dot(left, 0, dotSize, dotSize);
        dot.moveTop(node.center().y() - dotSize / 2 + 1);
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::accountColour(index.data(ResourceTreeModel::ColourRole).toInt()));
        painter->drawEllipse(visual(option, dot));
        return dot.right() + 1 + Metrics::gap;
    }
    if (kind == NodeKind::Resource) {
        const auto key =
            index.data(ResourceTreeModel::ResourceKeyRole).value<Domain::ResourceKey>();
        const QRect icon(left, node.top(), 14, node.height());
        const QString name =
            key.kind == Domain::ResourceKind::Server ? u"server"_s : u"hard-drive"_s;
        Icons::paint(
            painter, visual(option, icon), name,
            Theme::colour(isDisabled(index) ? ColourRole::Disabled : textRole(option, index)), 14);
        return icon.right() + 1 + Metrics::gap - 1;
    }
    return left;
}

int TreeDelegate::paintTrailing(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index, int nameEnd) const
{
    const QString text = index.data(ResourceTreeModel::TrailingTextRole).toString();
    const QFont font = textFont(TextStyle::Small);
    const int width = QFontMetrics(font).horizontalAdvance(text) + 1;
    const bool isWarning = index.data(ResourceTreeModel::WarningRole).toBool();
    const QColor colour = Theme::colour(isWarning ? textRole(option, index) : ColourRole::Dim);
    int left = option.rect.right() - Metrics::margin - Metrics::space;
    const int iconRoom = isWarning ? warningSize + Metrics::space : 0;
    if (left - width - iconRoom >= nameEnd) {
        left -= width;
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(
            visual(option, QRect(left, option.rect.top(), width, option.rect.height())), centred,
            text);
        left -= isWarning ? Metrics::space : 0;
    }
    if (isWarning) {
        left -= warningSize;
        const QRect icon(left, option.rect.top(), warningSize, option.rect.height());
        Icons::paint(painter, visual(option, icon), u"triangle-alert"_s, colour, warningSize);
    }
    return left;
}

QSize TreeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int least = kindOf(index) == NodeKind::Heading ? nodeHeight + Metrics::space : nodeHeight;
    return {0, qMax(least, QFontMetrics(option.font).height() + Metrics::margin)};
}

} // namespace Views
