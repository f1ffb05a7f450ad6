// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/openstack/entities.h"

#include <QJsonValue>

// The services' words, and how they write ids and times.
namespace Demo::OpenStack {

[[nodiscard]] QString word(VolumeStatus status);
[[nodiscard]] QString word(SnapshotStatus status);
[[nodiscard]] QString word(ServerStatus status);
// Null where nothing is under way.
[[nodiscard]] QString word(TaskState task);
[[nodiscard]] QString word(ImageStatus status);
// "active", "building": what the compute service calls a server's state in its refusals.
[[nodiscard]] QString machineWord(const Server &server);

// The same for the same kind and name, different for any other.
[[nodiscard]] QString uuidOf(const QString &kind, const QString &name);
// The same without dashes, as projects and users have it.
[[nodiscard]] QString hexIdOf(const QString &kind, const QString &name);
[[nodiscard]] bool isUuid(const QString &text);

// "2026-11-20T19:38:27.000000": to the second, as a database gives it back.
[[nodiscard]] QString timeText(Instant instant);
// "2026-11-20T19:38:27.407000": as it is told once, to who created something.
[[nodiscard]] QString exactTimeText(Instant instant);
// "2026-11-20T19:38:27Z"
[[nodiscard]] QString zonedTimeText(Instant instant);
// "2026-11-20"
[[nodiscard]] QString dateInName(Instant instant);
[[nodiscard]] Instant wholeSecond(Instant instant);

[[nodiscard]] QJsonValue textOrNull(const QString &text);
[[nodiscard]] QJsonValue timeOrNull(const std::optional<Instant> &instant);
// As the services, which are written in Python, quote a value in a refusal: {'name': None}
[[nodiscard]] QString quoted(const QJsonValue &value);

} // namespace Demo::OpenStack
