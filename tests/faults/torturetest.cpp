// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "doomedprocess.h"
#include "killscene.h"
#include "operations/journal.h"
#include "storage/storagethread.h"
#include "support/testenvironment.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Faults;
using namespace Domain;

namespace {

constexpr quint32 seed = 20'261'121;
constexpr int operationCount = 2000;
/// More, since some can't be planned: what they are of is busy, as far as the lists know.
constexpr int attempts = 2300;
/// A run lasts some 5,000 boundaries at most until it is killed.
constexpr int longestLife = 5000;

} // namespace

/// Operations at random at four clouds, with faults of transport and kills.
class TortureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyOperationEnds();
    void nothingIsLostOrDoubled();

private:
    [[nodiscard]] bool isRemoved(const SnapshotKey &snapshot) const;

    Support::TestEnvironment m_environment;
    QTemporaryDir m_folder;
    std::vector<std::unique_ptr<Witness>> m_clouds;
    QHash<QString, QStringList> m_before; ///< ids of the snapshots that each cloud had
    QList<Operation> m_operations;
};

void TortureTest::initTestCase()
{
    QStringList clouds;
    for (const QString &vendor : {u"hetzner"_s, u"stackconsole"_s, u"raff"_s, u"openstack"_s}) {
        m_clouds.push_back(std::make_unique<Witness>(vendor));
        m_before.insert(vendor, m_clouds.back()->ids());
        clouds += {vendor, m_clouds.back()->cloud->baseUrl().toString()};
    }
    QRandomGenerator random(seed);
    std::chrono::milliseconds skipped{0};
    int kills = 0;
    for (bool isThrough = false; !isThrough;) {
        const int death = 1 + random.bounded(longestLife);
        const QDateTime now = m_clouds.front()->cloud->options().startTime.addDuration(skipped);
        const DoomedEnd end = runDoomed(
            u"storm"_s,
            QStringList{QString::number(seed), QString::number(attempts),
                        now.toString(Qt::ISODateWithMs), m_folder.path(), QString::number(death)}
                + clouds,
            [](const QString &, const QString &) {},
            [&](std::chrono::milliseconds time) {
                skipped += time;
                for (const auto &cloud : m_clouds) {
                    cloud->cloud->skipTime(time);
                }
            });
        QVERIFY2(end.wasKilled || end.exitCode == 0, qPrintable(QString::number(end.exitCode)));
        isThrough = !end.wasKilled;
        kills += end.wasKilled ? 1 : 0;
    }
    qInfo("%d kills", kills);
    QVERIFY(kills >= 10);
}

void TortureTest::everyOperationEnds()
{
    Storage::StorageThread thread;
    Operations::Journal journal(m_folder.filePath(u"journal.sqlite"_s), thread);
    const auto opened = journal.open();
    const auto read = journal.all();
    QTRY_VERIFY(read.isFinished());
    const Result<Operations::JournalContents> contents = read.result();
    QVERIFY(opened.result() && contents);
    QCOMPARE(contents->unreadable, 0);
    QHash<OperationState, int> ends;
    for (const JournalEntry &entry : contents->entries) {
        m_operations.append(entry.operation);
        ++ends[entry.operation.state];
        QVERIFY2(entry.operation.isOver(), qPrintable(entry.operation.id.value));
    }
    qInfo("%d operations: %d succeeded, %d failed, %d ask", int(m_operations.size()),
          ends.value(OperationState::Succeeded), ends.value(OperationState::Failed),
          ends.value(OperationState::NeedsAnswer));
    QVERIFY(m_operations.size() >= operationCount);
    QVERIFY(ends.value(OperationState::Succeeded) > operationCount / 2);
}

bool TortureTest::isRemoved(const SnapshotKey &snapshot) const
{
    return std::ranges::any_of(m_operations, [&snapshot](const Operation &operation) {
        return operation.kind == OperationKind::Remove && operation.snapshot == snapshot;
    });
}

void TortureTest::nothingIsLostOrDoubled()
{
    for (const auto &cloud : m_clouds) {
        const QString vendor = cloud->cloud->options().vendor;
        const QStringList names = cloud->names();
        const QStringList ids = cloud->ids();
        for (const QString &id : m_before.value(vendor)) {
            const bool mayBeGone = isRemoved({{vendor}, SnapshotKind::Server, {id}})
                || isRemoved({{vendor}, SnapshotKind::Volume, {id}});
            QVERIFY2(mayBeGone || ids.contains(id), qPrintable(vendor + u": lost "_s + id));
        }
        for (const Operation &operation : std::as_const(m_operations)) {
            if (operation.account.value != vendor) {
                continue;
            }
            const bool hasSucceeded = operation.state == OperationState::Succeeded;
            if (operation.kind == OperationKind::Take) {
                const auto count = names.count(operation.snapshotName);
                const bool mustBeThere =
                    hasSucceeded && operation.snapshot && !isRemoved(*operation.snapshot);
                QVERIFY2(count <= 1, qPrintable(vendor + u": doubled "_s + operation.snapshotName));
                QVERIFY2(count == 1 || !mustBeThere,
                         qPrintable(vendor + u": lost "_s + operation.snapshotName));
            } else if (operation.kind == OperationKind::Remove && hasSucceeded) {
                QVERIFY2(!ids.contains(operation.snapshot->id.value),
                         qPrintable(vendor + u": came back "_s + operation.snapshot->id.value));
            }
        }
    }
}

QTEST_GUILESS_MAIN(TortureTest)
#include "torturetest.moc"
