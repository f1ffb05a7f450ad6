// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/credentialform.h"
#include "providers/openstack/openstackyaml.h"

#include <QHash>

namespace Providers {

/// One entry of a clouds.yaml, as far as it says how to sign in.
class OpenStackCloud
{
public:
    /// What the secure file says of the same cloud goes before the entry's own; null: nothing.
    OpenStackCloud(QString name, const YamlValue &entry, const YamlValue &secure);

    [[nodiscard]] Domain::CredentialImport toImport() const;

private:
    using Texts = QHash<QString, QString>;

    static void collect(const YamlValue &map, Texts &texts);
    [[nodiscard]] QString auth(const QString &key) const;
    [[nodiscard]] QString firstOf(const QStringList &keys) const;
    void readAddress(Domain::CredentialImport &import) const;
    void readMethod(Domain::CredentialImport &import) const;
    void readApplicationCredential(Domain::CredentialImport &import) const;
    void readPassword(Domain::CredentialImport &import) const;
    void readUser(Domain::CredentialImport &import) const;
    void readProject(Domain::CredentialImport &import) const;
    void readDomain(Domain::CredentialImport &import, QLatin1StringView key,
                    const QString &member) const;
    void readRegion(Domain::CredentialImport &import) const;
    void readTrust(Domain::CredentialImport &import) const;
    void refuseTheRest(Domain::CredentialImport &import) const;

    QString m_name;
    Texts m_auth; ///< by key, with underscores for hyphens
    Texts m_cloud; ///< the texts beside "auth"
    QStringList m_regions;
};

} // namespace Providers
