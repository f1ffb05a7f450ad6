// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/displaytext.h"
#include "realcloud.h"
#include "realwindow.h"
#include "support/testenvironment.h"

#include <QComboBox>
#include <QUuid>

using namespace Qt::StringLiterals;
using Domain::OperationKind;
using Domain::OperationState;

/// The whole main job, as a person does it in the window, on real services. What was there before
/// and what came of it is the real client's to say.
class OpenStackWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aVolumeFromTheAccountToTheRemoval();
    void aServerFromTheAccountToTheRemoval();

private:
    static constexpr int patience = 180'000;

    [[nodiscard]] QString makeSnapshot(const QString &volume, const QString &name) const
    {
        const QString id = m_cloud
                               ->object({u"volume"_s, u"snapshot"_s, u"create"_s, u"--volume"_s,
                                         volume, name})[u"id"]
                               .toString();
        return waitForStatus({u"volume"_s, u"snapshot"_s, u"show"_s, id}, u"available"_s)
            ? id
            : QString();
    }
    [[nodiscard]] bool waitForStatus(const QStringList &show, const QString &status) const
    {
        return QTest::qWaitFor([&] { return m_cloud->object(show)[u"status"] == status; }, 60'000);
    }
    /// Empty where the cloud has none of that name.
    [[nodiscard]] QString idOf(const QStringList &list, const QString &name) const
    {
        const QJsonArray all = m_cloud->list(list);
        for (const auto &one : all) {
            if (one[u"Name"].toString() == name) {
                return one[u"ID"].toString();
            }
        }
        return {};
    }

    [[nodiscard]] QStringList ownIdsOf(const QString &kind) const
    {
        QStringList ids;
        const QJsonArray all = m_cloud->list({kind, u"list"_s});
        for (const auto &one : all) {
            if (one[u"Name"].toString().startsWith(m_prefix)) {
                ids.append(one[u"ID"].toString());
            }
        }
        return ids;
    }
    [[nodiscard]] QStringList imagesOf(const QString &server) const
    {
        QStringList ids;
        const QJsonArray all =
            m_cloud->list({u"image"_s, u"list"_s, u"--property"_s, u"instance_uuid="_s + server});
        for (const auto &one : all) {
            ids.append(one[u"ID"].toString());
        }
        return ids;
    }

    void addAccount(const Real::Window &program) const;
    void take(const Real::Window &program, const QString &source, const QString &name) const;
    void rollBack(const Real::Window &program, const QString &snapshot,
                  const QString &target) const;
    void askToRemove(const Real::Window &program, const QString &snapshot) const;
    void remove(const Real::Window &program, const QString &snapshot) const;
    void removeAndUndo(const Real::Window &program, const QString &snapshot) const;
    static void refusesTheOlderOne(const Real::Window &program, const QString &older,
                                   const QString &latest);
    static void tellsOfActions(const Real::Window &program, int count);

    Support::TestEnvironment m_environment;
    std::unique_ptr<Real::Cloud> m_cloud;
    QString m_prefix = u"snapdeck-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
};

namespace {

/// What is in the volume, where the cloud lets the test look into it.
class Bytes
{
public:
    explicit Bytes(const QString &volume)
        : m_folder(qEnvironmentVariable("SNAPDECK_OPENSTACK_VOLUMES"))
        , m_file(m_folder + u"/volume-"_s + volume)
    {
    }

    [[nodiscard]] bool areSeen() const { return !m_folder.isEmpty(); }
    [[nodiscard]] bool write(const QByteArray &bytes)
    {
        const bool isWritten =
            m_file.open(QIODevice::ReadWrite) && m_file.write(bytes) == bytes.size();
        m_file.close();
        return isWritten;
    }
    [[nodiscard]] QByteArray begin()
    {
        const QByteArray bytes =
            m_file.open(QIODevice::ReadOnly) ? m_file.read(64) : QByteArray("unreadable");
        m_file.close();
        return bytes.left(bytes.indexOf('\0'));
    }

private:
    QString m_folder;
    QFile m_file;
};

} // namespace

void OpenStackWindowTest::initTestCase()
{
    m_cloud = std::make_unique<Real::Cloud>();
    if (const QString why = m_cloud->whyNot(); !why.isEmpty()) {
        QSKIP(qPrintable(why));
    }
}

/// Beside what is taken of: the wizard does not ask where there is but one.
void OpenStackWindowTest::init()
{
    QVERIFY(!m_cloud->makeVolume(m_prefix + u"-other"_s).isEmpty());
}

/// With the real client, which asks nobody what is left. What was made of a server bears its id.
void OpenStackWindowTest::cleanup()
{
    const auto remove = [this](const QStringList &removal, const QStringList &ids) {
        if (!ids.isEmpty()) {
            static_cast<void>(m_cloud->run(removal + ids));
        }
    };
    const QStringList servers = ownIdsOf(u"server"_s);
    for (const QString &server : servers) {
        remove({u"image"_s, u"delete"_s}, imagesOf(server));
    }
    remove({u"server"_s, u"delete"_s, u"--wait"_s}, servers);
    remove({u"volume"_s, u"delete"_s, u"--purge"_s}, ownIdsOf(u"volume"_s));
}

