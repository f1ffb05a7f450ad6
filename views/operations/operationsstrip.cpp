// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/operations/operationsstrip.h"

#include "items/operationsmodel.h"
#include "views/common/hairline.h"
#include "views/common/theme.h"
#include "views/operations/operationrow.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Items::OperationsModel;

namespace Views {

namespace {
constexpr int mostHeight = 220;
}

OperationsStrip::OperationsStrip(const OperationsModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_area(new QScrollArea(this))
{
    setObjectName(u"operationsStrip"_s);
    setAccessibleName(tr("Operations"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, Metrics::space, 0, Metrics::space);
    m_column->setSpacing(0);
    m_area->setWidget(content);
    content->installEventFilter(this);
    auto *parts = new QVBoxLayout(this);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    parts->addWidget(new Hairline(Qt::Horizontal, this));
    parts->addWidget(m_area);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&model, &OperationsModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { insertRows(first, last); });
    connect(&model, &OperationsModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { removeRows(first, last); });
    connect(&model, &OperationsModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                updateRows(first.row(), last.row());
            });
    connect(&model, &OperationsModel::modelReset, this, &OperationsStrip::rebuild);
    rebuild();
}

void OperationsStrip::rebuild()
{
    qDeleteAll(m_rows);
    m_rows.clear();
    insertRows(0, m_model.rowCount() - 1);
    fit();
}

void OperationsStrip::insertRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        auto *line = new OperationRow(m_area->widget());
        connect(line, &OperationRow::cancelClicked, this, &OperationsStrip::cancelClicked);
        connect(line, &OperationRow::dismissClicked, this, &OperationsStrip::dismissClicked);
        connect(line, &OperationRow::startServerClicked, this,
                &OperationsStrip::startServerClicked);
        connect(line, &OperationRow::rollBackAgainClicked, this,
                &OperationsStrip::rollBackAgainClicked);
        m_rows.insert(row, line);
        m_column->insertWidget(row, line);
        line->show(m_model, row);
        line->show();
    }
    fit();
    updateOffersBefore(first);
    if (last >= first && last == m_rows.size() - 1) {
        reveal(m_rows.constLast());
    }
}

void OperationsStrip::removeRows(int first, int last)
{
    for (int row = last; row >= first; --row) {
        OperationRow *line = m_rows.takeAt(row);
        m_column->removeWidget(line);
        line->hide();
        line->deleteLater(); // it may be the sender
    }
    fit();
}

void OperationsStrip::updateRows(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        OperationRow *line = m_rows.at(row);
        const bool wasAlarming = line->isAlarming();
        line->show(m_model, row);
        if (line->isAlarming() && !wasAlarming) {
            reveal(line);
        }
    }
    updateOffersBefore(first);
}

/// What a later operation sees to is not offered any more.
void OperationsStrip::updateOffersBefore(int row)
{
    for (int earlier = 0; earlier < row; ++earlier) {
        if (m_rows.at(earlier)->isAlarming()) {
            m_rows.at(earlier)->show(m_model, earlier);
        }
    }
}

void OperationsStrip::reveal(OperationRow *line)
{
    m_toReveal = line;
    m_area->ensureWidgetVisible(line, 0, 0);
}

bool OperationsStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize) {
        fit();
    }
    if (event->type() == QEvent::Resize && m_toReveal) {
        // Queued: the rows are laid out after their column was resized.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_toReveal) {
                    m_area->ensureWidgetVisible(m_toReveal, 0, 0);
                    m_toReveal = nullptr;
                }
            },
            Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

void OperationsStrip::fit()
{
    setVisible(!m_rows.isEmpty());
    const int width = m_area->viewport()->width();
    const int wanted = m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width)
                                                     : m_column->sizeHint().height();
    m_area->setFixedHeight(qMin(wanted, mostHeight));
}

} // namespace Views
