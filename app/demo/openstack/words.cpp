// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/words.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

QDateTime utcOf(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), QTimeZone::UTC);
}

QUuid uuidValue(const QString &kind, const QString &name)
{
    static const QUuid family(0x6c1f5a02, 0x93d4, 0x4e7b, 0x8a, 0x51, 0x0e, 0xb2, 0x47, 0xd9, 0x3c,
                              0x68);
    return QUuid::createUuidV5(family, QString(kind + u'/' + name));
}

QString quotedList(const QJsonArray &array)
{
    QStringList parts;
    for (const QJsonValueConstRef entry : array) {
        parts.append(quoted(entry));
    }
    return u'[' + parts.join(u", "_s) + u']';
}

QString quotedObject(const QJsonObject &object)
{
    QStringList parts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        parts.append(u'\'' + it.key() + u"': "_s + quoted(it.value()));
    }
    return u'{' + parts.join(u", "_s) + u'}';
}

} // namespace

QString word(VolumeStatus status)
{
    switch (status) {
    case VolumeStatus::Creating:
        return u"creating"_s;
    case VolumeStatus::Downloading:
        return u"downloading"_s;
    case VolumeStatus::Available:
        return u"available"_s;
    case VolumeStatus::Reserved:
        return u"reserved"_s;
    case VolumeStatus::Attaching:
        return u"attaching"_s;
    case VolumeStatus::InUse:
        return u"in-use"_s;
    case VolumeStatus::Detaching:
        return u"detaching"_s;
    case VolumeStatus::Reverting:
        return u"reverting"_s;
    case VolumeStatus::Extending:
        return u"extending"_s;
    case VolumeStatus::Deleting:
        return u"deleting"_s;
    case VolumeStatus::Error:
        return u"error"_s;
    case VolumeStatus::ErrorDeleting:
        return u"error_deleting"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString word(SnapshotStatus status)
{
    switch (status) {
    case SnapshotStatus::Creating:
        return u"creating"_s;
    case SnapshotStatus::Available:
        return u"available"_s;
    case SnapshotStatus::Restoring:
        return u"restoring"_s;
    case SnapshotStatus::Deleting:
        return u"deleting"_s;
    case SnapshotStatus::Error:
        return u"error"_s;
    case SnapshotStatus::ErrorDeleting:
        return u"error_deleting"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString word(ServerStatus status)
{
    switch (status) {
    case ServerStatus::Build:
        return u"BUILD"_s;
    case ServerStatus::Active:
        return u"ACTIVE"_s;
    case ServerStatus::Shutoff:
        return u"SHUTOFF"_s;
    case ServerStatus::Rebuild:
        return u"REBUILD"_s;
    case ServerStatus::Error:
        return u"ERROR"_s;
    case ServerStatus::Deleted:
        return u"DELETED"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString word(TaskState task)
{
    switch (task) {
    case TaskState::None:
        return {};
    case TaskState::Scheduling:
        return u"scheduling"_s;
    case TaskState::Networking:
        return u"networking"_s;
    case TaskState::BlockDeviceMapping:
        return u"block_device_mapping"_s;
    case TaskState::Spawning:
        return u"spawning"_s;
    case TaskState::ImageSnapshotPending:
        return u"image_snapshot_pending"_s;
    case TaskState::ImageSnapshot:
        return u"image_snapshot"_s;
    case TaskState::ImagePendingUpload:
        return u"image_pending_upload"_s;
    case TaskState::ImageUploading:
        return u"image_uploading"_s;
    case TaskState::Rebuilding:
        return u"rebuilding"_s;
    case TaskState::RebuildBlockDeviceMapping:
        return u"rebuild_block_device_mapping"_s;
    case TaskState::RebuildSpawning:
        return u"rebuild_spawning"_s;
    case TaskState::PoweringOff:
        return u"powering-off"_s;
    case TaskState::PoweringOn:
        return u"powering-on"_s;
    case TaskState::Deleting:
        return u"deleting"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString word(ImageStatus status)
{
    switch (status) {
    case ImageStatus::Queued:
        return u"queued"_s;
    case ImageStatus::Saving:
        return u"saving"_s;
    case ImageStatus::Active:
        return u"active"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString machineWord(const Server &server)
{
    switch (server.status) {
    case ServerStatus::Build:
        return u"building"_s;
    case ServerStatus::Active:
    case ServerStatus::Rebuild:
        return u"active"_s;
    case ServerStatus::Shutoff:
        return u"stopped"_s;
    case ServerStatus::Error:
        return u"error"_s;
    case ServerStatus::Deleted:
        return u"deleted"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString uuidOf(const QString &kind, const QString &name)
{
    return uuidValue(kind, name).toString(QUuid::WithoutBraces);
}

QString hexIdOf(const QString &kind, const QString &name)
{
    return uuidValue(kind, name).toString(QUuid::Id128);
}

bool isUuid(const QString &text)
{
    const QUuid uuid = QUuid::fromString(text);
    return !uuid.isNull() || text == QUuid().toString(QUuid::WithoutBraces);
}

QString timeText(Instant instant)
{
    return utcOf(instant).toString(u"yyyy-MM-dd'T'HH:mm:ss'.000000'"_s);
}

QString exactTimeText(Instant instant)
{
    return utcOf(instant).toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'000'"_s);
}

QString zonedTimeText(Instant instant)
{
    return utcOf(instant).toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
}

QString dateInName(Instant instant)
{
    return utcOf(instant).toString(u"yyyy-MM-dd"_s);
}

Instant wholeSecond(Instant instant)
{
    return std::chrono::floor<std::chrono::seconds>(instant);
}

QJsonValue textOrNull(const QString &text)
{
    return text.isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue timeOrNull(const std::optional<Instant> &instant)
{
    return instant.transform([](Instant known) { return QJsonValue(timeText(known)); })
        .value_or(QJsonValue(QJsonValue::Null));
}

QString quoted(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return u"None"_s;
    case QJsonValue::Bool:
        return value.toBool() ? u"True"_s : u"False"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::String:
        return u'\'' + value.toString() + u'\'';
    case QJsonValue::Array:
        return quotedList(value.toArray());
    case QJsonValue::Object:
        return quotedObject(value.toObject());
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Demo::OpenStack
