// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/closing.h"

#include "items/operationsmodel.h"
#include "items/operationtext.h"
#include "items/removals.h"
#include "views/operations/undobar.h"

#include <QGuiApplication>
#include <QSettings>
#include <QWidget>

#include <algorithm>
#include <chrono>
#include <utility>

namespace Views {

using Domain::Operation;
using Items::OperationsModel;

namespace {

constexpr std::chrono::seconds longestSending(5);

/// Whether the provider has it, or will never get it.
bool isOutOfHand(const Operation &operation)
{
    const bool isBegun = operation.current >= 0 && operation.current < operation.steps.size()
        && operation.steps.at(operation.current).state == Domain::Step::State::Following;
    return operation.isOver() || isBegun;
}

} // namespace

Closing::Closing(const MainWindowServices &services, UndoBar &undoBar, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_undoBar(undoBar)
    , m_window(window)
{
    m_longest.setSingleShot(true);
    m_longest.setInterval(longestSending);
    connect(&m_longest, &QTimer::timeout, this, &Closing::settle);
    connect(&services.operations, &OperationsModel::dataChanged, this, &Closing::look);
    connect(&services.operations, &OperationsModel::rowsRemoved, this, &Closing::look);
    connect(&undoBar, &UndoBar::waitingChanged, this, &Closing::askAnew);
}

void Closing::setQuitting()
{
    m_isQuitting = true;
}

bool Closing::mayClose()
{
    const bool isQuitting = std::exchange(m_isQuitting, false);
    // At the end of the desktop's session nobody is there to answer.
    if (m_isSettled || qGuiApp->isSavingSession()) {
        return true;
    }
    if (m_dialog && m_dialog->isVisible()) {
        m_dialog->raise();
        return false;
    }
    OpenWork work = openWork();
    if (isQuitting) {
        work.hiding = OpenWork::Hiding::Impossible;
    }
    if (work.removals == 0 && work.running.isEmpty()) {
        return true;
    }
    const ClosingRule rule = readPreferences(m_services.settings).closing;
    if (rule == ClosingRule::KeepRunning && work.hiding == OpenWork::Hiding::Possible) {
        Q_EMIT hideRequested();
        return false;
    }
    if (rule == ClosingRule::Close && work.removals == 0) {
        return true;
    }
    ask(work);
    return false;
}

OpenWork Closing::openWork() const
{
    OpenWork work;
    work.removals = int(m_undoBar.waiting().size());
    for (const Operation &operation : m_services.operations.all()) {
        if (!operation.isOver() && !Items::waitsForUndo(operation)) {
            work.running.append(
                tr("%1: %2", "resource and what is done")
                    .arg(Items::operationTitle(operation), Items::operationText(operation)));
        }
    }
    const bool canHide = m_services.canHide && m_services.canHide();
    work.hiding = canHide ? OpenWork::Hiding::Possible : OpenWork::Hiding::Impossible;
    return work;
}

void Closing::ask(const OpenWork &work)
{
    auto *dialog = new ClosingDialog(work, m_window); // deletes itself when it closes
    m_dialog = dialog;
    m_question = dialog;
    connect(dialog, &ClosingDialog::removeChosen, this, &Closing::send);
    connect(dialog, &ClosingDialog::dropChosen, this, &Closing::drop);
    connect(dialog, &ClosingDialog::closeChosen, this, [this](ClosingDialog::Remember answer) {
        remember(answer, ClosingRule::Close);
        settle();
    });
    connect(dialog, &ClosingDialog::hideChosen, this, [this](ClosingDialog::Remember answer) {
        remember(answer, ClosingRule::KeepRunning);
        Q_EMIT hideRequested();
    });
    dialog->open();
}

void Closing::remember(ClosingDialog::Remember remember, ClosingRule rule)
{
    if (remember == ClosingDialog::Remember::Yes) {
        Preferences preferences = readPreferences(m_services.settings);
        preferences.closing = rule;
        storePreferences(preferences, m_services.settings);
    }
}

void Closing::send()
{
    const QList<Domain::OperationId> operations = m_undoBar.waiting();
    auto *dialog = new SendingDialog(int(operations.size()), int(longestSending.count()), m_window);
    m_dialog = dialog;
    connect(dialog, &SendingDialog::closeNowClicked, this, &Closing::settle);
    connect(dialog, &QDialog::rejected, this, [this] {
        m_awaited.clear();
        m_longest.stop();
    });
    dialog->open();
    m_undoBar.sendNow();
    waitFor(operations);
}

void Closing::drop()
{
    const QList<Domain::OperationId> operations = m_undoBar.waiting();
    m_undoBar.undo();
    waitFor(operations);
}

void Closing::waitFor(const QList<Domain::OperationId> &operations)
{
    m_awaited = operations;
    m_longest.start();
    if (m_awaited.isEmpty()) {
        settle(); // their time was over while the question stood
    } else {
        look();
    }
}

/// Their time may end while the question stands: then it is another question.
void Closing::askAnew()
{
    if (!m_question || !m_question->isVisible()) {
        return;
    }
    m_question->reject();
    m_dialog = nullptr;
    const OpenWork work = openWork();
    if (work.removals == 0 && work.running.isEmpty()) {
        settle();
    } else {
        ask(work);
    }
}

void Closing::look()
{
    if (m_awaited.isEmpty()) {
        return;
    }
    const OperationsModel &model = m_services.operations;
    m_awaited.removeIf([&model](const Domain::OperationId &id) {
        const Operation *operation = model.operation(model.indexOf(id));
        return !operation || isOutOfHand(*operation);
    });
    if (m_awaited.isEmpty()) {
        settle();
    }
}

void Closing::settle()
{
    m_longest.stop();
    m_awaited.clear();
    m_isSettled = true;
    if (m_dialog) {
        m_dialog->hide();
        m_dialog->deleteLater();
    }
    Q_EMIT settled();
    m_isSettled = false; // the window has closed, or somebody else held it open
}

} // namespace Views
