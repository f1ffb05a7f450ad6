// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/tableexport.h"

#include "items/displaytext.h"
#include "items/exporttext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::PriceUnit;
using Domain::SizeUnit;
using Domain::Snapshot;
using Domain::SnapshotStatus;

namespace {

QString snapshotStatusWord(SnapshotStatus status)
{
    switch (status) {
    case SnapshotStatus::Creating:
        return u"creating"_s;
    case SnapshotStatus::Ready:
        return u"ready"_s;
    case SnapshotStatus::Failed:
        return u"failed"_s;
    case SnapshotStatus::Removing:
        return u"removing"_s;
    case SnapshotStatus::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

/// A price for size is for the unit that the provider counts in.
QString priceUnitWord(PriceUnit unit, SizeUnit size)
{
    const bool isBinary = size == SizeUnit::Gibibyte;
    switch (unit) {
    case PriceUnit::PerGbMonth:
        return isBinary ? u"per-gib-month"_s : u"per-gb-month"_s;
    case PriceUnit::PerGbHour:
        return isBinary ? u"per-gib-hour"_s : u"per-gb-hour"_s;
    case PriceUnit::PerHour:
        return u"per-hour"_s;
    case PriceUnit::PerMonth:
        return u"per-month"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString yesOrNo(bool value)
{
    return value ? u"true"_s : u"false"_s;
}

QJsonObject labelsJson(const QMap<QString, QString> &labels)
{
    QJsonObject object;
    for (const auto &[name, value] : labels.asKeyValueRange()) {
        object.insert(name, value);
    }
    return object;
}

/// A label may hold any sign, so a cell has them as a document: there they stay apart.
QString labelsCell(const QMap<QString, QString> &labels)
{
    return labels.isEmpty()
        ? QString()
        : QString::fromUtf8(QJsonDocument(labelsJson(labels)).toJson(QJsonDocument::Compact));
}

QString currencyOf(const SnapshotRow &row)
{
    if (row.unitPrice) {
        return row.unitPrice->amount.currency;
    }
    return row.monthly ? row.monthly->currency : QString();
}

ExportCells snapshotCells(const SnapshotRow &row, const ExportedAccount &account)
{
    const Snapshot &snapshot = row.snapshot;
    const auto &price = row.unitPrice;
    return {
        {"account"_L1, row.accountName},
        {"account_id"_L1, snapshot.key.account.value},
        {"provider"_L1, row.providerName},
        {"location"_L1, row.locationName},
        {"location_code"_L1, row.locationCode},
        {"project"_L1, account.projects.value(snapshot.project, snapshot.project.value)},
        {"kind"_L1, exportWord(snapshot.key.kind)},
        {"id"_L1, snapshot.key.id.value},
        {"name"_L1, snapshot.name},
        {"source"_L1, row.sourceName},
        {"source_id"_L1, snapshot.source ? snapshot.source->id.value : QString()},
        {"source_removed"_L1, yesOrNo(row.isSourceGone)},
        {"created"_L1, exportTime(snapshot.created)},
        {"size_bytes"_L1, snapshot.sizeBytes ? QString::number(*snapshot.sizeBytes) : QString()},
        {"raw_size"_L1, snapshot.rawSize},
        {"status"_L1, snapshotStatusWord(snapshot.status)},
        {"raw_status"_L1, snapshot.rawStatus},
        {"price"_L1, price ? exportAmount(price->amount) : QString()},
        {"currency"_L1, currencyOf(row)},
        {"price_unit"_L1, price ? priceUnitWord(price->unit, row.sizeUnit) : QString()},
        {"per_month_estimate"_L1, row.monthly ? exportAmount(*row.monthly) : QString()},
        {"protected"_L1, yesOrNo(snapshot.isProtected)},
        {"keep_until"_L1, exportTime(row.keepUntil)},
        {"labels"_L1, labelsCell(snapshot.labels)},
        {"as_of"_L1, exportTime(account.asOf)}};
}

QJsonObject locationJson(const SnapshotRow &row)
{
    QJsonObject location;
    insertText(location, "name"_L1, row.locationName);
    insertText(location, "code"_L1, row.locationCode);
    return location;
}

QJsonObject priceJson(const SnapshotRow &row)
{
    if (!row.unitPrice) {
        return {};
    }
    return {{u"amount"_s, exportAmount(row.unitPrice->amount)},
            {u"currency"_s, row.unitPrice->amount.currency},
            {u"unit"_s, priceUnitWord(row.unitPrice->unit, row.sizeUnit)}};
}

QJsonObject monthlyJson(const SnapshotRow &row)
{
    return row.monthly ? QJsonObject{{u"amount"_s, exportAmount(*row.monthly)},
                                     {u"currency"_s, row.monthly->currency}}
                       : QJsonObject();
}

QJsonObject sourceJson(const SnapshotRow &row)
{
    const auto &key = row.snapshot.source;
    QJsonObject source = namedJson(key ? key->id.value : QString(), row.sourceName);
    if (row.isSourceGone) {
        source.insert("removed"_L1, true);
    }
    return source;
}

QJsonObject snapshotObject(const SnapshotRow &row, const ExportedAccount &account)
{
    const Snapshot &snapshot = row.snapshot;
    QJsonObject object{{u"account"_s, namedJson(snapshot.key.account.value, row.accountName)},
                       {u"kind"_s, exportWord(snapshot.key.kind)},
                       {u"id"_s, snapshot.key.id.value},
                       {u"name"_s, snapshot.name},
                       {u"status"_s, snapshotStatusWord(snapshot.status)},
                       {u"protected"_s, snapshot.isProtected}};
    insertText(object, "provider"_L1, row.providerName);
    insertObject(object, "location"_L1, locationJson(row));
    insertObject(object, "project"_L1,
                 namedJson(snapshot.project.value, account.projects.value(snapshot.project)));
    insertObject(object, "source"_L1, sourceJson(row));
    insertText(object, "created"_L1, exportTime(snapshot.created));
    if (snapshot.sizeBytes) {
        object.insert("size_bytes"_L1, *snapshot.sizeBytes);
    }
    insertText(object, "raw_size"_L1, snapshot.rawSize);
    insertText(object, "raw_status"_L1, snapshot.rawStatus);
    insertObject(object, "price"_L1, priceJson(row));
    insertObject(object, "per_month_estimate"_L1, monthlyJson(row));
    insertText(object, "keep_until"_L1, exportTime(row.keepUntil));
    insertObject(object, "labels"_L1, labelsJson(snapshot.labels));
    insertText(object, "as_of"_L1, exportTime(account.asOf));
    return object;
}

QString powerWord(Domain::PowerState power)
{
    switch (power) {
    case Domain::PowerState::Running:
        return u"running"_s;
    case Domain::PowerState::Stopped:
        return u"stopped"_s;
    case Domain::PowerState::Changing:
        return u"changing"_s;
    case Domain::PowerState::Unknown:
        return u"unknown"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString attachedId(const Domain::Resource &resource)
{
    return resource.attachedTo ? resource.attachedTo->id.value : QString();
}

ExportCells resourceCells(const ResourceRow &row, const ExportedAccount &account)
{
    const Domain::Resource &resource = row.resource;
    return {
        {"account"_L1, row.accountName},
        {"account_id"_L1, resource.key.account.value},
        {"provider"_L1, row.providerName},
        {"location"_L1, row.locationName},
        {"project"_L1, account.projects.value(resource.project, resource.project.value)},
        {"kind"_L1, exportWord(resource.key.kind)},
        {"id"_L1, resource.key.id.value},
        {"name"_L1, resource.name},
        {"created"_L1, exportTime(resource.created)},
        {"size_bytes"_L1, resource.sizeBytes ? QString::number(*resource.sizeBytes) : QString()},
        {"power"_L1, powerWord(resource.power)},
        {"raw_state"_L1, resource.rawState},
        {"plan"_L1, resource.plan},
        {"addresses"_L1, resource.addresses.join(u' ')},
        {"attached_to"_L1, row.serverName},
        {"attached_to_id"_L1, attachedId(resource)},
        {"snapshots"_L1, row.areSnapshotsKnown ? QString::number(row.snapshots) : QString()},
        {"last_good_snapshot"_L1, exportTime(row.lastGood)},
        {"labels"_L1, labelsCell(resource.labels)},
        {"as_of"_L1, exportTime(account.asOf)}};
}

QJsonObject resourceObject(const ResourceRow &row, const ExportedAccount &account)
{
    const Domain::Resource &resource = row.resource;
    QJsonObject object{{u"account"_s, namedJson(resource.key.account.value, row.accountName)},
                       {u"kind"_s, exportWord(resource.key.kind)},
                       {u"id"_s, resource.key.id.value},
                       {u"name"_s, resource.name},
                       {u"power"_s, powerWord(resource.power)}};
    insertText(object, "provider"_L1, row.providerName);
    insertText(object, "location"_L1, row.locationName);
    insertObject(object, "project"_L1,
                 namedJson(resource.project.value, account.projects.value(resource.project)));
    insertText(object, "created"_L1, exportTime(resource.created));
    if (resource.sizeBytes) {
        object.insert("size_bytes"_L1, *resource.sizeBytes);
    }
    insertText(object, "raw_state"_L1, resource.rawState);
    insertText(object, "plan"_L1, resource.plan);
    if (!resource.addresses.isEmpty()) {
        object.insert("addresses"_L1, QJsonArray::fromStringList(resource.addresses));
    }
    insertObject(object, "attached_to"_L1, namedJson(attachedId(resource), row.serverName));
    if (row.areSnapshotsKnown) {
        object.insert("snapshots"_L1, row.snapshots);
    }
    insertText(object, "last_good_snapshot"_L1, exportTime(row.lastGood));
    insertObject(object, "labels"_L1, labelsJson(resource.labels));
    insertText(object, "as_of"_L1, exportTime(account.asOf));
    return object;
}

const Domain::AccountId &accountOf(const SnapshotRow &row)
{
    return row.snapshot.key.account;
}

const Domain::AccountId &accountOf(const ResourceRow &row)
{
    return row.resource.key.account;
}

template <class Row>
QByteArray tableBytes(const ExportedTable<Row> &table,
                      ExportCells (*cells)(const Row &, const ExportedAccount &))
{
    CsvTable csv(cells({}, {}));
    for (const Row &row : table.rows) {
        csv.append(cells(row, table.accounts.value(accountOf(row))));
    }
    return csv.bytes();
}

template <class Row>
QByteArray documentOf(const ExportedTable<Row> &table, const QString &name,
                      QJsonObject (*json)(const Row &, const ExportedAccount &))
{
    QJsonArray rows;
    for (const Row &row : table.rows) {
        rows.append(json(row, table.accounts.value(accountOf(row))));
    }
    QJsonObject document{{u"exported"_s, isoText(table.exported)},
                         {u"shown"_s, qint64(table.rows.size())},
                         {u"total"_s, qint64(table.total)},
                         {name, rows}};
    insertText(document, "filter"_L1, table.filter);
    return documentBytes(document);
}

} // namespace

QByteArray snapshotsCsv(const ExportedSnapshots &table)
{
    return tableBytes(table, snapshotCells);
}

QByteArray snapshotsJson(const ExportedSnapshots &table)
{
    return documentOf(table, u"snapshots"_s, snapshotObject);
}

QByteArray resourcesCsv(const ExportedResources &table)
{
    return tableBytes(table, resourceCells);
}

QByteArray resourcesJson(const ExportedResources &table)
{
    return documentOf(table, u"resources"_s, resourceObject);
}

} // namespace Items
