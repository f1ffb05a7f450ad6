// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotcolumns.h"

#include "items/displaytext.h"
#include "items/snapshotfigures.h"

#include <QCoreApplication>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::SnapshotStatus;

namespace {

class ColumnWords
{
    Q_DECLARE_TR_FUNCTIONS(SnapshotTable)
};

constexpr QStringView dash = u"—";

bool isOfServer(const SnapshotRow &row)
{
    return row.snapshot.key.kind == Domain::SnapshotKind::Server;
}

QString sourceRemovedText(const SnapshotRow &row)
{
    return isOfServer(row) ? ColumnWords::tr("server removed") : ColumnWords::tr("volume removed");
}

QString statusCellText(const SnapshotRow &row)
{
    if (row.isToBeRemoved) {
        return ColumnWords::tr("to be removed");
    }
    const QString status = statusText(row.snapshot);
    return row.percent ? ColumnWords::tr("%1 %2 %", "status and percent")
                             .arg(status, QLocale().toString(*row.percent))
                       : status;
}

QString sourceCellText(const SnapshotRow &row)
{
    if (!row.sourceName.isEmpty()) {
        return row.sourceName.simplified();
    }
    return row.isSourceGone ? sourceRemovedText(row) : dash.toString();
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? dash.toString() : text;
}

QString nameExplanation(const SnapshotRow &row)
{
    const QString name = snapshotNameText(row.snapshot);
    QStringList lines{row.snapshot.isProtected
                          ? ColumnWords::tr("%1, protected against removal").arg(name)
                          : name};
    if (row.keepUntil.isValid()) {
        lines.append(ColumnWords::tr("Kept until %1; past that its removal is proposed. It is "
                                     "never removed by itself.")
                         .arg(dateText(row.keepUntil)));
    }
    return lines.join(u'\n');
}

QString nameNote(const SnapshotRow &row, const QDateTime &now)
{
    if (!row.keepUntil.isValid()) {
        return {};
    }
    const QString day = dateText(row.keepUntil, now);
    return row.keepUntil > now
        ? ColumnWords::tr("until %1", "kept").arg(day)
        : ColumnWords::tr("past %1", "the day it was to be kept until").arg(day);
}

QString spokenName(const SnapshotRow &row, const QDateTime &now)
{
    QString text = snapshotNameText(row.snapshot);
    if (row.snapshot.isProtected) {
        text = ColumnWords::tr("%1, protected").arg(text);
    }
    if (row.keepUntil.isValid()) {
        const QString day = dateText(row.keepUntil, now);
        text = row.keepUntil > now ? ColumnWords::tr("%1, kept until %2").arg(text, day)
                                   : ColumnWords::tr("%1, past its date, %2").arg(text, day);
    }
    return row.isToBeRemoved ? ColumnWords::tr("%1, to be removed").arg(text) : text;
}

QString statusExplanation(const SnapshotRow &row)
{
    if (row.isToBeRemoved) {
        return ColumnWords::tr("Its removal is confirmed and not sent yet: it can be undone.");
    }
    switch (row.snapshot.status) {
    case SnapshotStatus::Creating:
        return ColumnWords::tr("The provider is still making this copy.");
    case SnapshotStatus::Ready:
        return row.snapshot.isInUse
            ? ColumnWords::tr("The copy is complete. What it was taken of runs on it, so it can't "
                              "be removed now.")
            : ColumnWords::tr("The copy is complete and can be used.");
    case SnapshotStatus::Failed:
        return ColumnWords::tr("The provider could not make this copy. It can't be used; "
                               "removing it loses nothing.");
    case SnapshotStatus::Removing:
        return ColumnWords::tr("The provider is removing this copy.");
    case SnapshotStatus::Unknown:
        break;
    }
    return row.snapshot.rawStatus.isEmpty()
        ? ColumnWords::tr("The provider does not tell the state.")
        : ColumnWords::tr("The provider calls the state %1.")
              .arg(quotedName(row.snapshot.rawStatus));
}

QString sourceExplanation(const SnapshotRow &row)
{
    if (row.sourceName.isEmpty() && !row.isSourceGone) {
        return ColumnWords::tr("The provider does not tell what this is a snapshot of.");
    }
    if (!row.isSourceGone) {
        return row.sourceName;
    }
    if (row.sourceName.isEmpty()) {
        return isOfServer(row) ? ColumnWords::tr("Its server no longer exists.")
                               : ColumnWords::tr("Its volume no longer exists.");
    }
    return (isOfServer(row) ? ColumnWords::tr("Its server %1 no longer exists.")
                            : ColumnWords::tr("Its volume %1 no longer exists."))
        .arg(inlineName(row.sourceName));
}

QString locationExplanation(const SnapshotRow &row)
{
    if (!row.locationName.isEmpty()) {
        return row.locationCode.isEmpty() || row.locationCode == row.locationName
            ? row.locationName
            : ColumnWords::tr("%1 (%2)", "location and its short name")
                  .arg(row.locationName, row.locationCode);
    }
    if (row.isSourceGone) {
        return isOfServer(row)
            ? ColumnWords::tr(
                  "The provider keeps no location of a snapshot, and its server no longer "
                  "exists.")
            : ColumnWords::tr(
                  "The provider keeps no location of a snapshot, and its volume no longer "
                  "exists.");
    }
    return ColumnWords::tr(
        "The provider tells no location, neither of the snapshot nor of its source.");
}

} // namespace

