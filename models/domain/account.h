// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/id.h"

#include <QUrl>

namespace Domain {

/// One login at one provider. The credential is not here: it is in the keychain under the id.
struct Account
{
    AccountId id; ///< a UUID without braces
    QString name;
    QString provider; ///< the registry's word, "hetzner"
    QString profile; ///< the profile's id; empty for the provider's own defaults
    QUrl baseUrl;
    int colour = 0; ///< index into the palette of account colours

    friend bool operator==(const Account &, const Account &) = default;
};

} // namespace Domain
