// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackclouds.h"

#include "providers/openstack/openstackcloud.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::CredentialImport;

namespace {

class CloudsText
{
    Q_DECLARE_TR_FUNCTIONS(OpenStackClouds)
};

QString reasonOf(const YamlFault &fault)
{
    switch (fault.kind) {
    case YamlFault::Kind::Syntax:
        return CloudsText::tr("it is no valid YAML here (%1).").arg(fault.message);
    case YamlFault::Kind::TooDeep:
        return CloudsText::tr("lists and maps stand too deep in one another.");
    case YamlFault::Kind::TooMuch:
        return CloudsText::tr("it holds more values than such a file can have.");
    case YamlFault::Kind::HoldsItself:
        return CloudsText::tr("an alias stands within what it names.");
    case YamlFault::Kind::Several:
        break;
    }
    return CloudsText::tr("it holds more than one document.");
}

QString sentenceOf(const YamlFault &fault, const QString &fileName)
{
    return fault.line > 0
        ? CloudsText::tr("%1, line %2, column %3: %4", "file, place in it, what is wrong there")
              .arg(fileName)
              .arg(fault.line)
              .arg(fault.column)
              .arg(reasonOf(fault))
        : CloudsText::tr("%1: %2", "file, what is wrong with it").arg(fileName, reasonOf(fault));
}

enum class CloudsNeed { Required, Optional };

/// The map of clouds in a file; null where there may be none and is none.
std::expected<YamlValue, QString> cloudsIn(const QByteArray &bytes, const QString &fileName,
                                           CloudsNeed need)
{
    if (bytes.size() > largestCloudsFile) {
        return std::unexpected(
            CloudsText::tr("%1 is larger than 1 MB, and so no file of clouds.").arg(fileName));
    }
    const std::expected<YamlValue, YamlFault> root = readYaml(bytes);
    if (!root) {
        return std::unexpected(sentenceOf(root.error(), fileName));
    }
    const YamlValue clouds = (*root)->find(u"clouds"_s);
    const bool isMap = clouds && clouds->kind == YamlNode::Kind::Map;
    if (!isMap && need == CloudsNeed::Required) {
        return std::unexpected(
            CloudsText::tr("%1 has no “clouds” with entries in it.").arg(fileName));
    }
    return isMap ? clouds : nullptr;
}

} // namespace

std::expected<QList<CredentialImport>, QString> readClouds(const QByteArray &clouds,
                                                           const QByteArray &secure)
{
    const auto entries = cloudsIn(clouds, u"clouds.yaml"_s, CloudsNeed::Required);
    if (!entries) {
        return std::unexpected(entries.error());
    }
    const auto secrets = cloudsIn(secure, u"secure.yaml"_s, CloudsNeed::Optional);
    if (!secrets) {
        return std::unexpected(secrets.error());
    }
    QList<CredentialImport> imports;
    for (const auto &[name, entry] : (*entries)->members) {
        if (entry->kind == YamlNode::Kind::Map) {
            const YamlValue hidden = *secrets ? (*secrets)->find(name) : nullptr;
            imports.append(OpenStackCloud(name, entry, hidden).toImport());
        }
    }
    if (imports.isEmpty()) {
        return std::unexpected(CloudsText::tr("There is no cloud in clouds.yaml."));
    }
    std::ranges::sort(imports, {}, &CredentialImport::name);
    return imports;
}

} // namespace Providers