QString headerText(SnapshotModel::Column column)
{
    switch (column) {
    case SnapshotModel::Name:
        return ColumnWords::tr("Name");
    case SnapshotModel::Timestamp:
        return ColumnWords::tr("Timestamp");
    case SnapshotModel::Size:
        return ColumnWords::tr("Size");
    case SnapshotModel::Status:
        return ColumnWords::tr("Status");
    case SnapshotModel::Source:
        return ColumnWords::tr("Source");
    case SnapshotModel::Kind:
        return ColumnWords::tr("Kind");
    case SnapshotModel::Location:
        return ColumnWords::tr("Location");
    case SnapshotModel::PerMonth:
        return ColumnWords::tr("Per month");
    case SnapshotModel::Account:
        return ColumnWords::tr("Account");
    case SnapshotModel::ColumnCount:
        break;
    }
    return {};
}

QString headerToolTip(SnapshotModel::Column column)
{
    switch (column) {
    case SnapshotModel::Name:
        return ColumnWords::tr("The snapshot's name or description");
    case SnapshotModel::Timestamp:
        return ColumnWords::tr("When it was taken, in your time zone");
    case SnapshotModel::Size:
        return ColumnWords::tr("What is stored and billed");
    case SnapshotModel::Status:
        return ColumnWords::tr("What the provider says of it");
    case SnapshotModel::Source:
        return ColumnWords::tr("The server or volume it is a copy of");
    case SnapshotModel::Kind:
        return ColumnWords::tr("Whether it is of a server or a volume");
    case SnapshotModel::Location:
        return ColumnWords::tr("Where it is kept, else where its source is");
    case SnapshotModel::PerMonth:
        return ColumnWords::tr("Estimate of what it costs a month, without tax");
    case SnapshotModel::Account:
        return ColumnWords::tr("The account that owns it");
    case SnapshotModel::ColumnCount:
        break;
    }
    return {};
}

Qt::Alignment columnAlignment(SnapshotModel::Column column)
{
    const bool isNumber = column == SnapshotModel::Size || column == SnapshotModel::PerMonth;
    return (isNumber ? Qt::AlignRight : Qt::AlignLeading) | Qt::AlignVCenter;
}

QString displayText(const SnapshotRow &row, SnapshotModel::Column column, const QDateTime &now)
{
    switch (column) {
    case SnapshotModel::Name:
        return snapshotNameText(row.snapshot);
    case SnapshotModel::Timestamp:
        return timestampText(row.snapshot.created, now);
    case SnapshotModel::Size:
        return row.partsBytes ? sizeText(*row.partsBytes, row.sizeUnit)
                              : orDash(sizeText(row.snapshot, row.sizeUnit));
    case SnapshotModel::Status:
        return statusCellText(row);
    case SnapshotModel::Source:
        return sourceCellText(row);
    case SnapshotModel::Kind:
        return kindText(row.snapshot.key.kind);
    case SnapshotModel::Location:
        return orDash(row.locationName);
    case SnapshotModel::PerMonth:
        return row.monthly ? moneyText(*row.monthly) : dash.toString();
    case SnapshotModel::Account:
        return orDash(row.accountName);
    case SnapshotModel::ColumnCount:
        break;
    }
    return {};
}

