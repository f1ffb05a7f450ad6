// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/credentialform.h"

#include <QStringList>

#include <expected>

namespace Providers {
struct CredentialFile;
}

namespace App {

/// Reads accounts out of a file of a vendor's own tools, with the secrets beside it and the
/// certificates that it names. Nothing of it is kept or logged.
class CredentialImporter
{
public:
    using Imports = std::expected<QList<Domain::CredentialImport>, QString>;

    /// Those of the usual files that there are.
    [[nodiscard]] static QStringList places(const Providers::CredentialFile &file);
    /// A sentence where it can't be read or understood.
    [[nodiscard]] static Imports read(const Providers::CredentialFile &file, const QString &path);
};

} // namespace App
