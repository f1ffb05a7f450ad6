// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detour.h"
#include "support/testenvironment.h"

#include <QTemporaryDir>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace Domain;
using Real::carryOut;
using Support::Fault;
using Support::FaultRule;

namespace {

/// One operation, the way of its requests, and the runs of the program that it takes.
struct Attempt
{
    Attempt(const QUrl &signIn, const QList<QUrl> &services, const QStringList &order)
        : words(order)
        , detour(signIn, services)
    {
    }

    [[nodiscard]] bool isRollBack() const { return words.at(3) == "roll-back"_L1; }
    /// "volume take"
    [[nodiscard]] QString name() const { return words.at(0) + u' ' + words.at(3); }

    void begin(const QString &moment) { start(QStringList{moment} + words); }
    void goOn() { start({u"never"_s}); }
    [[nodiscard]] bool isOver() const { return process.state() == QProcess::NotRunning; }
    [[nodiscard]] bool isKilled() const
    {
        return isOver() && process.exitStatus() == QProcess::CrashExit;
    }
    /// What the journal said at last of every operation.
    [[nodiscard]] QStringList ends()
    {
        return QString::fromUtf8(process.readAllStandardOutput())
            .split(u'\n')
            .filter(QRegularExpression(u"^end "_s));
    }

    const QStringList words; ///< as the victim takes them
    Real::Detour detour;
    QProcess process;

private:
    void start(const QStringList &what)
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QStringLiteral(TEST_PROGRAMS "/real_victim"),
                      QStringList{detour.url().toString(), m_folder.path()} + what);
    }

    QTemporaryDir m_folder;
};

using Attempts = std::vector<std::unique_ptr<Attempt>>;

} // namespace

/// Real services, and on the way to them what breaks: the program is killed around the request that
/// changes something, or nobody knows whether that was carried out. All is judged by what the real
/// client sees, by the volume's bytes, and by how often the services were asked.
class OpenStackFaultsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void endsOnceWhereverItIsKilled_data();
    void endsOnceWhereverItIsKilled();
    void endsOnceWhateverBecomesOfTheAnswer_data();
    void endsOnceWhateverBecomesOfTheAnswer();
    void cleanup();
    void cleanupTestCase();

private:
    void makeVolume(QString &id, const QString &name);
    void makeServer(QString &id, const QString &name);
    [[nodiscard]] QString take(ResourceKind kind, const QString &of, const QString &name);
    [[nodiscard]] bool writeVolume(const QByteArray &bytes) const;
    [[nodiscard]] QByteArray readVolume() const;
    void removeAll(const QStringList &list, const QStringList &command) const;

    [[nodiscard]] static bool areOver(const Attempts &attempts);
    /// The ends, each as it has to be; `mayAsk` where nothing was carried out and nobody can tell.
    void judge(const Attempts &attempts, bool mayAsk);
    void judgeByTheRealClient();

    Support::TestEnvironment m_environment;
    std::unique_ptr<Real::Cloud> m_cloud;
    std::unique_ptr<CloudProvider> m_provider;
    QList<QUrl> m_services;
    const QString m_prefix = u"snapdeck-"_s + QUuid::createUuid().toString(QUuid::Id128).left(8);
    const QString m_taken = m_prefix + u"-taken"_s;
    QString m_volume; ///< whose snapshots are taken and removed
    QString m_disk; ///< that goes back
    QString m_diskCopy;
    QString m_server;
    QString m_machine; ///< that goes back
    QString m_machineCopy;
    QString m_unwanted; ///< the snapshot to remove
    int m_rebuilds = 0;
    Attempts m_attempts;
};

void OpenStackFaultsTest::initTestCase()
{
    m_cloud = std::make_unique<Real::Cloud>();
    if (const QString why = m_cloud->whyNot(); !why.isEmpty()) {
        QSKIP(qPrintable(why));
    }
    if (const QString why = Real::Detour::whyNot(*m_cloud, m_services); !why.isEmpty()) {
        QSKIP(qPrintable(why));
    }
    m_provider = m_cloud->makeProvider();
    makeVolume(m_volume, u"volume"_s);
    makeVolume(m_disk, u"disk"_s);
    makeServer(m_server, u"server"_s);
    makeServer(m_machine, u"machine"_s);
    QVERIFY(writeVolume("the shop's orders"));
    m_diskCopy = take(ResourceKind::Volume, m_disk, u"before"_s);
    m_machineCopy = take(ResourceKind::Server, m_machine, u"before"_s);
    QVERIFY(!m_diskCopy.isEmpty() && !m_machineCopy.isEmpty());
}

