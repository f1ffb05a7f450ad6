// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/catalog.h"

#include "demo/openstack/cloud.h"
#include "demo/openstack/words.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

struct CatalogEntry
{
    QString type;
    QString name;
    // Below the listener; "{project}" stands for the project's id.
    QString path;
    // One for all regions.
    bool isGlobal = false;
};

QList<CatalogEntry> catalogEntries()
{
    return {
        {u"compute"_s, u"nova"_s, u"/compute/v2.1"_s},
        {u"volumev3"_s, u"cinderv3"_s, u"/volume/v3/{project}"_s},
        {u"image"_s, u"glance"_s, u"/image"_s},
        {u"identity"_s, u"keystone"_s, u"/identity/v3"_s, true},
    };
}

QJsonObject endpointJson(const QString &interface, const QString &region, const QString &url)
{
    return {{u"id"_s, hexIdOf(u"endpoint"_s, QString(interface + region + url.section(u'/', 3)))},
            {u"interface"_s, interface},
            {u"region_id"_s, region},
            {u"region"_s, region},
            {u"url"_s, url}};
}

} // namespace

QJsonArray catalog(const Cloud &cloud, const QString &project, const QString &host)
{
    QJsonArray entries;
    const QStringList regions = cloud.regions();
    const QList<CatalogEntry> services = catalogEntries();
    for (const CatalogEntry &service : services) {
        QString path = service.path;
        path.replace(u"{project}"_s, project);
        QJsonArray endpoints;
        for (const QString &region : regions) {
            // The first region has no part of its own in the path.
            const bool isFirst = service.isGlobal || region == regions.constFirst();
            const QString below = (isFirst ? QString() : u'/' + region) + path;
            // What is meant for the operator's own machines is not reached from outside.
            const QString inside = u"http://controller.invalid"_s + below;
            endpoints.append(endpointJson(u"internal"_s, region, inside));
            endpoints.append(endpointJson(u"admin"_s, region, inside));
            endpoints.append(endpointJson(u"public"_s, region, host + below));
        }
        entries.append(QJsonObject{{u"id"_s, hexIdOf(u"service"_s, service.type)},
                                   {u"type"_s, service.type},
                                   {u"name"_s, service.name},
                                   {u"endpoints"_s, endpoints}});
    }
    return entries;
}

} // namespace Demo::OpenStack
