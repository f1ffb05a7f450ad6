// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/raff/raffcatalogueparser.h"
#include "providers/raff/raffparser.h"

#include <QStringList>

#include <functional>

/// Every answer that the parsers read, with what must be in it.
namespace RaffDocuments {

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

struct Document
{
    QString name;
    QString fixture;
    Verdict parse;
    QStringList required;
    QStringList optional; ///< may be missing or null
};

inline QList<Document> documents()
{
    using Parser = Providers::RaffParser;
    using Catalogue = Providers::RaffCatalogueParser;
    const QStringList ofAll = {u"data.0.id"_s, u"data.0.name"_s, u"data.0.status"_s};
    return {
        {u"regions"_s,
         u"regions"_s,
         verdict(Parser::regions),
         {u"regions.0.code"_s, u"regions.0.name"_s},
         {u"regions.0.country_code"_s}},
        {u"price"_s,
         u"snapshot_price"_s,
         verdict(Parser::storagePrice),
         {u"pricing"_s},
         {u"pricing.price_per_gb_hour"_s, u"pricing.price_per_gb_month"_s}},
        {u"projects"_s,
         u"projects"_s,
         verdict(Parser::projects),
         {u"data.0.id"_s, u"data.0.name"_s},
         {u"total"_s}},
        {u"VMs"_s,
         u"servers"_s,
         verdict(Parser::servers),
         ofAll,
         {u"total"_s, u"success"_s, u"data.0.project_id"_s, u"data.0.region"_s,
          u"data.0.total_storage"_s, u"data.0.public_ipv4_address"_s, u"data.0.tags"_s,
          u"data.0.backup_type"_s, u"data.0.created_at"_s, u"data.0.updated_at"_s}},
        {u"volumes"_s,
         u"volumes"_s,
         verdict(Parser::volumes),
         ofAll + QStringList{u"data.0.size"_s},
         {u"total"_s, u"data.0.project_id"_s, u"data.0.region"_s, u"data.0.product_vm"_s,
          u"data.0.created_at"_s}},
        {u"snapshots"_s,
         u"server_snapshots"_s,
         verdict(Parser::snapshots),
         {u"data.0.id"_s, u"data.0.name"_s, u"data.0.type"_s},
         {u"total"_s, u"data.0.project_id"_s, u"data.0.status"_s, u"data.0.size"_s,
          u"data.0.target_size"_s, u"data.0.product_vm"_s, u"data.0.price_per_hour"_s,
          u"data.0.created_at"_s}},
        {u"plans"_s,
         u"plans"_s,
         verdict(Catalogue::plans),
         {u"plans.0.id"_s, u"plans.0.vcpu"_s, u"plans.0.memory_gib"_s, u"plans.0.ssd_gib"_s,
          u"plans.0.region"_s},
         {u"success"_s, u"plans.0.vm_type"_s, u"plans.0.monthly_price"_s,
          u"plans.0.price_per_hour"_s, u"plans.1.out_of_stock"_s}},
        {u"templates"_s,
         u"templates"_s,
         verdict(Catalogue::windowsTemplates),
         {u"data.0.id"_s},
         {u"total"_s, u"data.0.is_windows"_s, u"data.0.os_type"_s}},
        {u"an image"_s,
         u"image"_s,
         verdict(Catalogue::image),
         {u"data"_s, u"data.id"_s},
         {u"data.name"_s, u"data.is_windows"_s, u"data.os_type"_s, u"data.created_at"_s}},
    };
}

} // namespace RaffDocuments

Q_DECLARE_METATYPE(RaffDocuments::Document)
