// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotrow.h"

#include <QHash>
#include <QSet>

namespace Items {

using Domain::Location;
using Domain::LocationId;
using Domain::Resource;
using Domain::ResourceKey;
using Domain::Snapshot;
using Domain::SnapshotKey;

namespace {

/// Makes the rows of one account; looks everything up by hash, since there may be very many.
class RowMaker
{
public:
    RowMaker(const RowSource &source, const Pricing::PriceBook &prices)
        : m_source(source)
        , m_prices(prices)
    {
        m_resources.reserve(source.resources.size());
        for (const Resource &resource : source.resources) {
            m_resources.insert(resource.key, &resource);
        }
        for (const Location &location : source.locations) {
            m_locations.insert(location.id, &location);
        }
        collectParts();
    }

    [[nodiscard]] SnapshotRow make(const Snapshot &snapshot) const
    {
        const Resource *source = snapshot.source ? m_resources.value(*snapshot.source) : nullptr;
        SnapshotRow row;
        row.snapshot = snapshot;
        row.accountName = m_source.account.name;
        row.providerName = m_source.providerName;
        row.colour = m_source.account.colour;
        row.sizeUnit = m_source.capabilities.sizeUnit;
        row.sourceName = source ? source->name : snapshot.sourceName;
        row.isSourceGone = m_source.areResourcesKnown && snapshot.source.has_value() && !source;
        setLocation(row, source);
        if (snapshot.sizeBytes.value_or(0) == 0) {
            row.partsBytes = partsBytes(snapshot);
        }
        row.unitPrice = m_prices.unitPrice(snapshot);
        if (row.unitPrice) {
            row.monthly = m_prices.monthly(snapshot);
            row.priceOrigin = m_prices.origin(snapshot);
        }
        return row;
    }

private:
    /// Few snapshots have parts, mostly none has.
    void collectParts()
    {
        QSet<SnapshotKey> wanted;
        for (const Snapshot &snapshot : m_source.snapshots) {
            for (const SnapshotKey &part : snapshot.parts) {
                wanted.insert(part);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        for (const Snapshot &snapshot : m_source.snapshots) {
            if (wanted.contains(snapshot.key)) {
                m_parts.insert(snapshot.key, &snapshot);
            }
        }
    }

    /// Nothing where the size of one of them is not known.
    [[nodiscard]] std::optional<qint64> partsBytes(const Snapshot &snapshot) const
    {
        std::optional<qint64> bytes;
        for (const SnapshotKey &key : snapshot.parts) {
            const Snapshot *part = m_parts.value(key);
            if (!part || !part->sizeBytes) {
                return std::nullopt;
            }
            bytes = bytes.value_or(0) + *part->sizeBytes;
        }
        return bytes;
    }

    void setLocation(SnapshotRow &row, const Resource *source) const
    {
        const LocationId &own = row.snapshot.location;
        const LocationId id = own.isEmpty() && source ? source->location : own;
        if (id.isEmpty()) {
            return;
        }
        const Location *location = m_locations.value(id);
        row.locationCode = location ? location->name : id.value;
        row.locationName =
            location && !location->title.isEmpty() ? location->title : row.locationCode;
    }

    const RowSource &m_source;
    const Pricing::PriceBook &m_prices;
    QHash<ResourceKey, const Resource *> m_resources;
    QHash<LocationId, const Location *> m_locations;
    QHash<SnapshotKey, const Snapshot *> m_parts;
};

} // namespace

std::optional<qint64> shownBytes(const SnapshotRow &row)
{
    return row.partsBytes ? row.partsBytes : row.snapshot.sizeBytes;
}

QList<SnapshotRow> makeRows(const RowSource &source, const Pricing::PriceBook &prices)
{
    const RowMaker maker(source, prices);
    QList<SnapshotRow> rows;
    rows.reserve(source.snapshots.size());
    for (const Snapshot &snapshot : source.snapshots) {
        rows.append(maker.make(snapshot));
    }
    return rows;
}

} // namespace Items
