// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/serverroutes.h"

#include "demo/openstack/bodies.h"
#include "demo/openstack/createserver.h"
#include "demo/openstack/listing.h"
#include "demo/openstack/metadataroutes.h"
#include "demo/openstack/serverwire.h"
#include "demo/openstack/serverwork.h"
#include "demo/openstack/words.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const int firstWithStrictQueries = 75;

QVariant serverValue(const Server &server, const QString &field)
{
    if (field == "display_name"_L1) {
        return server.name;
    }
    if (field == "vm_state"_L1) {
        return machineWord(server);
    }
    if (field == "created_at"_L1) {
        return timeText(server.created);
    }
    return field == "updated_at"_L1 ? timeText(server.updated) : server.id;
}

bool isServerQuery(const QString &name)
{
    static const QStringList known{u"limit"_s,          u"marker"_s,     u"sort_key"_s,
                                   u"sort_dir"_s,       u"name"_s,       u"status"_s,
                                   u"image"_s,          u"flavor"_s,     u"uuid"_s,
                                   u"all_tenants"_s,    u"deleted"_s,    u"tags"_s,
                                   u"changes-since"_s,  u"project_id"_s, u"changes-before"_s,
                                   u"reservation_id"_s, u"ip"_s,         u"availability_zone"_s,
                                   u"user_id"_s,        u"locked"_s,     u"tenant_id"_s,
                                   u"host"_s,           u"vm_state"_s,   u"task_state"_s,
                                   u"key_name"_s};
    return known.contains(name) || name.startsWith(u'_');
}

std::optional<Answer> refuseServerQuery(const Call &call)
{
    static const QRegularExpression digits(u"\\A[0-9]*\\z"_s);
    const QString limit = queried(call, u"limit"_s);
    if (!digits.match(limit).hasMatch()) {
        return refuse(400,
                      u"Invalid input for query parameters limit. Value: %1. '%1' does not "
                      "match '^[0-9]*$'"_s.arg(limit));
    }
    for (const QueryItem &item : call.request.query) {
        if (call.minor >= firstWithStrictQueries && !isServerQuery(item.name)) {
            return refuse(400, u"'%1' does not match any of the regexes: '^_'"_s.arg(item.name));
        }
    }
    return std::nullopt;
}

bool isMatch(const QString &name, const QRegularExpression &pattern)
{
    return pattern.match(name).hasMatch();
}

bool admitsServer(const Call &call, const Server &server)
{
    const QString name = queried(call, u"name"_s);
    const QString status = queried(call, u"status"_s);
    const QString image = queried(call, u"image"_s);
    const QString zone = queried(call, u"availability_zone"_s);
    return server.site == call.site && server.status != ServerStatus::Deleted
        && (name.isEmpty() || isMatch(server.name, QRegularExpression(name)))
        && (status.isEmpty() || status.toUpper() == word(server.status))
        && (image.isEmpty() || image == server.image) && (zone.isEmpty() || zone == server.zone);
}

Answer listServers(const Call &call, const Cloud &cloud, ServerDetail detail)
{
    if (const auto refusal = refuseServerQuery(call)) {
        return *refusal;
    }
    const auto paging = readPaging(call);
    if (!paging) {
        return paging.error();
    }
    QList<const Server *> entries;
    for (const auto &[id, server] : cloud.servers) {
        if (admitsServer(call, server)) {
            entries.append(&server);
        }
    }
    sortBy<Server>(entries, sortKeys(call), serverValue);
    const auto page = pageOf(entries, *paging);
    if (!page) {
        return refuse(400, u"marker [%1] not found"_s.arg(paging->marker));
    }
    QJsonArray array;
    for (const Server *server : page->entries) {
        array.append(json(*server, cloud, call, detail));
    }
    QJsonObject body{{u"servers"_s, array}};
    if (page->isFull) {
        addNextLink(body, u"servers"_s, nextLink(call, cloud, page->entries.constLast()->id));
    }
    return answerWith(200, body);
}

Answer renameServer(const Call &call, Cloud &cloud, Server &server)
{
    const auto told = readMember(call.request, u"server"_s);
    if (!told) {
        return told.error();
    }
    Fields fields(u"server"_s, *told);
    const QString name = fields.has(u"name"_s) ? fields.text(u"name"_s) : server.name;
    if (const auto complaint = fields.complaint()) {
        return *complaint;
    }
    server.name = name;
    server.updated = cloud.now();
    return answerWith(200, {{u"server"_s, json(server, cloud, call, ServerDetail::Shown)}});
}

Answer setLock(Server &server, bool isLocked)
{
    server.isLocked = isLocked;
    return answerEmpty(202);
}

struct ServerAction
{
    QString name;
    QString policy;
    std::function<Answer(const Call &, Cloud &, Server &, const QJsonValue &told)> act;
};

