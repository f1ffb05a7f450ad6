// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/openstack/entities.h"

#include <QJsonObject>

// The JSON that goes over the wire of the volume service.
namespace Demo::OpenStack {

struct Call;

// An answer to who has just created something tells less of it, and its time to the microsecond.
enum class Detail { Created, Short, Full };

[[nodiscard]] QJsonObject json(const Volume &volume, const Call &call, Detail detail);
[[nodiscard]] QJsonObject json(const Snapshot &snapshot, const Call &call, Detail detail);
[[nodiscard]] QJsonObject json(const Message &message, const Call &call);
[[nodiscard]] QJsonObject volumeTypeJson(const Call &call);
// {"rel":"self",..} and {"rel":"bookmark",..} of what is at a path, which for volumes follows the
// project's id.
[[nodiscard]] QJsonArray volumeLinks(const Call &call, const QString &path);

} // namespace Demo::OpenStack
