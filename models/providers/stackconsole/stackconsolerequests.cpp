// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsolerequests.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ErrorKind;
using Domain::ResourceKind;
using Net::HttpRequest;
using Net::Method;

namespace {

// Sources that disagree on the way to a reversal agree that it must name the snapshot.
constexpr QLatin1StringView revertOfVolume = "blockstorages/%1/snapshots/%2/revert"_L1;
constexpr QLatin1StringView revertOfServer = "virtual-machines/snapshots/%1/revert"_L1;

QString serviceName(ResourceKind kind)
{
    return kind == ResourceKind::Volume ? u"Block Storage Snapshot"_s : u"VM Snapshot"_s;
}

QString resourcePath(ResourceKind kind)
{
    return kind == ResourceKind::Volume ? u"blockstorages"_s : u"virtual-machines"_s;
}

/// Brackets go percent-encoded too.
void addItem(HttpRequest &request, const QString &key, const QString &value)
{
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text, ","));
    };
    request.query.addQueryItem(encoded(key), encoded(value));
}

HttpRequest get(const QString &path)
{
    return {Method::Get, path, path, {}, {}};
}

HttpRequest wholeList(const QString &path, int page)
{
    HttpRequest request = get(path);
    if (page > 1) {
        addItem(request, u"page"_s, QString::number(page));
    }
    return request;
}

HttpRequest post(const QString &path, const QString &pathTemplate, const QByteArray &body = {})
{
    return {Method::Post, path, pathTemplate, {}, body};
}

QJsonObject orderOf(const Domain::TakeSnapshot &take, const QString &cloudProvider)
{
    QJsonObject body = {{u"name"_s, take.name},
                        {u"plan"_s, take.plan.value},
                        {u"service"_s, serviceName(take.source.kind)},
                        {u"is_memory"_s, false},
                        {u"project"_s, take.project.value},
                        {u"cloud_provider"_s, cloudProvider},
                        {u"region"_s, take.location.value},
                        {u"billing_cycle"_s, take.billingCycle.value}};
    if (take.source.kind == ResourceKind::Server) {
        body.insert("is_vm_snapshot"_L1, true);
        body.insert("coupon"_L1, QJsonValue::Null);
    }
    return body;
}

struct ChangeMaker
{
    const QString &cloudProvider;

    HttpRequest operator()(const Domain::TakeSnapshot &take) const
    {
        const QString list = resourcePath(take.source.kind);
        return post(list + u'/' + take.source.id.value + u"/snapshots"_s,
                    list + u"/{slug}/snapshots"_s,
                    QJsonDocument(orderOf(take, cloudProvider)).toJson(QJsonDocument::Compact));
    }

    HttpRequest operator()(const Domain::RollBack &rollback) const
    {
        const QString snapshot = rollback.snapshot.id.value;
        if (rollback.snapshot.kind == ResourceKind::Server) {
            return post(revertOfServer.toString().arg(snapshot),
                        revertOfServer.toString().arg("{slug}"_L1));
        }
        return post(revertOfVolume.toString().arg(rollback.target.id.value, snapshot),
                    revertOfVolume.toString().arg("{slug}"_L1, "{slug}"_L1));
    }

    HttpRequest operator()(const Domain::RemoveSnapshot &remove) const
    {
        const QString list = resourcePath(remove.snapshot.kind) + u"/snapshots/"_s;
        return {Method::Delete, list + remove.snapshot.id.value, list + u"{slug}"_s, {}, {}};
    }

    /// Refused before.
    template <class Other>
    HttpRequest operator()(const Other &) const
    {
        return {};
    }
};

struct SlugsOf
{
    /// Nothing for what StackConsole can't do.
    using Slugs = std::optional<QStringList>;

    Slugs operator()(const Domain::TakeSnapshot &take) const
    {
        return QStringList{take.source.id.value};
    }
    Slugs operator()(const Domain::RollBack &rollback) const
    {
        const bool isOneKind = rollback.target.kind == rollback.snapshot.kind;
        return isOneKind ? Slugs({rollback.target.id.value, rollback.snapshot.id.value})
                         : std::nullopt;
    }
    Slugs operator()(const Domain::RemoveSnapshot &remove) const
    {
        return QStringList{remove.snapshot.id.value};
    }
    template <class Other>
    Slugs operator()(const Other &) const
    {
        return std::nullopt;
    }
};

