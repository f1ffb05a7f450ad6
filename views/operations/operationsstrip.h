// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"

#include <QPointer>
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
    void startServerClicked(const Domain::ResourceKey &server);
    void rollBackAgainClicked(const Domain::SnapshotKey &snapshot);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void insertRows(int first, int last);
    void removeRows(int first, int last);
    void updateRows(int first, int last);
    void updateOffersBefore(int row);
    void reveal(OperationRow *line);
    void rebuild();
    void fit();

    const Items::OperationsModel &m_model;
    QScrollArea *m_area;
    QList<OperationRow *> m_rows;
    QVBoxLayout *m_column;
    QPointer<OperationRow> m_toReveal; ///< once the layout has given it its height
};

} // namespace Views
