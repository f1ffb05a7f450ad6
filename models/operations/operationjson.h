// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"
#include "domain/result.h"

#include <QJsonObject>

namespace Operations {

/// An operation as the journal writes it down, whole. No secret is in it: a password that came back
/// is not part of an operation.
[[nodiscard]] QJsonObject toJson(const Domain::Operation &operation);

/// StorageFailed, "damaged", with the field's name where something is missing or means nothing.
[[nodiscard]] Domain::Result<Domain::Operation> operationFromJson(const QJsonObject &json);

} // namespace Operations