/// What the order lacks, by the name that the API has for it.
QString missingField(const Domain::TakeSnapshot &take)
{
    if (take.name.trimmed().isEmpty()) {
        return u"name"_s;
    }
    if (take.plan.isEmpty()) {
        return u"plan"_s;
    }
    if (take.billingCycle.isEmpty()) {
        return u"billing_cycle"_s;
    }
    if (take.project.isEmpty()) {
        return u"project"_s;
    }
    return take.location.isEmpty() ? u"region"_s : QString();
}

} // namespace

HttpRequest StackConsoleRequests::regions(int page)
{
    return wholeList(u"regions"_s, page);
}

HttpRequest StackConsoleRequests::cloudProviders(int page)
{
    return wholeList(u"cloud-providers"_s, page);
}

HttpRequest StackConsoleRequests::projects(int page)
{
    return wholeList(u"projects"_s, page);
}

HttpRequest StackConsoleRequests::billingCycles(int page)
{
    return wholeList(u"billing-cycles"_s, page);
}

HttpRequest StackConsoleRequests::plans(Domain::SnapshotKind kind, const Domain::LocationId &region,
                                        int page)
{
    const QByteArray service = QUrl::toPercentEncoding(serviceName(kind));
    HttpRequest request = get(u"plans/service/"_s + QString::fromLatin1(service));
    addItem(request, u"filter[region]"_s, region.value);
    if (page > 1) {
        addItem(request, u"page"_s, QString::number(page));
    }
    return request;
}

HttpRequest StackConsoleRequests::resources(ResourceKind kind, int page)
{
    HttpRequest request = get(resourcePath(kind));
    addItem(request, u"include"_s,
            kind == ResourceKind::Volume
                ? u"cloud_provider,region,virtual_machine,project,offering"_s
                : u"networks,ipaddresses,offering"_s);
    addItem(request, u"page"_s, QString::number(page));
    return request;
}

HttpRequest StackConsoleRequests::snapshots(Domain::SnapshotKind kind, int page)
{
    HttpRequest request = get(resourcePath(kind) + u"/snapshots"_s);
    if (kind == ResourceKind::Volume) {
        addItem(request, u"include"_s, u"blockstorage,region,cloud_provider,project"_s);
    }
    addItem(request, u"page"_s, QString::number(page));
    return request;
}

HttpRequest StackConsoleRequests::profile()
{
    return get(u"profile"_s);
}

HttpRequest StackConsoleRequests::balance()
{
    return get(u"account/balance"_s);
}

HttpRequest StackConsoleRequests::change(const Domain::Request &request,
                                         const QString &cloudProvider)
{
    return std::visit(ChangeMaker{cloudProvider}, request);
}

std::optional<Domain::Error> StackConsoleRequests::refusal(const Domain::Request &request)
{
    const std::optional<QStringList> slugs = std::visit(SlugsOf{}, request);
    if (!slugs) {
        return Domain::failure(ErrorKind::Unsupported).error();
    }
    if (!std::ranges::all_of(*slugs, isSlug)) {
        // In a path such an id could name something else: "blockstorages/" is the whole list.
        return Domain::failure(ErrorKind::InvalidInput, u"not an id of StackConsole's"_s).error();
    }
    return std::nullopt;
}

std::optional<Domain::Error> StackConsoleRequests::refusalToSend(const Domain::Request &request)
{
    if (const std::optional<Domain::Error> error = refusal(request)) {
        return error;
    }
    const auto *take = std::get_if<Domain::TakeSnapshot>(&request);
    const QString missing = take ? missingField(*take) : QString();
    if (missing.isEmpty()) {
        return std::nullopt;
    }
    Domain::Error error =
        Domain::failure(ErrorKind::InvalidInput, missing + u" is missing"_s).error();
    error.fields = {{missing, {}}};
    return error;
}

bool StackConsoleRequests::isSlug(const QString &id)
{
    const auto isAllowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || c == u'-' || c == u'_' || c == u'.';
    };
    return !id.isEmpty() && id.front() != u'.' && std::ranges::all_of(id, isAllowed);
}

} // namespace Providers
