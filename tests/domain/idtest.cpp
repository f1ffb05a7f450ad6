// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/keys.h"
#include "support/testenvironment.h"

#include <QHash>
#include <QSet>
#include <QTest>

#include <concepts>

using namespace Qt::StringLiterals;
using Domain::AccountId;
using Domain::ResourceId;
using Domain::ResourceKey;
using Domain::ResourceKind;
using Domain::SnapshotId;
using Domain::SnapshotKey;

class IdTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsKindsOfIdsApart();
    void isEmptyUntilItHasAValue();
    void comparesAndOrdersByValue();
    void hashesByValue();
    void tellsKeysApartByEveryPart();
};

void IdTest::keepsKindsOfIdsApart()
{
    static_assert(!std::convertible_to<SnapshotId, ResourceId>);
    static_assert(!std::convertible_to<QString, SnapshotId>);
    static_assert(!std::equality_comparable_with<SnapshotId, ResourceId>);
    static_assert(!std::convertible_to<SnapshotKey, ResourceKey>);
}

void IdTest::isEmptyUntilItHasAValue()
{
    QVERIFY(AccountId().isEmpty());
    QVERIFY(!AccountId{u"1"_s}.isEmpty());
}

void IdTest::comparesAndOrdersByValue()
{
    QVERIFY(AccountId{u"a"_s} == AccountId{u"a"_s});
    QVERIFY(AccountId{u"a"_s} != AccountId{u"A"_s});
    QVERIFY(AccountId{u"a"_s} < AccountId{u"b"_s});
    QVERIFY(AccountId{u"b"_s} > AccountId{u"a"_s});
    QVERIFY((AccountId{u"a"_s} <=> AccountId{u"a"_s}) == 0);
}

void IdTest::hashesByValue()
{
    const QSet<SnapshotId> ids{{u"1"_s}, {u"2"_s}, {u"1"_s}};
    QCOMPARE(ids.size(), 2);
    QVERIFY(ids.contains({u"2"_s}));
    QVERIFY(!ids.contains({u"3"_s}));
}

void IdTest::tellsKeysApartByEveryPart()
{
    const ResourceKey key{{u"account"_s}, ResourceKind::Server, {u"1"_s}};
    ResourceKey otherAccount = key;
    otherAccount.account = {u"other"_s};
    ResourceKey otherKind = key;
    otherKind.kind = ResourceKind::Volume;
    ResourceKey otherId = key;
    otherId.id = {u"2"_s};
    QHash<ResourceKey, int> places{{key, 0}, {otherAccount, 1}, {otherKind, 2}, {otherId, 3}};
    QCOMPARE(places.size(), 4);
    QCOMPARE(places.value(otherKind), 2);
    QVERIFY(key == (ResourceKey{{u"account"_s}, ResourceKind::Server, {u"1"_s}}));
}

QTEST_GUILESS_MAIN(IdTest)
#include "idtest.moc"
