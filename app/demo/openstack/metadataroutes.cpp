// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/metadataroutes.h"

#include "demo/openstack/bodies.h"

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

enum class Merge { Into, Instead };

Answer answerMetadata(const Metadata &metadata)
{
    return answerWith(200, {{u"metadata"_s, metadataJson(metadata)}});
}

Answer writeMetadata(const Call &call, Metadata &metadata, Merge merge)
{
    const auto told = readMember(call.request, u"metadata"_s);
    if (!told) {
        return told.error();
    }
    Fields fields(u"metadata"_s, {{u"metadata"_s, *told}});
    const Metadata wanted = fields.metadata(u"metadata"_s);
    if (const auto complaint = fields.complaint()) {
        return *complaint;
    }
    if (merge == Merge::Instead) {
        metadata.clear();
    }
    metadata.insert(wanted);
    return answerMetadata(metadata);
}

Answer writeOne(const Call &call, Metadata &metadata)
{
    const auto told = readMember(call.request, u"meta"_s);
    if (!told) {
        return told.error();
    }
    const QString key = call.captured.value(1);
    metadata.insert(key, told->value(key).toString());
    return answerWith(200, {{u"meta"_s, *told}});
}

using OnMetadata = std::function<Answer(const Call &, Metadata &)>;

Endpoint::Act onOwner(const MetadataOwner &owner, const OnMetadata &act)
{
    return [owner, act](const Call &call) {
        Metadata *metadata = owner.find(call);
        return metadata ? act(call, *metadata) : refuseUnknown(owner.thing, call.id());
    };
}

Endpoint::Act onKnownKey(const MetadataOwner &owner, const OnMetadata &act)
{
    return onOwner(owner, [act, thing = owner.thing](const Call &call, Metadata &metadata) {
        const QString key = call.captured.value(1);
        if (!metadata.contains(key)) {
            return refuse(404, u"%1 %2 has no metadata with key %3."_s.arg(thing, call.id(), key));
        }
        return act(call, metadata);
    });
}

} // namespace

void addMetadataRoutes(Endpoint &endpoint, const QString &pattern, const MetadataOwner &owner)
{
    const QString one = pattern + u"/{key}"_s;
    endpoint.add("GET", pattern, onOwner(owner, [](const Call &, const Metadata &metadata) {
                     return answerMetadata(metadata);
                 }));
    endpoint.change("POST", pattern, owner.policy(u"create"_s),
                    onOwner(owner, [](const Call &call, Metadata &metadata) {
                        return writeMetadata(call, metadata, Merge::Into);
                    }));
    endpoint.change("PUT", pattern, owner.policy(u"update"_s),
                    onOwner(owner, [](const Call &call, Metadata &metadata) {
                        return writeMetadata(call, metadata, Merge::Instead);
                    }));
    endpoint.add("GET", one, onKnownKey(owner, [](const Call &call, const Metadata &metadata) {
                     const QString key = call.captured.value(1);
                     return answerWith(200, {{u"meta"_s, QJsonObject{{key, metadata.value(key)}}}});
                 }));
    endpoint.change("PUT", one, owner.policy(u"update"_s), onOwner(owner, writeOne));
    endpoint.change(
        "DELETE", one, owner.policy(u"delete"_s),
        onKnownKey(owner, [status = owner.deletedStatus](const Call &call, Metadata &metadata) {
            metadata.remove(call.captured.value(1));
            return answerEmpty(status);
        }));
}

} // namespace Demo::OpenStack
