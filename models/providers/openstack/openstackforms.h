// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/providerregistry.h"

namespace Providers {

/// The ways to sign in at Keystone, and what the keychain keeps of each: one compact JSON object
/// with the members v (1), method (the form's id) and one for each value that is not empty, by its
/// key. Beside the fields of the forms these are region, cacert (PEM) and interface.
///
/// A user, a project and their domains may be told by ids instead, under the key and "_id". No form
/// asks for these; a file that is imported may bring them. The field then shows what the file has
/// to show, a name or the id itself, and the id stands for as long as that is left as it is:
/// whoever changes the field enters a name.
class OpenStackForms
{
public:
    /// Sets what the account dialog needs: forms, their composition, and the import of clouds.yaml.
    static void describe(ProviderDescription &description);

    [[nodiscard]] static QList<Domain::CredentialForm> forms();
    [[nodiscard]] static Domain::Secret compose(const Domain::CredentialEntry &entry);
    [[nodiscard]] static CredentialFile file();
};

/// Their ids and the keys of their values.
namespace OpenStackKey {
inline constexpr QLatin1StringView byId{"application_credential"};
inline constexpr QLatin1StringView byName{"application_credential_name"};
inline constexpr QLatin1StringView byPassword{"password"};
inline constexpr QLatin1StringView id{"id"};
inline constexpr QLatin1StringView name{"name"};
inline constexpr QLatin1StringView secret{"secret"};
inline constexpr QLatin1StringView user{"user"};
inline constexpr QLatin1StringView userDomain{"user_domain"};
inline constexpr QLatin1StringView password{"password"};
inline constexpr QLatin1StringView project{"project"};
inline constexpr QLatin1StringView projectDomain{"project_domain"};
inline constexpr QLatin1StringView region{"region"};
inline constexpr QLatin1StringView certificate{"cacert"};
inline constexpr QLatin1StringView endpointInterface{"interface"};
/// What follows the key of a value that may be told by an id: the id, and what the field showed.
inline constexpr QLatin1StringView idSuffix{"_id"};
inline constexpr QLatin1StringView shownSuffix{"_shown"};
} // namespace OpenStackKey

} // namespace Providers
