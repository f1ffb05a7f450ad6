// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"
#include "views/snapshots/rowactions.h"

#include <QTableView>

#include <functional>

class QSettings;

namespace Items {
class SnapshotModel;
}

namespace Views {

class SnapshotDelegate;
class SnapshotHeader;

/// The table of snapshots. The name takes the room that the other columns leave; columns that are
/// told elsewhere too give way when there is little room, until the person chooses columns.
class SnapshotTable : public QTableView
{
    Q_OBJECT

public:
    using ReasonsOf = std::function<RowReasons(const Domain::SnapshotKey &)>;
    SnapshotTable(Items::SnapshotModel &model, ReasonsOf reasonsOf, QWidget *parent = nullptr);

    [[nodiscard]] QList<Domain::SnapshotKey> selectedKeys() const;
    [[nodiscard]] SnapshotHeader *columns() const { return m_header; }
    void select(const Domain::SnapshotKey &key);
    /// Of one server or volume, every row would name it, its kind and its place, which the page
    /// tells: the name gets that room.
    enum class Sources { Many, One };
    void setSources(Sources sources);
    /// Asks again why the buttons of the rows are disabled, and puts them in their places.
    void updateRowActions();

    /// A small button at the trailing end of the header, in the room above the rows' buttons.
    void setHeaderButton(QWidget *button);

    void saveState(QSettings &settings) const;
    void restoreState(const QSettings &settings);

Q_SIGNALS:
    void selectedKeysChanged();
    void rollBackClicked(const Domain::SnapshotKey &key);
    void removeClicked(const Domain::SnapshotKey &key);
    /// In global coordinates; by pointer or key.
    void menuRequested(const QPoint &position);

protected:
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpHeader();
    void resetColumns();
    void sizeColumns(int room);
    void toggleColumn(int column, bool isShown);
    void fitColumns();
    void chooseColumns(int room);
    void giveRoomToButtons();
    void placeHeaderButton();
    [[nodiscard]] int widthOfOthers() const;
    void setHoveredRow(int row);
    void place(RowActions *actions, int row);
    void updateRow(int row);

    Items::SnapshotModel &m_model;
    ReasonsOf m_reasonsOf;
    SnapshotDelegate *m_delegate;
    SnapshotHeader *m_header;
    RowActions *m_currentActions;
    RowActions *m_hoverActions;
    QWidget *m_headerButton = nullptr;
    int m_hoveredRow = -1;
    int m_roomColumn = -1; ///< whose width has m_buttonsRoom in it
    int m_buttonsRoom = 0;
    Sources m_sources = Sources::Many;
    bool m_areColumnsChosen = false;
    bool m_isNameSized = false; ///< by hand: then it no longer takes what the others leave
    bool m_isFitting = false;
};

} // namespace Views
