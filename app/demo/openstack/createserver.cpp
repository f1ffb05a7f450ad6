// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/createserver.h"

#include "demo/openstack/bodies.h"
#include "demo/openstack/endpoint.h"
#include "demo/openstack/serverimage.h"
#include "demo/openstack/serverwire.h"
#include "demo/openstack/serverwork.h"
#include "demo/openstack/usage.h"
#include "demo/openstack/volumework.h"
#include "demo/openstack/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::OpenStack {

namespace {

const int firstWithoutNetworks = 37;
const int firstHost = 11;

// A volume the new server is to have: one that there is, or a copy of a snapshot.
struct BlockDevice
{
    QString volume;
    QString snapshot;
    QString device;
    bool isDeletedWithServer = false;
};

// Reads one order, and keeps why it is refused.
class ServerOrder
{
public:
    ServerOrder(const Call &call, Cloud &cloud, Fields &fields)
        : m_call(call)
        , m_cloud(cloud)
        , m_fields(fields)
    {
    }

    [[nodiscard]] std::optional<Answer> read()
    {
        m_fields.require(u"name"_s);
        m_fields.require(u"flavorRef"_s);
        if (m_call.minor >= firstWithoutNetworks) {
            m_fields.require(u"networks"_s);
        }
        server.name = m_fields.text(u"name"_s);
        server.metadata = m_fields.metadata(u"metadata"_s);
        server.keyName = m_fields.text(u"key_name"_s);
        server.host = m_fields.value(u"networks"_s) == "none"_L1 ? 0 : freeHost();
        if (const auto complaint = m_fields.complaint()) {
            return complaint;
        }
        for (const auto &step :
             {&ServerOrder::readFlavor, &ServerOrder::readZone, &ServerOrder::readDevices,
              &ServerOrder::readImage, &ServerOrder::checkQuota}) {
            if (const std::optional<Answer> refusal = (this->*step)()) {
                return refusal;
            }
        }
        return std::nullopt;
    }

    Server server;
    QList<BlockDevice> devices;

private:
    [[nodiscard]] int freeHost() const
    {
        int host = firstHost;
        for (const auto &[id, other] : m_cloud.servers) {
            host = std::max(host, other.host + 1);
        }
        return host;
    }

    [[nodiscard]] std::optional<Answer> readFlavor()
    {
        server.flavor = m_fields.text(u"flavorRef"_s).section(u'/', -1);
        return m_cloud.findFlavor(server.flavor)
            ? std::nullopt
            : std::optional(refuse(400, u"Flavor %1 could not be found."_s.arg(server.flavor)));
    }

    [[nodiscard]] std::optional<Answer> readZone()
    {
        const QStringList known = m_cloud.zones(m_call.site.region);
        const QString zone = m_fields.text(u"availability_zone"_s);
        server.zone = zone.isEmpty() ? known.constFirst() : zone;
        return known.contains(server.zone)
            ? std::nullopt
            : std::optional(refuse(400, u"The requested availability zone is not available"_s));
    }

