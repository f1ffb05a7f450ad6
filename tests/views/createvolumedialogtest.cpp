// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/servers/createvolumedialog.h"

#include "app/operationsdesk.h"
#include "operations/operationrunner.h"
#include "views/common/factsgrid.h"
#include "volumecloud.h"

#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QWindow>

using namespace Domain;
using namespace Fixture;
using Operations::CreateVolumeOrder;

namespace {

/// A window whose account makes volumes, and the dialog that was opened for "weekly" of "loose".
class Asked
{
public:
    Asked()
    {
        VolumeCloud::prepare(w);
        QObject::connect(w.window.get(), &Views::MainWindow::createVolumeRequested, &desk,
                         &App::OperationsDesk::createVolume);
    }

    [[nodiscard]] bool open(const Holdings &holdings = VolumeCloud::holdings())
    {
        if (!w.load(holdings)) {
            return false;
        }
        w.window->selectSnapshot(VolumeCloud::diskKey(u"32"_s));
        QTest::keySequence(w.window->windowHandle(), QKeySequence(u"Ctrl+D"_s));
        return QTest::qWaitFor([this] { return dialog() != nullptr; })
            && QTest::qWaitForWindowActive(dialog());
    }

    [[nodiscard]] Views::CreateVolumeDialog *dialog() const
    {
        return qobject_cast<Views::CreateVolumeDialog *>(w.dialog());
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
    [[nodiscard]] QString facts() const
    {
        QStringList facts;
        for (const Views::Fact &fact : find<Views::FactsGrid>(u"createVolumeFacts"_s)->facts()) {
            facts.append(fact.label + u": " + fact.value);
        }
        return facts.join(u", "_s);
    }
    [[nodiscard]] QString whyNot() const
    {
        const QWidget *button = find(u"confirmButton"_s);
        return button->isEnabled() ? QString() : button->toolTip();
    }
    void press(Qt::Key key) const { QTest::keyClick(dialog()->windowHandle(), key); }
    [[nodiscard]] CreateVolumeOrder order() const
    {
        return requested.value(0).value(0).value<CreateVolumeOrder>();
    }

    Window w;
    Operations::OperationRunner runner{
        [this](const AccountId &account) { return w.inventory.provider(account); }, w.clock};
    App::OperationsDesk desk{w.inventory, runner, w.operations, w.snapshots, w.clock};
    QSignalSpy requested{w.window.get(), &Views::MainWindow::createVolumeRequested};
};

} // namespace

class CreateVolumeDialogTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

private Q_SLOTS:
    void ordersByTheKeysAlone()
    {
        Asked asked;
        QVERIFY(asked.open());
        QCOMPARE(asked.dialog()->windowTitle(), u"New volume from “weekly”"_s);
        QCOMPARE(asked.dialog()->focusWidget(), asked.find(u"createVolumeName"_s));
        QCOMPARE(asked.find<QLineEdit>(u"createVolumeName"_s)->text(), u"loose-copy"_s);
        QCOMPARE(asked.facts(), u"Account: shop, Location: North"_s);
        for (const QChar c : u"db-2"_s) { // takes the place of the proposal
            QTest::keyClick(asked.dialog()->focusWidget(), c.toLatin1());
        }
        asked.press(Qt::Key_Tab);
        QCOMPARE(asked.dialog()->focusWidget(), asked.find(u"createVolumeSize"_s));
        asked.press(Qt::Key_Up);
        asked.press(Qt::Key_Return);
        QCOMPARE(asked.requested.count(), 1);
        QCOMPARE(asked.order().name, u"db-2"_s);
        QCOMPARE(asked.order().sizeBytes, 31 * VolumeCloud::gibibyte);
        QCOMPARE(asked.order().location, LocationId{u"north"_s});
        QCOMPARE(asked.order().snapshot.key, VolumeCloud::diskKey(u"32"_s));
        QTRY_VERIFY(!asked.w.dialog());
    }

