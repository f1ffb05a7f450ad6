// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/sourcetreemodel.h"

#include "items/wordfilter.h"
#include "support/modeltext.h"
#include "support/testenvironment.h"
#include "takestory.h"

#include <KDescendantsProxyModel>

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Domain;
using namespace Items;
using namespace TakeStory;
using Support::columnText;
using Support::modelText;

namespace {

QList<SourceChoice> software(const TakeAccount &account = portal())
{
    return sourceChoices(account, {u"ygn"_s}, {u"software-4"_s});
}

/// The tree, flat and searched, each watched by a tester.
struct Flattened
{
    SourceTreeModel tree;
    KDescendantsProxyModel flat;
    WordFilter filter;
    QAbstractItemModelTester treeTester{&tree,
                                        QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester filterTester{&filter,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal};

    Flattened()
    {
        flat.setSourceModel(&tree);
        filter.setSourceModel(&flat);
        tree.merge(software());
    }

    [[nodiscard]] QString names() const { return columnText(filter, SourceTreeModel::Name); }
};

} // namespace

class SourceTreeModelTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

private Q_SLOTS:
    void volumesStandBelowTheirServer()
    {
        const Flattened all;
        QCOMPARE(modelText(all.tree).trimmed(),
                 u"mail | 80.00 GB |  | running\n"
                 "  mail-disk | 120.00 GB | mail | in use\n"
                 "archive | 500.00 GB | — | free\n"
                 "old-disk | 20.00 GB | — | free"_s);
        QCOMPARE(all.names(), u"mail mail-disk archive old-disk"_s);
    }

    void whatCanNotBeChosenCanBeGoneToAndTellsWhy()
    {
        const Flattened all;
        const QModelIndex frozen = all.filter.index(3, 0);
        QVERIFY(!frozen.flags().testFlag(Qt::ItemIsSelectable));
        QVERIFY(frozen.flags().testFlag(Qt::ItemIsEnabled));
        QCOMPARE(frozen.data(ReasonRole).toString(), u"The operator has frozen old-disk."_s);
        QVERIFY(frozen.data(Qt::AccessibleTextRole)
                    .toString()
                    .endsWith(u"Can't be chosen: The operator has frozen old-disk."_s));
    }

    void findsByEveryColumn()
    {
        Flattened all;
        all.filter.setWords(u"MAIL"_s);
        QCOMPARE(all.names(), u"mail mail-disk"_s);
        all.filter.setWords(u"mail use"_s);
        QCOMPARE(all.names(), u"mail-disk"_s);
        all.filter.setWords(u"500"_s);
        QCOMPARE(all.names(), u"archive"_s);
        all.filter.setWords(u"nothing such"_s);
        QCOMPARE(all.names(), QString());
        all.filter.setWords(u"  "_s);
        QCOMPARE(all.filter.rowCount(), 4);
    }

    void aRefreshTouchesOnlyWhatChanged()
    {
        Flattened all;
        const QPersistentModelIndex archive = all.filter.index(2, 0);
        Support::ModelLog log(all.tree);
        all.tree.merge(software());
        QCOMPARE(log.take(), QString());
        TakeAccount changed = portal();
        changed.resources[3].sizeBytes = 130 * Portal::gigabyte;
        all.tree.merge(software(changed));
        QCOMPARE(log.take(), u"mail: changed 0-0"_s);
        QVERIFY(archive.isValid());
        QCOMPARE(all.filter.index(1, SourceTreeModel::Size).data().toString(), u"130.00 GB"_s);
    }

    void followsServersAndVolumesThatComeAndGo()
    {
        Flattened all;
        TakeAccount changed = portal();
        changed.resources[3].attachedTo.reset(); // detached
        changed.resources.removeAt(4); // archive
        changed.resources.append(
            Portal::resource(Portal::server(u"alpha"_s), u"ygn"_s, u"software-4"_s, 30));
        all.tree.merge(software(changed));
        QCOMPARE(all.names(), u"alpha mail mail-disk old-disk"_s);
        all.tree.merge({});
        QCOMPARE(all.filter.rowCount(), 0);
        all.tree.merge(software());
        QCOMPARE(all.names(), u"mail mail-disk archive old-disk"_s);
    }
};

QTEST_GUILESS_MAIN(SourceTreeModelTest)
#include "sourcetreemodeltest.moc"