void OpenStackFaultsTest::init()
{
    m_unwanted = take(ResourceKind::Volume, m_volume, u"unwanted"_s);
    QVERIFY(!m_unwanted.isEmpty());
    QVERIFY(writeVolume("garbage of a bad upgrade"));
    const QString none = QUuid::createUuid().toString(QUuid::WithoutBraces);
    for (const QStringList &words : {
             QStringList{u"volume"_s, m_volume, none, u"take"_s, m_taken},
             QStringList{u"volume"_s, m_volume, m_unwanted, u"remove"_s, m_prefix},
             QStringList{u"volume"_s, m_disk, m_diskCopy, u"roll-back"_s, m_prefix},
             QStringList{u"server"_s, m_server, none, u"take"_s, m_taken},
             QStringList{u"server"_s, m_machine, m_machineCopy, u"roll-back"_s, m_prefix},
         }) {
        m_attempts.push_back(std::make_unique<Attempt>(m_cloud->url(), m_services, words));
    }
}

void OpenStackFaultsTest::endsOnceWhereverItIsKilled_data()
{
    QTest::addColumn<QString>("moment");
    for (const char *moment : {"before-request", "carried-out", "after-answer", "before-write",
                               "after-write", "following"}) {
        QTest::addRow("%s", moment) << QString::fromLatin1(moment);
    }
}

