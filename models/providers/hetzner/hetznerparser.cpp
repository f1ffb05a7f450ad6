// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznerparser.h"

#include "providers/hetzner/hetznerpage.h"
#include "providers/hetzner/hetznerwords.h"
#include "providers/jsonfields.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::PowerState;
using Domain::ResourceId;
using Domain::ResourceKey;
using Domain::ResourceKind;
using Domain::SnapshotId;
using Domain::SnapshotStatus;

namespace {

Domain::Location readLocation(const JsonFields &fields)
{
    Domain::Location location;
    location.name = fields.text("name"_L1);
    location.id.value = location.name;
    location.title = fields.text("city"_L1);
    location.country = fields.text("country"_L1).toUpper();
    location.continent = HetznerWords::continent(
        fields.text("network_zone"_L1, Presence::Optional).value_or(QString()));
    return location;
}

/// Servers had their location inside of a data centre until that was taken out of the API.
Domain::LocationId readServerLocation(const JsonFields &fields)
{
    if (!fields.has("location"_L1) && fields.has("datacenter"_L1)) {
        const JsonFields datacenter = fields.object("datacenter"_L1);
        return {datacenter.object("location"_L1).text("name"_L1)};
    }
    return {fields.object("location"_L1).text("name"_L1)};
}

QStringList readAddresses(const JsonFields &fields)
{
    QStringList addresses;
    if (fields.has("public_net"_L1)) {
        const JsonFields net = fields.object("public_net"_L1);
        for (const QLatin1StringView family : {"ipv4"_L1, "ipv6"_L1}) {
            if (net.has(family)) {
                addresses.append(net.object(family).text("ip"_L1));
            }
        }
    }
    const QJsonArray networks =
        fields.array("private_net"_L1, Presence::Optional).value_or(QJsonArray());
    for (qsizetype i = 0; i < networks.size(); ++i) {
        const std::optional<QString> address =
            fields.element("private_net"_L1, networks, i).text("ip"_L1, Presence::Optional);
        if (address) {
            addresses.append(*address);
        }
    }
    return addresses;
}

Domain::Resource readServer(const JsonFields &fields)
{
    Domain::Resource server;
    server.key.kind = ResourceKind::Server;
    server.key.id.value = fields.id("id"_L1);
    server.name = fields.text("name"_L1);
    server.location = readServerLocation(fields);
    server.rawState = fields.text("status"_L1);
    server.power = HetznerWords::powerState(server.rawState);
    server.sizeBytes = fields.gigabytes("primary_disk_size"_L1);
    server.created = fields.instant("created"_L1);
    server.addresses = readAddresses(fields);
    server.isLocked = fields.flag("locked"_L1);
    server.labels = fields.texts("labels"_L1, Presence::Optional);
    if (fields.json().contains("backup_window"_L1)) {
        server.hasAutomaticBackups = fields.has("backup_window"_L1); // null: off
    }

    const JsonFields type = fields.object("server_type"_L1);
    server.plan = type.text("name"_L1);
    server.architecture = type.text("architecture"_L1, Presence::Optional).value_or(QString());

    const JsonFields protection = fields.object("protection"_L1);
    server.isDeleteProtected = protection.flag("delete"_L1);
    server.isRebuildProtected = protection.flag("rebuild"_L1);

    const QStringList volumes = fields.ids("volumes"_L1, Presence::Optional);
    for (const QString &id : volumes) {
        server.volumes.append(ResourceKey{{}, ResourceKind::Volume, ResourceId{id}});
    }
    return server;
}

HetznerServer readServerWithImage(const JsonFields &fields)
{
    HetznerServer server;
    server.resource = readServer(fields);
    if (fields.has("image"_L1)) {
        server.image = SnapshotId{fields.object("image"_L1).id("id"_L1)};
    }
    return server;
}

Domain::Resource readVolume(const JsonFields &fields)
{
    Domain::Resource volume;
    volume.key.kind = ResourceKind::Volume;
    volume.key.id.value = fields.id("id"_L1);
    volume.name = fields.text("name"_L1);
    volume.location.value = fields.object("location"_L1).text("name"_L1);
    volume.rawState = fields.text("status"_L1);
    volume.sizeBytes = fields.gigabytes("size"_L1);
    volume.created = fields.instant("created"_L1);
    volume.isDeleteProtected = fields.object("protection"_L1).flag("delete"_L1);
    volume.labels = fields.texts("labels"_L1, Presence::Optional);
    const std::optional<QString> server = fields.id("server"_L1, Presence::Nullable);
    if (server) {
        volume.attachedTo = ResourceKey{{}, ResourceKind::Server, ResourceId{*server}};
    }
    return volume;
}

bool isSnapshot(const JsonFields &fields)
{
    return fields.text("type"_L1) == "snapshot"_L1;
}

/// A deleted image can still be looked at while servers stand on it; it is no snapshot any more.
bool isDeleted(const JsonFields &fields)
{
    return fields.text("deleted"_L1, Presence::Optional).has_value();
}

bool isListed(const JsonFields &fields)
{
    return isSnapshot(fields) && !isDeleted(fields);
}

Domain::Snapshot readSnapshot(const JsonFields &fields)
{
    Domain::Snapshot snapshot;
    snapshot.key.kind = ResourceKind::Server;
    snapshot.key.id.value = fields.id("id"_L1);
    snapshot.name = fields.text("description"_L1, Presence::Nullable).value_or(QString());
    snapshot.created = fields.instant("created"_L1);
    snapshot.sizeBytes = fields.gigabytes("image_size"_L1, Presence::Nullable);
    snapshot.diskBytes = fields.gigabytes("disk_size"_L1);
    snapshot.rawStatus = fields.text("status"_L1);
    snapshot.status = HetznerWords::snapshotStatus(snapshot.rawStatus);
    snapshot.isProtected = fields.object("protection"_L1).flag("delete"_L1);
    snapshot.architecture = fields.text("architecture"_L1, Presence::Optional).value_or(QString());
    snapshot.labels = fields.texts("labels"_L1, Presence::Optional);
    if (fields.has("created_from"_L1)) {
        const JsonFields source = fields.object("created_from"_L1);
        const ResourceId id{source.id("id"_L1)};
        snapshot.source = ResourceKey{{}, ResourceKind::Server, id};
        snapshot.sourceName = source.text("name"_L1);
    }
    const QByteArray raw = QJsonDocument(fields.json()).toJson(QJsonDocument::Compact);
    snapshot.raw = QString::fromUtf8(raw);
    return snapshot;
}

HetznerAction readAction(const JsonFields &fields)
{
    HetznerAction action;
    action.id.value = fields.id("id"_L1);
    action.command = fields.text("command"_L1);
    action.status = HetznerWords::actionStatus(fields.text("status"_L1));
    action.progress = static_cast<int>(std::clamp<qint64>(fields.integer("progress"_L1), 0, 100));
    action.started = fields.instant("started"_L1);
    const QJsonArray resources = fields.array("resources"_L1);
    for (qsizetype i = 0; i < resources.size(); ++i) {
        const JsonFields resource = fields.element("resources"_L1, resources, i);
        const QString id = resource.id("id"_L1);
        const QString type = resource.text("type"_L1);
        if (type == "image"_L1) {
            action.images.append(SnapshotId{id});
        } else if (type == "server"_L1) {
            action.servers.append(ResourceId{id});
        }
    }
    if (fields.has("error"_L1)) {
        const JsonFields error = fields.object("error"_L1);
        action.errorCode = error.text("code"_L1, Presence::Optional).value_or(QString());
        action.errorMessage = error.text("message"_L1, Presence::Optional).value_or(QString());
    }
    return action;
}

/// Empty where the server has keys.
Domain::Secret readPassword(const JsonFields &root)
{
    const std::optional<QString> password = root.text("root_password"_L1, Presence::Optional);
    return Domain::Secret(password.value_or(QString()).toUtf8());
}

Domain::PriceList readPriceList(const JsonFields &root)
{
    const JsonFields pricing = root.object("pricing"_L1);
    Domain::PriceList prices;
    prices.currency = pricing.text("currency"_L1);
    prices.vatRate = pricing.text("vat_rate"_L1, Presence::Optional).value_or(QString());
    if (pricing.has("server_backup"_L1)) {
        const JsonFields backup = pricing.object("server_backup"_L1);
        prices.automaticBackupPercent =
            backup.text("percentage"_L1, Presence::Optional).value_or(QString());
    }
    const JsonFields image = pricing.object("image"_L1);
    const JsonFields perMonth = image.object("price_per_gb_month"_L1);
    const std::optional<Domain::Money> net =
        Domain::moneyFromDecimal(perMonth.text("net"_L1), prices.currency);
    if (!net) {
        perMonth.reject("net"_L1, u"is not a decimal number"_s);
        return prices;
    }
    prices.snapshots.append({ResourceKind::Server, {}, {*net, Domain::PriceUnit::PerGbMonth}});
    return prices;
}

} // namespace

