// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffwords.h"

#include <QRegularExpression>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::PowerState;
using Domain::ResourceKind;
using Domain::SnapshotStatus;

namespace {

struct RaffUnit
{
    QLatin1StringView word;
    double bytes = 0;
};

constexpr std::array raffUnits = {RaffUnit{"mb"_L1, 1e6},
                                  RaffUnit{"gb"_L1, 1e9},
                                  RaffUnit{"tb"_L1, 1e12},
                                  RaffUnit{"mib"_L1, double(qint64(1) << 20)},
                                  RaffUnit{"gib"_L1, double(qint64(1) << 30)},
                                  RaffUnit{"tib"_L1, double(qint64(1) << 40)}};
constexpr double mostBytes = 9e18; // it just fits 64 bits

} // namespace

PowerState RaffWords::powerState(const QString &serverStatus)
{
    static const QStringList changing = {u"initiating"_s, u"provisioning"_s, u"booting"_s,
                                         u"finalizing"_s};
    if (serverStatus == "active"_L1) {
        return PowerState::Running;
    }
    if (serverStatus == "passive"_L1) {
        return PowerState::Stopped;
    }
    return changing.contains(serverStatus) ? PowerState::Changing : PowerState::Unknown;
}

bool RaffWords::isBusy(const QString &serverStatus)
{
    return serverStatus == "provisioning"_L1 || serverStatus == "initiating"_L1;
}

bool RaffWords::isAtRest(ResourceKind kind, const QString &status)
{
    return kind == ResourceKind::Server ? status == "active"_L1 || status == "passive"_L1
                                        : status == "available"_L1 || status == "attached"_L1;
}

bool RaffWords::hasFailed(const QString &status)
{
    return status == "failure"_L1 || status == "failed"_L1;
}

bool RaffWords::isGone(const QString &serverStatus)
{
    return serverStatus == "terminated"_L1;
}

SnapshotStatus RaffWords::snapshotStatus(const QString &word)
{
    if (word.isEmpty() || word == "ready"_L1 || word == "active"_L1) {
        return SnapshotStatus::Ready;
    }
    if (word == "creating"_L1 || word == "pending"_L1) {
        return SnapshotStatus::Creating;
    }
    if (word == "deleting"_L1) {
        return SnapshotStatus::Removing;
    }
    return word == "failed"_L1 ? SnapshotStatus::Failed : SnapshotStatus::Unknown;
}

bool RaffWords::isInUse(const QString &snapshotStatus)
{
    return snapshotStatus == "active"_L1;
}

bool RaffWords::isSaidToBeReady(const QString &snapshotStatus)
{
    return snapshotStatus == "ready"_L1;
}

std::optional<qint64> RaffWords::bytes(const QString &size)
{
    static const QRegularExpression pattern(u"^([0-9]+(?:\\.[0-9]+)?) ?([kmgt]i?b)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(size.trimmed());
    const QString word = match.captured(2).toLower();
    for (const RaffUnit &unit : raffUnits) {
        const double bytes = match.captured(1).toDouble() * unit.bytes;
        if (word == unit.word && bytes > 0 && bytes <= mostBytes) {
            return std::llround(bytes);
        }
    }
    return std::nullopt;
}

QString RaffWords::defaultName(ResourceKind kind, const QString &source, const QDate &day)
{
    const QString prefix = kind == ResourceKind::Server ? u"vm"_s : u"volume"_s;
    return prefix + u'-' + source.toLower() + u'-' + day.toString(u"MM-dd-yy"_s);
}

} // namespace Providers