void OpenStackWindowTest::addAccount(const Real::Window &program) const
{
    Gui::press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(program.waitForDialog(u"accountDialog"_s));
    Gui::type(u"Other"_s);
    const auto *provider = qobject_cast<QComboBox *>(QApplication::focusWidget());
    QVERIFY(provider);
    QCOMPARE(provider->currentText(), u"Other OpenStack cloud"_s);
    QVERIFY(Gui::tabTo(u"importCredential"_s));
    Gui::press(Qt::Key_Space);
    if (QApplication::activePopupWidget()) { // the machine has such a file at its usual place
        Gui::press(Qt::Key_Up);
        Gui::press(Qt::Key_Return);
    }
    QVERIFY(program.waitForDialog(u"fileDialog"_s));
    Gui::type(qEnvironmentVariable("OS_CLIENT_CONFIG_FILE"));
    Gui::press(Qt::Key_Return);
    QTRY_VERIFY(!program.sees(u"fileDialog"_s));
    if (program.sees(u"importChoiceDialog"_s)) { // several entries
        QVERIFY(program.waitForDialog(u"importChoiceDialog"_s));
        QVERIFY(Gui::goDownTo(qEnvironmentVariable("OS_CLOUD")));
        Gui::press(Qt::Key_Return);
    }
    QVERIFY(program.waitForDialog(u"accountDialog"_s));
    QVERIFY(Gui::tabTo(u"testAndSave"_s));
    Gui::press(Qt::Key_Space);
    QVERIFY(program.waitForWindow());
    QTRY_VERIFY_WITH_TIMEOUT(program.isFresh(), patience);
    QCOMPARE(program.account()->account.name, qEnvironmentVariable("OS_CLOUD"));
}

/// What can be answered in one way alone is not asked; elsewhere the first answer is taken, until
/// the volume or server is what is asked for.
void OpenStackWindowTest::take(const Real::Window &program, const QString &source,
                               const QString &name) const
{
    Gui::press(Qt::Key_N, Qt::ControlModifier);
    QVERIFY(program.waitForDialog(u"takeWizard"_s));
    for (int i = 0; i < 2 && !program.title().endsWith("volume or server?"_L1); ++i) {
        Gui::press(Qt::Key_Home);
        Gui::press(Qt::Key_Space);
        Gui::press(Qt::Key_Return);
    }
    QCOMPARE(program.title(), u"Which volume or server?"_s);
    Gui::type(source);
    Gui::press(Qt::Key_Return);
    QCOMPARE(program.title(), u"What is the snapshot called?"_s);
    Gui::press(Qt::Key_A, Qt::ControlModifier);
    Gui::type(name);
    Gui::press(Qt::Key_Return);
    QCOMPARE(program.title(), u"Review"_s);
    QVERIFY(program.textOf(u"wizardAnswerSource"_s).startsWith(source + u", "_s));
    Gui::press(Qt::Key_Return);
    QVERIFY(program.waitForWindow());
    QVERIFY(program.sees(u"operationRow"_s));
    QVERIFY(program.textOf(u"operationText"_s).contains(name));
    QTRY_VERIFY_WITH_TIMEOUT(program.isOver(OperationKind::Take), patience);
    QCOMPARE(program.newestOperation()->state, OperationState::Succeeded);
    QTRY_VERIFY_WITH_TIMEOUT(program.hasReady(name), patience);
    QCOMPARE(program.rowNamed(name)->sourceName, source);
}

void OpenStackWindowTest::rollBack(const Real::Window &program, const QString &snapshot,
                                   const QString &target) const
{
    QVERIFY(program.goToRow(snapshot));
    Gui::press(Qt::Key_R, Qt::ControlModifier);
    QVERIFY(program.waitForDialog(u"rollBackDialog"_s));
    QCOMPARE(program.title(), u"Roll back %1 to %2?"_s.arg(target, Items::quotedName(snapshot)));
    Gui::type(target);
    QVERIFY(Gui::tabTo(u"confirmButton"_s));
    Gui::press(Qt::Key_Space);
    QVERIFY(program.waitForWindow());
    QTRY_VERIFY_WITH_TIMEOUT(program.isOver(OperationKind::RollBack), patience);
    QCOMPARE(program.newestOperation()->state, OperationState::Succeeded);
}

void OpenStackWindowTest::askToRemove(const Real::Window &program, const QString &snapshot) const
{
    QVERIFY(program.goToRow(snapshot));
    Gui::press(Qt::Key_Delete);
    QVERIFY(program.waitForDialog(u"removeDialog"_s));
    QCOMPARE(program.title(), u"Remove %1?"_s.arg(Items::quotedName(snapshot)));
    QVERIFY(Gui::tabTo(u"confirmButton"_s));
    Gui::press(Qt::Key_Space);
    QVERIFY(program.waitForWindow());
    QTRY_VERIFY(program.sees(u"undoBar"_s));
}

