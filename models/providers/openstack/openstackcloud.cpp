// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackcloud.h"

#include "net/baseurl.h"
#include "providers/openstack/openstackforms.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::CredentialImport;
using Domain::Secret;

namespace {

constexpr qsizetype longestShown = 60;

class CloudText
{
    Q_DECLARE_TR_FUNCTIONS(OpenStackClouds)
};

void putValue(CredentialImport &import, const QString &key, const QString &value)
{
    if (!value.isEmpty()) {
        import.credential.values.insert(key, Secret(value.toUtf8()));
    }
}

/// The id counts where both are there, as it does for the vendor's own tools; a person reads the
/// name.
void putNamed(CredentialImport &import, const QString &key, const QString &name, const QString &id)
{
    const QString shown = (name.isEmpty() ? id : name).trimmed();
    putValue(import, key, shown);
    if (!id.isEmpty()) {
        putValue(import, key + OpenStackKey::idSuffix, id);
        putValue(import, key + OpenStackKey::shownSuffix, shown);
    }
}

/// Once for all of them.
void noteId(CredentialImport &import, const QString &name, const QString &id)
{
    const QString note =
        CloudText::tr("Where it has an ID and no name, the ID stands in the field and is used as "
                      "an ID. What is entered in its place is taken for a name.");
    if (name.isEmpty() && !id.isEmpty() && !import.notes.contains(note)) {
        import.notes.append(note);
    }
}

/// Says that a member is missing; what the entry is needs it.
void needMember(CredentialImport &import, const QString &value, const QString &key)
{
    if (value.isEmpty()) {
        import.problems.append(
            CloudText::tr("There is no %1 in it, neither here nor in secure.yaml.").arg(key));
    }
}

/// Dashboards offer a file with all but this, for a person to type it.
void putSecret(CredentialImport &import, const QString &key, const QString &value)
{
    putValue(import, key, value);
    if (value.isEmpty()) {
        import.notes.append(
            key == OpenStackKey::password
                ? CloudText::tr("The file does not hold the password. Enter it here.")
                : CloudText::tr("The file does not hold the secret. Enter it here."));
    }
}

bool isNo(const QString &text)
{
    static const QSet<QString> words{u"false"_s, u"no"_s, u"off"_s, u"n"_s, u"f"_s, u"0"_s};
    return words.contains(text.toLower());
}

QString addressTrouble(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty()) {
        return CloudText::tr("Its auth_url is no complete web address.");
    }
    const bool isPlain = url.scheme() == "http"_L1 && Net::isLoopback(url.host());
    if (url.scheme() != "https"_L1 && !isPlain) {
        return CloudText::tr("Its auth_url does not begin with https://, so others could read the "
                             "credential on its way.");
    }
    return Net::checkedBaseUrl(url)
        ? QString()
        : CloudText::tr("Its auth_url holds a user name, a password, “?” or “#”.");
}

} // namespace

OpenStackCloud::OpenStackCloud(QString name, const YamlValue &entry, const YamlValue &secure)
    : m_name(std::move(name))
{
    for (const YamlValue &map : {entry, secure}) {
        if (!map) {
            continue;
        }
        collect(map, m_cloud);
        if (const YamlValue auth = map->find(u"auth"_s)) {
            collect(auth, m_auth);
        }
        const YamlValue regions = map->find(u"regions"_s);
        for (const YamlValue &region : regions ? regions->items : QList<YamlValue>()) {
            const YamlValue named = region->find(u"name"_s);
            m_regions.append(named ? named->text : region->text);
        }
    }
}

void OpenStackCloud::collect(const YamlValue &map, Texts &texts)
{
    for (const auto &[key, value] : map->members) {
        if (value->kind == YamlNode::Kind::Text) {
            texts.insert(QString(key).replace(u'-', u'_'), value->text);
        }
    }
}

/// Also beside "auth", where the vendor's own tools accept it.
QString OpenStackCloud::auth(const QString &key) const
{
    return m_auth.value(key, m_cloud.value(key));
}

QString OpenStackCloud::firstOf(const QStringList &keys) const
{
    for (const QString &key : keys) {
        if (const QString value = auth(key); !value.isEmpty()) {
            return value;
        }
    }
    return {};
}

CredentialImport OpenStackCloud::toImport() const
{
    CredentialImport import;
    import.name = m_name;
    readAddress(import);
    readMethod(import);
    readRegion(import);
    readTrust(import);
    refuseTheRest(import);
    return import;
}

void OpenStackCloud::readAddress(CredentialImport &import) const
{
    const QString text = auth(u"auth_url"_s).trimmed();
    const QString vendor = m_cloud.value(u"profile"_s, m_cloud.value(u"cloud"_s));
    if (text.isEmpty()) {
        import.problems.append(
            vendor.isEmpty()
                ? CloudText::tr("There is no auth_url in it.")
                : CloudText::tr("It takes its address from the vendor profile “%1”, which is not "
                                "read. Write the auth_url into it.")
                      .arg(vendor.left(longestShown)));
        return;
    }
    import.baseUrl = QUrl(text, QUrl::StrictMode);
    if (const QString trouble = addressTrouble(import.baseUrl); !trouble.isEmpty()) {
        import.problems.append(trouble);
        import.baseUrl.clear();
    }
}

