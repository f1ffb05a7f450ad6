// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/attachmentroutes.h"

#include "demo/openstack/bodies.h"
#include "demo/openstack/endpoint.h"
#include "demo/openstack/words.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::OpenStack {

namespace {

const int firstWithTag = 70;
const int firstWithEnd = 79;
const int firstWithoutId = 89;

QJsonObject attachmentJson(const Call &call, const Server &server, const AttachedVolume &attached)
{
    QJsonObject object{
        {u"volumeId"_s, attached.id}, {u"serverId"_s, server.id}, {u"device"_s, attached.device}};
    if (call.minor < firstWithoutId) {
        object.insert(u"id"_s, attached.id);
    }
    if (call.minor >= firstWithTag) {
        object.insert(u"tag"_s, QJsonValue::Null);
    }
    if (call.minor >= firstWithEnd) {
        object.insert(u"delete_on_termination"_s, attached.isDeletedWithServer);
    }
    return object;
}

Answer listAttachments(const Call &call, const Cloud &cloud, const Server &server)
{
    QJsonArray entries;
    for (const AttachedVolume &attached : server.volumes) {
        QJsonObject entry = attachmentJson(call, server, attached);
        if (call.minor >= firstWithoutId) {
            entry.insert(u"attachment_id"_s,
                         cloud.volumes.at(attached.id).attachments.constFirst().id);
            entry.insert(u"bdm_uuid"_s, uuidOf(u"mapping"_s, attached.id));
        }
        entries.append(entry);
    }
    return answerWith(200, {{u"volumeAttachments"_s, entries}});
}

QString freeDevice(const Server &server)
{
    char16_t letter = u'b';
    for (const AttachedVolume &attached : server.volumes) {
        letter = std::max(letter, static_cast<char16_t>(attached.device.back().unicode() + 1));
    }
    return u"/dev/vd"_s + QChar(letter);
}

void startAttaching(Cloud &cloud, Volume &volume, const Server &server, const QString &device)
{
    cloud.setStatus(volume, VolumeStatus::Reserved, cloud.now());
    cloud.later<Volume>(cloud.volumes, volume.id, 1s, [&cloud](Volume &reserved, Instant at) {
        cloud.setStatus(reserved, VolumeStatus::Attaching, at);
    });
    const Attachment attachment{cloud.newId(), server.id, device, cloud.now()};
    cloud.later<Volume>(cloud.volumes, volume.id, 3s,
                        [&cloud, attachment](Volume &attached, Instant at) {
                            attached.attachments = {attachment};
                            cloud.setStatus(attached, VolumeStatus::InUse, at);
                        });
}

Answer attach(const Call &call, Cloud &cloud, Server &server)
{
    const auto told = readMember(call.request, u"volumeAttachment"_s);
    if (!told) {
        return told.error();
    }
    const QString id = told->value(u"volumeId"_s).toString();
    Volume *volume = cloud.findVolume(call.site, id);
    if (!volume) {
        return refuseUnknown(u"Volume"_s, id);
    }
    if (volume->status != VolumeStatus::Available) {
        return refuse(400,
                      u"Invalid volume: volume %1 is not available. It is currently %2."_s.arg(
                          id, word(volume->status)));
    }
    const AttachedVolume attached{id, freeDevice(server), false};
    startAttaching(cloud, *volume, server, attached.device);
    server.volumes.append(attached);
    QJsonObject object = attachmentJson(call, server, attached);
    object.insert(u"id"_s, id);
    return answerWith(200, {{u"volumeAttachment"_s, object}});
}

Answer detach(const Call &call, Cloud &cloud, Server &server)
{
    const QString id = call.captured.value(1);
    const auto found = std::ranges::find(server.volumes, id, &AttachedVolume::id);
    if (found == server.volumes.end()) {
        return refuse(404, u"Instance %1 is not attached to volume %2"_s.arg(server.id, id));
    }
    if (server.isVolumeBacked && found == server.volumes.begin()) {
        return refuse(403, u"Cannot detach a root device volume"_s);
    }
    Volume &volume = cloud.volumes.at(id);
    cloud.setStatus(volume, VolumeStatus::Detaching, cloud.now());
    cloud.later<Volume>(cloud.volumes, id, 3s, [&cloud](Volume &detached, Instant at) {
        detached.attachments.clear();
        cloud.setStatus(detached, VolumeStatus::Available, at);
    });
    cloud.later<Server>(cloud.servers, server.id, 3s, [id](Server &freed, Instant) {
        freed.volumes.removeIf([&id](const AttachedVolume &one) { return one.id == id; });
    });
    return answerEmpty(202);
}

} // namespace

void addAttachmentRoutes(Endpoint &endpoint, Cloud &cloud)
{
    using OnServerWith = std::function<Answer(const Call &, Server &)>;
    const auto onServer = [&cloud](const OnServerWith &act) {
        return [&cloud, act](const Call &call) {
            Server *server = cloud.findServer(call.site, call.id());
            return server ? act(call, *server) : refuseUnknown(u"Instance"_s, call.id());
        };
    };
    const QString all = u"/v2.1/servers/{server_id}/os-volume_attachments"_s;
    const QString policy = u"os_compute_api:os-volumes-attachments:"_s;
    endpoint.add("GET", all, onServer([&cloud](const Call &call, const Server &server) {
                     return listAttachments(call, cloud, server);
                 }));
    endpoint.change("POST", all, policy + u"create"_s,
                    onServer([&cloud](const Call &call, Server &server) {
                        return attach(call, cloud, server);
                    }));
    endpoint.change("DELETE", all + u"/{volume_id}"_s, policy + u"delete"_s,
                    onServer([&cloud](const Call &call, Server &server) {
                        return detach(call, cloud, server);
                    }));
}

} // namespace Demo::OpenStack
