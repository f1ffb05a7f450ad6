// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/servers/createserverdialog.h"

#include "app/operationsdesk.h"
#include "operations/operationrunner.h"
#include "support/sshkeys.h"
#include "views/common/factsgrid.h"
#include "windowfixture.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QWindow>

using namespace Domain;
using namespace Fixture;
using Operations::CreateServerOrder;

namespace {

ServerType type(const QString &name, qint64 disk, qint64 cents)
{
    return {{name},
            name,
            2,
            4 * gigabyte,
            disk * gigabyte,
            u"x86"_s,
            {{{u"fsn1"_s}, true, UnitPrice{{cents * 10'000'000, u"EUR"_s}, PriceUnit::PerMonth}}}};
}

QList<ServerType> types()
{
    return {type(u"cx22"_s, 40, 379), type(u"cx32"_s, 80, 680), type(u"cx12"_s, 20, 249)};
}

/// A window whose account makes servers, and the dialog that was opened for "before upgrade".
class Asked
{
public:
    Asked()
    {
        w.provider.rules.createServer.isPossible = true;
        QObject::connect(w.window.get(), &Views::MainWindow::createServerRequested, &desk,
                         &App::OperationsDesk::createServer);
        QObject::connect(&desk, &App::OperationsDesk::passwordArrived, w.window.get(),
                         &Views::MainWindow::showPassword);
    }

    [[nodiscard]] bool open(const Holdings &holdings = {})
    {
        if (!w.load(holdings)) {
            return false;
        }
        w.window->selectSnapshot(snapshotKey(u"100"_s));
        QTest::keySequence(w.window->windowHandle(), QKeySequence(u"Ctrl+D"_s));
        return QTest::qWaitFor([this] { return dialog() != nullptr; })
            && QTest::qWaitForWindowActive(dialog());
    }
    [[nodiscard]] bool openWithTypes(const Holdings &holdings = {})
    {
        if (!open(holdings)) {
            return false;
        }
        answer(types());
        return true;
    }
    void answer(const QList<ServerType> &list) const
    {
        w.provider.serverTypeLists.back().answer(list);
        QCoreApplication::processEvents();
    }

    [[nodiscard]] Views::CreateServerDialog *dialog() const
    {
        return qobject_cast<Views::CreateServerDialog *>(w.dialog());
    }
    template <class T = QWidget>
    [[nodiscard]] T *find(const QString &name) const
    {
        return dialog()->findChild<T *>(name);
    }
    [[nodiscard]] bool sees(const QString &name) const
    {
        return find(name) && find(name)->isVisible();
    }
    [[nodiscard]] QString text(const QString &name) const
    {
        return sees(name) ? find<QLabel>(name)->text() : QString();
    }
    /// What is said below the fields.
    [[nodiscard]] QStringList errors() const
    {
        QStringList errors;
        for (const QLabel *label : dialog()->findChildren<QLabel *>(u"fieldError"_s)) {
            if (label->isVisible()) {
                errors.append(label->text());
            }
        }
        return errors;
    }
    [[nodiscard]] QString whyNot() const
    {
        const QWidget *button = find(u"confirmButton"_s);
        return button->isEnabled() ? QString() : button->toolTip();
    }
    [[nodiscard]] QString chosen() const
    {
        const auto *view = find<QAbstractItemView>(u"createServerTypes"_s);
        const QModelIndexList rows = view->selectionModel()->selectedRows();
        return rows.isEmpty() ? u"none"_s : rows.constFirst().data().toString();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
    {
        QTest::keyClick(dialog()->windowHandle(), key, modifiers);
    }
    void paste(const QString &text) const
    {
        QGuiApplication::clipboard()->setText(text);
        find<QLineEdit>(u"createServerKey"_s)->paste();
    }
    [[nodiscard]] CreateServerOrder order() const
    {
        return requested.value(0).value(0).value<CreateServerOrder>();
    }

    Window w;
    Operations::OperationRunner runner{
        [this](const AccountId &account) { return w.inventory.provider(account); }, w.clock};
    App::OperationsDesk desk{w.inventory, runner, w.operations, w.snapshots, w.clock};
    QSignalSpy requested{w.window.get(), &Views::MainWindow::createServerRequested};
};

} // namespace

class CreateServerDialogTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

private Q_SLOTS:
    void ordersByTheKeysAlone()
    {
        Asked asked;
        QVERIFY(asked.openWithTypes());
        QCOMPARE(asked.dialog()->windowTitle(), u"New server from “before upgrade”"_s);
        QCOMPARE(asked.dialog()->focusWidget(), asked.find(u"createServerName"_s));
        QCOMPARE(asked.find<QLineEdit>(u"createServerName"_s)->text(), u"web-1-copy"_s);
        for (const QChar c : u"db-2"_s) { // takes the place of the proposal
            QTest::keyClick(asked.dialog()->focusWidget(), c.toLatin1());
        }
        asked.press(Qt::Key_Tab);
        QCOMPARE(asked.dialog()->focusWidget(), asked.find(u"createServerSearch"_s));
        QCOMPARE(asked.chosen(), u"cx22"_s);
        asked.press(Qt::Key_Down);
        QCOMPARE(asked.chosen(), u"cx32"_s);
        QCOMPARE(asked.text(u"createServerPrice"_s), u"€ 6.80 a month"_s);
        asked.press(Qt::Key_Return); // to the list, not yet the server
        QCOMPARE(asked.dialog()->focusWidget(), asked.find(u"createServerTypes"_s));
        QCOMPARE(asked.requested.count(), 0);
        asked.press(Qt::Key_Tab);
        asked.press(Qt::Key_Space);
        QCOMPARE(asked.requested.count(), 1);
        QCOMPARE(asked.order().name, u"db-2"_s);
        QCOMPARE(asked.order().type.id, ServerTypeId{u"cx32"_s});
        QCOMPARE(asked.order().location, LocationId{u"fsn1"_s});
        QCOMPARE(asked.order().snapshot.key, snapshotKey(u"100"_s));
        QCOMPARE(asked.order().source->key, serverKey(u"1"_s));
        QTRY_VERIFY(!asked.w.dialog());
    }

