// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/words.h"

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

QString word(Architecture architecture)
{
    switch (architecture) {
    case Architecture::X86:
        return u"x86"_s;
    case Architecture::Arm:
        return u"arm"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString word(CpuType cpu)
{
    switch (cpu) {
    case CpuType::Shared:
        return u"shared"_s;
    case CpuType::Dedicated:
        return u"dedicated"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString word(ImageType type)
{
    switch (type) {
    case ImageType::System:
        return u"system"_s;
    case ImageType::Snapshot:
        return u"snapshot"_s;
    case ImageType::Backup:
        return u"backup"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString word(ImageStatus status)
{
    switch (status) {
    case ImageStatus::Creating:
        return u"creating"_s;
    case ImageStatus::Available:
        return u"available"_s;
    case ImageStatus::Unavailable:
        return u"unavailable"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString word(ServerStatus status)
{
    switch (status) {
    case ServerStatus::Initializing:
        return u"initializing"_s;
    case ServerStatus::Running:
        return u"running"_s;
    case ServerStatus::Starting:
        return u"starting"_s;
    case ServerStatus::Stopping:
        return u"stopping"_s;
    case ServerStatus::Off:
        return u"off"_s;
    case ServerStatus::Rebuilding:
        return u"rebuilding"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString word(ActionStatus status)
{
    switch (status) {
    case ActionStatus::Running:
        return u"running"_s;
    case ActionStatus::Success:
        return u"success"_s;
    case ActionStatus::Error:
        return u"error"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString word(ResourceType type)
{
    switch (type) {
    case ResourceType::Server:
        return u"server"_s;
    case ResourceType::Image:
        return u"image"_s;
    case ResourceType::Volume:
        return u"volume"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QStringList architectureWords()
{
    return {u"x86"_s, u"arm"_s};
}

QStringList imageTypeWords()
{
    return {u"system"_s, u"app"_s, u"snapshot"_s, u"backup"_s};
}

QStringList imageStatusWords()
{
    return {u"creating"_s, u"available"_s, u"unavailable"_s};
}

QStringList serverStatusWords()
{
    return {u"running"_s,  u"initializing"_s, u"starting"_s,   u"stopping"_s, u"off"_s,
            u"deleting"_s, u"migrating"_s,    u"rebuilding"_s, u"unknown"_s};
}

QStringList actionStatusWords()
{
    return {u"running"_s, u"success"_s, u"error"_s};
}

QStringList volumeStatusWords()
{
    return {u"creating"_s, u"available"_s};
}

} // namespace Demo::Hetzner
