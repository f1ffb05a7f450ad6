// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackmicroversion.h"

#include "providers/jsonfields.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Result;

namespace {

/// What of a service's version 3.x or 2.x we know.
struct KnownMicroversions
{
    int major = 0;
    int highest = 0;
};

constexpr KnownMicroversions knownVolume{3, 70};
constexpr KnownMicroversions knownCompute{2, 96};

/// The minor of "3.71"; absent for another major, and for the empty text of a service without any.
std::optional<int> minorOf(const QJsonValue &version, int major)
{
    static const QRegularExpression pattern(u"^([0-9]{1,4})\\.([0-9]{1,6})$"_s);
    const QRegularExpressionMatch match = pattern.match(version.toString());
    return match.hasMatch() && match.captured(1).toInt() == major
        ? std::optional(match.captured(2).toInt())
        : std::nullopt;
}

std::optional<int> highestOf(const QJsonObject &version, const KnownMicroversions &known)
{
    const std::optional<int> most = minorOf(version.value("version"_L1), known.major);
    const int least = minorOf(version.value("min_version"_L1), known.major).value_or(0);
    return most && least <= known.highest ? std::optional(std::min(*most, known.highest))
                                          : std::nullopt;
}

/// A document describes one version, or lists them, and lists come bare or as "values".
Result<std::optional<int>> highestIn(const QByteArray &document, const KnownMicroversions &known)
{
    const Result<QJsonObject> json = readJsonObject(document);
    if (!json) {
        return std::unexpected(json.error());
    }
    const QJsonValue several = json->value("versions"_L1);
    QJsonArray versions = several.isObject() ? several["values"_L1].toArray() : several.toArray();
    versions.append(json->value("version"_L1));
    for (const QJsonValueConstRef version : std::as_const(versions)) {
        const std::optional<int> highest = highestOf(version.toObject(), known);
        if (highest) {
            return highest;
        }
    }
    return std::optional<int>();
}

/// What the header's value begins with; empty for a service without microversions.
QByteArray majorOf(OpenStackService service)
{
    switch (service) {
    case OpenStackService::Volume:
        return "volume 3."_ba;
    case OpenStackService::Compute:
        return "compute 2."_ba;
    case OpenStackService::Image:
        break;
    }
    return {};
}

} // namespace

Result<std::optional<int>> OpenStackMicroversion::volume(const QByteArray &document)
{
    return highestIn(document, knownVolume);
}

Result<std::optional<int>> OpenStackMicroversion::compute(const QByteArray &document)
{
    return highestIn(document, knownCompute);
}

Net::HeaderList OpenStackMicroversion::headers(OpenStackService service, std::optional<int> minor)
{
    const QByteArray major = majorOf(service);
    if (!minor || major.isEmpty()) {
        return {};
    }
    const QByteArray version = major + QByteArray::number(*minor);
    return {{"OpenStack-API-Version"_ba, version}};
}

} // namespace Providers