    void showsWhatDoesNotFitWithItsReason()
    {
        Asked asked;
        QVERIFY(asked.openWithTypes());
        auto *view = asked.find<QAbstractItemView>(u"createServerTypes"_s);
        QCOMPARE(view->model()->rowCount(), 3);
        view->setFocus();
        asked.press(Qt::Key_End);
        QCOMPARE(view->currentIndex().data().toString(), u"cx12"_s);
        QCOMPARE(asked.text(u"createServerTypeReason"_s), u"Too small: 40 GB needed."_s);
        QCOMPARE(asked.chosen(), u"cx22"_s);
        QCOMPARE(asked.whyNot(), QString());
    }

    void searchesAndNeverBuysWhatIsOutOfSight()
    {
        Asked asked;
        QVERIFY(asked.openWithTypes());
        auto *search = asked.find<QLineEdit>(u"createServerSearch"_s);
        QTest::keyClicks(search, u"cx32"_s);
        QCOMPARE(asked.chosen(), u"cx32"_s);
        QTest::keyClicks(search, u"0"_s);
        QCOMPARE(asked.chosen(), u"none"_s);
        QCOMPARE(asked.text(u"createServerTypeReason"_s), u"No server type matches the search."_s);
        QCOMPARE(asked.whyNot(), u"Choose a server type."_s);
        QVERIFY(!asked.sees(u"createServerPrice"_s));
        search->clear();
        QCOMPARE(asked.text(u"createServerTypeReason"_s), u"Choose a server type."_s);
    }

    void saysWhatIsWrongWithTheNameWhileItIsTyped()
    {
        Asked asked;
        asked.w.provider.rules.createServer.name = {true, true, 63, u"[a-z0-9-]+"_s};
        QVERIFY(asked.openWithTypes());
        auto *name = asked.find<QLineEdit>(u"createServerName"_s);
        name->selectAll();
        QTest::keyClicks(name, u"web-2"_s);
        QCOMPARE(asked.errors(), QStringList{u"The name “web-2” is in use already."_s});
        QCOMPARE(asked.whyNot(), u"The name “web-2” is in use already."_s);
        QVERIFY(name->accessibleDescription().contains(u"in use already"_s));
        QTest::keyClicks(name, u"0"_s);
        QCOMPARE(asked.errors(), QStringList());
        QCOMPARE(asked.whyNot(), QString());
    }

    void asksForTheLocationWhereThereAreSeveral()
    {
        Asked asked;
        Holdings holdings;
        holdings.locations.append({{u"hel1"_s}, u"hel1"_s, u"Helsinki"_s, u"FI"_s});
        QVERIFY(asked.openWithTypes(holdings));
        auto *place = asked.find<QComboBox>(u"createServerPlace"_s);
        QVERIFY(place->isVisible());
        QCOMPARE(place->currentText(), u"Falkenstein, Germany"_s);
        place->setFocus();
        asked.press(Qt::Key_Down);
        QCOMPARE(place->currentText(), u"Helsinki, Finland"_s);
        QCOMPARE(asked.chosen(), u"none"_s);
        asked.find(u"createServerTypes"_s)->setFocus();
        asked.press(Qt::Key_End);
        QCOMPARE(asked.text(u"createServerTypeReason"_s), u"Not sold in Helsinki."_s);
        QCOMPARE(asked.whyNot(),
                 u"No server type in Helsinki fits the snapshot. Each one says why; another "
                 "location may have one."_s);
    }

