// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotrow.h"

#include <QHash>

namespace Items {

using Domain::Location;
using Domain::LocationId;
using Domain::Resource;
using Domain::ResourceKey;
using Domain::Snapshot;

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
        row.unitPrice = m_prices.unitPrice(snapshot);
        if (row.unitPrice) {
            row.monthly = m_prices.monthly(snapshot);
            row.priceOrigin = m_prices.origin(snapshot);
        }
        return row;
    }

private:
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
};

} // namespace

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
