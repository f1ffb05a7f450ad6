// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/inventorycoding.h"

#include "inventory/bytereader.h"
#include "inventory/bytewriter.h"

#include <QCryptographicHash>
#include <QTimeZone>

#include <concepts>

namespace Inventory {

namespace {

/// A value to read into, or the same to write from.
template <class Given, class Value>
concept Some = std::same_as<std::remove_const_t<Given>, Value>;

/// Names the fields of every value once, for writing and reading alike. A field that is added to a
/// value does not compile until it is named here. A change of the fields, of their order or of an
/// enumeration is a new version of the cache's schema.
template <class Bytes>
class FieldCoder
{
public:
    explicit FieldCoder(Bytes &bytes)
        : m_bytes(bytes)
    {
    }

    void code(Some<AccountInventory> auto &inventory)
    {
        time(inventory.asOf);
        code(inventory.identity);
        m_bytes.flag(inventory.isReadOnly);
        list(inventory.locations);
        list(inventory.projects);
        list(inventory.resources);
        list(inventory.snapshots);
        code(inventory.prices);
    }

private:
    template <class Tag>
    void code(const Domain::Id<Tag> &id)
    {
        m_bytes.text(id.value);
    }

    template <class Tag>
    void code(Domain::Id<Tag> &id)
    {
        m_bytes.text(id.value);
    }

    void code(Some<QString> auto &text) { m_bytes.text(text); }
    void code(Some<qint64> auto &number) { m_bytes.number(number); }
    void code(Some<bool> auto &value) { m_bytes.flag(value); }

    void code(Some<Domain::Money> auto &money)
    {
        auto &[nanos, currency] = money;
        code(nanos);
        code(currency);
    }

    void code(Some<Domain::UnitPrice> auto &price)
    {
        auto &[amount, unit] = price;
        code(amount);
        choice(unit, Domain::PriceUnit::PerMonth);
    }

    void code(Some<Domain::Identity> auto &identity)
    {
        auto &[name, isReadOnly, balance] = identity;
        code(name);
        optional(isReadOnly);
        optional(balance);
    }

    void code(Some<Domain::Location> auto &location)
    {
        auto &[id, name, title, country, continent, isComingSoon] = location;
        code(id);
        code(name);
        code(title);
        code(country);
        code(continent);
        code(isComingSoon);
    }

    void code(Some<Domain::Project> auto &project)
    {
        auto &[id, name] = project;
        code(id);
        code(name);
    }

    void code(Some<Domain::ResourceKey> auto &key)
    {
        auto &[account, kind, id] = key;
        code(account);
        choice(kind, Domain::ResourceKind::Volume);
        code(id);
    }

    void code(Some<Domain::SnapshotKey> auto &key)
    {
        auto &[account, kind, id] = key;
        code(account);
        choice(kind, Domain::SnapshotKind::Volume);
        code(id);
    }

    void code(Some<Domain::Resource> auto &resource)
    {
        auto &[key, name, project, location, power, rawState, sizeBytes, architecture, created,
               addresses, attachedTo, volumes, isLocked, isDeleteProtected, isRebuildProtected,
               isVolumeBacked, plan, labels, takeObstacle, storageCategory, hasAutomaticBackups] =
            resource;
        code(key);
        code(name);
        code(project);
        code(location);
        choice(power, Domain::PowerState::Unknown);
        code(rawState);
        optional(sizeBytes);
        code(architecture);
        time(created);
        list(addresses);
        optional(attachedTo);
        list(volumes);
        code(isLocked);
        code(isDeleteProtected);
        code(isRebuildProtected);
        code(isVolumeBacked);
        code(plan);
        map(labels);
        choice(takeObstacle, Domain::TakeObstacle::Suspended);
        code(storageCategory);
        optional(hasAutomaticBackups);
    }

    void code(Some<Domain::Snapshot> auto &snapshot)
    {
        auto &[key, name, created, sizeBytes, rawSize, diskBytes, status, rawStatus, source,
               sourceName, location, project, price, parts, isProtected, isInUse, architecture,
               labels, raw] = snapshot;
        code(key);
        code(name);
        time(created);
        optional(sizeBytes);
        code(rawSize);
        optional(diskBytes);
        choice(status, Domain::SnapshotStatus::Unknown);
        code(rawStatus);
        optional(source);
        code(sourceName);
        code(location);
        code(project);
        optional(price);
        list(parts);
        code(isProtected);
        code(isInUse);
        code(architecture);
        map(labels);
        static_cast<void>(raw);
    }

