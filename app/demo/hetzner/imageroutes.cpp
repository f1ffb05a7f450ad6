// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/imageroutes.h"

#include "demo/hetzner/labels.h"
#include "demo/hetzner/listing.h"
#include "demo/hetzner/project.h"
#include "demo/hetzner/requestbody.h"
#include "demo/hetzner/wire.h"
#include "demo/hetzner/words.h"
#include "demo/router.h"

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

using Entry = ImageStore::Entry;

struct ImageFilter
{
    QStringList types;
    QStringList statuses;
    QStringList architectures;
    QList<qint64> boundTo;
    QStringList names;
    LabelSelector labels;

    [[nodiscard]] bool admits(const Image &image) const
    {
        return (types.isEmpty() || types.contains(word(image.type)))
            && (statuses.isEmpty() || statuses.contains(word(image.status)))
            && (architectures.isEmpty() || architectures.contains(word(image.architecture)))
            && (boundTo.isEmpty() || boundTo.contains(image.boundTo.value_or(0)))
            && (names.isEmpty() || names.contains(image.name)) && labels.matches(image.labels);
    }
};

std::expected<ImageFilter, Answer> readFilter(const Request &request)
{
    const auto types = readWords(request, u"type"_s, imageTypeWords());
    const auto statuses = readWords(request, u"status"_s, imageStatusWords());
    const auto architectures = readWords(request, u"architecture"_s, architectureWords());
    const auto boundTo = readIds(request, u"bound_to"_s);
    const auto labels = readSelector(request);
    for (const Answer *error :
         {types ? nullptr : &types.error(), statuses ? nullptr : &statuses.error(),
          architectures ? nullptr : &architectures.error(), boundTo ? nullptr : &boundTo.error(),
          labels ? nullptr : &labels.error()}) {
        if (error) {
            return std::unexpected(*error);
        }
    }
    return ImageFilter{*types, *statuses, *architectures, *boundTo, request.queryValues(u"name"),
                       *labels};
}

std::strong_ordering compareImages(const Image &left, const Image &right, const QString &field)
{
    if (field == "created"_L1) {
        return left.created <=> right.created;
    }
    if (field == "name"_L1) {
        return QString::compare(left.name, right.name) <=> 0;
    }
    return left.id <=> right.id;
}

QByteArray wire(const Entry &entry)
{
    if (entry.wire.isEmpty()) {
        entry.wire = bytes(json(entry.image));
    }
    return entry.wire;
}

Answer listImages(const Request &request, const Project &project)
{
    const std::expected<ImageFilter, Answer> filter = readFilter(request);
    if (!filter) {
        return filter.error();
    }
    Listing<Entry> listing;
    listing.name = u"images"_s;
    listing.sortable = {u"id"_s, u"name"_s, u"created"_s};
    listing.compare = [](const Entry &left, const Entry &right, const QString &field) {
        return compareImages(left.image, right.image, field);
    };
    listing.wire = wire;
    for (const auto &[id, entry] : project.images.all()) {
        if (filter->admits(entry.image)) {
            listing.entries.push_back(&entry);
        }
    }
    return answerPage(request, listing);
}

// Images that belong to the vendor can't be changed.
bool isOurs(const Image &image)
{
    return image.type != ImageType::System;
}

Answer updateImage(const Request &request, Project &project, const Image &image)
{
    std::expected<RequestBody, Answer> body =
        RequestBody::read(request, RequestBody::Presence::Required);
    if (!body) {
        return body.error();
    }
    const std::optional<QString> description = body->text(u"description"_s);
    const std::optional<QString> type = body->text(u"type"_s);
    const std::optional<Labels> labels = body->labels(u"labels"_s);
    if (type && *type != "snapshot"_L1) {
        body->reject(u"type"_s, u"must be snapshot"_s);
    }
    if (const std::optional<Answer> complaint = body->complaint()) {
        return *complaint;
    }
    if (!isOurs(image)) {
        return refuse(u"forbidden"_s, u"system images can't be changed"_s);
    }
    if (type && image.type == ImageType::Backup && !project.hasRoomForSnapshot()) {
        return refuseLimit(u"snapshot_limit"_s);
    }
    Image *changed = project.images.edit(image.id);
    changed->description = description.value_or(image.description);
    changed->labels = labels.value_or(image.labels);
    if (type) {
        changed->type = ImageType::Snapshot;
        changed->boundTo.reset();
    }
    return answerWith(200, {{u"image"_s, json(*changed)}});
}

Answer deleteImage(Project &project, const Image &image)
{
    if (!isOurs(image)) {
        return refuse(u"forbidden"_s, u"system images can't be deleted"_s);
    }
    if (image.isProtected) {
        return refuse(u"protected"_s, u"image is protected against deletion"_s);
    }
    if (project.actions.isBusy({ResourceType::Image, image.id})) {
        return refuse(u"locked"_s, u"image is used by another action"_s);
    }
    project.images.remove(image.id);
    Answer answer;
    answer.status = 204;
    return answer;
}

Answer changeImageProtection(const Request &request, Project &project, const Image &image)
{
    std::expected<RequestBody, Answer> body =
        RequestBody::read(request, RequestBody::Presence::Required);
    if (!body) {
        return body.error();
    }
    const std::optional<bool> isProtected = body->flag(u"delete"_s);
    if (const std::optional<Answer> complaint = body->complaint()) {
        return *complaint;
    }
    if (image.type != ImageType::Snapshot) {
        return refuse(u"service_error"_s, u"only snapshots can be protected"_s);
    }
    project.images.edit(image.id)->isProtected = isProtected.value_or(image.isProtected);
    const Action &action = project.actions.begin(
        {.command = u"change_protection"_s, .resources = {{ResourceType::Image, image.id}}},
        project.now());
    return answerWith(201, {{u"action"_s, json(action, project.now())}});
}

} // namespace

void addImageRoutes(Router &router, Project &project)
{
    using Act = std::function<Answer(const Request &, Project &, const Image &)>;
    const auto onImage = [&project](Act act) -> Router::Handler {
        return [&project, act = std::move(act)](const Request &request, const QStringList &ids) {
            const Image *image = project.images.find(ids.first().toLongLong());
            return image ? act(request, project, *image) : notFound(u"image"_s);
        };
    };
    router.add("GET", u"/images"_s, [&project](const Request &request, const QStringList &) {
        return listImages(request, project);
    });
    router.add("GET", u"/images/{id}"_s,
               onImage([](const Request &, const Project &, const Image &image) {
                   return answerWith(200, {{u"image"_s, json(image)}});
               }));
    router.add("PUT", u"/images/{id}"_s, onImage(updateImage));
    router.add("DELETE", u"/images/{id}"_s,
               onImage([](const Request &, Project &inside, const Image &image) {
                   return deleteImage(inside, image);
               }));
    router.add("POST", u"/images/{id}/actions/change_protection"_s, onImage(changeImageProtection));
}

} // namespace Demo::Hetzner
