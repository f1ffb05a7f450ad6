// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/operations/operationsstrip.h"

#include "items/operationsmodel.h"
#include "items/removals.h"
#include "views/common/hairline.h"
#include "views/common/theme.h"
#include "views/operations/operationrow.h"
#include "views/operations/removalsrow.h"

#include <QEvent>
#include <QScrollArea>
#include <QSet>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using Domain::OperationId;
using Items::OperationsModel;

namespace Views {

namespace {

constexpr int mostHeight = 220;

QWidget *widgetOf(OperationRow *one, RemovalsRow *several)
{
    return one ? static_cast<QWidget *>(one) : several;
}

bool isAlarming(const OperationRow *one, const RemovalsRow *several)
{
    return one ? one->isAlarming() : several->isAlarming();
}

} // namespace

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
            [this](const QModelIndex &, int first, int last) { sync(first, last); });
    connect(&model, &OperationsModel::rowsRemoved, this, [this] { sync(0, -1); });
    connect(&model, &OperationsModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                sync(first.row(), last.row());
            });
    connect(&model, &OperationsModel::modelReset, this,
            [this] { sync(0, m_model.rowCount() - 1); });
    sync(0, m_model.rowCount() - 1);
}

/// Rows from first to last have come or changed. Which line shows them may have changed with them.
void OperationsStrip::sync(int first, int last)
{
    QSet<OperationId> changed;
    for (int row = first; row <= last; ++row) {
        changed.insert(m_model.all().at(row).id);
    }
    QSet<const QWidget *> calm;
    for (const Line &line : std::as_const(m_lines)) {
        if (!isAlarming(line.one, line.several)) {
            calm.insert(widgetOf(line.one, line.several));
        }
    }
    const qsizetype before = m_lines.size();
    placeLines(Items::stripEntries(m_model.all()));
    for (const Line &line : std::as_const(m_lines)) {
        const auto hasChanged = [&changed](const OperationId &id) {
            return changed.contains(id);
        };
        // What a later operation sees to is not offered any more.
        const bool mayOffer = line.one && line.one->isAlarming();
        if (mayOffer || line.several || std::ranges::any_of(line.operations, hasChanged)) {
            showLine(line);
        }
    }
    fit();
    for (const Line &line : std::as_const(m_lines)) {
        QWidget *widget = widgetOf(line.one, line.several);
        if (isAlarming(line.one, line.several) && calm.contains(widget)) {
            reveal(widget);
        }
    }
    if (m_lines.size() > before) {
        reveal(widgetOf(m_lines.constLast().one, m_lines.constLast().several));
    }
}

/// The widgets stay with what they show, as far as it is still shown.
void OperationsStrip::placeLines(const QList<QList<OperationId>> &entries)
{
    QList<Line> before = std::exchange(m_lines, {});
    for (const QList<OperationId> &operations : entries) {
        const qsizetype place = m_lines.size();
        Line line = takeLine(before, operations);
        if (!line.one && !line.several) {
            line = makeLine(operations);
        }
        line.operations = operations;
        QWidget *widget = widgetOf(line.one, line.several);
        if (m_column->indexOf(widget) != int(place)) {
            m_column->removeWidget(widget);
            m_column->insertWidget(int(place), widget);
        }
        widget->show();
        m_lines.append(line);
    }
    for (const Line &line : std::as_const(before)) {
        QWidget *widget = widgetOf(line.one, line.several);
        m_column->removeWidget(widget);
        widget->hide();
        widget->deleteLater(); // it may be the sender
    }
}

OperationsStrip::Line OperationsStrip::takeLine(QList<Line> &lines,
                                                const QList<OperationId> &operations)
{
    const bool isOne = operations.size() == 1;
    const auto found = std::ranges::find_if(lines, [&](const Line &line) {
        const bool isOfKind = isOne ? line.one != nullptr : line.several != nullptr;
        return isOfKind && std::ranges::any_of(line.operations, [&](const OperationId &id) {
                   return operations.contains(id);
               });
    });
    if (found == lines.end()) {
        return {};
    }
    Line line = *found;
    lines.erase(found);
    return line;
}

OperationsStrip::Line OperationsStrip::makeLine(const QList<OperationId> &operations)
{
    Line line;
    line.operations = operations;
    if (operations.size() > 1) {
        line.several = new RemovalsRow(m_area->widget());
        connect(line.several, &RemovalsRow::cancelClicked, this, &OperationsStrip::cancelClicked);
        connect(line.several, &RemovalsRow::dismissClicked, this, &OperationsStrip::dismissClicked);
        connect(line.several, &RemovalsRow::tryAgainClicked, this,
                &OperationsStrip::removeAgainClicked);
    } else {
        line.one = new OperationRow(m_area->widget());
        connect(line.one, &OperationRow::cancelClicked, this, &OperationsStrip::cancelClicked);
        connect(line.one, &OperationRow::dismissClicked, this, &OperationsStrip::dismissClicked);
        connect(line.one, &OperationRow::startServerClicked, this,
                &OperationsStrip::startServerClicked);
        connect(line.one, &OperationRow::rollBackAgainClicked, this,
                &OperationsStrip::rollBackAgainClicked);
    }
    showLine(line);
    return line;
}

void OperationsStrip::showLine(const Line &line)
{
    if (line.one) {
        line.one->show(m_model, m_model.indexOf(line.operations.constFirst()).row());
        return;
    }
    QList<Domain::Operation> removals;
    for (const OperationId &id : line.operations) {
        if (const Domain::Operation *removal = m_model.operation(m_model.indexOf(id))) {
            removals.append(*removal);
        }
    }
    line.several->show(removals);
}

void OperationsStrip::reveal(QWidget *line)
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
    setVisible(!m_lines.isEmpty());
    const int width = m_area->viewport()->width();
    const int wanted = m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width)
                                                     : m_column->sizeHint().height();
    m_area->setFixedHeight(qMin(wanted, mostHeight));
}

} // namespace Views
