// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/notifier.h"

#include "app/desktopmessages.h"
#include "items/operationsmodel.h"

#include <chrono>
#include <utility>

namespace App {

using Items::OperationsModel;

namespace {
/// In which the ends of one piece of work come together.
constexpr std::chrono::milliseconds gatheringTime(800);
} // namespace

Notifier::Notifier(const OperationsModel &operations, DesktopMessages &messages, IsWanted isWanted,
                   QObject *parent)
    : QObject(parent)
    , m_operations(operations)
    , m_messages(messages)
    , m_isWanted(std::move(isWanted))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(gatheringTime);
    connect(&m_pause, &QTimer::timeout, this, &Notifier::tell);
    connect(&operations, &OperationsModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { look(first, last); });
    connect(&operations, &OperationsModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                look(first.row(), last.row());
            });
}

/// One that was over when it came was refused at once, before the eyes of who asked for it.
void Notifier::look(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const Domain::Operation &operation = m_operations.all().at(row);
        if (!operation.isOver()) {
            m_open.insert(operation.id);
        } else if (m_open.remove(operation.id) && Items::isWorthTelling(operation)
                   && m_isWanted()) {
            m_ended.append(operation);
            m_pause.start();
        }
    }
}

void Notifier::tell()
{
    const QList<Domain::Operation> ended = std::exchange(m_ended, {});
    m_messages.show(Items::operationNews(ended));
}

} // namespace App