    void code(Some<Domain::SnapshotPrice> auto &price)
    {
        auto &[kind, location, unitPrice, storageCategory, plan, planName] = price;
        choice(kind, Domain::SnapshotKind::Volume);
        code(location);
        code(unitPrice);
        code(storageCategory);
        code(plan);
        code(planName);
    }

    void code(Some<Domain::BillingCycle> auto &cycle)
    {
        auto &[id, name, isForSnapshots] = cycle;
        code(id);
        code(name);
        code(isForSnapshots);
    }

    void code(Some<Domain::PriceList> auto &prices)
    {
        auto &[currency, vatRate, snapshots, billingCycles, billingRule, automaticBackupPercent] =
            prices;
        code(currency);
        code(vatRate);
        list(snapshots);
        list(billingCycles);
        choice(billingRule, Domain::BillingRule::FixedProrata);
        code(automaticBackupPercent);
    }

    template <class Enum>
    void choice(const Enum &value, Enum)
    {
        m_bytes.number(qint64(value));
    }

    template <class Enum>
    void choice(Enum &value, Enum last)
    {
        qint64 number = 0;
        m_bytes.number(number);
        if (number < 0 || number > qint64(last)) {
            m_bytes.refuse();
            return;
        }
        value = static_cast<Enum>(number);
    }

    void time(const QDateTime &value)
    {
        m_bytes.flag(value.isValid());
        if (value.isValid()) {
            m_bytes.number(value.toMSecsSinceEpoch());
        }
    }

    void time(QDateTime &value)
    {
        if (readFlag()) {
            qint64 milliseconds = 0;
            m_bytes.number(milliseconds);
            value = QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC);
        }
    }

    template <class T>
    void optional(const std::optional<T> &value)
    {
        m_bytes.flag(value.has_value());
        if (value) {
            code(*value);
        }
    }

    template <class T>
    void optional(std::optional<T> &value)
    {
        if (readFlag()) {
            code(value.emplace());
        }
    }

    template <class T>
    void list(const QList<T> &rows)
    {
        m_bytes.number(rows.size());
        for (const T &row : rows) {
            code(row);
        }
    }

    template <class T>
    void list(QList<T> &rows)
    {
        const qint64 count = readCount();
        // Most rows take more; a wrong count takes no more memory than some times the bytes.
        constexpr qint64 leastBytes = 8;
        rows.reserve(qBound(qint64(0), count, qint64(m_bytes.left()) / leastBytes));
        for (qint64 row = 0; row < count && !m_bytes.isBroken(); ++row) {
            code(rows.emplace_back());
        }
    }

    void map(const QMap<QString, QString> &values)
    {
        m_bytes.number(values.size());
        for (const auto &[key, value] : values.asKeyValueRange()) {
            code(key);
            code(value);
        }
    }

    void map(QMap<QString, QString> &values)
    {
        const qint64 count = readCount();
        for (qint64 i = 0; i < count && !m_bytes.isBroken(); ++i) {
            QString key;
            code(key);
            code(values[key]);
        }
    }

    bool readFlag()
    {
        bool value = false;
        m_bytes.flag(value);
        return value;
    }

    qint64 readCount()
    {
        qint64 count = 0;
        m_bytes.number(count);
        if (count < 0) {
            m_bytes.refuse();
        }
        return count;
    }

    Bytes &m_bytes;
};

/// Finds bytes that rotted, which SQLite does not look for.
QByteArray checksumOf(QByteArrayView values)
{
    return QCryptographicHash::hash(values, QCryptographicHash::Blake2s_128);
}

} // namespace

QByteArray sealed(const QByteArray &values)
{
    return checksumOf(values) + values;
}

QByteArray encodeInventory(const AccountInventory &inventory)
{
    ByteWriter writer;
    FieldCoder coder(writer);
    coder.code(inventory);
    return sealed(writer.bytes());
}

std::optional<AccountInventory> decodeInventory(QByteArrayView bytes)
{
    const int checksumSize = QCryptographicHash::hashLength(QCryptographicHash::Blake2s_128);
    if (bytes.size() < checksumSize) {
        return std::nullopt;
    }
    const QByteArrayView values = bytes.sliced(checksumSize);
    if (bytes.first(checksumSize) != checksumOf(values)) {
        return std::nullopt;
    }
    ByteReader reader(values);
    AccountInventory inventory;
    FieldCoder coder(reader);
    coder.code(inventory);
    if (reader.isBroken() || !reader.isAtEnd()) {
        return std::nullopt;
    }
    return inventory;
}

} // namespace Inventory
