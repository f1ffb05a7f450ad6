// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/inventorycoding.h"

#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Domain;
using Inventory::AccountInventory;
using Inventory::decodeInventory;
using Inventory::encodeInventory;
using Inventory::sealed;

namespace {

constexpr qsizetype checksumSize = 16;

QDateTime moment()
{
    return QDateTime({2026, 2, 3}, {4, 5, 6, 789}, QTimeZone::UTC);
}

/// Emoji, Burmese, right to left, a zero and a line break among them.
QString strangeText()
{
    return u"\U0001f9ca \u1019\u103c\u1014\u103a\u1019\u102c \u05d0\u05d1 \u202e \0 \n\"'\\"_s;
}

ResourceKey serverKey()
{
    return {{u"acc"_s}, ResourceKind::Server, {u"7"_s}};
}

ResourceKey volumeKey()
{
    return {{u"acc"_s}, ResourceKind::Volume, {u"8"_s}};
}

UnitPrice unitPrice()
{
    return {{std::numeric_limits<qint64>::max(), u"EUR"_s}, PriceUnit::PerMonth};
}

Resource fullResource()
{
    Resource resource;
    resource.key = volumeKey();
    resource.name = strangeText();
    resource.project = {u"p"_s};
    resource.location = {u"fsn1"_s};
    resource.power = PowerState::Changing;
    resource.rawState = u"migrating"_s;
    resource.sizeBytes = 40'000'000'000;
    resource.architecture = u"arm"_s;
    resource.created = moment();
    resource.addresses = {u"192.0.2.1"_s, u"2001:db8::1"_s};
    resource.attachedTo = serverKey();
    resource.volumes = {volumeKey(), serverKey()};
    resource.isLocked = true;
    resource.isDeleteProtected = true;
    resource.isRebuildProtected = true;
    resource.plan = u"cx22"_s;
    resource.labels = {{u"a"_s, u"1"_s}, {strangeText(), {}}};
    resource.takeObstacle = TakeObstacle::Suspended;
    resource.storageCategory = u"nvme"_s;
    resource.hasAutomaticBackups = false;
    return resource;
}

Snapshot fullSnapshot()
{
    Snapshot snapshot;
    snapshot.key = {{u"acc"_s}, SnapshotKind::Volume, {u"901"_s}};
    snapshot.name = strangeText();
    snapshot.created = moment().addDays(-1);
    snapshot.sizeBytes = 9'007'199'254'740'993; // more than a double holds
    snapshot.rawSize = u"20"_s;
    snapshot.diskBytes = 0;
    snapshot.status = SnapshotStatus::Removing;
    snapshot.rawStatus = u"deleting"_s;
    snapshot.source = serverKey();
    snapshot.sourceName = u"web-1"_s;
    snapshot.location = {u"fsn1"_s};
    snapshot.project = {u"p"_s};
    snapshot.price = unitPrice();
    snapshot.isProtected = true;
    snapshot.isInUse = true;
    snapshot.architecture = u"x86"_s;
    snapshot.labels = {{u"snapdeck/op"_s, u"m"_s}};
    return snapshot;
}

PriceList fullPrices()
{
    PriceList prices;
    prices.currency = u"EUR"_s;
    prices.vatRate = u"19.00"_s;
    prices.snapshots = {
        {SnapshotKind::Volume, {u"fsn1"_s}, unitPrice(), u"nvme"_s, {u"1"_s}, u"S"_s}, {}};
    prices.billingCycles = {{{u"1"_s}, u"hourly"_s, true}, {}};
    prices.billingRule = BillingRule::FixedProrata;
    prices.automaticBackupPercent = u"20.00"_s;
    return prices;
}

AccountInventory full()
{
    AccountInventory inventory;
    inventory.asOf = moment();
    inventory.identity = {strangeText(), false, Money{-5, u"USD"_s}};
    inventory.isReadOnly = true;
    inventory.locations = {{{u"1"_s}, u"fsn1"_s, u"Falkenstein"_s, u"DE"_s, u"Europe"_s, true}, {}};
    inventory.projects = {{{u"p"_s}, strangeText()}, {}};
    inventory.resources = {fullResource(), {}};
    inventory.snapshots = {fullSnapshot(), {}};
    inventory.prices = fullPrices();
    return inventory;
}

/// What differs; empty: nothing that is kept.
QString differences(const AccountInventory &a, const AccountInventory &b)
{
    QStringList names;
    const auto note = [&names](const QString &name, bool isSame) {
        if (!isSame) {
            names.append(name);
        }
    };
    note(u"asOf"_s, a.asOf == b.asOf);
    note(u"identity"_s, a.identity == b.identity);
    note(u"isReadOnly"_s, a.isReadOnly == b.isReadOnly);
    note(u"locations"_s, a.locations == b.locations);
    note(u"projects"_s, a.projects == b.projects);
    note(u"resources"_s, a.resources == b.resources);
    note(u"snapshots"_s, a.snapshots == b.snapshots);
    note(u"prices"_s, a.prices == b.prices);
    return names.join(u' ');
}

QByteArray flipped(QByteArray bytes, qsizetype place, int bit)
{
    bytes[place] = static_cast<char>(bytes.at(place) ^ (1 << bit));
    return bytes;
}

} // namespace

class InventoryCodingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFieldComesBack();
    void whatIsAbsentStaysAbsent();
    void timesComeBackInUtc();
    void everyKindOfAValueComesBack();
    void theVendorsJsonIsLeftOut();
    void aTextIsWrittenOnce();
    void oneByteThatRottedIsFound();
    void aFileThatWasCutShortIsFound();
    void bytesThatNobodyWroteDoNoHarm();
    void wrongValuesDoNoHarm_data();
    void wrongValuesDoNoHarm();

private:
    const Support::TestEnvironment m_environment;
};

void InventoryCodingTest::everyFieldComesBack()
{
    const std::optional<AccountInventory> read = decodeInventory(encodeInventory(full()));
    QVERIFY(read);
    QCOMPARE(differences(*read, full()), QString());
    QVERIFY(!(full().resources.at(0) == Resource()) && !(full().snapshots.at(0) == Snapshot()));
}

void InventoryCodingTest::whatIsAbsentStaysAbsent()
{
    const AccountInventory none;
    const std::optional<AccountInventory> read = decodeInventory(encodeInventory(none));
    QVERIFY(read);
    QCOMPARE(differences(*read, none), QString());
    QVERIFY(!read->asOf.isValid());
    QVERIFY(!read->identity.isReadOnly);
}

void InventoryCodingTest::timesComeBackInUtc()
{
    const std::optional<AccountInventory> read = decodeInventory(encodeInventory(full()));
    QVERIFY(read);
    QCOMPARE(read->asOf.timeSpec(), Qt::UTC);
    QCOMPARE(read->snapshots.at(0).created.timeSpec(), Qt::UTC);
    QVERIFY(!read->snapshots.at(1).created.isValid());
}

void InventoryCodingTest::everyKindOfAValueComesBack()
{
    AccountInventory inventory;
    for (int i = 0; i <= int(SnapshotStatus::Unknown); ++i) {
        Snapshot snapshot;
        snapshot.status = SnapshotStatus(i);
        snapshot.price = UnitPrice{{i - 2, u"EUR"_s}, PriceUnit(i % 4)};
        inventory.snapshots.append(snapshot);
    }
    for (int i = 0; i <= int(PowerState::Unknown); ++i) {
        Resource resource;
        resource.power = PowerState(i);
        resource.takeObstacle = TakeObstacle(i % 4);
        inventory.resources.append(resource);
    }
    const std::optional<AccountInventory> read = decodeInventory(encodeInventory(inventory));
    QVERIFY(read);
    QCOMPARE(differences(*read, inventory), QString());
}

