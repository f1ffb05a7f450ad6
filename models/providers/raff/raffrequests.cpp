// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffrequests.h"

#include "providers/raff/rafferrors.h"
#include "providers/raff/raffframe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ErrorKind;
using Domain::ResourceKind;
using Net::HttpRequest;
using Net::Method;

namespace {

HttpRequest inProject(HttpRequest request, const Domain::ProjectId &project)
{
    if (!project.isEmpty()) {
        request.headers.append({"X-Project-ID"_ba, project.value.toLatin1()});
    }
    return request;
}

HttpRequest raffGet(const QString &path)
{
    return {Method::Get, path, path, {}, {}};
}

HttpRequest raffList(const QString &path, const QString &key, const QString &value,
                     const RaffWindow &window)
{
    HttpRequest request = raffGet(path);
    if (!key.isEmpty()) {
        request.query.addQueryItem(key, value);
    }
    request.query.addQueryItem(u"limit"_s, QString::number(window.limit));
    request.query.addQueryItem(u"offset"_s, QString::number(window.offset));
    return request;
}

QString raffPath(ResourceKind kind)
{
    return kind == ResourceKind::Server ? u"vms"_s : u"volumes"_s;
}

QString raffKind(ResourceKind kind)
{
    return kind == ResourceKind::Server ? u"vm"_s : u"volume"_s;
}

/// One object, or something that is done to it.
HttpRequest onObject(Method method, const QString &list, const QString &id,
                     const QString &verb = {}, const QJsonObject &body = {})
{
    const QString end = verb.isEmpty() ? QString() : u'/' + verb;
    return {method,
            list + u'/' + id + end,
            list + u"/{id}"_s + end,
            {},
            body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

struct RaffChangeMaker
{
    HttpRequest operator()(const Domain::TakeSnapshot &take) const
    {
        QJsonObject body = {{u"resource_type"_s, raffKind(take.source.kind)},
                            {u"name"_s, take.name}};
        if (take.source.kind == ResourceKind::Server) {
            body.insert("resource_id"_L1, take.source.id.value);
        } else {
            body.insert("volume_id"_L1, take.source.id.value.toLongLong());
        }
        return {Method::Post,
                u"snapshots"_s,
                u"snapshots"_s,
                {},
                QJsonDocument(body).toJson(QJsonDocument::Compact)};
    }
    HttpRequest operator()(const Domain::RollBack &rollback) const
    {
        return onObject(Method::Post, u"snapshots"_s, rollback.snapshot.id.value, u"restore"_s);
    }
    HttpRequest operator()(const Domain::RemoveSnapshot &remove) const
    {
        return onObject(Method::Delete, u"snapshots"_s, remove.snapshot.id.value);
    }
    HttpRequest operator()(const Domain::RenameSnapshot &rename) const
    {
        return onObject(Method::Patch, u"snapshots"_s, rename.snapshot.id.value, u"rename"_s,
                        {{u"name"_s, rename.name}});
    }
    /// Of the disk that the system is on, which is what a VM's snapshot holds.
    HttpRequest operator()(const Domain::SaveImage &save) const
    {
        return onObject(Method::Post, u"vms"_s, save.source.id.value, u"save-image"_s,
                        {{u"name"_s, save.name},
                         {u"disk_id"_s, 0},
                         {u"snapshot_id"_s, save.snapshot.id.value.toLongLong()}});
    }
    HttpRequest operator()(const Domain::CreateServer &create) const
    {
        const QJsonObject body = {{u"name"_s, create.name},
                                  {u"template_id"_s, create.image.value},
                                  {u"pricing_id"_s, create.type.value.toLongLong()},
                                  {u"region"_s, create.location.value},
                                  {u"ssh_keys"_s, QJsonArray{create.sshKey.trimmed()}}};
        return {Method::Post,
                u"vms"_s,
                u"vms"_s,
                {},
                QJsonDocument(body).toJson(QJsonDocument::Compact)};
    }
    /// Refused before.
    HttpRequest operator()(const Domain::ProtectSnapshot &) const { return {}; }
    HttpRequest operator()(const Domain::CreateVolume &) const { return {}; }
    /// There is one way to stop: the system is asked, and after a while not asked any more.
    HttpRequest operator()(const Domain::SetPower &power) const
    {
        const bool isStart = power.action == Domain::PowerAction::Start;
        return onObject(Method::Post, u"vms"_s, power.server.id.value,
                        isStart ? u"start"_s : u"stop"_s);
    }
};

bool isNumber(const QString &id)
{
    bool isWhole = false;
    return id.toLongLong(&isWhole) > 0 && isWhole && RaffFrame::isId(id);
}

/// Whether Raff can do such a thing at all.
struct IsOfRaff
{
    bool operator()(const Domain::TakeSnapshot &) const { return true; }
    bool operator()(const Domain::RollBack &rollback) const
    {
        return rollback.target.kind == rollback.snapshot.kind;
    }
    bool operator()(const Domain::RemoveSnapshot &) const { return true; }
    bool operator()(const Domain::RenameSnapshot &) const { return true; }
    bool operator()(const Domain::ProtectSnapshot &) const { return false; }
    bool operator()(const Domain::CreateVolume &) const { return false; }
    bool operator()(const Domain::SetPower &power) const
    {
        return power.server.kind == ResourceKind::Server;
    }
    bool operator()(const Domain::SaveImage &save) const
    {
        return save.source.kind == ResourceKind::Server
            && save.snapshot.kind == ResourceKind::Server;
    }
    bool operator()(const Domain::CreateServer &create) const
    {
        return create.snapshot.kind == ResourceKind::Server;
    }
};

/// Whether the objects can be there: in a path another id could name something else.
struct HasRaffIds
{
    static bool isGood(const Domain::ResourceKey &key)
    {
        return key.kind == ResourceKind::Server ? RaffFrame::isId(key.id.value)
                                                : isNumber(key.id.value);
    }
    bool operator()(const Domain::TakeSnapshot &take) const { return isGood(take.source); }
    bool operator()(const Domain::RollBack &rollback) const
    {
        return isGood(rollback.target) && isNumber(rollback.snapshot.id.value);
    }
    bool operator()(const Domain::RemoveSnapshot &remove) const
    {
        return isNumber(remove.snapshot.id.value);
    }
    bool operator()(const Domain::RenameSnapshot &rename) const
    {
        return isNumber(rename.snapshot.id.value);
    }
    bool operator()(const Domain::ProtectSnapshot &) const { return false; }
    bool operator()(const Domain::CreateVolume &) const { return false; }
    bool operator()(const Domain::SetPower &power) const { return isGood(power.server); }
    bool operator()(const Domain::SaveImage &save) const
    {
        return isGood(save.source) && isNumber(save.snapshot.id.value);
    }
    bool operator()(const Domain::CreateServer &create) const
    {
        return create.project.isEmpty() || RaffFrame::isId(create.project.value);
    }
};

/// What an order of a VM lacks, by the name that the API has for it.
QString missingIn(const Domain::CreateServer &create)
{
    const QString key = create.sshKey.trimmed();
    if (!RaffFrame::isId(create.image.value)) {
        return u"template_id"_s;
    }
    if (!isNumber(create.type.value)) {
        return u"pricing_id"_s;
    }
    if (!RaffFrame::isId(create.location.value)) {
        return u"region"_s;
    }
    // Several lines are no public key, and a private one must not leave.
    const bool isLine = !key.isEmpty() && !key.contains(u'\n') && !key.contains(u'\r');
    return isLine ? QString() : u"ssh_keys"_s;
}

} // namespace

HttpRequest RaffRequests::regions()
{
    return raffGet(u"public/regions"_s);
}

HttpRequest RaffRequests::snapshotPrice(const Domain::LocationId &region)
{
    HttpRequest request = raffGet(u"public/pricing/snapshot"_s);
    request.query.addQueryItem(u"region"_s, region.value);
    return request;
}

HttpRequest RaffRequests::plans()
{
    return raffGet(u"public/pricing/vm"_s);
}

HttpRequest RaffRequests::templates()
{
    return raffGet(u"public/templates"_s);
}

HttpRequest RaffRequests::projects(const RaffWindow &window)
{
    return raffList(u"projects"_s, {}, {}, window);
}

/// Sources disagree on whether the list of VMs heeds the header or wants the project in its query.
HttpRequest RaffRequests::resources(ResourceKind kind, const Domain::ProjectId &project,
                                    const RaffWindow &window)
{
    const bool isServer = kind == ResourceKind::Server;
    return inProject(
        raffList(raffPath(kind), isServer ? u"project_id"_s : QString(), project.value, window),
        project);
}

HttpRequest RaffRequests::volumesOf(const Domain::ResourceId &server,
                                    const Domain::ProjectId &project, const RaffWindow &window)
{
    return inProject(raffList(u"volumes"_s, u"vm_id"_s, server.value, window), project);
}

HttpRequest RaffRequests::snapshots(Domain::SnapshotKind kind, const Domain::ProjectId &project,
                                    const RaffWindow &window)
{
    return inProject(raffList(u"snapshots"_s, u"type"_s, raffKind(kind), window), project);
}

HttpRequest RaffRequests::snapshotsOf(const Domain::ResourceKey &source,
                                      const Domain::ProjectId &project, const RaffWindow &window)
{
    const bool isServer = source.kind == ResourceKind::Server;
    return inProject(
        raffList(u"snapshots"_s, isServer ? u"vm_id"_s : u"volume_id"_s, source.id.value, window),
        project);
}

HttpRequest RaffRequests::resource(const Domain::ResourceKey &key, const Domain::ProjectId &project)
{
    return inProject(onObject(Method::Get, raffPath(key.kind), key.id.value), project);
}

HttpRequest RaffRequests::snapshot(const Domain::SnapshotId &id, const Domain::ProjectId &project)
{
    return inProject(onObject(Method::Get, u"snapshots"_s, id.value), project);
}

HttpRequest RaffRequests::change(const Domain::Request &request, const Domain::ProjectId &project)
{
    return inProject(std::visit(RaffChangeMaker{}, request), project);
}

std::optional<Domain::Error> RaffRequests::refusal(const Domain::Request &request)
{
    if (!std::visit(IsOfRaff{}, request)) {
        return Domain::failure(ErrorKind::Unsupported).error();
    }
    if (!std::visit(HasRaffIds{}, request)) {
        return RaffErrors::notListed();
    }
    const auto *create = std::get_if<Domain::CreateServer>(&request);
    if (const QString field = create ? missingIn(*create) : QString(); !field.isEmpty()) {
        return RaffErrors::missing(field);
    }
    return std::nullopt;
}

bool RaffRequests::isPossible(const Domain::ResourceKey &key)
{
    return key.kind == ResourceKind::Server ? !QUuid::fromString(key.id.value).isNull()
                                            : isNumber(key.id.value);
}

} // namespace Providers
