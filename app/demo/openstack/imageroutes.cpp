// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/imageroutes.h"

#include "demo/openstack/endpoint.h"
#include "demo/openstack/imagelist.h"
#include "demo/openstack/imagepatch.h"
#include "demo/openstack/imagewire.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const int currentMinor = 17;

Answer listImageVersions(const Call &call)
{
    QJsonArray versions;
    for (const int minor : {currentMinor, 15, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0}) {
        const QJsonObject link{{u"rel"_s, u"self"_s}, {u"href"_s, QString(call.base + u"/v2/"_s)}};
        versions.append(
            QJsonObject{{u"id"_s, u"v2.%1"_s.arg(minor)},
                        {u"status"_s, minor == currentMinor ? u"CURRENT"_s : u"SUPPORTED"_s},
                        {u"links"_s, QJsonArray{link}}});
    }
    return answerWith(300, {{u"versions"_s, versions}});
}

Answer refuseImageId(const QString &id)
{
    return refusePlainly(404, u"No image found with ID %1"_s.arg(id));
}

Answer removeImage(Cloud &cloud, const Image &image)
{
    if (image.isProtected) {
        return refusePlainly(403, u"Image %1 is protected and cannot be deleted."_s.arg(image.id));
    }
    cloud.images.erase(QString(image.id));
    return answerEmpty(204);
}

} // namespace

void addImageRoutes(Endpoint &endpoint, Cloud &cloud)
{
    using OnImage = std::function<Answer(const Call &, Image &)>;
    const auto onOne = [&cloud](const OnImage &act) {
        return [&cloud, act](const Call &call) {
            Image *image = cloud.findImage(call.site, call.id());
            return image ? act(call, *image) : refuseImageId(call.id());
        };
    };
    // What is another's can be seen and not changed.
    const auto onOwn = [onOne](const QString &policy, const OnImage &act) {
        return onOne([policy, act](const Call &call, Image &image) {
            return image.site.project == call.site.project ? act(call, image)
                                                           : refusePolicy(Service::Image, policy);
        });
    };
    const QString one = u"/v2/images/{image_id}"_s;
    const QString modify = u"modify_image"_s;
    const QString remove = u"delete_image"_s;
    endpoint.open("GET", {}, listImageVersions);
    endpoint.open("GET", u"/versions"_s, listImageVersions);
    endpoint.add("GET", u"/v2/images"_s,
                 [&cloud](const Call &call) { return listImages(call, cloud); });
    endpoint.add("GET", one, onOne([](const Call &, const Image &image) {
                     return answerWith(200, json(image));
                 }));
    endpoint.change("PATCH", one, modify, onOwn(modify, [&cloud](const Call &call, Image &image) {
                        return patchImage(call, cloud, image);
                    }));
    endpoint.change("DELETE", one, remove,
                    onOwn(remove, [&cloud](const Call &, const Image &image) {
                        return removeImage(cloud, image);
                    }));
}

} // namespace Demo::OpenStack