void OpenStackWindowTest::remove(const Real::Window &program, const QString &snapshot) const
{
    askToRemove(program, snapshot);
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(Gui::tabTo(u"undoSendNowButton"_s));
    Gui::press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(program.isOver(OperationKind::Remove), patience);
    QCOMPARE(program.newestOperation()->state, OperationState::Succeeded);
    QVERIFY(program.newestOperation()->resourceName.startsWith(m_prefix));
    QTRY_VERIFY(!program.rowNamed(snapshot));
}

void OpenStackWindowTest::removeAndUndo(const Real::Window &program, const QString &snapshot) const
{
    askToRemove(program, snapshot);
    QVERIFY(!QTest::currentTestFailed());
    Gui::press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(!program.sees(u"undoBar"_s));
    QVERIFY(program.hasReady(snapshot));
}

/// Only the latest one can be gone back to.
void OpenStackWindowTest::refusesTheOlderOne(const Real::Window &program, const QString &older,
                                             const QString &latest)
{
    QVERIFY(program.goToRow(older));
    QVERIFY(program.whyNot(u"actionRollBack"_s).contains(latest));
}

void OpenStackWindowTest::tellsOfActions(const Real::Window &program, int count)
{
    Gui::press(Qt::Key_3, Qt::ControlModifier);
    const auto *activity = program.window().findChild<QTableView *>(u"activityTable"_s);
    QVERIFY(activity);
    QTRY_COMPARE(activity->model()->rowCount(), count);
}

void OpenStackWindowTest::aVolumeFromTheAccountToTheRemoval()
{
    const QString name = m_prefix + u"-data"_s;
    const QString volume = m_cloud->makeVolume(name);
    QVERIFY(!volume.isEmpty());
    const QString byHand = m_prefix + u" by hand"_s;
    const QString before = m_prefix + u" before"_s;
    const QStringList listed{u"volume"_s, u"snapshot"_s, u"list"_s};
    const QString older = makeSnapshot(volume, byHand);
    Bytes bytes(volume);
    QVERIFY(!bytes.areSeen() || bytes.write("orders"));

    Real::Window program;
    QVERIFY(program.start());
    addAccount(program);
    QVERIFY(!QTest::currentTestFailed());
    QTRY_VERIFY(program.hasReady(byHand));
    QCOMPARE(program.rowNamed(byHand)->sourceName, name);

    take(program, name, before);
    QVERIFY(!QTest::currentTestFailed());
    const QString id = idOf(listed, before);
    QCOMPARE(program.rowNamed(before)->snapshot.key.id.value, id);
    QVERIFY(!bytes.areSeen() || bytes.write("broken"));
    refusesTheOlderOne(program, byHand, before);
    rollBack(program, before, name);
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(!bytes.areSeen() || bytes.begin() == "orders");
    QCOMPARE(m_cloud->object({u"volume"_s, u"show"_s, volume})[u"status"].toString(),
             u"available"_s);

    removeAndUndo(program, before);
    QVERIFY(!QTest::currentTestFailed());
    QCOMPARE(idOf(listed, before), id);
    remove(program, before);
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(idOf(listed, before).isEmpty());
    QCOMPARE(idOf(listed, byHand), older);

    QVERIFY(program.restart());
    QTRY_VERIFY_WITH_TIMEOUT(program.hasReady(byHand), patience);
    // Taken, rolled back, taken back and removed: all of it is told by the next run.
    tellsOfActions(program, 4);
}

void OpenStackWindowTest::aServerFromTheAccountToTheRemoval()
{
    const QString server = m_cloud->makeServer(m_prefix + u"-web"_s);
    QVERIFY(!server.isEmpty());
    const QString name = m_prefix + u"-web"_s;
    const QString before = m_prefix + u" image"_s;
    const QStringList listed{u"image"_s, u"list"_s};

    Real::Window program;
    QVERIFY(program.start());
    addAccount(program);
    QVERIFY(!QTest::currentTestFailed());
    take(program, name, before);
    QVERIFY(!QTest::currentTestFailed());
    const QString id = idOf(listed, before);
    QCOMPARE(program.rowNamed(before)->snapshot.key.id.value, id);
    rollBack(program, before, name);
    QVERIFY(!QTest::currentTestFailed());
    // The service makes a new password, told once.
    QVERIFY(program.waitForDialog(u"passwordDialog"_s));
    Gui::press(Qt::Key_Escape);
    QVERIFY(program.waitForWindow());
    const QJsonObject seen = m_cloud->object({u"server"_s, u"show"_s, server});
    QCOMPARE(seen[u"status"].toString(), u"ACTIVE"_s);
    QVERIFY(seen[u"image"].toString().contains(id));
    // As it was before, which the dialog offers and ticks.
    QCOMPARE(imagesOf(server).size(), 2);
    QVERIFY(imagesOf(server).contains(id));

    remove(program, before);
    QVERIFY(!QTest::currentTestFailed());
    QVERIFY(idOf(listed, before).isEmpty());
    QCOMPARE(imagesOf(server).size(), 1);
}

QTEST_MAIN(OpenStackWindowTest)
#include "openstackwindowtest.moc"