void InventoryCodingTest::theVendorsJsonIsLeftOut()
{
    AccountInventory inventory = full();
    inventory.snapshots[0].raw = u"{\"id\": 901, \"note\": \"demo-secret-in-json\"}"_s;
    const QByteArray bytes = encodeInventory(inventory);
    QCOMPARE(bytes, encodeInventory(full()));
    QVERIFY(!bytes.contains("demo-secret"));
}

void InventoryCodingTest::aTextIsWrittenOnce()
{
    AccountInventory inventory;
    inventory.snapshots = QList<Snapshot>(1000, fullSnapshot());
    const QByteArray bytes = encodeInventory(inventory);
    QCOMPARE(bytes.count("web-1"), 1);
    QVERIFY2(bytes.size() < 80'000, qPrintable(QString::number(bytes.size())));
}

void InventoryCodingTest::oneByteThatRottedIsFound()
{
    const QByteArray bytes = encodeInventory(full());
    for (qsizetype place = 0; place < bytes.size(); ++place) {
        for (int bit = 0; bit < 8; ++bit) {
            QVERIFY2(!decodeInventory(flipped(bytes, place, bit)),
                     qPrintable(u"byte %1 bit %2"_s.arg(place).arg(bit)));
        }
    }
}

void InventoryCodingTest::aFileThatWasCutShortIsFound()
{
    const QByteArray bytes = encodeInventory(full());
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        QVERIFY2(!decodeInventory(bytes.first(size)), qPrintable(QString::number(size)));
        // The same under a checksum that is right.
        if (size > checksumSize) {
            QVERIFY2(!decodeInventory(sealed(bytes.first(size).sliced(checksumSize))),
                     qPrintable(QString::number(size)));
        }
    }
    QVERIFY(!decodeInventory(sealed(bytes.sliced(checksumSize) + '\0')));
}

/// Under a checksum that is right: some of it may even be read, and all of it ends.
void InventoryCodingTest::bytesThatNobodyWroteDoNoHarm()
{
    const QByteArray values = encodeInventory(full()).sliced(checksumSize);
    int refused = 0;
    for (qsizetype place = 0; place < values.size(); ++place) {
        for (int bit = 0; bit < 8; ++bit) {
            refused += decodeInventory(sealed(flipped(values, place, bit))) ? 0 : 1;
        }
        QByteArray holed = values;
        refused += decodeInventory(sealed(holed.remove(place, 3))) ? 0 : 1;
    }
    QVERIFY(refused > 0);
    QVERIFY(refused < values.size() * 9);
}

void InventoryCodingTest::wrongValuesDoNoHarm_data()
{
    QTest::addColumn<QByteArray>("values");
    const QByteArray most = QByteArray(9, '\xff') + '\x01'; // 2^64 - 1
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("more texts than bytes") << most + "abc";
    QTest::addRow("a text longer than the bytes") << QByteArray("\x01") + most + "abc";
    QTest::addRow("a number without end") << QByteArray(40, '\xff');
    QTest::addRow("a flag that is neither") << QByteArray("\x00\x02", 2);
    // No texts; no time; then the identity's name, which is none of them.
    QTest::addRow("a text that is not there") << QByteArray("\x00\x00\x05", 3);
    // One empty text; no time; identity without anything; not read-only; then a count.
    const QByteArray head("\x01\x00\x00\x00\x00\x00\x00", 7);
    QTest::addRow("more rows than bytes") << head + most.first(9) + '\x00';
    QTest::addRow("fewer than no rows") << head + '\x01';
    QTest::addRow("the greatest number of rows") << head + '\xfe' + most.sliced(1);
}

void InventoryCodingTest::wrongValuesDoNoHarm()
{
    QFETCH(QByteArray, values);
    QVERIFY(!decodeInventory(sealed(values)));
    QVERIFY(!decodeInventory(values));
}

QTEST_GUILESS_MAIN(InventoryCodingTest)
#include "inventorycodingtest.moc"
