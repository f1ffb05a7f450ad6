// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/credentialform.h"

#include <QByteArray>

#include <expected>

namespace Providers {

/// What is larger is no clouds.yaml, and not read.
inline constexpr qsizetype largestCloudsFile = qsizetype(1024) * 1024;

/// The clouds that a clouds.yaml describes, by name, with what a secure.yaml beside it adds to them
/// (empty: there is none), or a sentence that says why it can't be read. Each has the values of one
/// of OpenStackForms; one that can't be used says why in its problems.
[[nodiscard]] std::expected<QList<Domain::CredentialImport>, QString> readClouds(
    const QByteArray &clouds, const QByteArray &secure);

} // namespace Providers
