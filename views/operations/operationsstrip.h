// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/id.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace Items {
class OperationsModel;
}

namespace Views {

class OperationRow;

/// The operations below the table, newest last. Takes as much height as it needs, up to a limit,
/// and none when nothing is going on.
class OperationsStrip : public QWidget
{
    Q_OBJECT

public:
    explicit OperationsStrip(const Items::OperationsModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void cancelClicked(const Domain::OperationId &id);
    void dismissClicked(const Domain::OperationId &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void updateRows(int first, int last);
    void rebuild();
    void fit();

    const Items::OperationsModel &m_model;
    QScrollArea *m_area;
    QList<OperationRow *> m_rows;
    QVBoxLayout *m_column;
};

} // namespace Views
