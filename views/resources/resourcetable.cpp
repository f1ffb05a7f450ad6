// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/resources/resourcetable.h"

#include "items/displaytext.h"
#include "items/resourcemodel.h"
#include "items/resourceorder.h"
#include "views/common/button.h"
#include "views/common/resourcedelegate.h"
#include "views/common/theme.h"
#include "views/snapshots/snapshotheader.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSettings>

#include <array>

using namespace Qt::StringLiterals;
using Items::ResourceModel;

namespace Views {

namespace {

constexpr auto sortColumnSetting = "servers/sortColumn"_L1;
constexpr auto sortOrderSetting = "servers/sortOrder"_L1;
constexpr int leastNameWidth = 140;
/// From here on the rows' buttons have a word beside their icon.
constexpr int roomForWord = 620;

/// The longest text that a column usually has.
struct ColumnSample
{
    ResourceModel::Column column = ResourceModel::Name;
    QStringView text;
    int extra = 0; ///< an icon and its gap
};

constexpr std::array columnSamples{
    ColumnSample{ResourceModel::Kind, u"Volume"},
    ColumnSample{ResourceModel::Size, u"1,000.00 GB"},
    ColumnSample{ResourceModel::State, u"at mail-relay"},
    ColumnSample{ResourceModel::Location, u"NORTH-EAST-1A"},
    ColumnSample{ResourceModel::Account, u"customers"},
    ColumnSample{ResourceModel::LastGood, u"10 months", Metrics::iconSize + 6},
    ColumnSample{ResourceModel::Snapshots, u"100"},
};

/// The icon before the name tells the kind, the stripe the account, the details the rest: the
/// first to give way.
constexpr std::array columnsGivingWay{ResourceModel::Kind, ResourceModel::Account,
                                      ResourceModel::Size, ResourceModel::Location};

} // namespace

ResourceTable::ResourceTable(ResourceModel &model, ReasonOf reasonOf, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_reasonOf(std::move(reasonOf))
    , m_order(new Items::ResourceOrder(this))
    , m_delegate(new ResourceDelegate(this))
    , m_header(new SnapshotHeader(this))
    , m_currentButton(makeButton(u"rowSnapshotButton"_s))
{
    setObjectName(u"resourceTable"_s);
    setAccessibleName(tr("Servers and volumes"));
    m_order->setSourceModel(&model);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(m_delegate);
    setHorizontalHeader(m_header);
    setModel(m_order);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(
        qMax(Metrics::rowHeight, fontMetrics().height() + 2 * Metrics::gap));
    setUpHeader();
    setUpButtons();
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const auto key = keyAt(index.row())) {
            Q_EMIT openRequested(*key);
        }
    });
}

void ResourceTable::setUpHeader()
{
    m_header->setObjectName(u"resourceHeader"_s);
    m_header->setAccessibleName(tr("Columns of the table of servers and volumes"));
    m_header->setContextMenuPolicy(Qt::PreventContextMenu);
    m_header->setSectionsMovable(false);
    sortByColumn(ResourceModel::Name, Qt::AscendingOrder);
    setSortingEnabled(true);
}

void ResourceTable::setUpButtons()
{
    m_currentButton->setFocusPolicy(Qt::TabFocus);
    setTabOrder(this, m_currentButton);
    connect(m_currentButton, &Button::clicked, this, [this] {
        if (const auto key = currentKey()) {
            Q_EMIT takeClicked(*key);
        }
    });
    connect(m_order, &QAbstractItemModel::layoutChanged, this, &ResourceTable::updateButtons);
    connect(m_order, &QAbstractItemModel::rowsInserted, this, &ResourceTable::updateButtons);
    connect(m_order, &QAbstractItemModel::rowsRemoved, this, &ResourceTable::updateButtons);
    connect(m_order, &QAbstractItemModel::dataChanged, this, &ResourceTable::updateButtons);
}

Button *ResourceTable::makeButton(const QString &objectName)
{
    auto *button = new Button(ButtonKind::Plain, u"camera"_s, tr("Snapshot"), viewport());
    button->setObjectName(objectName);
    button->setButtonSize(ButtonSize::Small);
    button->setFocusPolicy(Qt::NoFocus);
    button->hide();
    return button;
}

std::optional<Domain::ResourceKey> ResourceTable::keyAt(int row) const
{
    const QVariant key = m_order->index(row, ResourceModel::Name).data(ResourceModel::KeyRole);
    return key.isValid() ? std::optional(key.value<Domain::ResourceKey>()) : std::nullopt;
}

std::optional<Domain::ResourceKey> ResourceTable::currentKey() const
{
    return currentIndex().isValid() ? keyAt(currentIndex().row()) : std::nullopt;
}

QList<Items::ResourceRow> ResourceTable::shownRows() const
{
    QList<Items::ResourceRow> rows;
    rows.reserve(m_order->rowCount());
    for (int row = 0; row < m_order->rowCount(); ++row) {
        const QModelIndex index = m_order->mapToSource(m_order->index(row, ResourceModel::Name));
        if (const Items::ResourceRow *shown = m_model.row(index)) {
            rows.append(*shown);
        }
    }
    return rows;
}

void ResourceTable::select(const Domain::ResourceKey &key)
{
    const QModelIndex index = m_order->mapFromSource(m_model.indexOf(key));
    if (index.isValid()) {
        setCurrentIndex(index);
        scrollTo(index);
    }
}

void ResourceTable::setWords(const QString &words)
{
    m_order->setWords(words);
}