/// What the services do and nobody hears of, the program can't know: there it is killed from here.
void OpenStackFaultsTest::endsOnceWhereverItIsKilled()
{
    QFETCH(const QString, moment);
    const bool isFromHere = moment == "carried-out"_L1;
    for (const auto &attempt : m_attempts) {
        if (isFromHere) {
            const QByteArray method = attempt->words.at(3) == "remove"_L1 ? "DELETE" : "POST";
            attempt->detour.add({Fault::DropAnswer, method, Real::Detour::changes});
        }
        attempt->begin(moment);
    }
    const bool isEveryoneDead = QTest::qWaitFor(
        [&] {
            for (const auto &attempt : m_attempts) {
                if (isFromHere && attempt->detour.waitingInVain() > 0) {
                    attempt->process.kill();
                }
            }
            return areOver(m_attempts);
        },
        60'000);
    QVERIFY(isEveryoneDead);
    for (const auto &attempt : m_attempts) {
        QVERIFY2(attempt->isKilled(), qPrintable(attempt->name()));
        attempt->goOn();
    }
    QVERIFY(QTest::qWaitFor([&] { return areOver(m_attempts); }, 120'000));
    judge(m_attempts, moment == "before-request"_L1);
}

void OpenStackFaultsTest::endsOnceWhateverBecomesOfTheAnswer_data()
{
    QTest::addColumn<FaultRule>("rule");
    QTest::addRow("reset-before") << FaultRule{.fault = Fault::ResetBefore};
    QTest::addRow("reset-after") << FaultRule{.fault = Fault::ResetAfter};
    QTest::addRow("close-after") << FaultRule{.fault = Fault::CloseAfter};
    QTest::addRow("503") << FaultRule{.fault = Fault::Html, .status = 503};
    QTest::addRow("time-out-after") << FaultRule{.fault = Fault::DropAnswer};
}

void OpenStackFaultsTest::endsOnceWhateverBecomesOfTheAnswer()
{
    QFETCH(FaultRule, rule);
    for (const auto &attempt : m_attempts) {
        rule.method = attempt->words.at(3) == "remove"_L1 ? "DELETE" : "POST";
        rule.path = Real::Detour::changes;
        attempt->detour.add(rule);
        attempt->begin(u"never"_s);
    }
    QVERIFY(QTest::qWaitFor([&] { return areOver(m_attempts); }, 120'000));
    for (const auto &attempt : m_attempts) {
        QVERIFY2(attempt->detour.faults() == 1, qPrintable(attempt->name()));
    }
    judge(m_attempts, rule.fault == Fault::ResetBefore);
}

void OpenStackFaultsTest::judge(const Attempts &attempts, bool mayAsk)
{
    bool isDiskBack = true;
    for (const auto &attempt : attempts) {
        const QStringList ends = attempt->ends();
        const int changes = attempt->detour.changesCarriedOut();
        const QString found =
            u"%1: %2, carried out %3"_s.arg(attempt->name(), ends.join(u", "_s)).arg(changes);
        QVERIFY2(ends.size() == 1, qPrintable(found));
        const bool asks = ends.constFirst().startsWith("end needs-answer"_L1);
        const bool isLeftOpen = mayAsk && attempt->isRollBack() && asks && changes == 0;
        const bool isDone = ends.constFirst().startsWith("end succeeded"_L1) && changes == 1;
        QVERIFY2(isDone || isLeftOpen, qPrintable(found));
        const bool isOfServer = attempt->words.constFirst() == "server"_L1;
        if (attempt->isRollBack() && isOfServer) {
            m_rebuilds += changes;
        } else if (attempt->isRollBack()) {
            isDiskBack = isDone;
        }
    }
    if (!readVolume().isEmpty()) {
        QCOMPARE(readVolume().startsWith("the shop's orders"), isDiskBack);
    }
    judgeByTheRealClient();
}

void OpenStackFaultsTest::judgeByTheRealClient()
{
    const QJsonArray copies = m_cloud->list({u"volume"_s, u"snapshot"_s, u"list"_s});
    const QJsonArray images = m_cloud->list({u"image"_s, u"list"_s, u"--private"_s});
    const QJsonArray events = m_cloud->list({u"server"_s, u"event"_s, u"list"_s, m_machine});
    QStringList seen;
    for (const auto &copy : copies) {
        QVERIFY(copy[u"ID"].toString() != m_unwanted);
        if (copy[u"Name"].toString() == m_taken) {
            seen.append(u"snapshot "_s + copy[u"Status"].toString());
        }
    }
    for (const auto &image : images) {
        if (image[u"Name"].toString() == m_taken) {
            seen.append(u"image "_s + image[u"Status"].toString());
        }
    }
    QCOMPARE(seen, (QStringList{u"snapshot available"_s, u"image active"_s}));
    int rebuilds = 0;
    for (const auto &event : events) {
        rebuilds += event[u"Action"].toString() == "rebuild"_L1 ? 1 : 0;
    }
    QCOMPARE(rebuilds, m_rebuilds);
}

/// What was taken goes at once: a project has room for a few.
void OpenStackFaultsTest::cleanup()
{
    m_attempts.clear();
    if (!m_provider) {
        return;
    }
    const auto all = Real::answer(m_provider->listSnapshots({}));
    QVERIFY(all);
    for (const Snapshot &one : *all) {
        if (one.name == m_taken || one.key.id.value == m_unwanted) {
            QCOMPARE(carryOut(*m_provider, RemoveSnapshot{one.key}).state, TaskState::Succeeded);
        }
    }
}

void OpenStackFaultsTest::cleanupTestCase()
{
    if (!m_provider) {
        return;
    }
    removeAll({u"server"_s, u"list"_s}, {u"server"_s, u"delete"_s});
    removeAll({u"image"_s, u"list"_s, u"--private"_s}, {u"image"_s, u"delete"_s});
    removeAll({u"volume"_s, u"list"_s}, {u"volume"_s, u"delete"_s, u"--purge"_s});
}

void OpenStackFaultsTest::makeVolume(QString &id, const QString &name)
{
    id = m_cloud->makeVolume(m_prefix + u'-' + name);
    QVERIFY(!id.isEmpty());
}

void OpenStackFaultsTest::makeServer(QString &id, const QString &name)
{
    id = m_cloud->makeServer(m_prefix + u'-' + name);
    QVERIFY(!id.isEmpty());
}

QString OpenStackFaultsTest::take(ResourceKind kind, const QString &of, const QString &name)
{
    TakeSnapshot order;
    order.source = {{u"real"_s}, kind, {of}};
    order.name = m_prefix + u'-' + name;
    order.notBefore = m_cloud->now();
    const TaskProgress taken = carryOut(*m_provider, order);
    return taken.state == TaskState::Succeeded ? taken.made.value_or(SnapshotId()).value
                                               : QString();
}

/// Where the cloud lets nobody look into its volumes, there is nothing to write either.
bool OpenStackFaultsTest::writeVolume(const QByteArray &bytes) const
{
    const QString folder = qEnvironmentVariable("SNAPDECK_OPENSTACK_VOLUMES");
    QFile file(folder + u"/volume-"_s + m_disk);
    return folder.isEmpty()
        || (file.open(QIODevice::ReadWrite) && file.write(bytes) == bytes.size());
}

QByteArray OpenStackFaultsTest::readVolume() const
{
    const QString folder = qEnvironmentVariable("SNAPDECK_OPENSTACK_VOLUMES");
    QFile file(folder + u"/volume-"_s + m_disk);
    constexpr qint64 head = 64;
    return !folder.isEmpty() && file.open(QIODevice::ReadOnly) ? file.read(head) : QByteArray();
}

void OpenStackFaultsTest::removeAll(const QStringList &list, const QStringList &command) const
{
    QStringList ids;
    const QJsonArray all = m_cloud->list(list);
    for (const auto &one : all) {
        if (one[u"Name"].toString().startsWith(m_prefix)) {
            ids.append(one[u"ID"].toString());
        }
    }
    if (!ids.isEmpty()) {
        static_cast<void>(m_cloud->run(command + ids));
    }
}

bool OpenStackFaultsTest::areOver(const Attempts &attempts)
{
    return std::ranges::all_of(attempts, [](const auto &attempt) { return attempt->isOver(); });
}

QTEST_GUILESS_MAIN(OpenStackFaultsTest)
#include "openstackfaultstest.moc"
