// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackrequests.h"

#include "providers/openstack/openstackfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ErrorKind;
using Domain::ResourceKind;
using Net::HttpRequest;
using Net::Method;

namespace {

constexpr QChar zoneMark = u'/';

HttpRequest openStackGet(const QString &path)
{
    return {Method::Get, path, path, {}, {}};
}

HttpRequest openStackPage(const QString &path, const QString &after)
{
    HttpRequest request = openStackGet(path);
    request.query.addQueryItem(u"limit"_s, QString::number(OpenStackRequests::pageSize));
    if (!after.isEmpty()) {
        request.query.addQueryItem(u"marker"_s, after);
    }
    return request;
}

QByteArray compact(const QJsonObject &body)
{
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

/// One object of a list, or something that is done to it.
HttpRequest openStackObject(Method method, const QString &list, const QString &id,
                            const QString &verb = {}, const QByteArray &body = {})
{
    const QString end = verb.isEmpty() ? QString() : zoneMark + verb;
    return {method, list + zoneMark + id + end, list + u"/{id}"_s + end, {}, body};
}

HttpRequest openStackNew(const QString &list, const QString &word, const QJsonObject &object)
{
    return {Method::Post, list, list, {}, compact({{word, object}})};
}

QJsonObject markedBy(const QString &marker)
{
    return marker.isEmpty() ? QJsonObject() : QJsonObject{{OpenStackRequests::markerName, marker}};
}

HttpRequest onServer(const Domain::ResourceId &server, const QString &verb,
                     const QJsonValue &arguments)
{
    return openStackObject(Method::Post, u"servers"_s, server.value, u"action"_s,
                           compact({{verb, arguments}}));
}

/// Glance takes changes as a list of them, under a type of its own.
HttpRequest imageChange(const Domain::SnapshotId &image, const QString &member,
                        const QJsonValue &value)
{
    const QString path = zoneMark + member;
    const QJsonArray patch = {
        QJsonObject{{u"op"_s, u"replace"_s}, {u"path"_s, path}, {u"value"_s, value}}};
    HttpRequest request = openStackObject(Method::Patch, u"images"_s, image.value, {},
                                          QJsonDocument(patch).toJson(QJsonDocument::Compact));
    request.headers.append({"Content-Type"_ba, "application/openstack-images-v2.1-json-patch"_ba});
    return request;
}

QString snapshotList(Domain::SnapshotKind kind)
{
    return kind == ResourceKind::Server ? u"images"_s : u"snapshots"_s;
}

/// A started GiB is a whole one.
qint64 toGibibytes(qint64 bytes)
{
    constexpr qint64 gibibyte = 1LL << 30;
    return bytes / gibibyte + (bytes % gibibyte > 0 ? 1 : 0);
}

struct OpenStackChangeMaker
{
    /// Made elsewhere: they hang on more than the request.
    HttpRequest operator()(const Domain::TakeSnapshot &) const { return {}; }
    HttpRequest operator()(const Domain::CreateServer &) const { return {}; }

    HttpRequest operator()(const Domain::RollBack &rollback) const
    {
        const QString snapshot = rollback.snapshot.id.value;
        if (rollback.target.kind == ResourceKind::Server) {
            return onServer(rollback.target.id, u"rebuild"_s,
                            QJsonObject{{u"imageRef"_s, snapshot}});
        }
        return openStackObject(Method::Post, u"volumes"_s, rollback.target.id.value, u"action"_s,
                               compact({{u"revert"_s, QJsonObject{{u"snapshot_id"_s, snapshot}}}}));
    }
    HttpRequest operator()(const Domain::RemoveSnapshot &remove) const
    {
        return openStackObject(Method::Delete, snapshotList(remove.snapshot.kind),
                               remove.snapshot.id.value);
    }
    HttpRequest operator()(const Domain::RenameSnapshot &rename) const
    {
        const QString name = rename.name.trimmed();
        if (rename.snapshot.kind == ResourceKind::Server) {
            return imageChange(rename.snapshot.id, u"name"_s, name);
        }
        return openStackObject(Method::Put, u"snapshots"_s, rename.snapshot.id.value, {},
                               compact({{u"snapshot"_s, QJsonObject{{u"name"_s, name}}}}));
    }
    HttpRequest operator()(const Domain::ProtectSnapshot &protect) const
    {
        return imageChange(protect.snapshot.id, u"protected"_s,
                           protect.protection == Domain::Protection::On);
    }
    /// There is one way to stop: the system is asked, and after a while not asked any more.
    HttpRequest operator()(const Domain::SetPower &power) const
    {
        const bool isStart = power.action == Domain::PowerAction::Start;
        return onServer(power.server.id, isStart ? u"os-start"_s : u"os-stop"_s,
                        QJsonValue(QJsonValue::Null));
    }
    /// Refused before.
    HttpRequest operator()(const Domain::SaveImage &) const { return {}; }
    HttpRequest operator()(const Domain::CreateVolume &create) const
    {
        QJsonObject volume = {{u"snapshot_id"_s, create.snapshot.id.value},
                              {u"name"_s, create.name.trimmed()},
                              {u"metadata"_s, markedBy(create.marker)}};
        if (create.sizeBytes > 0) {
            volume.insert("size"_L1, toGibibytes(create.sizeBytes));
        }
        const QString zone = OpenStackRequests::zoneOf(create.location);
        if (!zone.isEmpty()) {
            volume.insert("availability_zone"_L1, zone);
        }
        return openStackNew(u"volumes"_s, u"volume"_s, volume);
    }
};

bool hasOpenStackId(const Domain::ResourceKey &key)
{
    return OpenStackFields::isId(key.id.value);
}

bool hasOpenStackId(const Domain::SnapshotKey &key)
{
    return OpenStackFields::isId(key.id.value);
}

/// Whether OpenStack can do such a thing at all.
struct IsOfOpenStack
{
    bool operator()(const Domain::TakeSnapshot &) const { return true; }
    bool operator()(const Domain::RollBack &rollback) const
    {
        return rollback.target.kind == rollback.snapshot.kind;
    }
    bool operator()(const Domain::RemoveSnapshot &) const { return true; }
    bool operator()(const Domain::RenameSnapshot &) const { return true; }
    bool operator()(const Domain::ProtectSnapshot &protect) const
    {
        return protect.snapshot.kind == ResourceKind::Server;
    }
    bool operator()(const Domain::SetPower &power) const
    {
        return power.server.kind == ResourceKind::Server;
    }
    bool operator()(const Domain::SaveImage &) const { return false; }
    bool operator()(const Domain::CreateServer &create) const
    {
        return create.snapshot.kind == ResourceKind::Server && create.image.isEmpty();
    }
    bool operator()(const Domain::CreateVolume &create) const
    {
        return create.snapshot.kind == ResourceKind::Volume;
    }
};

/// Whether the objects can be there: in a path another id could name something else.
struct HasOpenStackIds
{
    bool operator()(const Domain::TakeSnapshot &take) const { return hasOpenStackId(take.source); }
    bool operator()(const Domain::RollBack &rollback) const
    {
        return hasOpenStackId(rollback.target) && hasOpenStackId(rollback.snapshot);
    }
    bool operator()(const Domain::RemoveSnapshot &remove) const
    {
        return hasOpenStackId(remove.snapshot);
    }
    bool operator()(const Domain::RenameSnapshot &rename) const
    {
        return hasOpenStackId(rename.snapshot);
    }
    bool operator()(const Domain::ProtectSnapshot &protect) const
    {
        return hasOpenStackId(protect.snapshot);
    }
    bool operator()(const Domain::SetPower &power) const { return hasOpenStackId(power.server); }
    bool operator()(const Domain::SaveImage &) const { return false; }
    bool operator()(const Domain::CreateServer &create) const
    {
        return hasOpenStackId(create.snapshot);
    }
    bool operator()(const Domain::CreateVolume &create) const
    {
        return hasOpenStackId(create.snapshot);
    }
};

} // namespace

HttpRequest OpenStackRequests::volumes(const QString &after)
{
    return openStackPage(u"volumes/detail"_s, after);
}

HttpRequest OpenStackRequests::volumeSnapshots(const QString &after)
{
    return openStackPage(u"snapshots/detail"_s, after);
}

HttpRequest OpenStackRequests::snapshotsOf(const Domain::ResourceId &volume, const QString &after)
{
    HttpRequest request = volumeSnapshots(after);
    request.query.addQueryItem(u"volume_id"_s, volume.value);
    return request;
}

HttpRequest OpenStackRequests::servers(const QString &after)
{
    return openStackPage(u"servers/detail"_s, after);
}

HttpRequest OpenStackRequests::flavors(const QString &after)
{
    return openStackPage(u"flavors/detail"_s, after);
}

HttpRequest OpenStackRequests::images(const Domain::ProjectId &project, const QString &after)
{
    HttpRequest request = openStackPage(u"images"_s, after);
    request.query.addQueryItem(u"owner"_s, project.value);
    return request;
}

HttpRequest OpenStackRequests::imagesMarked(const QString &marker, const QString &after)
{
    HttpRequest request = openStackPage(u"images"_s, after);
    request.query.addQueryItem(markerName, marker);
    return request;
}

HttpRequest OpenStackRequests::resource(const Domain::ResourceKey &key)
{
    const bool isServer = key.kind == ResourceKind::Server;
    return openStackObject(Method::Get, isServer ? u"servers"_s : u"volumes"_s, key.id.value);
}

HttpRequest OpenStackRequests::snapshot(const Domain::SnapshotKey &key)
{
    return openStackObject(Method::Get, snapshotList(key.kind), key.id.value);
}

HttpRequest OpenStackRequests::limits()
{
    return openStackGet(u"limits"_s);
}

HttpRequest OpenStackRequests::zones()
{
    return openStackGet(u"os-availability-zone"_s);
}

HttpRequest OpenStackRequests::messages(const QString &object)
{
    HttpRequest request = openStackGet(u"messages"_s);
    request.query.addQueryItem(u"resource_uuid"_s, object);
    return request;
}

HttpRequest OpenStackRequests::actions(const Domain::ResourceId &server)
{
    return openStackObject(Method::Get, u"servers"_s, server.value, u"os-instance-actions"_s);
}

HttpRequest OpenStackRequests::take(const Domain::TakeSnapshot &take, Force force)
{
    const QString name = take.name.trimmed();
    const QJsonObject metadata = markedBy(take.marker);
    if (take.source.kind == ResourceKind::Server) {
        return onServer(take.source.id, u"createImage"_s,
                        QJsonObject{{u"name"_s, name}, {u"metadata"_s, metadata}});
    }
    QJsonObject snapshot = {
        {u"volume_id"_s, take.source.id.value}, {u"name"_s, name}, {u"metadata"_s, metadata}};
    if (force == Force::Yes) {
        snapshot.insert("force"_L1, true);
    }
    return openStackNew(u"snapshots"_s, u"snapshot"_s, snapshot);
}

/// "auto" asks for the project's one network, or for one that the operator makes for it; before
/// there was that word, the one network was taken unasked. Which network is meant where there are
/// several only a person can tell, and the service says so.
HttpRequest OpenStackRequests::createServer(const Domain::CreateServer &create, Networks networks,
                                            const OpenStackVersions &versions)
{
    QJsonObject server = {{u"name"_s, create.name.trimmed()},
                          {u"imageRef"_s, create.snapshot.id.value},
                          {u"flavorRef"_s, create.type.value},
                          {u"metadata"_s, markedBy(create.marker)}};
    if (versions.computeReaches(37)) {
        server.insert("networks"_L1, networks == Networks::Auto ? u"auto"_s : u"none"_s);
    }
    const QString zone = zoneOf(create.location);
    if (!zone.isEmpty()) {
        server.insert("availability_zone"_L1, zone);
    }
    return openStackNew(u"servers"_s, u"server"_s, server);
}

HttpRequest OpenStackRequests::change(const Domain::Request &request)
{
    return std::visit(OpenStackChangeMaker{}, request);
}

std::optional<Domain::Error> OpenStackRequests::refusal(const Domain::Request &request)
{
    if (!std::visit(IsOfOpenStack{}, request)) {
        return Domain::failure(ErrorKind::Unsupported).error();
    }
    if (!std::visit(HasOpenStackIds{}, request)) {
        return Domain::failure(ErrorKind::NotFound, u"not an id of OpenStack's"_s).error();
    }
    return std::nullopt;
}

Domain::LocationId OpenStackRequests::regionOf(const Domain::LocationId &location)
{
    return {location.value.section(zoneMark, 0, 0)};
}

QString OpenStackRequests::zoneOf(const Domain::LocationId &location)
{
    return location.value.section(zoneMark, 1);
}

Domain::LocationId OpenStackRequests::locationOf(const Domain::LocationId &region,
                                                 const QString &zone)
{
    return zone.isEmpty() ? region : Domain::LocationId{region.value + zoneMark + zone};
}

} // namespace Providers
