// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsoleparser.h"

#include "providers/stackconsole/stackconsoleenvelope.h"
#include "providers/stackconsole/stackconsolefields.h"
#include "providers/stackconsole/stackconsolewords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ResourceKind;
using Domain::Result;
using Domain::SnapshotStatus;
using Fields = StackConsoleFields;

namespace {

Domain::TakeObstacle takeObstacle(const LenientFields &fields)
{
    if (fields.isSet("suspended_at"_L1)) {
        return Domain::TakeObstacle::Suspended;
    }
    if (fields.isSet("frozen_at"_L1)) {
        return Domain::TakeObstacle::Frozen;
    }
    return fields.flag("is_snapshot_hidden"_L1).value_or(false) ? Domain::TakeObstacle::Withheld
                                                                : Domain::TakeObstacle::None;
}

StackConsoleRegion readRegion(const LenientFields &fields, const QString &path, JsonFault &fault)
{
    StackConsoleRegion region;
    region.id = fields.text("id"_L1);
    region.location.id.value = Fields::requiredText(fields, "slug"_L1, path, fault);
    region.location.name = Fields::name(fields);
    region.location.title = region.location.name;
    region.location.country = fields.text("country_code"_L1).toUpper();
    region.location.continent = fields.text("continent_name"_L1);
    region.location.isComingSoon = fields.flag("is_coming_soon"_L1).value_or(false);
    region.isHidden = !fields.flag("status"_L1).value_or(true);
    region.cloudProvider = fields.object("cloud_provider"_L1).text("slug"_L1);
    return region;
}

StackConsoleProject readProject(const LenientFields &fields, const QString &path, JsonFault &fault)
{
    return {{{Fields::requiredText(fields, "slug"_L1, path, fault)}, Fields::name(fields)},
            fields.text("id"_L1)};
}

StackConsoleCloudProvider readCloudProvider(const LenientFields &fields, const QString &path,
                                            JsonFault &fault)
{
    StackConsoleCloudProvider provider;
    provider.slug = Fields::requiredText(fields, "slug"_L1, path, fault);
    provider.isActive = fields.flag("status"_L1).value_or(true);
    const QJsonArray services = fields.json().value("services"_L1).toArray();
    provider.hasServers = services.contains(u"Virtual Machine"_s);
    return provider;
}

/// What servers and volumes have in common.
StackConsoleResource readResource(const LenientFields &fields, ResourceKind kind,
                                  const QString &path, JsonFault &fault)
{
    StackConsoleResource row;
    row.id = fields.text("id"_L1);
    row.resource.key.kind = kind;
    row.resource.key.id.value = Fields::requiredText(fields, "slug"_L1, path, fault);
    row.resource.name = Fields::name(fields);
    row.resource.rawState = fields.text("state"_L1);
    row.resource.sizeBytes = Fields::size(fields);
    row.resource.storageCategory = Fields::storageCategory(fields);
    row.resource.takeObstacle = takeObstacle(fields);
    row.region = Fields::reference(fields, "region_id"_L1, "region"_L1);
    row.project = Fields::reference(fields, "project_id"_L1, "project"_L1);
    row.created = Fields::time(fields.text("created_at"_L1));
    row.isGone = Fields::isDeleted(fields);
    return row;
}

QStringList readAddresses(const LenientFields &fields)
{
    QStringList addresses;
    const auto add = [&addresses](const QString &address) {
        if (!address.isEmpty() && !addresses.contains(address)) {
            addresses.append(address);
        }
    };
    const QList<LenientFields> assigned = fields.objects("ipaddresses"_L1);
    for (const LenientFields &address : assigned) {
        add(address.text("ipaddress"_L1));
    }
    add(fields.text("public_ip"_L1));
    const QList<LenientFields> networks = fields.objects("networks"_L1);
    for (const LenientFields &network : networks) {
        add(network.object("pivot"_L1).text("ipaddress"_L1));
    }
    add(fields.text("private_ip"_L1));
    return addresses;
}

StackConsoleResource readServer(const LenientFields &fields, const QString &path, JsonFault &fault)
{
    StackConsoleResource row = readResource(fields, ResourceKind::Server, path, fault);
    row.resource.power = StackConsoleWords::powerState(row.resource.rawState);
    row.resource.addresses = readAddresses(fields);
    row.resource.plan = fields.object("offering"_L1).text("name"_L1);
    return row;
}

StackConsoleResource readVolume(const LenientFields &fields, const QString &path, JsonFault &fault)
{
    StackConsoleResource row = readResource(fields, ResourceKind::Volume, path, fault);
    row.orchestratorId = fields.text("blockstorage_id"_L1);
    row.server = Fields::reference(fields, "virtual_machine_id"_L1, "virtual_machine"_L1);
    const bool isRootType =
        fields.text("volume_type"_L1).compare("ROOT"_L1, Qt::CaseInsensitive) == 0;
    row.isRoot = fields.flag("is_root"_L1).value_or(isRootType);
    return row;
}

/// Where no state is reported, all that is known is whether the work was accepted and is over.
SnapshotStatus statusWithoutWord(const LenientFields &fields)
{
    return fields.flag("request_status"_L1).value_or(true) ? SnapshotStatus::Ready
                                                           : SnapshotStatus::Creating;
}

/// "status" is a state in some answers, and a mere switch in others.
QString stateWord(const LenientFields &fields)
{
    const QString state = fields.text("state"_L1);
    return state.isEmpty() && !fields.flag("status"_L1) ? fields.text("status"_L1) : state;
}

StackConsoleSnapshot readSnapshot(const LenientFields &fields, ResourceKind kind,
                                  const QString &path, JsonFault &fault)
{
    StackConsoleSnapshot row;
    Domain::Snapshot &snapshot = row.snapshot;
    snapshot.key.kind = kind;
    snapshot.key.id.value = Fields::requiredText(fields, "slug"_L1, path, fault);
    snapshot.name = Fields::name(fields);
    snapshot.sizeBytes = Fields::size(fields);
    snapshot.rawStatus = stateWord(fields);
    snapshot.status = snapshot.rawStatus.isEmpty()
        ? statusWithoutWord(fields)
        : StackConsoleWords::snapshotStatus(snapshot.rawStatus);
    snapshot.raw = Fields::raw(fields);
    row.region = Fields::reference(fields, "region_id"_L1, "region"_L1);
    row.project = Fields::reference(fields, "project_id"_L1, "project"_L1);
    row.created = Fields::time(Fields::requiredText(fields, "created_at"_L1, path, fault));
    if (!row.created.time.isValid()) {
        fault.note(path + u".created_at is not a time"_s);
    }
    row.isReverting = StackConsoleWords::isReverting(snapshot.rawStatus);
    row.isGone = Fields::isDeleted(fields) || StackConsoleWords::isGone(snapshot.rawStatus);
    return row;
}

StackConsoleSnapshot readServerSnapshot(const LenientFields &fields, const QString &path,
                                        JsonFault &fault)
{
    StackConsoleSnapshot row = readSnapshot(fields, ResourceKind::Server, path, fault);
    row.source = Fields::reference(fields, "virtual_machine_id"_L1, "virtual_machine"_L1);
    return row;
}

StackConsoleSnapshot readVolumeSnapshot(const LenientFields &fields, const QString &path,
                                        JsonFault &fault)
{
    StackConsoleSnapshot row = readSnapshot(fields, ResourceKind::Volume, path, fault);
    row.source = Fields::reference(fields, "blockstorage_id"_L1, "blockstorage"_L1);
    const QString volumeState = fields.object("blockstorage"_L1).text("state"_L1);
    row.isReverting = row.isReverting || StackConsoleWords::isReverting(volumeState);
    return row;
}

bool isCurrencyCode(const QString &text)
{
    return text.size() == 3
        && std::ranges::all_of(text, [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

/// Which member holds the code differs.
QString currencyCode(const LenientFields &currency)
{
    for (const QLatin1StringView key : {"code"_L1, "slug"_L1, "name"_L1, "currency_name"_L1}) {
        const QString code = currency.text(key).toUpper();
        if (isCurrencyCode(code)) {
            return code;
        }
    }
    return {};
}

QList<StackConsoleAmount> hourlyAmounts(const LenientFields &plan)
{
    QList<StackConsoleAmount> amounts;
    const QList<LenientFields> prices = plan.objects("prices"_L1);
    for (const LenientFields &price : prices) {
        const QString amount = price.decimal("amount"_L1);
        const bool isHourly =
            price.object("billing_cycle"_L1).text("slug"_L1) == StackConsoleParser::hourly;
        if (isHourly && !amount.isEmpty()) {
            amounts.append({amount, currencyCode(price.object("currency"_L1))});
        }
    }
    const QString plain = plan.decimal("hourly_price"_L1);
    if (amounts.isEmpty() && !plain.isEmpty()) {
        amounts.append({plain, {}});
    }
    return amounts;
}

StackConsolePlan readPlan(const LenientFields &fields, const QString &path, JsonFault &fault)
{
    return {{Fields::requiredText(fields, "slug"_L1, path, fault)},
            Fields::name(fields),
            fields.text("storage_category_id"_L1),
            fields.flag("status"_L1).value_or(true),
            hourlyAmounts(fields)};
}

Domain::BillingCycle readBillingCycle(const LenientFields &fields, const QString &path,
                                      JsonFault &fault)
{
    Domain::BillingCycle cycle;
    cycle.id.value = Fields::requiredText(fields, "slug"_L1, path, fault);
    cycle.name = Fields::name(fields);
    cycle.isForSnapshots = cycle.id.value == StackConsoleParser::hourly;
    return cycle;
}

template <class Row>
Result<Net::Page<Row>> readPage(const QByteArray &json,
                                Row (*read)(const LenientFields &, const QString &, JsonFault &))
{
    return StackConsoleEnvelope::read(json).and_then(
        [read](const StackConsoleEnvelope &envelope) { return envelope.page(read); });
}

} // namespace

Result<Net::Page<StackConsoleRegion>> StackConsoleParser::regions(const QByteArray &json)
{
    return readPage(json, readRegion);
}

Result<Net::Page<StackConsoleProject>> StackConsoleParser::projects(const QByteArray &json)
{
    return readPage(json, readProject);
}

Result<Net::Page<StackConsoleCloudProvider>> StackConsoleParser::cloudProviders(
    const QByteArray &json)
{
    return readPage(json, readCloudProvider);
}

Result<Net::Page<StackConsoleResource>> StackConsoleParser::servers(const QByteArray &json)
{
    return readPage(json, readServer);
}

Result<Net::Page<StackConsoleResource>> StackConsoleParser::volumes(const QByteArray &json)
{
    return readPage(json, readVolume);
}

Result<Net::Page<StackConsoleSnapshot>> StackConsoleParser::serverSnapshots(const QByteArray &json)
{
    return readPage(json, readServerSnapshot);
}

Result<Net::Page<StackConsoleSnapshot>> StackConsoleParser::volumeSnapshots(const QByteArray &json)
{
    return readPage(json, readVolumeSnapshot);
}

Result<Net::Page<StackConsolePlan>> StackConsoleParser::plans(const QByteArray &json)
{
    return readPage(json, readPlan);
}

Result<Net::Page<Domain::BillingCycle>> StackConsoleParser::billingCycles(const QByteArray &json)
{
    return readPage(json, readBillingCycle);
}

Result<StackConsoleProfile> StackConsoleParser::profile(const QByteArray &json)
{
    return StackConsoleEnvelope::read(json).transform([](const StackConsoleEnvelope &envelope) {
        const LenientFields data = envelope.object();
        const LenientFields user = data.json().contains("user"_L1) ? data.object("user"_L1) : data;
        const LenientFields account = user.object("account"_L1);
        const QString number = account.text("crn"_L1);
        return StackConsoleProfile{number.isEmpty() ? user.text("name"_L1) : number,
                                   account.text("timezone"_L1)};
    });
}

Result<std::optional<StackConsoleAmount>> StackConsoleParser::balance(const QByteArray &json)
{
    using Amount = std::optional<StackConsoleAmount>;
    return StackConsoleEnvelope::read(json).transform([](const StackConsoleEnvelope &envelope) {
        const LenientFields wallet = envelope.object();
        const QString available = wallet.decimal("available_balance"_L1);
        return available.isEmpty()
            ? Amount()
            : Amount({available, currencyCode(wallet.object("currency"_L1))});
    });
}

Result<StackConsoleAcceptance> StackConsoleParser::acceptance(const QByteArray &json)
{
    if (json.trimmed().isEmpty()) {
        return StackConsoleAcceptance();
    }
    return StackConsoleEnvelope::readReply(json).transform(
        [](const StackConsoleEnvelope &envelope) {
            const QString slug = envelope.object().text("slug"_L1);
            return slug.isEmpty() ? StackConsoleAcceptance()
                                  : StackConsoleAcceptance{Domain::SnapshotId{slug}};
        });
}

} // namespace Providers
