// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/snapshotrow.h"

#include <QTableWidget>

namespace Views {

/// What is about to be removed, line by line: name, source, age, size, price.
class RemoveList : public QTableWidget
{
    Q_OBJECT

public:
    RemoveList(const QList<Items::SnapshotRow> &rows, const QDateTime &now, QWidget *parent);

private:
    void addRow(int row, const Items::SnapshotRow &snapshot, const QDateTime &now);
};

} // namespace Views
