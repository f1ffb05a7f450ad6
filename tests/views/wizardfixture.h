// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/operationsdesk.h"
#include "items/choicerole.h"
#include "operations/operationrunner.h"
#include "support/portal.h"
#include "views/wizard/takewizard.h"
#include "windowfixture.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QWindow>

/// The wizard on a real window, inventory and runner; the provider answers what the test says.
namespace WizardFixture {

using namespace Qt::StringLiterals;

inline Fixture::Holdings portalHoldings()
{
    Fixture::Holdings holdings;
    holdings.locations = Portal::locations();
    holdings.projects = Portal::projects();
    holdings.resources = Portal::resources();
    holdings.snapshots = Portal::snapshots();
    holdings.prices = Portal::prices();
    holdings.identity = Portal::identity();
    return holdings;
}

class Wizard
{
public:
    Wizard()
    {
        w.account = Portal::office();
        w.provider.rules = Portal::capabilities();
        QObject::connect(w.window.get(), &Views::MainWindow::takeRequested, &desk,
                         &App::OperationsDesk::take);
        QObject::connect(w.window.get(), &Views::MainWindow::dismissOperationRequested,
                         &w.operations,
                         [this](const Domain::OperationId &id) { w.operations.remove(id); });
    }

    /// Loads what the operator has and opens the wizard, by its keys.
    [[nodiscard]] bool open(const Fixture::Holdings &holdings = portalHoldings())
    {
        if (!w.load(holdings)) {
            return false;
        }
        QTest::keySequence(w.window->windowHandle(), QKeySequence(u"Ctrl+N"_s));
        return QTest::qWaitFor([this] { return isOpen(); })
            && QTest::qWaitForWindowActive(dialog());
    }

    /// Opens it for one server or volume.
    [[nodiscard]] bool openFor(const Domain::ResourceKey &source,
                               const Fixture::Holdings &holdings = portalHoldings())
    {
        if (!w.load(holdings)) {
            return false;
        }
        w.find<QAbstractItemView>(u"resourceTree"_s)->setCurrentIndex(w.tree.indexOf(source));
        w.action(u"actionTakeInSteps"_s).trigger();
        return QTest::qWaitFor([this] { return isOpen(); })
            && QTest::qWaitForWindowActive(dialog());
    }

    [[nodiscard]] Views::TakeWizard *dialog() const
    {
        return qobject_cast<Views::TakeWizard *>(w.dialog());
    }
    [[nodiscard]] bool isOpen() const { return dialog() && dialog()->isVisible(); }

    template <class T = QWidget>
    [[nodiscard]] T *find(const QString &name) const
    {
        return dialog()->findChild<T *>(name);
    }

    [[nodiscard]] bool sees(const QString &name) const
    {
        const QWidget *widget = find(name);
        return widget && widget->isVisible();
    }

    [[nodiscard]] QString title() const { return dialog()->windowTitle(); }
    [[nodiscard]] QString text(const QString &label) const
    {
        return sees(label) ? find<QLabel>(label)->text() : QString();
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(dialog()->windowHandle(), key, modifiers);
    }
    /// Where the focus is.
    void type(const QString &text) const
    {
        for (const char32_t character : text.toUcs4()) {
            QKeyEvent down(QEvent::KeyPress, 0, Qt::NoModifier, QString::fromUcs4(&character, 1));
            QCoreApplication::sendEvent(dialog()->focusWidget(), &down);
        }
    }
    void typeName(const QString &name) const
    {
        find<QLineEdit>(u"wizardName"_s)->setFocus();
        find<QLineEdit>(u"wizardName"_s)->selectAll();
        press(Qt::Key_Delete);
        type(name);
    }
    void click(const QString &name) const { QTest::mouseClick(find(name), Qt::LeftButton); }
    void choose(const QString &list, const QString &text) const
    {
        auto *view = find<QAbstractItemView>(list);
        const QModelIndexList found = view->model()->match(
            view->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly);
        QVERIFY2(!found.isEmpty(), qPrintable(text));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->visualRect(found.constFirst()).center());
    }
    /// The rows of a list that is shown; the chosen one in brackets.
    [[nodiscard]] QString chosen(const QString &list) const
    {
        const auto *view = find<QAbstractItemView>(list);
        const QModelIndexList rows = view->selectionModel()->selectedRows();
        return rows.isEmpty() ? QString() : rows.constFirst().data().toString();
    }
    /// Through the pages by Enter, until one with this title is there.
    [[nodiscard]] bool goOnTo(const QString &wanted) const
    {
        for (int i = 0; i < 6 && title() != wanted; ++i) {
            press(Qt::Key_Return);
        }
        return title() == wanted;
    }

    [[nodiscard]] const Domain::TakeSnapshot *sent() const
    {
        return w.provider.requests.empty()
            ? nullptr
            : std::get_if<Domain::TakeSnapshot>(&w.provider.requests.back().argument);
    }
    void accept() const
    {
        Domain::Accepted accepted;
        accepted.task.request = w.provider.requests.back().argument;
        w.provider.requests.back().answer(accepted);
    }
    void refuse(Domain::ErrorKind kind, const QString &field = {}) const
    {
        Domain::Error error;
        error.kind = kind;
        error.message = u"words of the vendor"_s;
        error.httpStatus = 422;
        if (!field.isEmpty()) {
            error.fields = {{field, u"words on the field"_s}};
        }
        w.provider.requests.back().refuse(error);
    }

    Fixture::Window w;
    Operations::OperationRunner runner{
        [this](const Domain::AccountId &account) { return w.inventory.provider(account); },
        w.clock};
    App::OperationsDesk desk{w.inventory, runner, w.operations, w.snapshots, w.clock};
};

} // namespace WizardFixture