    [[nodiscard]] std::optional<Answer> readDevices()
    {
        const QJsonArray mappings = m_fields.value(u"block_device_mapping_v2"_s).toArray();
        for (const QJsonValueConstRef mapping : mappings) {
            const QString source = mapping[u"source_type"_s].toString();
            const QString id = mapping[u"uuid"_s].toString();
            const Volume *volume = m_cloud.findVolume(m_call.site, id);
            const Snapshot *snapshot = m_cloud.findSnapshot(m_call.site, id);
            BlockDevice device;
            device.isDeletedWithServer = mapping[u"delete_on_termination"_s].toBool();
            if (source == "volume"_L1 && volume && volume->status == VolumeStatus::Available) {
                device.volume = id;
            } else if (source == "snapshot"_L1 && snapshot) {
                device.snapshot = id;
            } else if (source != "image"_L1) {
                return refuse(
                    400,
                    u"Block Device Mapping is Invalid: failed to get %1 %2."_s.arg(source, id));
            } else {
                continue;
            }
            devices.append(device);
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Answer> readImage()
    {
        const QString id = m_fields.text(u"imageRef"_s).section(u'/', -1);
        if (id.isEmpty()) {
            server.isVolumeBacked = true;
            return devices.isEmpty() ? std::optional(refuse(400, u"Missing imageRef attribute"_s))
                                     : std::nullopt;
        }
        const Image *image = m_cloud.findImage(m_call.site, id);
        if (!image) {
            return refuse(400, u"Can not find requested image"_s);
        }
        if (image->status != ImageStatus::Active) {
            return refuse(400, u"Image %1 is not active."_s.arg(id));
        }
        server.image = id;
        const QJsonArray parts = volumesOf(*image);
        for (const QJsonValueConstRef part : parts) {
            server.isVolumeBacked = true;
            devices.append({{},
                            part[u"snapshot_id"_s].toString(),
                            part[u"device_name"_s].toString(),
                            part[u"delete_on_termination"_s].toBool()});
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Answer> checkQuota()
    {
        const Usage usage = Usage::of(m_cloud, m_call.site);
        if (usage.instances < m_cloud.quota.instances) {
            return std::nullopt;
        }
        return refuse(403,
                      u"Quota exceeded for instances: Requested 1, but already used %1 of %2 "
                      "instances"_s.arg(usage.instances)
                          .arg(m_cloud.quota.instances));
    }

    const Call &m_call;
    Cloud &m_cloud;
    Fields &m_fields;
};

// Nothing where the snapshot is gone.
Volume *copyOf(Cloud &cloud, const QString &snapshotId, const Server &server)
{
    const Snapshot *snapshot = cloud.findSnapshot(server.site, snapshotId);
    if (!snapshot) {
        return nullptr;
    }
    Volume volume;
    volume.id = cloud.newId();
    volume.site = server.site;
    volume.user = server.user;
    volume.name = u""_s;
    volume.description = u""_s;
    volume.size = snapshot->size;
    volume.zone = server.zone;
    volume.snapshot = snapshotId;
    volume.imageMetadata = cloud.volumes.at(snapshot->volume).imageMetadata;
    volume.created = cloud.now();
    return &cloud.add(std::move(volume));
}

void attachDevices(Cloud &cloud, Server &server, const QList<BlockDevice> &devices)
{
    char16_t letter = server.isVolumeBacked ? u'a' : u'b';
    for (const BlockDevice &device : devices) {
        Volume *volume = device.volume.isEmpty() ? copyOf(cloud, device.snapshot, server)
                                                 : cloud.findVolume(server.site, device.volume);
        if (!volume) {
            server.fault = {500, u"Snapshot %1 could not be found."_s.arg(device.snapshot),
                            cloud.now()};
            return;
        }
        const QString name = u"/dev/vd"_s + QChar(letter++);
        volume->status = VolumeStatus::InUse;
        volume->updated = cloud.now();
        volume->attachments = {{cloud.newId(), server.id, name, cloud.now()}};
        server.volumes.append({volume->id, name, device.isDeletedWithServer});
    }
}

void spawn(Cloud &cloud, Server &server, const QString &requestId)
{
    const bool fails = isToFail(server.metadata, u"spawn"_s) || server.fault;
    runStages(cloud, server,
              {{1s, TaskState::None},
               {3s, TaskState::Networking},
               {5s, server.isVolumeBacked ? TaskState::BlockDeviceMapping : TaskState::Spawning},
               {8s, TaskState::Spawning},
               {30s, TaskState::None}},
              [&cloud, fails, requestId](Server &made, Instant at) {
                  made.status = fails ? ServerStatus::Error : ServerStatus::Active;
                  if (fails && !made.fault) {
                      made.fault = {500, u"No valid host was found."_s, at};
                  }
                  if (!fails) {
                      made.launched = at;
                  }
                  endAction(cloud, requestId, fails ? Outcome::Failure : Outcome::Success, at);
              });
}

} // namespace

Answer orderServer(const Call &call, Cloud &cloud)
{
    const auto told = readMember(call.request, u"server"_s);
    if (!told) {
        return told.error();
    }
    Fields fields(u"server"_s, *told);
    ServerOrder order(call, cloud, fields);
    order.server.site = call.site;
    order.server.user = call.token.user;
    if (const auto refusal = order.read()) {
        return *refusal;
    }
    order.server.id = cloud.newId();
    order.server.status = ServerStatus::Build;
    order.server.task = TaskState::Scheduling;
    order.server.created = cloud.now();
    order.server.updated = cloud.now();
    Server &server = cloud.add(order.server);
    attachDevices(cloud, server, order.devices);
    beginAction(cloud, call, server, u"create"_s);
    spawn(cloud, server, call.requestId);
    Answer answer = answerWith(
        202,
        {{u"server"_s,
          QJsonObject{{u"id"_s, server.id},
                      {u"links"_s, computeLinks(call, u"/servers/"_s + server.id)},
                      {u"OS-DCF:diskConfig"_s, u"MANUAL"_s},
                      {u"security_groups"_s, QJsonArray{QJsonObject{{u"name"_s, u"default"_s}}}},
                      {u"adminPass"_s, onceToldPassword(cloud)}}}});
    answer.headers.append(
        {"Location"_ba, call.base.toLatin1() + "/v2.1/servers/" + server.id.toLatin1()});
    return answer;
}

} // namespace Demo::OpenStack
