// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotfigures.h"

#include "items/displaytext.h"

#include <QCoreApplication>

namespace Items {

using Domain::Snapshot;
using Domain::SnapshotStatus;

namespace {

class FigureWords
{
    Q_DECLARE_TR_FUNCTIONS(SnapshotTable)
};

} // namespace

QString sizeExplanation(const SnapshotRow &row)
{
    const Snapshot &snapshot = row.snapshot;
    if (row.partsBytes) {
        return snapshot.parts.size() == 1
            ? FigureWords::tr("The size of the volume snapshot that holds its data, which is "
                              "listed by itself.")
            : FigureWords::tr("The sizes of the %n volume snapshots that hold its data added up. "
                              "Each is listed by itself.",
                              nullptr, int(snapshot.parts.size()));
    }
    if (!snapshot.rawSize.isEmpty() && !snapshot.sizeBytes) {
        return FigureWords::tr("The provider gives the size without a unit: nothing is worked out "
                               "from it.");
    }
    if (!snapshot.sizeBytes) {
        return snapshot.status == SnapshotStatus::Creating
            ? FigureWords::tr("The size is known once the snapshot is ready.")
            : FigureWords::tr("The provider does not tell the size.");
    }
    const QString size = sizeText(*snapshot.sizeBytes, row.sizeUnit);
    return snapshot.diskBytes ? FigureWords::tr("%1, of a disk of %2")
                                    .arg(size, sizeText(*snapshot.diskBytes, row.sizeUnit))
                              : size;
}

QString priceExplanation(const SnapshotRow &row)
{
    if (row.partsBytes && !row.monthly) {
        return FigureWords::tr("What it costs is the price of the volume snapshots that hold its "
                               "data, which are listed by themselves.");
    }
    if (!row.unitPrice) {
        return FigureWords::tr("No price is known for this snapshot.");
    }
    const QString rate = unitPriceText(*row.unitPrice, row.priceOrigin, row.sizeUnit);
    switch (row.unitPrice->unit) {
    case Domain::PriceUnit::PerHour:
    case Domain::PriceUnit::PerMonth:
        return FigureWords::tr("Estimate: %1").arg(rate);
    case Domain::PriceUnit::PerGbMonth:
    case Domain::PriceUnit::PerGbHour:
        break;
    }
    return row.snapshot.sizeBytes
        ? FigureWords::tr("Estimate: %1 × %2")
              .arg(sizeText(*row.snapshot.sizeBytes, row.sizeUnit), rate)
        : FigureWords::tr("The size is not known yet. It costs %1.").arg(rate);
}

} // namespace Items