const QList<ServerAction> &serverActions()
{
    static const QList<ServerAction> all{
        {u"createImage"_s, u"os_compute_api:servers:create_image"_s,
         [](const Call &call, Cloud &cloud, Server &server, const QJsonValue &told) {
             return createImage(cloud, call, server, told);
         }},
        {u"rebuild"_s, u"os_compute_api:servers:rebuild"_s,
         [](const Call &call, Cloud &cloud, Server &server, const QJsonValue &told) {
             return rebuild(cloud, call, server, told);
         }},
        {u"os-stop"_s, u"os_compute_api:servers:stop"_s,
         [](const Call &call, Cloud &cloud, Server &server, const QJsonValue &) {
             return stop(cloud, call, server);
         }},
        {u"os-start"_s, u"os_compute_api:servers:start"_s,
         [](const Call &call, Cloud &cloud, Server &server, const QJsonValue &) {
             return start(cloud, call, server);
         }},
        {u"lock"_s, u"os_compute_api:os-lock-server:lock"_s,
         [](const Call &, Cloud &, Server &server, const QJsonValue &) {
             return setLock(server, true);
         }},
        {u"unlock"_s, u"os_compute_api:os-lock-server:unlock"_s,
         [](const Call &, Cloud &, Server &server, const QJsonValue &) {
             return setLock(server, false);
         }},
    };
    return all;
}

Answer actOnServer(const Call &call, Cloud &cloud, Server &server)
{
    const QJsonObject body = QJsonDocument::fromJson(call.request.body).object();
    if (body.size() != 1) {
        return refuse(400, u"Malformed request body"_s);
    }
    const QString name = body.begin().key();
    const auto found = std::ranges::find(serverActions(), name, &ServerAction::name);
    if (found == serverActions().end()) {
        return refuse(400, u"There is no such action: %1"_s.arg(name));
    }
    return call.token.role == Role::Member ? found->act(call, cloud, server, body.begin().value())
                                           : refusePolicy(Service::Compute, found->policy);
}

// The newest come first.
Answer listActions(const Call &call, const Cloud &cloud, const Server &server)
{
    QList<const ActionRecord *> own;
    for (const ActionRecord &record : cloud.actions) {
        if (record.server == server.id) {
            own.append(&record);
        }
    }
    std::ranges::stable_sort(own, std::greater(), &ActionRecord::started);
    QJsonArray entries;
    for (const ActionRecord *record : std::as_const(own)) {
        entries.append(json(*record, call));
    }
    return answerWith(200, {{u"instanceActions"_s, entries}});
}

} // namespace

void addServerRoutes(Endpoint &endpoint, Cloud &cloud)
{
    using OnServerOf = std::function<Answer(const Call &, Server &)>;
    const auto onOne = [&cloud](const OnServerOf &act) {
        return [&cloud, act](const Call &call) {
            Server *server = cloud.findServer(call.site, call.id());
            return server ? act(call, *server) : refuseUnknown(u"Instance"_s, call.id());
        };
    };
    const QString all = u"/v2.1/servers"_s;
    const QString one = u"/v2.1/servers/{server_id}"_s;
    const QString policy = u"os_compute_api:servers:"_s;
    endpoint.add("GET", all, [&cloud](const Call &call) {
        return listServers(call, cloud, ServerDetail::Short);
    });
    endpoint.add("GET", all + u"/detail"_s, [&cloud](const Call &call) {
        return listServers(call, cloud, ServerDetail::List);
    });
    endpoint.change("POST", all, policy + u"create"_s,
                    [&cloud](const Call &call) { return orderServer(call, cloud); });
    endpoint.add("GET", one, onOne([&cloud](const Call &call, const Server &server) {
                     return answerWith(
                         200, {{u"server"_s, json(server, cloud, call, ServerDetail::Shown)}});
                 }));
    endpoint.change("PUT", one, policy + u"update"_s,
                    onOne([&cloud](const Call &call, Server &server) {
                        return renameServer(call, cloud, server);
                    }));
    endpoint.change("DELETE", one, policy + u"delete"_s,
                    onOne([&cloud](const Call &call, Server &server) {
                        return removeServer(cloud, call, server);
                    }));
    endpoint.add("POST", one + u"/action"_s, onOne([&cloud](const Call &call, Server &server) {
                     return actOnServer(call, cloud, server);
                 }));
    endpoint.add("GET", one + u"/os-instance-actions"_s,
                 onOne([&cloud](const Call &call, const Server &server) {
                     return listActions(call, cloud, server);
                 }));
    addMetadataRoutes(
        endpoint, one + u"/metadata"_s,
        {[&cloud](const Call &call) {
             Server *server = cloud.findServer(call.site, call.id());
             return server ? &server->metadata : nullptr;
         },
         u"Instance"_s,
         [](const QString &verb) { return u"os_compute_api:server-metadata:%1"_s.arg(verb); },
         204});
}

} // namespace Demo::OpenStack
