// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffparser.h"

#include "providers/lenientfields.h"
#include "providers/raff/raffframe.h"
#include "providers/raff/raffwords.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ErrorKind;
using Domain::ResourceId;
using Domain::ResourceKey;
using Domain::ResourceKind;
using Domain::Result;

namespace {

/// A VM or project that is referred to; empty for none, which the API writes in several ways.
QString readReference(const JsonFields &fields, QLatin1StringView key)
{
    const QString id = RaffFrame::optionalText(fields, key).trimmed();
    const bool isNone =
        id.isEmpty() || id == "empty"_L1 || id == "00000000-0000-0000-0000-000000000000"_L1;
    if (!isNone && !RaffFrame::isId(id)) {
        fields.reject(key, u"is not an id"_s);
    }
    return isNone ? QString() : id;
}

QDateTime readInstant(const JsonFields &fields, QLatin1StringView key)
{
    return fields.has(key) ? fields.instant(key) : QDateTime();
}

std::optional<ResourceKey> readServerKey(const JsonFields &fields)
{
    const QString id = readReference(fields, "product_vm"_L1);
    return id.isEmpty() ? std::nullopt
                        : std::optional(ResourceKey{{}, ResourceKind::Server, ResourceId{id}});
}

QMap<QString, QString> readTags(const LenientFields &fields)
{
    QMap<QString, QString> labels;
    const QList<LenientFields> tags = fields.objects("tags"_L1);
    for (const LenientFields &tag : tags) {
        if (const QString name = tag.text("name"_L1); !name.isEmpty()) {
            labels.insert(name, {});
        }
    }
    return labels;
}

QStringList readServerAddresses(const LenientFields &fields)
{
    QStringList addresses;
    for (const QLatin1StringView key : {"public_ipv4_address"_L1, "public_ipv6_address"_L1,
                                        "private_ipv4_address"_L1, "private_ipv6_address"_L1}) {
        if (const QString address = fields.text(key); !address.isEmpty()) {
            addresses.append(address);
        }
    }
    return addresses;
}

/// "none" is a word for no backups.
std::optional<bool> readBackups(const JsonFields &fields)
{
    if (!fields.json().contains("backup_type"_L1)) {
        return std::nullopt;
    }
    const QString type = RaffFrame::optionalText(fields, "backup_type"_L1);
    return !type.isEmpty() && type != "none"_L1;
}

RaffResource readResource(const JsonFields &fields, ResourceKind kind)
{
    RaffResource row;
    Domain::Resource &resource = row.resource;
    resource.key.kind = kind;
    resource.name = fields.text("name"_L1);
    resource.rawState = fields.text("status"_L1);
    resource.project.value = readReference(fields, "project_id"_L1);
    resource.location.value = RaffFrame::optionalText(fields, "region"_L1);
    resource.created = readInstant(fields, "created_at"_L1);
    row.updated = RaffFrame::optionalText(fields, "updated_at"_L1);
    return row;
}

RaffResource readServer(const JsonFields &fields)
{
    RaffResource row = readResource(fields, ResourceKind::Server);
    Domain::Resource &server = row.resource;
    const LenientFields lenient(fields.json());
    server.key.id.value = RaffFrame::id(fields, "id"_L1);
    server.power = RaffWords::powerState(server.rawState);
    server.isLocked = RaffWords::isBusy(server.rawState);
    const bool isWhole = fields.has("total_storage"_L1);
    server.sizeBytes =
        fields.gigabytes(isWhole ? "total_storage"_L1 : "storage"_L1, Presence::Optional);
    server.addresses = readServerAddresses(lenient);
    server.labels = readTags(lenient);
    server.hasAutomaticBackups = readBackups(fields);
    row.templateId = lenient.text("template_id"_L1);
    return row;
}

RaffResource readVolume(const JsonFields &fields)
{
    RaffResource row = readResource(fields, ResourceKind::Volume);
    Domain::Resource &volume = row.resource;
    volume.key.id.value = fields.id("id"_L1);
    volume.sizeBytes = fields.gigabytes("size"_L1);
    volume.attachedTo = readServerKey(fields);
    volume.isLocked = volume.rawState == "creating"_L1 || volume.rawState == "deleting"_L1;
    return row;
}

ResourceKind readSnapshotKind(const JsonFields &fields)
{
    const QString type = fields.text("type"_L1);
    if (type != "vm"_L1 && type != "volume"_L1) {
        fields.reject("type"_L1, u"is neither vm nor volume"_s);
    }
    return type == "volume"_L1 ? ResourceKind::Volume : ResourceKind::Server;
}

/// Whether the storage that a contract has free is taken off it already is told nowhere.
std::optional<Domain::UnitPrice> readOwnPrice(const LenientFields &fields)
{
    const std::optional<Domain::Money> anHour = Domain::moneyFromDecimal(
        fields.text("price_per_hour"_L1).trimmed(), RaffParser::currency());
    return anHour && anHour->nanos > 0
        ? std::optional(Domain::UnitPrice{*anHour, Domain::PriceUnit::PerHour})
        : std::nullopt;
}

/// The disk's size is not taken over: a snapshot goes back to its own source alone, and GB and GiB
/// are told apart too loosely to refuse that by.
RaffSnapshot readSnapshot(const JsonFields &fields)
{
    RaffSnapshot row;
    Domain::Snapshot &snapshot = row.snapshot;
    const QString size = LenientFields(fields.json()).text("size"_L1);
    snapshot.key.kind = readSnapshotKind(fields);
    snapshot.key.id.value = fields.id("id"_L1);
    snapshot.name = fields.text("name"_L1);
    snapshot.created = readInstant(fields, "created_at"_L1);
    snapshot.rawStatus = RaffFrame::optionalText(fields, "status"_L1).trimmed();
    snapshot.status = RaffWords::snapshotStatus(snapshot.rawStatus);
    snapshot.sizeBytes = RaffWords::bytes(size);
    snapshot.price = readOwnPrice(LenientFields(fields.json()));
    snapshot.project.value = readReference(fields, "project_id"_L1);
    if (snapshot.key.kind == ResourceKind::Server) {
        snapshot.source = readServerKey(fields);
    }
    snapshot.raw = QString::fromUtf8(QJsonDocument(fields.json()).toJson(QJsonDocument::Indented));
    row.isInUse = RaffWords::isInUse(snapshot.rawStatus);
    snapshot.isInUse = row.isInUse;
    row.hasSize = std::ranges::any_of(size, [](QChar c) { return c >= u'1' && c <= u'9'; });
    if (row.hasSize && !snapshot.sizeBytes) {
        snapshot.rawSize = size.trimmed();
    }
    return row;
}

Domain::Project readProject(const JsonFields &fields)
{
    return {{RaffFrame::id(fields, "id"_L1)}, fields.text("name"_L1)};
}

Domain::Location readRegion(const JsonFields &fields)
{
    Domain::Location region;
    region.name = RaffFrame::id(fields, "code"_L1);
    region.id.value = region.name;
    region.title = fields.text("name"_L1);
    region.country = RaffFrame::optionalText(fields, "country_code"_L1).toUpper();
    return region;
}

template <class Row>
Result<Net::Page<Row>> readRaffPage(const QByteArray &json, Row (*read)(const JsonFields &))
{
    return readDocument<Net::Page<Row>>(json, [read](const JsonFields &frame) {
        Net::Page<Row> page;
        page.rows = RaffFrame::rows(frame, "data"_L1, read);
        page.total = frame.integer("total"_L1, Presence::Optional);
        if (page.total && *page.total < 0) {
            frame.reject("total"_L1, u"is negative"_s);
        }
        return page;
    });
}

bool isGoneServer(const RaffResource &row)
{
    return RaffWords::isGone(row.resource.rawState);
}

} // namespace

