// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/createvolume.h"

#include "demo/openstack/bodies.h"
#include "demo/openstack/endpoint.h"
#include "demo/openstack/hosterdata.h"
#include "demo/openstack/volumewire.h"
#include "demo/openstack/volumework.h"
#include "demo/openstack/words.h"

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

// Reads one order, and keeps why it is refused.
class VolumeOrder
{
public:
    VolumeOrder(const Call &call, Cloud &cloud, Fields &fields)
        : m_call(call)
        , m_cloud(cloud)
        , m_fields(fields)
    {
    }

    [[nodiscard]] std::expected<Volume, Answer> read()
    {
        m_volume.site = m_call.site;
        m_volume.user = m_call.token.user;
        m_volume.name = m_fields.text(u"name"_s);
        m_volume.description = m_fields.text(u"description"_s);
        m_volume.metadata = m_fields.metadata(u"metadata"_s);
        readSize();
        if (const auto complaint = m_fields.complaint()) {
            return std::unexpected(*complaint);
        }
        for (const auto &step :
             {&VolumeOrder::readType, &VolumeOrder::readSnapshot, &VolumeOrder::readImage,
              &VolumeOrder::readZone, &VolumeOrder::checkSize}) {
            if (const std::optional<Answer> refusal = (this->*step)()) {
                return std::unexpected(*refusal);
            }
        }
        return m_volume;
    }

private:
    void readSize()
    {
        const QJsonValue size = m_fields.value(u"size"_s);
        if (size.isUndefined() || size.isNull()) {
            return;
        }
        m_volume.size = size.toVariant().toInt();
        if (m_volume.size < 1) {
            m_fields.reject(u"size"_s, u"%1 is less than the minimum of 1"_s.arg(quoted(size)));
        }
    }

    [[nodiscard]] std::optional<Answer> readType()
    {
        const QString type = m_fields.text(u"volume_type"_s);
        const bool isKnown =
            type.isEmpty() || type == volumeType() || type == uuidOf(u"type"_s, volumeType());
        return isKnown ? std::nullopt
                       : std::optional(refuse(
                             404, u"Volume type with name %1 could not be found."_s.arg(type)));
    }

    [[nodiscard]] std::optional<Answer> readSnapshot()
    {
        const QString id = m_fields.text(u"snapshot_id"_s);
        if (id.isEmpty()) {
            return std::nullopt;
        }
        const Snapshot *snapshot = m_cloud.findSnapshot(m_call.site, id);
        if (!snapshot) {
            return refuseUnknown(u"Snapshot"_s, id);
        }
        if (snapshot->status != SnapshotStatus::Available) {
            return refuse(400,
                          u"Invalid snapshot: Originating snapshot status must be one of "
                          "'available' values"_s);
        }
        m_volume.snapshot = id;
        const Volume &source = m_cloud.volumes.at(snapshot->volume);
        m_volume.imageMetadata = source.imageMetadata;
        m_volume.zone = source.zone;
        m_least = snapshot->size;
        m_volume.size = m_volume.size > 0 ? m_volume.size : m_least;
        if (m_volume.size < m_least) {
            return refuse(400,
                          u"Invalid input received: Volume size '%1'GB cannot be smaller than "
                          "the snapshot size %2GB. They must be >= original snapshot size."_s
                              .arg(m_volume.size)
                              .arg(m_least));
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Answer> readImage()
    {
        const QString id = m_fields.text(u"imageRef"_s);
        if (id.isEmpty()) {
            return std::nullopt;
        }
        const Image *image = m_cloud.findImage(m_call.site, id);
        if (!image) {
            return refuse(400, u"Invalid image identifier or unable to access requested image."_s);
        }
        m_volume.imageMetadata = {{u"image_id"_s, image->id},
                                  {u"image_name"_s, image->name},
                                  {u"disk_format"_s, image->diskFormat},
                                  {u"container_format"_s, u"bare"_s},
                                  {u"signature_verified"_s, u"False"_s}};
        return std::nullopt;
    }

    // A copy stays where its source is unless told otherwise.
    [[nodiscard]] std::optional<Answer> readZone()
    {
        const QString zone = m_fields.text(u"availability_zone"_s);
        const QStringList known = m_cloud.zones(m_call.site.region);
        if (!zone.isEmpty() && !known.contains(zone)) {
            return refuse(400, u"Availability zone '%1' is invalid."_s.arg(zone));
        }
        if (!zone.isEmpty() || m_volume.zone.isEmpty()) {
            m_volume.zone = zone.isEmpty() ? known.constFirst() : zone;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<Answer> checkSize()
    {
        if (m_volume.size < 1) {
            return refuse(400,
                          u"The server could not comply with the request since it is either "
                          "malformed or otherwise incorrect."_s);
        }
        return refuseMoreVolumes(m_cloud, m_call, m_volume.size);
    }

    const Call &m_call;
    Cloud &m_cloud;
    Fields &m_fields;
    Volume m_volume;
    int m_least = 0;
};

} // namespace

Answer orderVolume(const Call &call, Cloud &cloud)
{
    const auto told = readMember(call.request, u"volume"_s);
    if (!told) {
        return told.error();
    }
    Fields fields(u"volume"_s, *told);
    auto order = VolumeOrder(call, cloud, fields).read();
    if (!order) {
        return order.error();
    }
    order->id = cloud.newId();
    order->status = VolumeStatus::Creating;
    order->created = cloud.now();
    const Volume &volume = cloud.add(*std::move(order));
    createVolume(cloud, volume);
    return answerWith(202, {{u"volume"_s, json(volume, call, Detail::Created)}});
}

} // namespace Demo::OpenStack
