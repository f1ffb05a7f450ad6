// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/catalogue.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::Hetzner {

namespace {

using enum Architecture;
using enum CpuType;

template <typename T, typename Matches>
const T *firstOf(const QList<T> &list, Matches matches)
{
    const auto found = std::ranges::find_if(list, matches);
    return found == list.end() ? nullptr : &*found;
}

struct SystemImage
{
    qint64 id;
    QString name;
    QString description;
    QString flavor;
    QString version;
    Architecture architecture;
};

Image image(const SystemImage &system, Instant created)
{
    Image image;
    image.id = system.id;
    image.type = ImageType::System;
    image.name = system.name;
    image.description = system.description;
    image.diskSize = 5;
    image.created = created;
    image.osFlavor = system.flavor;
    image.osVersion = system.version;
    image.architecture = system.architecture;
    return image;
}

} // namespace

const QList<Location> &locations()
{
    static const QList<Location> all{
        {1, u"fsn1"_s, u"Falkenstein DC Park 1"_s, u"DE"_s, u"Falkenstein"_s, 50.47612, 12.370071},
        {2, u"nbg1"_s, u"Nuremberg DC Park 1"_s, u"DE"_s, u"Nuremberg"_s, 49.452102, 11.076665},
        {3, u"hel1"_s, u"Helsinki DC Park 1"_s, u"FI"_s, u"Helsinki"_s, 60.169855, 24.938379},
    };
    return all;
}

const QList<ServerType> &serverTypes()
{
    static const QList<ServerType> all{
        {45, u"cax11"_s, u"CAX11"_s, 2, 4, 40, Shared, Arm, 379, {u"nbg1"_s}},
        {93, u"cax21"_s, u"CAX21"_s, 4, 8, 80, Shared, Arm, 649},
        {96, u"ccx13"_s, u"CCX13"_s, 2, 8, 80, Dedicated, X86, 1249},
        {97, u"ccx23"_s, u"CCX23"_s, 4, 16, 160, Dedicated, X86, 2449, {}, {u"hel1"_s}},
        {109, u"cpx22"_s, u"CPX22"_s, 2, 4, 80, Shared, X86, 649},
        {110, u"cpx32"_s, u"CPX32"_s, 4, 8, 160, Shared, X86, 1099},
        {114, u"cx23"_s, u"CX23"_s, 2, 4, 40, Shared, X86, 349},
        {115, u"cx33"_s, u"CX33"_s, 4, 8, 80, Shared, X86, 549},
        {116, u"cx43"_s, u"CX43"_s, 8, 16, 160, Shared, X86, 949, {u"fsn1"_s}},
    };
    return all;
}

QList<Image> systemImages(Instant now)
{
    static const QList<SystemImage> all{
        {114690387, u"debian-12"_s, u"Debian 12"_s, u"debian"_s, u"12"_s, X86},
        {114690389, u"debian-12"_s, u"Debian 12"_s, u"debian"_s, u"12"_s, Arm},
        {161547269, u"ubuntu-24.04"_s, u"Ubuntu 24.04"_s, u"ubuntu"_s, u"24.04"_s, X86},
        {161547270, u"ubuntu-24.04"_s, u"Ubuntu 24.04"_s, u"ubuntu"_s, u"24.04"_s, Arm},
        {310557660, u"rocky-10"_s, u"Rocky Linux 10"_s, u"rocky"_s, u"10"_s, X86},
        {318514042, u"debian-13"_s, u"Debian 13"_s, u"debian"_s, u"13"_s, X86},
        {318514043, u"debian-13"_s, u"Debian 13"_s, u"debian"_s, u"13"_s, Arm},
    };
    QList<Image> images;
    for (const SystemImage &system : all) {
        images.append(image(system, now - 24h * 500));
    }
    return images;
}

const Location *findLocation(qint64 id)
{
    return firstOf(locations(), [id](const Location &location) { return location.id == id; });
}

const Location *findLocation(QStringView name)
{
    return firstOf(locations(), [name](const Location &location) { return location.name == name; });
}

const ServerType *findServerType(qint64 id)
{
    return firstOf(serverTypes(), [id](const ServerType &type) { return type.id == id; });
}

const ServerType *findServerType(QStringView name)
{
    return firstOf(serverTypes(), [name](const ServerType &type) { return type.name == name; });
}

const Location *findLocationByIdOrName(const QString &idOrName)
{
    const Location *byId = findLocation(idOrName.toLongLong());
    return byId ? byId : findLocation(idOrName);
}

const ServerType *findServerTypeByIdOrName(const QString &idOrName)
{
    const ServerType *byId = findServerType(idOrName.toLongLong());
    return byId ? byId : findServerType(idOrName);
}

QList<Location> locationsOf(const ServerType &type)
{
    QList<Location> offering;
    std::ranges::copy_if(
        locations(), std::back_inserter(offering),
        [&type](const Location &location) { return !type.notOfferedAt.contains(location.name); });
    return offering;
}

} // namespace Demo::Hetzner
