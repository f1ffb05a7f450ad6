// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznerrequests.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ErrorKind;
using Domain::ResourceKind;
using Net::HttpRequest;
using Net::Method;

namespace {

constexpr QLatin1StringView markerLabel = "snapdeck/op"_L1;

/// Values go percent-encoded: a label selector has an equals sign of its own.
void addItem(HttpRequest &request, const QString &key, const QString &value)
{
    request.query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value, ":")));
}

HttpRequest get(const QString &path, const QString &pathTemplate)
{
    return {Method::Get, path, pathTemplate, {}, {}};
}

/// Sorted by id, so that rows made or removed meanwhile shift as little as can be.
HttpRequest page(const QString &path, int number)
{
    HttpRequest request = get(path, path);
    addItem(request, u"sort"_s, u"id:asc"_s);
    addItem(request, u"page"_s, QString::number(number));
    addItem(request, u"per_page"_s, QString::number(HetznerRequests::pageSize));
    return request;
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

HttpRequest serverAction(const Domain::ResourceKey &server, const QString &action,
                         const QByteArray &body = {})
{
    return {Method::Post,
            u"servers/"_s + server.id.value + u"/actions/"_s + action,
            u"servers/{id}/actions/"_s + action,
            {},
            body};
}

HttpRequest image(Method method, const Domain::SnapshotKey &key, const QByteArray &body = {})
{
    return {method, u"images/"_s + key.id.value, u"images/{id}"_s, {}, body};
}

QString powerPath(Domain::PowerAction action)
{
    switch (action) {
    case Domain::PowerAction::Start:
        return u"poweron"_s;
    case Domain::PowerAction::ShutDown:
        return u"shutdown"_s;
    case Domain::PowerAction::PowerOff:
        return u"poweroff"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

struct ChangeMaker
{
    HttpRequest operator()(const Domain::TakeSnapshot &take) const
    {
        QJsonObject body = {{u"type"_s, u"snapshot"_s}};
        if (!take.name.isEmpty()) {
            body.insert("description"_L1, take.name);
        }
        if (!take.marker.isEmpty()) {
            body.insert("labels"_L1, QJsonObject{{markerLabel, take.marker}});
        }
        return serverAction(take.source, u"create_image"_s, compact(body));
    }

    HttpRequest operator()(const Domain::RollBack &rollback) const
    {
        return serverAction(rollback.target, u"rebuild"_s,
                            compact({{u"image"_s, rollback.snapshot.id.value}}));
    }

    HttpRequest operator()(const Domain::RemoveSnapshot &remove) const
    {
        return image(Method::Delete, remove.snapshot);
    }

    /// Without labels: sent ones would replace the whole set, our marker among them.
    HttpRequest operator()(const Domain::RenameSnapshot &rename) const
    {
        return image(Method::Put, rename.snapshot, compact({{u"description"_s, rename.name}}));
    }

    HttpRequest operator()(const Domain::ProtectSnapshot &protect) const
    {
        const bool isProtected = protect.protection == Domain::Protection::On;
        return {Method::Post,
                u"images/"_s + protect.snapshot.id.value + u"/actions/change_protection"_s,
                u"images/{id}/actions/change_protection"_s,
                {},
                compact({{u"delete"_s, isProtected}})};
    }

    HttpRequest operator()(const Domain::SetPower &power) const
    {
        return serverAction(power.server, powerPath(power.action));
    }

    /// Refused before.
    HttpRequest operator()(const Domain::SaveImage &) const { return {}; }
    HttpRequest operator()(const Domain::CreateVolume &) const { return {}; }

    /// It starts by itself, which is the default.
    HttpRequest operator()(const Domain::CreateServer &create) const
    {
        QJsonObject body = {{u"name"_s, create.name},
                            {u"server_type"_s, create.type.value},
                            {u"image"_s, create.snapshot.id.value},
                            {u"location"_s, create.location.value}};
        if (!create.marker.isEmpty()) {
            body.insert("labels"_L1, QJsonObject{{markerLabel, create.marker}});
        }
        return {Method::Post, u"servers"_s, u"servers"_s, {}, compact(body)};
    }
};

/// The kinds and ids that a request names.
struct Named
{
    QList<ResourceKind> kinds;
    QStringList ids;
};

struct NamedBy
{
    Named operator()(const Domain::TakeSnapshot &take) const
    {
        return {{take.source.kind}, {take.source.id.value}};
    }
    Named operator()(const Domain::RollBack &rollback) const
    {
        return {{rollback.target.kind, rollback.snapshot.kind},
                {rollback.target.id.value, rollback.snapshot.id.value}};
    }
    Named operator()(const Domain::RemoveSnapshot &remove) const { return of(remove.snapshot); }
    Named operator()(const Domain::RenameSnapshot &rename) const { return of(rename.snapshot); }
    Named operator()(const Domain::ProtectSnapshot &protect) const { return of(protect.snapshot); }
    Named operator()(const Domain::SetPower &power) const
    {
        return {{power.server.kind}, {power.server.id.value}};
    }
    Named operator()(const Domain::SaveImage &image) const { return of(image.snapshot); }
    Named operator()(const Domain::CreateServer &create) const { return of(create.snapshot); }
    Named operator()(const Domain::CreateVolume &create) const { return of(create.snapshot); }

private:
    static Named of(const Domain::SnapshotKey &key) { return {{key.kind}, {key.id.value}}; }
};

/// The API wants keys that it knows already. One that was left out without a word would be looked
/// for on the new server in vain.
std::optional<Domain::Error> refusalOf(const Domain::CreateServer &create)
{
    if (create.sshKey.isEmpty()) {
        return std::nullopt;
    }
    Domain::Error error =
        Domain::failure(ErrorKind::InvalidInput, u"keys can't be given with the server"_s).error();
    error.fields = {{u"ssh_key"_s, {}}};
    return error;
}

} // namespace

HttpRequest HetznerRequests::locations(int number)
{
    return page(u"locations"_s, number);
}

HttpRequest HetznerRequests::servers(int number)
{
    return page(u"servers"_s, number);
}

HttpRequest HetznerRequests::volumes(int number)
{
    return page(u"volumes"_s, number);
}

HttpRequest HetznerRequests::snapshots(int number)
{
    HttpRequest request = page(u"images"_s, number);
    addItem(request, u"type"_s, u"snapshot"_s);
    return request;
}

/// A list that can't be sorted.
HttpRequest HetznerRequests::serverTypes(int number)
{
    HttpRequest request = get(u"server_types"_s, u"server_types"_s);
    addItem(request, u"page"_s, QString::number(number));
    addItem(request, u"per_page"_s, QString::number(pageSize));
    return request;
}

HttpRequest HetznerRequests::prices()
{
    return get(u"pricing"_s, u"pricing"_s);
}

HttpRequest HetznerRequests::identity()
{
    HttpRequest request = get(u"images"_s, u"images"_s);
    addItem(request, u"type"_s, u"snapshot"_s);
    addItem(request, u"per_page"_s, u"1"_s);
    return request;
}

HttpRequest HetznerRequests::server(const Domain::ResourceId &id)
{
    return get(u"servers/"_s + id.value, u"servers/{id}"_s);
}

HttpRequest HetznerRequests::volume(const Domain::ResourceId &id)
{
    return get(u"volumes/"_s + id.value, u"volumes/{id}"_s);
}

HttpRequest HetznerRequests::snapshot(const Domain::SnapshotId &id)
{
    return get(u"images/"_s + id.value, u"images/{id}"_s);
}

HttpRequest HetznerRequests::snapshotsWithMarker(const QString &marker)
{
    HttpRequest request = snapshots(1);
    addItem(request, u"label_selector"_s, markerLabel + u'=' + marker);
    return request;
}

HttpRequest HetznerRequests::serversWithMarker(const QString &marker)
{
    HttpRequest request = servers(1);
    addItem(request, u"label_selector"_s, markerLabel + u'=' + marker);
    return request;
}

HttpRequest HetznerRequests::serversNamed(const QString &name)
{
    HttpRequest request = servers(1);
    addItem(request, u"name"_s, name);
    return request;
}

HttpRequest HetznerRequests::actions(const QList<Domain::RemoteTaskId> &ids)
{
    Q_ASSERT(!ids.isEmpty() && ids.size() <= actionsAtOnce);
    HttpRequest request = get(u"actions"_s, u"actions"_s);
    for (const Domain::RemoteTaskId &id : ids) {
        addItem(request, u"id"_s, id.value);
    }
    return request;
}

HttpRequest HetznerRequests::serverActions(const Domain::ResourceId &id)
{
    HttpRequest request = get(u"servers/"_s + id.value + u"/actions"_s, u"servers/{id}/actions"_s);
    addItem(request, u"sort"_s, u"started:desc"_s);
    addItem(request, u"per_page"_s, QString::number(pageSize));
    return request;
}

Domain::Result<HttpRequest> HetznerRequests::change(const Domain::Request &request)
{
    if (const std::optional<Domain::Error> error = refusal(request)) {
        return std::unexpected(*error);
    }
    return std::visit(ChangeMaker{}, request);
}

std::optional<Domain::Error> HetznerRequests::refusal(const Domain::Request &request)
{
    const Named named = std::visit(NamedBy{}, request);
    const bool isUnknownHere = std::holds_alternative<Domain::SaveImage>(request)
        || std::holds_alternative<Domain::CreateVolume>(request);
    if (isUnknownHere || named.kinds.contains(ResourceKind::Volume)) {
        return Domain::failure(ErrorKind::Unsupported).error();
    }
    if (!std::ranges::all_of(named.ids, isId)) {
        // In a path such an id could name something else: "images/" is the whole list.
        return Domain::failure(ErrorKind::InvalidInput, u"not an id of Hetzner's"_s).error();
    }
    const auto *create = std::get_if<Domain::CreateServer>(&request);
    return create ? refusalOf(*create) : std::nullopt;
}

QString HetznerRequests::markerOf(const Domain::Snapshot &snapshot)
{
    return snapshot.labels.value(markerLabel);
}

QString HetznerRequests::markerOf(const Domain::Resource &server)
{
    return server.labels.value(markerLabel);
}

bool HetznerRequests::isId(const QString &id)
{
    const auto isDigit = [](QChar c) {
        return c >= u'0' && c <= u'9';
    };
    return !id.isEmpty() && id.front() != u'0' && std::ranges::all_of(id, isDigit);
}

} // namespace Providers