Domain::Result<Net::Page<Domain::Location>> HetznerParser::locations(const QByteArray &json)
{
    return readDocument<Net::Page<Domain::Location>>(json, [](const JsonFields &root) {
        return readHetznerPage(root, "locations"_L1, readLocation);
    });
}

Domain::Result<Net::Page<Domain::Resource>> HetznerParser::servers(const QByteArray &json)
{
    return readDocument<Net::Page<Domain::Resource>>(json, [](const JsonFields &root) {
        return readHetznerPage(root, "servers"_L1, readServer);
    });
}

Domain::Result<Net::Page<Domain::Resource>> HetznerParser::volumes(const QByteArray &json)
{
    return readDocument<Net::Page<Domain::Resource>>(json, [](const JsonFields &root) {
        return readHetznerPage(root, "volumes"_L1, readVolume);
    });
}

Domain::Result<Net::Page<Domain::Snapshot>> HetznerParser::snapshots(const QByteArray &json)
{
    return readDocument<Net::Page<Domain::Snapshot>>(json, [](const JsonFields &root) {
        return readHetznerPage(root, "images"_L1, readSnapshot, isListed);
    });
}

Domain::Result<HetznerServer> HetznerParser::server(const QByteArray &json)
{
    return readDocument<HetznerServer>(
        json, [](const JsonFields &root) { return readServerWithImage(root.object("server"_L1)); });
}

