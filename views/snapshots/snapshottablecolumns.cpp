// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/snapshottable.h"

#include "items/snapshotmodel.h"
#include "views/common/button.h"
#include "views/common/snapshotdelegate.h"
#include "views/common/theme.h"
#include "views/snapshots/snapshotheader.h"

#include <QFontMetrics>

#include <array>

// Which columns are shown and how wide they are; the rest of the table stands in snapshottable.cpp.

using Items::SnapshotModel;

namespace Views {

namespace {

constexpr int leastName = 140;
constexpr int goodName = 156; // rather than less of it, columns go
constexpr int usualName = 210;
/// From here on the rows' buttons have words beside their icons.
constexpr int roomForWords = 1040;
constexpr int iconRoom = Metrics::iconSize + 6;

/// The longest text that a column usually has, for its width before anything was measured. In the
/// order in which the columns get the room that there is: least always, good before the name grows,
/// usual after it.
struct Sample
{
    SnapshotModel::Column column = SnapshotModel::Name;
    QStringView least;
    QStringView good;
    QStringView usual;
    int extra = 0; ///< an icon and its gap
};

constexpr std::array samples{
    Sample{SnapshotModel::Size, u"200.00 GiB", u"200.00 GiB", u"200.00 GiB"},
    Sample{SnapshotModel::PerMonth, u"€ 12.00", u"€ 12.00", u"€ 12.00"},
    Sample{SnapshotModel::Status, u"creating 42 %", u"creating 42 %", u"creating 42 %", iconRoom},
    Sample{SnapshotModel::Kind, u"Volume", u"Volume", u"Volume"},
    Sample{SnapshotModel::Location, u"Falkenstein", u"Falkenstein", u"Falkenstein"},
    Sample{SnapshotModel::Account, u"customers", u"customers", u"customer servers"},
    Sample{SnapshotModel::Timestamp, u"30 Sep 18:00 · 50 d", u"30 Sep 18:00 · 2 months",
           u"24 Dec 2025 18:00 · 10 months"},
    Sample{SnapshotModel::Source, u"web-assets", u"web-portal-2", u"customer-web-1"},
};

int widthFor(QStringView text, const Sample &sample)
{
    const QFontMetrics metrics(textFont(TextStyle::Body));
    return metrics.horizontalAdvance(text.toString()) + sample.extra + 2 * Metrics::gap + 2;
}

} // namespace

void SnapshotTable::resetColumns()
{
    m_isFitting = true;
    m_areColumnsChosen = false;
    m_isNameSized = false;
    for (int column = 0; column < SnapshotModel::ColumnCount; ++column) {
        m_header->moveSection(m_header->visualIndex(column), column);
        setColumnHidden(column, column == SnapshotModel::Account);
    }
    sizeColumns(0);
    m_isFitting = false;
}

/// Every column gets its least width, then what is left goes round in two turns.
void SnapshotTable::sizeColumns(int room)
{
    m_roomColumn = -1;
    for (const Sample &sample : samples) {
        m_header->resizeSection(
            sample.column,
            qMax(widthFor(sample.least, sample), m_header->labelWidth(sample.column)));
    }
    giveRoomToButtons();
    const auto grow = [this](int left, QStringView Sample::*from, QStringView Sample::*to) {
        for (const Sample &sample : samples) {
            if (!isColumnHidden(sample.column)) {
                const int more = widthFor(sample.*to, sample) - widthFor(sample.*from, sample);
                const int given = qBound(0, left, more);
                m_header->resizeSection(sample.column, columnWidth(sample.column) + given);
                left -= given;
            }
        }
    };
    grow(room - goodName - widthOfOthers(), &Sample::least, &Sample::good);
    grow(room - usualName - widthOfOthers(), &Sample::good, &Sample::usual);
}

void SnapshotTable::setSources(Sources sources)
{
    if (sources != m_sources) {
        m_sources = sources;
        fitColumns();
    }
}

void SnapshotTable::toggleColumn(int column, bool isShown)
{
    m_areColumnsChosen = true;
    setColumnHidden(column, !isShown);
    fitColumns();
}

int SnapshotTable::widthOfOthers() const
{
    int width = 0;
    for (int column = 0; column < SnapshotModel::ColumnCount; ++column) {
        if (column != SnapshotModel::Name && !isColumnHidden(column)) {
            width += columnWidth(column);
        }
    }
    return width;
}

/// Kind is told by the tabs, location and source by the details: they are the first to give way.
void SnapshotTable::chooseColumns(int room)
{
    constexpr std::array givingWay{SnapshotModel::Kind, SnapshotModel::Location,
                                   SnapshotModel::Source};
    for (const int column : givingWay) {
        setColumnHidden(column, m_sources == Sources::One);
    }
    sizeColumns(0);
    for (const int column : givingWay) {
        if (widthOfOthers() + goodName > room) {
            setColumnHidden(column, true);
        }
    }
    sizeColumns(room);
}

void SnapshotTable::fitColumns()
{
    if (m_isFitting) {
        return;
    }
    m_isFitting = true;
    const int width = viewport()->width();
    const ButtonText words = width >= roomForWords ? ButtonText::Beside : ButtonText::Hidden;
    for (RowActions *actions : {m_currentActions, m_hoverActions}) {
        actions->setButtonText(words);
    }
    if (!m_areColumnsChosen) {
        chooseColumns(width);
    }
    giveRoomToButtons();
    m_delegate->setEdgeColumns(m_header->firstColumn(), m_header->lastColumn());
    if (!m_isNameSized) {
        const int others = widthOfOthers();
        m_header->resizeSection(SnapshotModel::Name, qMax(leastName, width - others));
    }
    m_isFitting = false;
    updateRowActions();
    viewport()->update();
}

/// The last section carries the room of the rows' buttons on top of its own width.
void SnapshotTable::giveRoomToButtons()
{
    const int room = m_currentActions->sizeHint().width();
    const int last = m_header->lastColumn();
    if (last != m_roomColumn || room != m_buttonsRoom) {
        if (m_roomColumn >= 0) {
            m_header->resizeSection(m_roomColumn, columnWidth(m_roomColumn) - m_buttonsRoom);
        }
        m_header->resizeSection(last, columnWidth(last) + room);
        m_roomColumn = last;
        m_buttonsRoom = room;
    }
    m_header->setTrailingRoom(room);
    m_delegate->setTrailingRoom(room);
}

} // namespace Views