    void showsTheOneLocationWithoutAsking()
    {
        Asked asked;
        QVERIFY(asked.openWithTypes());
        QVERIFY(!asked.sees(u"createServerPlace"_s));
        QStringList values;
        for (const Views::Fact &fact :
             asked.find<Views::FactsGrid>(u"createServerFacts"_s)->facts()) {
            values.append(fact.value);
        }
        QCOMPARE(values.join(u"; "_s), u"shop; Falkenstein, Germany"_s);
    }

    void aPrivateKeyIsRefusedAndNeverKept()
    {
        Asked asked;
        asked.w.provider.rules.createServer.needsSshKey = true;
        QVERIFY(asked.openWithTypes());
        auto *key = asked.find<QLineEdit>(u"createServerKey"_s);
        QVERIFY(key->isVisible());
        QCOMPARE(asked.whyNot(), u"A public SSH key is needed."_s);
        asked.paste(Support::privateKey());
        QCOMPARE(key->text(), QString());
        QCOMPARE(asked.errors().size(), 1);
        QVERIFY(asked.errors().constFirst().startsWith(u"That was a private key"_s));
        key->undo();
        QCOMPARE(key->text(), QString());
        key->redo();
        QCOMPARE(key->text(), QString());
        QVERIFY(!asked.find(u"confirmButton"_s)->isEnabled());
        asked.paste(Support::publicKey("ssh-ed25519", u"me@laptop"_s) + u'\n');
        QCOMPARE(asked.errors(), QStringList());
        QTest::mouseClick(asked.find(u"confirmButton"_s), Qt::LeftButton);
        QCOMPARE(asked.order().sshKey, Support::publicKey("ssh-ed25519", u"me@laptop"_s));
    }

    void asksForNoKeyWhereNoneIsNeeded()
    {
        Asked asked;
        QVERIFY(asked.openWithTypes());
        QVERIFY(!asked.sees(u"createServerKey"_s));
        QVERIFY(!asked.sees(u"createServerWarnings"_s));
        QVERIFY(!asked.sees(u"createServerSteps"_s));
    }

    void saysThatItIsAnExperimentAndThatTheImageStays()
    {
        Asked asked;
        asked.w.provider.rules.createServer.needsImage = true;
        asked.w.provider.rules.createServer.isExperimental = true;
        asked.w.provider.rules.createServer.needsSshKey = true;
        QVERIFY(asked.openWithTypes());
        QVERIFY(asked.sees(u"createServerWarnings"_s));
        QCOMPARE(asked.text(u"createServerSteps"_s), u"1 Save as image  →  2 Create server"_s);
    }

    void saysThatTheTypesAreBeingRead()
    {
        Asked asked;
        QVERIFY(asked.open());
        QCOMPARE(asked.text(u"createServerTypesState"_s),
                 u"The server types are still being read."_s);
        QCOMPARE(asked.whyNot(), u"The server types are still being read."_s);
        asked.answer(types());
        QVERIFY(asked.sees(u"createServerTypes"_s));
        QCOMPARE(asked.whyNot(), QString());
    }

    void saysWhatFailedAndAsksAgain()
    {
        Asked asked;
        QVERIFY(asked.open());
        Error error;
        error.kind = ErrorKind::TimedOut;
        asked.w.provider.serverTypeLists.back().refuse(error);
        QTRY_VERIFY(asked.sees(u"createServerTypesError"_s));
        QCOMPARE(asked.text(u"bannerTitle"_s), u"The server types could not be read."_s);
        QCOMPARE(asked.whyNot(), u"The server types could not be read."_s);
        QTest::mouseClick(asked.find(u"bannerRetry"_s), Qt::LeftButton);
        QVERIFY(!asked.sees(u"createServerTypesError"_s));
        QCOMPARE(asked.w.provider.serverTypeLists.size(), size_t(2));
        asked.answer(types());
        QCOMPARE(asked.chosen(), u"cx22"_s);
    }

