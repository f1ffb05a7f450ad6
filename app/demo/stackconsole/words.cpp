// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/words.h"

#include <QTimeZone>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Demo::StackConsole {

namespace {

QDateTime inUtc(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), QTimeZone::UTC);
}

} // namespace

QString word(MachineState state)
{
    switch (state) {
    case MachineState::Running:
        return u"Running"_s;
    case MachineState::Stopping:
        return u"Stopping"_s;
    case MachineState::Stopped:
        return u"Stopped"_s;
    case MachineState::Starting:
        return u"Starting"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString word(SnapshotState state)
{
    switch (state) {
    case SnapshotState::Allocated:
        return u"Allocated"_s;
    case SnapshotState::Creating:
        return u"Creating"_s;
    case SnapshotState::BackingUp:
        return u"BackingUp"_s;
    case SnapshotState::BackedUp:
        return u"BackedUp"_s;
    case SnapshotState::Ready:
        return u"Ready"_s;
    case SnapshotState::Reverting:
        return u"Reverting"_s;
    case SnapshotState::Destroying:
        return u"Destroying"_s;
    case SnapshotState::Expunging:
        return u"Expunging"_s;
    case SnapshotState::Error:
        return u"Error"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString serviceName(SnapshotKind kind)
{
    return kind == SnapshotKind::Volume ? u"Block Storage Snapshot"_s : u"VM Snapshot"_s;
}

QString thing(SnapshotKind kind)
{
    return kind == SnapshotKind::Volume ? u"blockstorage snapshot"_s
                                        : u"virtual machine snapshot"_s;
}

bool isUsable(SnapshotState state)
{
    return state == SnapshotState::BackedUp || state == SnapshotState::Ready;
}

bool isInProgress(SnapshotState state)
{
    return !isUsable(state) && state != SnapshotState::Error;
}

QString uuidOf(const QString &kind, const QString &slug)
{
    static const QUuid family(0x6f1c0b1e, 0x52a4, 0x4c0d, 0x9a, 0x57, 0x21, 0xd0, 0x8e, 0x35, 0x44,
                              0x10);
    return QUuid::createUuidV5(family, QString(kind + u'/' + slug)).toString(QUuid::WithoutBraces);
}

QString timeText(Instant instant)
{
    return inUtc(instant).toString(u"yyyy-MM-dd'T'HH:mm:ss'.000000Z'"_s);
}

QString dateText(Instant instant)
{
    return inUtc(instant).toString(u"yyyy-MM-dd"_s);
}

} // namespace Demo::StackConsole
