// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/credentialform.h"

#include <QByteArray>

#include <expected>
#include <functional>

namespace Providers {

/// A file of the vendor's own tools that accounts can be taken from.
struct CredentialFile
{
    QString action; ///< "Import from clouds.yaml…"; empty: there is no such file
    QString filter; ///< for the choice of a file, "clouds.yaml (*.yaml)"
    QStringList usualPlaces; ///< "~" stands for the home folder
    QString companion; ///< a file beside it that holds secrets alone; may be missing
    /// What both files describe, or a sentence that says why they can't be read.
    std::function<std::expected<QList<Domain::CredentialImport>, QString>(
        const QByteArray &file, const QByteArray &companion)>
        read;
    QString certificateKey; ///< of the value that a certificate file is read into
};

} // namespace Providers
