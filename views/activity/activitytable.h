// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTableView>

namespace Items {
class ActivityFilter;
}

namespace Views {

class ActivityDelegate;
class SnapshotHeader;

/// The table of what was done. A double click or Enter asks for the details of the row. What has
/// no room in a narrow window is in the details.
class ActivityTable : public QTableView
{
    Q_OBJECT

public:
    /// The filter must outlive the table.
    explicit ActivityTable(Items::ActivityFilter &filter, QWidget *parent = nullptr);

Q_SIGNALS:
    void currentRowChanged();
    void openRequested();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void setUpHeader();
    void fitColumns();
    void setHoveredRow(int row);

    ActivityDelegate *m_delegate;
    SnapshotHeader *m_header;
    int m_hoveredRow = -1;
};

} // namespace Views
