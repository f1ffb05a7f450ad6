// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/application.h"
#include "app/session.h"
#include "gui/keys.h"
#include "inventory/inventory.h"
#include "items/snapshotmodel.h"
#include "operations/operationrunner.h"
#include "views/mainwindow/mainwindow.h"

#include <QAction>
#include <QLabel>
#include <QTableView>

#include <algorithm>

/// The whole program on a real cloud, used by keys alone, with nothing of the user's own.
namespace Real {

using namespace Qt::StringLiterals;

class Window
{
public:
    Window()
        : m_session(App::Session::passing().value())
        , m_application(std::make_unique<App::Application>(*m_session, App::CommandLine()))
    {
    }

    [[nodiscard]] bool start()
    {
        m_application->start();
        return QTest::qWaitForWindowActive(&window());
    }
    /// Ends the program and begins it again, with what it wrote down.
    [[nodiscard]] bool restart()
    {
        m_application.reset();
        m_application = std::make_unique<App::Application>(*m_session, App::CommandLine());
        return start();
    }

    [[nodiscard]] Views::MainWindow &window() const { return m_application->window(); }
    [[nodiscard]] App::Application &application() const { return *m_application; }
    [[nodiscard]] QString folder() const { return m_session->stateFolder(); }

    [[nodiscard]] const Inventory::AccountInventory *account() const
    {
        const QList<Domain::AccountId> ids = m_application->inventory().accounts();
        return ids.isEmpty() ? nullptr : m_application->inventory().find(ids.constFirst());
    }
    [[nodiscard]] bool isFresh() const
    {
        return account() && account()->freshness == Inventory::Freshness::Fresh;
    }
    [[nodiscard]] const Items::SnapshotRow *rowNamed(const QString &name) const
    {
        const Items::SnapshotModel &rows = m_application->snapshots();
        for (int i = 0; i < rows.rowCount(); ++i) {
            const Items::SnapshotRow *row = rows.row(rows.index(i, 0));
            if (row->snapshot.name == name) {
                return row;
            }
        }
        return nullptr;
    }
    [[nodiscard]] bool hasReady(const QString &snapshot) const
    {
        const Items::SnapshotRow *row = rowNamed(snapshot);
        return row && row->snapshot.status == Domain::SnapshotStatus::Ready;
    }
    [[nodiscard]] const Domain::Operation *newestOperation() const
    {
        const QList<Domain::Operation> &all = m_application->runner().operations();
        return all.isEmpty() ? nullptr : &all.constLast();
    }
    [[nodiscard]] bool isOver(Domain::OperationKind kind) const
    {
        const Domain::Operation *newest = newestOperation();
        return newest && newest->kind == kind && newest->isOver();
    }

    /// What a control that is to be seen says; of several, the last one's.
    [[nodiscard]] QString textOf(const QString &label) const
    {
        QString text;
        for (const QWidget *widget : window().findChildren<QWidget *>(label)) {
            if (widget->isVisible()) {
                text = widget->accessibleName();
                if (const auto *shown = qobject_cast<const QLabel *>(widget)) {
                    text = shown->text();
                }
            }
        }
        return text;
    }
    [[nodiscard]] bool sees(const QString &name) const
    {
        return std::ranges::any_of(window().findChildren<QWidget *>(name), &QWidget::isVisible);
    }
    [[nodiscard]] QDialog *dialog() const { return Gui::openDialog(window()); }
    [[nodiscard]] QString title() const { return dialog() ? dialog()->windowTitle() : QString(); }
    [[nodiscard]] bool waitForDialog(const QString &name) const
    {
        return Gui::waitForDialog(window(), name);
    }
    /// Every dialog is closed, and the window has the focus.
    [[nodiscard]] bool waitForWindow() const
    {
        return Gui::waitForWindow(window(), std::chrono::minutes(3));
    }
    /// Empty where it can be done; else what its tooltip says.
    [[nodiscard]] QString whyNot(const QString &action) const
    {
        const auto *found = window().findChild<QAction *>(action);
        return !found || found->isEnabled() ? QString() : found->toolTip();
    }

    /// From the search field to the one row that is left.
    [[nodiscard]] bool goToRow(const QString &snapshot) const
    {
        Gui::press(Qt::Key_F, Qt::ControlModifier);
        Gui::press(Qt::Key_A, Qt::ControlModifier);
        Gui::type(u'"' + snapshot + u'"');
        const auto isAlone = [&] {
            return rowNamed(snapshot) && m_application->snapshots().rowCount() == 1;
        };
        if (!QTest::qWaitFor(isAlone)) {
            return false;
        }
        Gui::press(Qt::Key_Return);
        const auto *table = qobject_cast<QTableView *>(QApplication::focusWidget());
        if (!table || table->objectName() != "snapshotTable"_L1) {
            return false;
        }
        Gui::press(Qt::Key_Home);
        Gui::press(Qt::Key_Space);
        return table->selectionModel()->hasSelection();
    }

private:
    std::unique_ptr<App::Session> m_session;
    std::unique_ptr<App::Application> m_application;
};

} // namespace Real
