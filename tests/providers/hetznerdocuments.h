// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/hetzner/hetznerparser.h"
#include "providers/hetzner/hetznerservertypes.h"

#include <QJsonArray>
#include <QStringList>

#include <functional>

/// Every answer that the parsers read, with what must be in it.
namespace HetznerDocuments {

using namespace Qt::StringLiterals;

/// Whether a parser took a document, whatever it makes of it.
using Verdict = std::function<Domain::Result<Domain::Done>(const QByteArray &)>;

template <class T>
Verdict verdict(Domain::Result<T> (*parse)(const QByteArray &))
{
    return [parse](const QByteArray &json) {
        return parse(json).transform([](const auto &) { return Domain::Done{}; });
    };
}

/// One answer of the API: its fixture, its parser and the members that must be right.
struct Document
{
    QString name;
    QString fixture;
    Verdict parse;
    QStringList required; ///< missing, null or mistyped: Protocol
    QStringList nullable; ///< missing or mistyped: Protocol
    QStringList optional; ///< mistyped: Protocol
    /// A list of lists is the wrong type for nearly every member.
    QJsonValue mistyped = QJsonArray{QJsonArray{}};
};

inline QList<Document> documents()
{
    using Providers::HetznerParser;
    const QStringList paging = {u"meta.pagination.next_page"_s, u"meta.pagination.last_page"_s,
                                u"meta.pagination.total_entries"_s, u"meta.pagination.page"_s};
    return {
        {u"locations"_s,
         u"locations"_s,
         verdict(HetznerParser::locations),
         {u"locations"_s, u"locations.1.name"_s, u"locations.1.city"_s, u"locations.1.country"_s,
          u"meta"_s, u"meta.pagination"_s},
         paging,
         {u"locations.0.network_zone"_s}},
        {u"servers"_s,
         u"servers"_s,
         verdict(HetznerParser::servers),
         {u"servers"_s, u"servers.0.id"_s, u"servers.0.name"_s, u"servers.0.status"_s,
          u"servers.0.created"_s, u"servers.0.location"_s, u"servers.0.location.name"_s,
          u"servers.0.server_type"_s, u"servers.0.server_type.name"_s, u"servers.0.locked"_s,
          u"servers.0.protection"_s, u"servers.0.protection.delete"_s,
          u"servers.0.protection.rebuild"_s, u"servers.0.primary_disk_size"_s,
          u"servers.0.public_net.ipv4.ip"_s, u"servers.1.public_net.ipv6.ip"_s, u"meta"_s},
         paging,
         {u"servers.0.labels"_s, u"servers.0.volumes"_s, u"servers.0.public_net"_s,
          u"servers.0.public_net.ipv4"_s, u"servers.0.private_net"_s,
          u"servers.0.private_net.0.ip"_s, u"servers.0.server_type.architecture"_s}},
        {u"server"_s,
         u"server"_s,
         verdict(HetznerParser::server),
         {u"server"_s, u"server.id"_s, u"server.status"_s, u"server.image.id"_s},
         {},
         {u"server.image"_s}},
        {u"volumes"_s,
         u"volumes"_s,
         verdict(HetznerParser::volumes),
         {u"volumes"_s, u"volumes.1.id"_s, u"volumes.1.name"_s, u"volumes.1.status"_s,
          u"volumes.1.created"_s, u"volumes.1.location"_s, u"volumes.1.location.name"_s,
          u"volumes.1.size"_s, u"volumes.1.protection"_s, u"volumes.1.protection.delete"_s},
         QStringList{u"volumes.0.server"_s} + paging,
         {u"volumes.0.labels"_s}},
        {u"volume"_s,
         u"volume"_s,
         verdict(HetznerParser::volume),
         {u"volume"_s, u"volume.id"_s},
         {},
         {}},
        {u"snapshots"_s,
         u"snapshots"_s,
         verdict(HetznerParser::snapshots),
         {u"images"_s, u"images.3.id"_s, u"images.3.type"_s, u"images.3.status"_s,
          u"images.3.created"_s, u"images.3.disk_size"_s, u"images.3.protection"_s,
          u"images.3.protection.delete"_s, u"images.0.created_from.id"_s,
          u"images.0.created_from.name"_s, u"meta"_s, u"meta.pagination"_s},
         QStringList{u"images.0.image_size"_s, u"images.0.description"_s} + paging,
         {u"images.0.labels"_s, u"images.0.architecture"_s, u"images.0.deleted"_s,
          u"images.0.created_from"_s}},
        {u"snapshot"_s,
         u"snapshot"_s,
         verdict(HetznerParser::snapshot),
         {u"image"_s, u"image.id"_s, u"image.type"_s},
         {},
         {}},
        {u"pricing"_s,
         u"pricing"_s,
         verdict(HetznerParser::prices),
         {u"pricing"_s, u"pricing.currency"_s, u"pricing.image"_s,
          u"pricing.image.price_per_gb_month"_s, u"pricing.image.price_per_gb_month.net"_s},
         {},
         {u"pricing.vat_rate"_s}},
        {u"server_types"_s,
         u"server_types"_s,
         verdict(Providers::HetznerServerTypes::page),
         {u"server_types"_s, u"server_types.0.name"_s, u"server_types.0.cores"_s,
          u"server_types.0.memory"_s, u"server_types.0.disk"_s, u"server_types.0.prices"_s,
          u"server_types.0.prices.1.location"_s, u"server_types.0.prices.1.price_monthly"_s,
          u"server_types.0.prices.1.price_monthly.net"_s, u"server_types.0.locations"_s,
          u"server_types.0.locations.1.name"_s, u"server_types.0.locations.1.available"_s,
          u"server_types.1.locations.0.deprecation.unavailable_after"_s, u"meta"_s},
         paging,
         {u"server_types.0.architecture"_s, u"server_types.1.locations.0.deprecation"_s}},
        {u"identity"_s,
         u"snapshots"_s,
         verdict(HetznerParser::identity),
         {u"images"_s},
         {},
         {},
         u"none"_s},
        {u"actions"_s,
         u"actions"_s,
         verdict(HetznerParser::actions),
         {u"actions"_s, u"actions.2.id"_s, u"actions.2.command"_s, u"actions.2.status"_s,
          u"actions.2.progress"_s, u"actions.2.started"_s, u"actions.2.resources"_s,
          u"actions.2.resources.0.id"_s, u"actions.2.resources.0.type"_s},
         {},
         {u"actions.2.error"_s, u"actions.2.error.code"_s, u"actions.2.error.message"_s}},
        {u"rebuild"_s,
         u"rebuild"_s,
         verdict(HetznerParser::acceptance),
         {u"action"_s, u"action.id"_s},
         {},
         {u"root_password"_s}},
        {u"create_image"_s,
         u"create_image"_s,
         verdict(HetznerParser::imageAcceptance),
         {u"action"_s, u"action.id"_s, u"image"_s, u"image.id"_s},
         {},
         {}},
        {u"create_server"_s,
         u"create_server"_s,
         verdict(HetznerParser::serverAcceptance),
         {u"action"_s, u"action.id"_s, u"next_actions"_s, u"next_actions.0.id"_s, u"server"_s,
          u"server.id"_s},
         {},
         {u"root_password"_s}},
    };
}

} // namespace HetznerDocuments