QString secondaryText(const SnapshotRow &row, SnapshotModel::Column column, const QDateTime &now)
{
    if (column == SnapshotModel::Name && row.keepUntil.isValid()) {
        return u" · "_s + nameNote(row, now);
    }
    if (column == SnapshotModel::Timestamp && row.snapshot.created.isValid()) {
        return u" · "_s + ageText(row.snapshot.created, now);
    }
    if (column == SnapshotModel::Source && row.isSourceGone && !row.sourceName.isEmpty()) {
        return u" · "_s + ColumnWords::tr("removed");
    }
    return {};
}

QString explanation(const SnapshotRow &row, SnapshotModel::Column column)
{
    switch (column) {
    case SnapshotModel::Name:
        return nameExplanation(row);
    case SnapshotModel::Timestamp:
        return row.snapshot.created.isValid() ? isoText(row.snapshot.created)
                                              : ColumnWords::tr("The provider does not tell when.");
    case SnapshotModel::Size:
        return sizeExplanation(row);
    case SnapshotModel::Status:
        return statusExplanation(row);
    case SnapshotModel::Source:
        return sourceExplanation(row);
    case SnapshotModel::Kind:
        return isOfServer(row) ? ColumnWords::tr("A snapshot of a server's disk")
                               : ColumnWords::tr("A snapshot of a volume");
    case SnapshotModel::Location:
        return locationExplanation(row);
    case SnapshotModel::PerMonth:
        return priceExplanation(row);
    case SnapshotModel::Account:
        return row.providerName.isEmpty() ? row.accountName
                                          : ColumnWords::tr("%1 at %2", "account and provider")
                                                .arg(row.accountName, row.providerName);
    case SnapshotModel::ColumnCount:
        break;
    }
    return {};
}

QString accessibleText(const SnapshotRow &row, SnapshotModel::Column column, const QDateTime &now)
{
    if (column == SnapshotModel::Name) {
        return spokenName(row, now);
    }
    const QString shown = displayText(row, column, now);
    if (column == SnapshotModel::Timestamp && row.snapshot.created.isValid()) {
        const QDateTime &created = row.snapshot.created;
        return created.secsTo(now) < 60
            ? shown
            : ColumnWords::tr("%1, %2 ago").arg(shown, ageText(created, now));
    }
    if (column == SnapshotModel::Source && row.isSourceGone && !row.sourceName.isEmpty()) {
        return ColumnWords::tr("%1, removed").arg(shown);
    }
    return shown == dash ? ColumnWords::tr("not known") : shown;
}

QVariant sortValue(const SnapshotRow &row, SnapshotModel::Column column)
{
    switch (column) {
    case SnapshotModel::Timestamp:
        return row.snapshot.created;
    case SnapshotModel::Size:
        return shownBytes(row)
            .transform([](qint64 bytes) { return QVariant(bytes); })
            .value_or(QVariant());
    case SnapshotModel::Kind:
        return int(row.snapshot.key.kind);
    case SnapshotModel::PerMonth:
        return row.monthly ? QVariant::fromValue(*row.monthly) : QVariant();
    case SnapshotModel::Name:
    case SnapshotModel::Status:
    case SnapshotModel::Source:
    case SnapshotModel::Location:
    case SnapshotModel::Account:
    case SnapshotModel::ColumnCount:
        break;
    }
    return sortText(row, column);
}

QString sortText(const SnapshotRow &row, SnapshotModel::Column column)
{
    switch (column) {
    case SnapshotModel::Name:
        return row.snapshot.name;
    case SnapshotModel::Status:
        return statusText(row.snapshot);
    case SnapshotModel::Source:
        return row.sourceName;
    case SnapshotModel::Location:
        return row.locationName;
    case SnapshotModel::Account:
        return row.accountName;
    case SnapshotModel::Timestamp:
    case SnapshotModel::Size:
    case SnapshotModel::Kind:
    case SnapshotModel::PerMonth:
    case SnapshotModel::ColumnCount:
        break;
    }
    return {};
}

} // namespace Items
