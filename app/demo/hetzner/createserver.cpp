// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/createserver.h"

#include "demo/hetzner/catalogue.h"
#include "demo/hetzner/project.h"
#include "demo/hetzner/requestbody.h"
#include "demo/hetzner/servernames.h"
#include "demo/hetzner/wire.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::Hetzner {

namespace {

const auto timeToPlace = 6s;
const auto copyTimePerGb = 3s;
const auto firstBootTime = 5s;

// As it was sent; what its words name is not looked up yet.
struct Order
{
    QString name;
    QString type;
    QString image;
    std::optional<QString> location;
    QStringList sshKeys;
    Labels labels;
    PublicNet publicNet;
    bool startsAfterCreate = true;
};

// What an order names. All is there once nothing was refused.
struct Parts
{
    const ServerType *type = nullptr;
    const Image *image = nullptr;
    const Location *location = nullptr;
};

// Addresses of one's own, of which there are none here, may be given as null.
PublicNet readPublicNet(RequestBody &body)
{
    const QString field = u"public_net"_s;
    const QJsonObject wish = body.object(field).value_or(QJsonObject());
    for (auto it = wish.begin(); it != wish.end(); ++it) {
        const bool isFlag = it.key() == "enable_ipv4"_L1 || it.key() == "enable_ipv6"_L1;
        const bool isOwn = it.key() == "ipv4"_L1 || it.key() == "ipv6"_L1;
        if (!(isFlag && it.value().isBool()) && !(isOwn && it.value().isNull())) {
            body.reject(field, u"'%1' can't be that"_s.arg(it.key()));
        }
    }
    const PublicNet net{wish.value(u"enable_ipv4"_s).toBool(true),
                        wish.value(u"enable_ipv6"_s).toBool(true)};
    if (!net.hasIpv4 && !net.hasIpv6) {
        body.reject(field, u"a server needs an address"_s);
    }
    return net;
}

std::expected<Order, Answer> readOrder(const Request &request)
{
    std::expected<RequestBody, Answer> body =
        RequestBody::read(request, RequestBody::Presence::Required);
    if (!body) {
        return std::unexpected(body.error());
    }
    for (const QString &field : {u"name"_s, u"server_type"_s, u"image"_s}) {
        body->require(field);
    }
    Order order;
    const std::optional<QString> name = body->text(u"name"_s);
    if (name && !isHostName(*name)) {
        body->reject(u"name"_s, u"must be a host name"_s);
    }
    order.name = name.value_or(QString());
    order.type = body->idOrName(u"server_type"_s).value_or(QString());
    order.image = body->idOrName(u"image"_s).value_or(QString());
    order.location = body->idOrName(u"location"_s);
    order.sshKeys = body->idsOrNames(u"ssh_keys"_s).value_or(QStringList());
    order.labels = body->labels(u"labels"_s).value_or(Labels());
    order.startsAfterCreate = body->flag(u"start_after_create"_s).value_or(true);
    order.publicNet = readPublicNet(*body);
    // Of no consequence without volumes.
    static_cast<void>(body->flag(u"automount"_s));
    body->checkUserData();
    const std::optional<Answer> complaint = body->complaint();
    return complaint ? std::expected<Order, Answer>(std::unexpected(*complaint)) : order;
}

bool isKey(const Project &project, const QString &idOrName)
{
    return std::ranges::any_of(project.sshKeys, [&idOrName](const auto &entry) {
        return QString::number(entry.first) == idOrName || entry.second.name == idOrName;
    });
}

Answer refuseSentence(const QString &sentence)
{
    return refuse(u"invalid_input"_s, sentence);
}

Answer refuseUnknown(const QString &what, const QString &idOrName)
{
    return refuseSentence(u"%1 '%2' not found"_s.arg(what, idOrName));
}

// Where none was asked for, the vendor takes one that has some left.
const Location *anyLocation(const ServerType &type)
{
    const QList<Location> offering = locationsOf(type);
    const auto found = std::ranges::find_if(offering, [&type](const Location &location) {
        return !type.soldOutAt.contains(location.name);
    });
    return found == offering.end() ? nullptr : findLocation(found->id);
}

std::expected<Parts, Answer> lookUp(const Order &order, const Project &project)
{
    Parts parts;
    parts.type = findServerTypeByIdOrName(order.type);
    if (!parts.type) {
        return std::unexpected(refuseUnknown(u"server type"_s, order.type));
    }
    parts.image = project.images.find(order.image, parts.type->architecture);
    if (!parts.image || parts.image->status != ImageStatus::Available) {
        return std::unexpected(refuseUnknown(u"image"_s, order.image));
    }
    parts.location =
        order.location ? findLocationByIdOrName(*order.location) : anyLocation(*parts.type);
    if (!parts.location) {
        return std::unexpected(refuseUnknown(u"location"_s, order.location.value_or(u"any"_s)));
    }
    for (const QString &key : order.sshKeys) {
        if (!isKey(project, key)) {
            return std::unexpected(refuseUnknown(u"SSH key"_s, key));
        }
    }
    return parts;
}

std::optional<Answer> misfit(const Order &order, const Parts &parts, const Project &project)
{
    if (parts.type->notOfferedAt.contains(parts.location->name)) {
        return refuseSentence(u"unsupported location for server type"_s);
    }
    if (parts.image->architecture != parts.type->architecture) {
        return refuseSentence(u"image is for another architecture than the server type"_s);
    }
    if (parts.image->diskSize > parts.type->disk) {
        return refuseSentence(u"image disk is bigger than server type disk"_s);
    }
    if (isTaken(project, order.name)) {
        return refuseName(u"name"_s);
    }
    if (!project.hasRoomForServer()) {
        return refuseLimit(u"server_limit"_s);
    }
    if (parts.type->soldOutAt.contains(parts.location->name)) {
        return refuse(u"resource_unavailable"_s, u"error during placement"_s);
    }
    return std::nullopt;
}

Server newServer(const Order &order, const Parts &parts, Project &project)
{
    Server server;
    server.id = project.nextServerId();
    server.name = order.name;
    server.status = ServerStatus::Initializing;
    server.created = project.now();
    server.typeId = parts.type->id;
    server.locationId = parts.location->id;
    server.imageId = parts.image->id;
    server.diskSize = parts.type->disk;
    // System images are small and near.
    server.used = parts.image->size.value_or(1.5);
    server.host = project.nextHost();
    server.publicNet = order.publicNet;
    server.labels = order.labels;
    server.quirks.hasSshKey = !order.sshKeys.isEmpty();
    return server;
}

ActionLog::Effect reaching(Project &project, const Server &server, ServerStatus status)
{
    return [&project, id = server.id, status](Instant) {
        if (Server *found = project.findServer(id)) {
            found->status = status;
        }
    };
}

// One after the other: the copy, and the first start if it was not declined.
QList<qint64> beginWork(Project &project, const Server &server, bool starts)
{
    const ActionResource itself{ResourceType::Server, server.id};
    const auto copyTime = project.pace(timeToPlace + copyTimePerGb * server.used);
    const ServerStatus copied = starts ? ServerStatus::Starting : ServerStatus::Off;
    QList<qint64> ids{
        project.actions
            .begin({.command = u"create_server"_s,
                    .resources = {itself, {ResourceType::Image, server.imageId.value_or(0)}},
                    .lasts = copyTime,
                    .atEnd = reaching(project, server, copied)},
                   project.now())
            .id};
    if (starts) {
        ids.append(project.actions
                       .begin({.command = u"start_server"_s,
                               .resources = {itself},
                               .lasts = copyTime + project.pace(firstBootTime),
                               .atEnd = reaching(project, server, ServerStatus::Running)},
                              project.now())
                       .id);
    }
    return ids;
}

QJsonArray wireOf(const QList<qint64> &actions, const Project &project)
{
    QJsonArray array;
    for (const qint64 id : actions) {
        array.append(json(*project.actions.find(id), project.now()));
    }
    return array;
}

} // namespace

Answer createServer(const Request &request, Project &project)
{
    const std::expected<Order, Answer> order = readOrder(request);
    if (!order) {
        return order.error();
    }
    const std::expected<Parts, Answer> parts = lookUp(*order, project);
    if (!parts) {
        return parts.error();
    }
    if (const std::optional<Answer> refusal = misfit(*order, *parts, project)) {
        return *refusal;
    }
    const Server server = newServer(*order, *parts, project);
    const Server &added = project.servers.emplace(server.id, server).first->second;
    const QList<qint64> actions = beginWork(project, added, order->startsAfterCreate);
    const QJsonArray work = wireOf(actions, project);
    const QString password = u"demo-secret-"_s + project.randomHex(12);
    return answerWith(
        201,
        {{u"server"_s, json(added, project)},
         {u"action"_s, work.first()},
         {u"next_actions"_s, work.size() > 1 ? QJsonArray{work.last()} : QJsonArray()},
         {u"root_password"_s, added.quirks.hasSshKey ? QJsonValue() : QJsonValue(password)}});
}

} // namespace Demo::Hetzner
