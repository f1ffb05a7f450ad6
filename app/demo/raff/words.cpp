// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/words.h"

#include <QTimeZone>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

QDateTime utcOf(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), QTimeZone::UTC);
}

} // namespace

QString word(VmState state)
{
    switch (state) {
    case VmState::Initiating:
        return u"initiating"_s;
    case VmState::Provisioning:
        return u"provisioning"_s;
    case VmState::Booting:
        return u"booting"_s;
    case VmState::Active:
        return u"active"_s;
    case VmState::Finalizing:
        return u"finalizing"_s;
    case VmState::Passive:
        return u"passive"_s;
    case VmState::Failure:
        return u"failure"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString word(VolumeState state)
{
    switch (state) {
    case VolumeState::Creating:
        return u"creating"_s;
    case VolumeState::Available:
        return u"available"_s;
    case VolumeState::Attached:
        return u"attached"_s;
    case VolumeState::Deleting:
        return u"deleting"_s;
    case VolumeState::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString word(SnapshotKind kind)
{
    return kind == SnapshotKind::Vm ? u"vm"_s : u"volume"_s;
}

QString statusOf(const Snapshot &snapshot, const Traits &traits)
{
    if (snapshot.isInUse) {
        return u"active"_s;
    }
    if (!traits.hasDashboardWords) {
        return u""_s;
    }
    switch (snapshot.state) {
    case SnapshotState::Creating:
        return u"creating"_s;
    case SnapshotState::Ready:
        return u"ready"_s;
    case SnapshotState::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString uuidOf(const QString &kind, const QString &name)
{
    static const QUuid family(0x1d9a40c3, 0x7be2, 0x4f16, 0xa1, 0x08, 0x5c, 0x93, 0x2e, 0xd4, 0x60,
                              0xb7);
    return QUuid::createUuidV5(family, QString(kind + u'/' + name)).toString(QUuid::WithoutBraces);
}

bool isUuid(const QString &text)
{
    const QUuid uuid = QUuid::fromString(text);
    return !uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == text.toLower();
}

QString timeText(Instant instant)
{
    return utcOf(instant).toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s);
}

QString dateInName(Instant instant)
{
    return utcOf(instant).toString(u"MM-dd-yy"_s);
}

QString dollars(double millionths)
{
    return QString::number(millionths / 1e6, 'f', 6);
}

} // namespace Demo::Raff