Domain::Result<Domain::Resource> HetznerParser::serverResource(const QByteArray &json)
{
    return server(json).transform([](const HetznerServer &found) { return found.resource; });
}

Domain::Result<Domain::Resource> HetznerParser::volume(const QByteArray &json)
{
    return readDocument<Domain::Resource>(
        json, [](const JsonFields &root) { return readVolume(root.object("volume"_L1)); });
}

Domain::Result<Domain::Snapshot> HetznerParser::snapshot(const QByteArray &json)
{
    using Found = std::optional<Domain::Snapshot>;
    const Domain::Result<Found> found = readDocument<Found>(json, [](const JsonFields &root) {
        const JsonFields image = root.object("image"_L1);
        if (!isSnapshot(image)) {
            image.reject("type"_L1, u"is not \"snapshot\""_s);
        }
        return isDeleted(image) ? std::nullopt : Found(readSnapshot(image));
    });
    if (found && !*found) {
        return Domain::failure(Domain::ErrorKind::NotFound, u"image.deleted is set"_s);
    }
    return found.transform([](const Found &snapshot) { return *snapshot; });
}

Domain::Result<Domain::PriceList> HetznerParser::prices(const QByteArray &json)
{
    return readDocument<Domain::PriceList>(json, readPriceList);
}

Domain::Result<Domain::Identity> HetznerParser::identity(const QByteArray &json)
{
    return readDocument<Domain::Identity>(json, [](const JsonFields &root) {
        (void)root.array("images"_L1);
        return Domain::Identity{};
    });
}

Domain::Result<QList<HetznerAction>> HetznerParser::actions(const QByteArray &json)
{
    return readDocument<QList<HetznerAction>>(json, [](const JsonFields &root) {
        QList<HetznerAction> actions;
        const QJsonArray rows = root.array("actions"_L1);
        for (qsizetype i = 0; i < rows.size(); ++i) {
            actions.append(readAction(root.element("actions"_L1, rows, i)));
        }
        return actions;
    });
}

Domain::Result<HetznerAcceptance> HetznerParser::acceptance(const QByteArray &json)
{
    return readDocument<HetznerAcceptance>(json, [](const JsonFields &root) {
        HetznerAcceptance acceptance;
        acceptance.action.value = root.object("action"_L1).id("id"_L1);
        acceptance.password = readPassword(root);
        return acceptance;
    });
}

Domain::Result<HetznerAcceptance> HetznerParser::imageAcceptance(const QByteArray &json)
{
    return readDocument<HetznerAcceptance>(json, [](const JsonFields &root) {
        HetznerAcceptance acceptance;
        acceptance.action.value = root.object("action"_L1).id("id"_L1);
        acceptance.image = SnapshotId{root.object("image"_L1).id("id"_L1)};
        return acceptance;
    });
}

Domain::Result<HetznerAcceptance> HetznerParser::serverAcceptance(const QByteArray &json)
{
    return readDocument<HetznerAcceptance>(json, [](const JsonFields &root) {
        HetznerAcceptance acceptance;
        acceptance.action.value = root.object("action"_L1).id("id"_L1);
        const QJsonArray next = root.array("next_actions"_L1);
        for (qsizetype i = 0; i < next.size(); ++i) {
            acceptance.nextActions.append({root.element("next_actions"_L1, next, i).id("id"_L1)});
        }
        acceptance.server = ResourceId{root.object("server"_L1).id("id"_L1)};
        acceptance.password = readPassword(root);
        return acceptance;
    });
}

} // namespace Providers