    void asksOnceMoreWhenTheAccountWasConnectedAnewMeanwhile()
    {
        Asked asked;
        QVERIFY(asked.open());
        Error error;
        error.kind = ErrorKind::Cancelled;
        asked.w.provider.serverTypeLists.back().refuse(error);
        QTRY_COMPARE(asked.w.provider.serverTypeLists.size(), size_t(2));
        QVERIFY(!asked.sees(u"createServerTypesError"_s));
        asked.w.provider.serverTypeLists.back().refuse(error);
        QTRY_VERIFY(asked.sees(u"createServerTypesError"_s));
        QCOMPARE(asked.w.provider.serverTypeLists.size(), size_t(2));
    }

    void saysThatThereAreNoTypes()
    {
        Asked asked;
        QVERIFY(asked.open());
        asked.answer({});
        QCOMPARE(asked.text(u"createServerTypesState"_s), u"The provider lists no server types."_s);
        QVERIFY(!asked.find(u"confirmButton"_s)->isEnabled());
    }

    void whatTheProviderRefusesIsSaidInTheStrip()
    {
        Asked asked;
        QVERIFY(asked.openWithTypes());
        QTest::mouseClick(asked.find(u"confirmButton"_s), Qt::LeftButton);
        QCOMPARE(asked.w.provider.requests.size(), size_t(1));
        Error error;
        error.kind = ErrorKind::QuotaExceeded;
        asked.w.provider.requests.back().refuse(error);
        const auto &operations = asked.w.operations;
        QTRY_COMPARE(operations.rowCount(), 1);
        QTRY_COMPARE(operations.index(0, 0).data(Items::OperationsModel::StateRole).toInt(),
                     int(OperationState::Failed));
        QVERIFY(asked.w.sees(u"operationRow"_s));
        QVERIFY(asked.w.find<QLabel>(u"operationFailure"_s)
                    ->text()
                    .contains(u"No server was created; the snapshot is as it was."_s));
    }

    void theNewServerIsListedAndItsPasswordShownOnce()
    {
        Asked asked;
        QVERIFY(asked.openWithTypes());
        QTest::mouseClick(asked.find(u"confirmButton"_s), Qt::LeftButton);
        const size_t listsBefore = asked.w.provider.resourceLists.size();
        Accepted accepted;
        accepted.task.request = asked.w.provider.requests.back().argument;
        accepted.task.server = ResourceId{u"99"_s};
        accepted.password = Secret("demo-secret-root");
        asked.w.provider.requests.back().answer(std::move(accepted));
        QTRY_VERIFY(asked.w.provider.resourceLists.size() > listsBefore);
        Holdings holdings;
        holdings.resources.append(server(u"99"_s, u"web-1-copy"_s));
        QVERIFY(asked.w.load(holdings));
        QVERIFY(asked.w.tree.indexOf(serverKey(u"99"_s)).isValid());
        QVERIFY(QTest::qWaitFor([&asked] {
            asked.w.clock.advance(std::chrono::seconds(1));
            return !asked.w.provider.follows.empty();
        }));
        asked.w.provider.follows.back().answer(
            QList{TaskProgress{TaskState::Succeeded, {}, {}, {}}});
        QTRY_VERIFY(asked.w.dialog());
        QCOMPARE(asked.w.dialog()->objectName(), u"passwordDialog"_s);
        QCOMPARE(asked.w.dialog()->windowTitle(), u"New root password of web-1-copy"_s);
    }

    void anAnswerAfterTheDialogHasClosedHarmsNothing()
    {
        Asked asked;
        QVERIFY(asked.open());
        asked.press(Qt::Key_Escape);
        QTRY_VERIFY(!asked.w.dialog());
        asked.answer(types());
        QCOMPARE(asked.requested.count(), 0);
    }

    void everyControlIsReachedByTab()
    {
        Asked asked;
        asked.w.provider.rules.createServer.needsSshKey = true;
        Holdings holdings;
        holdings.locations.append({{u"hel1"_s}, u"hel1"_s, u"Helsinki"_s, u"FI"_s});
        QVERIFY(asked.openWithTypes(holdings));
        asked.paste(Support::publicKey());
        asked.find(u"createServerName"_s)->setFocus();
        QStringList reached;
        for (int i = 0; i < 7; ++i) {
            reached.append(asked.dialog()->focusWidget()->objectName());
            asked.press(Qt::Key_Tab);
        }
        QCOMPARE(reached.join(u' '),
                 u"createServerName createServerPlace createServerKey createServerSearch "
                 "createServerTypes confirmButton cancelButton"_s);
    }
};

QTEST_MAIN(CreateServerDialogTest)
#include "createserverdialogtest.moc"