/// One button a row in sight, however many rows there are.
void ResourceTable::updateButtons()
{
    const int current = currentIndex().isValid() ? currentIndex().row() : -1;
    const int first = rowAt(0);
    const int bottom = rowAt(viewport()->height() - 1);
    const int most = first + viewport()->height() / verticalHeader()->defaultSectionSize() + 1;
    const int last = qMin(bottom < 0 ? m_order->rowCount() - 1 : bottom, most);
    place(m_currentButton, current);
    qsizetype used = 0;
    for (int row = first; first >= 0 && row <= last; ++row) {
        if (row == current) {
            continue;
        }
        if (used == m_otherButtons.size()) {
            Button *button = makeButton(u"otherSnapshotButton"_s);
            m_otherButtons.append(button);
            m_otherKeys.append(std::nullopt);
            connect(button, &Button::clicked, this, [this, used] {
                if (const std::optional<Domain::ResourceKey> key = m_otherKeys.at(used)) {
                    select(*key);
                    Q_EMIT takeClicked(*key);
                }
            });
        }
        m_otherKeys[used] = keyAt(row);
        place(m_otherButtons.at(used), row);
        ++used;
    }
    for (qsizetype rest = used; rest < m_otherButtons.size(); ++rest) {
        m_otherButtons.at(rest)->hide();
    }
}

void ResourceTable::place(Button *button, int row)
{
    const std::optional<Domain::ResourceKey> key = row < 0 ? std::nullopt : keyAt(row);
    if (!key) {
        button->hide();
        return;
    }
    const QString name =
        Items::inlineName(m_order->index(row, ResourceModel::Name).data().toString());
    button->setAccessibleName(tr("Take a snapshot of %1").arg(name));
    button->setDisabledReason(m_reasonOf(*key),
                              Items::plainToolTip(tr("Take a snapshot of %1").arg(name)));
    const QSize size = button->sizeHint();
    const int end = qMin(m_header->length() - horizontalOffset(), viewport()->width());
    const QRect logical(end - size.width() - Metrics::gap,
                        rowViewportPosition(row) + (rowHeight(row) - 1 - size.height()) / 2,
                        size.width(), size.height());
    button->setGeometry(
        QStyle::visualRect(layoutDirection(), QRect(QPoint(), viewport()->size()), logical));
    button->show();
}

void ResourceTable::setHoveredRow(int row)
{
    if (row != m_hoveredRow) {
        m_hoveredRow = row;
        m_delegate->setHoveredRow(row);
        viewport()->update();
    }
}

void ResourceTable::fitColumns()
{
    const int width = viewport()->width();
    const ButtonText words = width >= roomForWord ? ButtonText::Beside : ButtonText::Hidden;
    m_currentButton->setButtonText(words);
    for (Button *button : std::as_const(m_otherButtons)) {
        button->setButtonText(words);
    }
    const int room = m_currentButton->sizeHint().width() + 2 * Metrics::gap;
    const QFontMetrics metrics(textFont(TextStyle::Body));
    int others = room;
    for (const ColumnSample &sample : columnSamples) {
        const int wanted =
            metrics.horizontalAdvance(sample.text.toString()) + sample.extra + 2 * Metrics::gap + 2;
        m_header->resizeSection(sample.column, qMax(wanted, m_header->labelWidth(sample.column)));
        setColumnHidden(sample.column, false);
        others += columnWidth(sample.column);
    }
    for (const ResourceModel::Column column : columnsGivingWay) {
        if (others + leastNameWidth > width) {
            others -= columnWidth(column);
            setColumnHidden(column, true);
        }
    }
    m_header->resizeSection(ResourceModel::Snapshots, columnWidth(ResourceModel::Snapshots) + room);
    m_header->resizeSection(ResourceModel::Name, qMax(leastNameWidth, width - others));
    m_header->setTrailingRoom(room);
    m_delegate->setLastColumn(ResourceModel::Snapshots);
    m_delegate->setTrailingRoom(room);
    updateButtons();
}

void ResourceTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    updateButtons();
    Q_EMIT currentKeyChanged();
}

void ResourceTable::updateGeometries()
{
    QTableView::updateGeometries();
    updateButtons();
}

void ResourceTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    updateButtons();
}

void ResourceTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void ResourceTable::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const std::optional<Domain::ResourceKey> key = currentKey();
    if (isEnter && key) {
        event->accept();
        Q_EMIT openRequested(*key);
        return;
    }
    QTableView::keyPressEvent(event);
}

bool ResourceTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove) {
        const auto *move = static_cast<QMouseEvent *>(event);
        setHoveredRow(rowAt(qRound(move->position().y())));
    } else if (event->type() == QEvent::Leave) {
        setHoveredRow(-1);
    }
    return QTableView::viewportEvent(event);
}

/// Coming by key without a current row, the first one becomes it: else the keys do nothing.
void ResourceTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && !currentIndex().isValid()
        && m_order->rowCount() > 0) {
        setCurrentIndex(m_order->index(0, ResourceModel::Name));
    }
    viewport()->update();
}

void ResourceTable::saveState(QSettings &settings) const
{
    settings.setValue(sortColumnSetting, m_header->sortIndicatorSection());
    settings.setValue(sortOrderSetting, static_cast<int>(m_header->sortIndicatorOrder()));
}

void ResourceTable::restoreState(const QSettings &settings)
{
    const int column = settings.value(sortColumnSetting, ResourceModel::Name).toInt();
    const bool isDescending = settings.value(sortOrderSetting).toInt() == Qt::DescendingOrder;
    if (column >= 0 && column < ResourceModel::ColumnCount) {
        sortByColumn(column, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    }
}

} // namespace Views
