// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffcatalogueparser.h"

#include "providers/lenientfields.h"
#include "providers/raff/raffframe.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Result;

namespace {

/// Whether a template is Windows is told twice.
bool isWindows(const JsonFields &fields)
{
    const LenientFields lenient(fields.json());
    return lenient.flag("is_windows"_L1).value_or(false)
        || lenient.text("os_type"_L1).compare("windows"_L1, Qt::CaseInsensitive) == 0;
}

int readCount(const JsonFields &fields, QLatin1StringView key)
{
    const qint64 count = fields.integer(key);
    if (count <= 0 && fields.has(key)) {
        fields.reject(key, u"is not positive"_s);
    }
    return static_cast<int>(std::clamp<qint64>(count, 0, std::numeric_limits<int>::max()));
}

/// Gigabytes, although they are called gibibytes here: a VM of the plan has the same numbers, and
/// calls them gigabytes.
RaffPlan readPlan(const JsonFields &fields)
{
    const LenientFields lenient(fields.json());
    RaffPlan plan;
    plan.id = fields.id("id"_L1);
    plan.kind = RaffFrame::optionalText(fields, "vm_type"_L1).trimmed();
    plan.region.value = RaffFrame::id(fields, "region"_L1);
    plan.cores = readCount(fields, "vcpu"_L1);
    plan.memoryBytes = fields.gigabytes("memory_gib"_L1);
    plan.diskBytes = fields.gigabytes("ssd_gib"_L1);
    plan.perMonth = lenient.decimal("monthly_price"_L1);
    plan.perHour = lenient.decimal("price_per_hour"_L1);
    plan.isSoldOut = lenient.flag("out_of_stock"_L1).value_or(false);
    return plan;
}

RaffImage readImage(const JsonFields &fields)
{
    return {{RaffFrame::id(fields, "id"_L1)}, isWindows(fields)};
}

} // namespace

Result<QList<RaffPlan>> RaffCatalogueParser::plans(const QByteArray &json)
{
    return readDocument<QList<RaffPlan>>(
        json, [](const JsonFields &frame) { return RaffFrame::rows(frame, "plans"_L1, readPlan); });
}

Result<QSet<QString>> RaffCatalogueParser::windowsTemplates(const QByteArray &json)
{
    return readDocument<QSet<QString>>(json, [](const JsonFields &frame) {
        QSet<QString> ids;
        const QList<RaffImage> templates = RaffFrame::rows(frame, "data"_L1, readImage);
        for (const RaffImage &one : templates) {
            if (one.isWindows) {
                ids.insert(one.id.value);
            }
        }
        return ids;
    });
}

Result<RaffImage> RaffCatalogueParser::image(const QByteArray &json)
{
    return RaffFrame::single(json, readImage);
}

} // namespace Providers
