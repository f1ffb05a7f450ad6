// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedclock.h"

#include <QList>
#include <QString>

#include <optional>

namespace Demo::Hetzner {

enum class ActionStatus { Running, Success, Error };
enum class ResourceType { Server, Image, Volume };

struct ActionResource
{
    ResourceType type = ResourceType::Server;
    qint64 id = 0;
    friend bool operator==(const ActionResource &, const ActionResource &) = default;
};

struct ActionError
{
    QString code;
    QString message;
};

struct Action
{
    qint64 id = 0;
    QString command;
    ActionStatus status = ActionStatus::Running;
    Instant started;
    std::chrono::milliseconds lasts{0};
    std::optional<Instant> finished;
    int progress = 0;
    QList<ActionResource> resources;
    std::optional<ActionError> error;
};

} // namespace Demo::Hetzner
