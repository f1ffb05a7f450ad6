// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>

class QMenu;

namespace Views {

/// The table's header: a click sorts, a drag moves, the context menu chooses the columns. The last
/// section keeps free the room that the rows need for their buttons.
class SnapshotHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit SnapshotHeader(QWidget *parent);

    void setTrailingRoom(int pixels);
    [[nodiscard]] int firstColumn() const; ///< logical index of the first section that is shown
    [[nodiscard]] int lastColumn() const;
    /// Width of the section's label with its sort arrow.
    [[nodiscard]] int labelWidth(int column) const;
    void fillColumnsMenu(QMenu *menu);

Q_SIGNALS:
    void columnToggled(int column, bool isShown);
    void resetRequested();

protected:
    void paintSection(QPainter *painter, const QRect &rectangle, int column) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    [[nodiscard]] QSize sectionSizeFromContents(int column) const override;

private:
    int m_trailingRoom = 0;
};

} // namespace Views