void OpenStackCloud::readMethod(CredentialImport &import) const
{
    static const QSet<QString> passwords{QString(), u"password"_s, u"v3password"_s};
    // The second is what a known operator's own guide says.
    static const QSet<QString> applicationCredentials{u"v3applicationcredential"_s,
                                                      u"v3application_credential"_s};
    const QString type = m_cloud.value(u"auth_type"_s, m_cloud.value(u"auth_plugin"_s));
    const bool isNamed = !auth(u"application_credential_id"_s).isEmpty()
        || !auth(u"application_credential_name"_s).isEmpty();
    if (applicationCredentials.contains(type) || (type.isEmpty() && isNamed)) {
        readApplicationCredential(import);
    } else if (passwords.contains(type)) {
        readPassword(import);
    } else {
        import.problems.append(
            CloudText::tr("It signs in by “%1”. Only passwords and application credentials can be "
                          "used here.")
                .arg(type.left(longestShown)));
    }
}

void OpenStackCloud::readApplicationCredential(CredentialImport &import) const
{
    const QString id = auth(u"application_credential_id"_s);
    const QString name = auth(u"application_credential_name"_s);
    putSecret(import, OpenStackKey::secret, auth(u"application_credential_secret"_s));
    if (!id.isEmpty()) {
        import.credential.form = OpenStackKey::byId;
        putValue(import, OpenStackKey::id, id);
        return;
    }
    import.credential.form = OpenStackKey::byName;
    needMember(import, name, u"application_credential_id"_s);
    putValue(import, OpenStackKey::name, name);
    readUser(import);
}

void OpenStackCloud::readPassword(CredentialImport &import) const
{
    import.credential.form = OpenStackKey::byPassword;
    putSecret(import, OpenStackKey::password, auth(u"password"_s));
    readUser(import);
    readProject(import);
}

void OpenStackCloud::readUser(CredentialImport &import) const
{
    const QString name = firstOf({u"username"_s, u"user_name"_s});
    const QString id = auth(u"user_id"_s);
    needMember(import, name + id, u"username"_s);
    putNamed(import, OpenStackKey::user, name, id);
    readDomain(import, OpenStackKey::userDomain, u"user_domain"_s);
    noteId(import, name, id);
}

void OpenStackCloud::readProject(CredentialImport &import) const
{
    const QString name = firstOf({u"project_name"_s, u"tenant_name"_s});
    const QString id = firstOf({u"project_id"_s, u"tenant_id"_s});
    putNamed(import, OpenStackKey::project, name, id);
    readDomain(import, OpenStackKey::projectDomain, u"project_domain"_s);
    noteId(import, name, id);
}

/// `member` is what the names of its members begin with. Every cloud has a domain with the id
/// "default", and an empty field shows the name that it has nearly everywhere.
void OpenStackCloud::readDomain(CredentialImport &import, QLatin1StringView key,
                                const QString &member) const
{
    const QString name = firstOf({member + u"_name"_s, u"default_domain_name"_s});
    const QString id = firstOf({member + u"_id"_s, u"default_domain_id"_s, u"default_domain"_s});
    if (name.isEmpty() && id == "default"_L1) {
        putValue(import, QString(key) + OpenStackKey::idSuffix, id);
        return;
    }
    putNamed(import, key, name, id);
    noteId(import, name, id);
}

void OpenStackCloud::readRegion(CredentialImport &import) const
{
    const QString one = m_cloud.value(u"region_name"_s);
    if (!one.isEmpty() || m_regions.size() == 1) {
        putValue(import, OpenStackKey::region, one.isEmpty() ? m_regions.constFirst() : one);
    } else if (!m_regions.isEmpty()) {
        import.notes.append(
            CloudText::tr("It names several regions. Left empty, every region of the cloud is "
                          "shown."));
    }
}

/// Who is trusted to be the cloud, and which of its endpoints are used.
void OpenStackCloud::readTrust(CredentialImport &import) const
{
    const QString verify = m_cloud.value(u"verify"_s, m_cloud.value(u"insecure"_s));
    const bool isUnsafe =
        m_cloud.contains(u"verify"_s) ? isNo(verify) : !verify.isEmpty() && !isNo(verify);
    if (isUnsafe) {
        import.problems.append(
            CloudText::tr("It turns the check of the server's certificate off (verify: false). "
                          "Anybody on the way could take the credential, so it is not used. Give "
                          "the certificate of the cloud's authority as cacert instead."));
    }
    import.certificateFile = m_cloud.value(u"cacert"_s);
    if (m_cloud.contains(u"cert"_s) || m_cloud.contains(u"key"_s)) {
        import.problems.append(
            CloudText::tr("It signs in with a client certificate (cert, key), which can't be used "
                          "here."));
    }
    QString endpoints = m_cloud.value(u"interface"_s, m_cloud.value(u"endpoint_type"_s));
    if (endpoints.endsWith("URL"_L1)) {
        endpoints.chop(3);
    }
    if (endpoints == "internal"_L1 || endpoints == "admin"_L1) {
        putValue(import, OpenStackKey::endpointInterface, endpoints);
        import.notes.append(
            CloudText::tr("Its endpoints of the interface “%1” are used.").arg(endpoints));
    } else if (!endpoints.isEmpty() && endpoints != "public"_L1) {
        import.problems.append(
            CloudText::tr("Its interface is none of public, internal and admin."));
    }
}

void OpenStackCloud::refuseTheRest(CredentialImport &import) const
{
    const QString version = m_cloud.value(u"identity_api_version"_s);
    if (!version.isEmpty() && version != "3"_L1 && !version.startsWith("3."_L1)) {
        import.problems.append(
            CloudText::tr("It wants version %1 of Keystone. Only version 3 can be used.")
                .arg(version.left(10)));
    }
    for (const QString &key :
         {u"system_scope"_s, u"domain_name"_s, u"domain_id"_s, u"trust_id"_s}) {
        if (!auth(key).isEmpty()) {
            import.problems.append(
                CloudText::tr("It signs in to something else than a project (%1). Snapshots belong "
                              "to projects.")
                    .arg(key));
        }
    }
}

} // namespace Providers