Result<QList<Domain::Location>> RaffParser::regions(const QByteArray &json)
{
    return readDocument<QList<Domain::Location>>(json, [](const JsonFields &frame) {
        return RaffFrame::rows(frame, "regions"_L1, readRegion);
    });
}

Result<RaffStoragePrice> RaffParser::storagePrice(const QByteArray &json)
{
    return readDocument<RaffStoragePrice>(json, [](const JsonFields &frame) {
        RaffFrame::checkSuccess(frame);
        const LenientFields pricing(frame.object("pricing"_L1).json());
        return RaffStoragePrice{pricing.decimal("price_per_gb_hour"_L1),
                                pricing.decimal("price_per_gb_month"_L1)};
    });
}

Result<Net::Page<Domain::Project>> RaffParser::projects(const QByteArray &json)
{
    return readRaffPage(json, readProject);
}

Result<Net::Page<RaffResource>> RaffParser::servers(const QByteArray &json)
{
    return readRaffPage(json, readServer);
}

Result<Net::Page<RaffResource>> RaffParser::volumes(const QByteArray &json)
{
    return readRaffPage(json, readVolume);
}

Result<Net::Page<RaffSnapshot>> RaffParser::snapshots(const QByteArray &json)
{
    return readRaffPage(json, readSnapshot);
}

Result<RaffResource> RaffParser::server(const QByteArray &json)
{
    return RaffFrame::single(json, readServer)
        .and_then([](const RaffResource &row) -> Result<RaffResource> {
            return isGoneServer(row)
                ? Domain::failure(ErrorKind::NotFound, u"the VM is terminated"_s)
                : Result<RaffResource>(row);
        });
}

Result<RaffResource> RaffParser::volume(const QByteArray &json)
{
    return RaffFrame::single(json, readVolume);
}

Result<RaffSnapshot> RaffParser::snapshot(const QByteArray &json)
{
    return RaffFrame::single(json, readSnapshot);
}

Result<Domain::Done> RaffParser::done(const QByteArray &json)
{
    if (json.trimmed().isEmpty()) {
        return Domain::Done(); // the status says it already
    }
    return readDocument<Domain::Done>(json, [](const JsonFields &frame) {
        RaffFrame::checkSuccess(frame);
        return Domain::Done();
    });
}

} // namespace Providers