    void asksForASizeInTheProvidersUnitAndNoneThatIsTooSmall()
    {
        Asked asked;
        QVERIFY(asked.open());
        const auto *size = asked.find<QSpinBox>(u"createVolumeSize"_s);
        QCOMPARE(size->minimum(), 30);
        QCOMPARE(size->text(), u"30 GiB"_s);
        asked.press(Qt::Key_Return);
        QCOMPARE(asked.order().sizeBytes, 0); // the snapshot's disk as it is
    }

    void saysHowLargeItWillBeWhereThatIsNoChoice()
    {
        Asked asked;
        asked.w.provider.rules.createVolume.canBeLarger = false;
        QVERIFY(asked.open());
        QVERIFY(!asked.sees(u"createVolumeSize"_s));
        QCOMPARE(asked.facts(), u"Account: shop, Location: North, Size: 30.00 GiB"_s);
    }

    void saysWhatIsWrongWithTheName()
    {
        Asked asked;
        asked.w.provider.rules.createVolume.name = {true, true, 63, {}};
        QVERIFY(asked.open());
        auto *name = asked.find<QLineEdit>(u"createVolumeName"_s);
        name->setText(u"web-1-root"_s);
        QCOMPARE(asked.whyNot(), u"The name “web-1-root” is in use already."_s);
        name->setText({});
        QCOMPARE(asked.whyNot(), u"A name is needed."_s);
        asked.press(Qt::Key_Return);
        QCOMPARE(asked.requested.count(), 0);
        QVERIFY(asked.dialog());
    }

    void theNewVolumeIsListedAsSoonAsItIsKnown()
    {
        Asked asked;
        QVERIFY(asked.open());
        QTest::mouseClick(asked.find(u"confirmButton"_s), Qt::LeftButton);
        QCOMPARE(asked.w.provider.requests.size(), size_t(1));
        const size_t listsBefore = asked.w.provider.resourceLists.size();
        Accepted accepted;
        accepted.task.request = asked.w.provider.requests.back().argument;
        accepted.task.volume = ResourceId{u"99"_s};
        asked.w.provider.requests.back().answer(std::move(accepted));
        QTRY_VERIFY(asked.w.provider.resourceLists.size() > listsBefore);
        Holdings holdings = VolumeCloud::holdings();
        holdings.resources.append(VolumeCloud::volume(u"99"_s, u"loose-copy"_s, 30));
        QVERIFY(asked.w.load(holdings));
        QVERIFY(asked.w.tree.indexOf(VolumeCloud::volumeKey(u"99"_s)).isValid());
    }

    void whatTheProviderRefusesIsSaidInTheStrip()
    {
        Asked asked;
        QVERIFY(asked.open());
        QTest::mouseClick(asked.find(u"confirmButton"_s), Qt::LeftButton);
        Error error;
        error.kind = ErrorKind::QuotaExceeded;
        asked.w.provider.requests.back().refuse(error);
        QTRY_COMPARE(asked.w.operations.rowCount(), 1);
        QTRY_VERIFY(asked.w.sees(u"operationRow"_s));
        QVERIFY(asked.w.find<QLabel>(u"operationFailure"_s)
                    ->text()
                    .contains(u"No volume was created; the snapshot is as it was."_s));
    }

    void aSnapshotThatHasGoneMeanwhileIsNotOrdered()
    {
        Asked asked;
        QVERIFY(asked.open());
        Holdings holdings = VolumeCloud::holdings();
        holdings.snapshots.removeLast();
        QVERIFY(asked.w.load(holdings));
        asked.press(Qt::Key_Return);
        QCOMPARE(asked.requested.count(), 0);
    }

    void everyControlIsReachedByTab()
    {
        Asked asked;
        QVERIFY(asked.open());
        QStringList reached;
        for (int i = 0; i < 4; ++i) {
            reached.append(asked.dialog()->focusWidget()->objectName());
            asked.press(Qt::Key_Tab);
        }
        QCOMPARE(reached.join(u' '),
                 u"createVolumeName createVolumeSize confirmButton cancelButton"_s);
    }
};

QTEST_MAIN(CreateVolumeDialogTest)
#include "createvolumedialogtest.moc"
