// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/takelimit.h"

#include "items/displaytext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Items {

using Domain::Limit;
using Domain::LocationId;
using Domain::Resource;
using Domain::ResourceKind;
using Domain::SizeUnit;

namespace {

class LimitWords
{
    Q_DECLARE_TR_FUNCTIONS(TakeLimit)
};

/// "1,000", in the C locale too.
QLocale withGroups()
{
    QLocale locale;
    locale.setNumberOptions(locale.numberOptions() & ~QLocale::OmitGroupSeparator);
    return locale;
}

bool liesIn(const LocationId &location, const LocationId &region)
{
    return region.isEmpty() || location.isEmpty() || location == region
        || location.value.startsWith(region.value + u'/');
}

bool concernsKind(const Limit &limit, const Resource &resource)
{
    // The snapshot of such a server is one of each of its volumes too.
    return limit.kind == resource.key.kind
        || (resource.isVolumeBacked && limit.kind == ResourceKind::Volume);
}

bool concernsResource(const Limit &limit, const Resource &resource)
{
    return concernsKind(limit, resource)
        && (limit.project.isEmpty() || limit.project == resource.project)
        && liesIn(resource.location, limit.location);
}

bool isSameElsewhere(const Limit &a, const Limit &b)
{
    return a.kind == b.kind && a.unit == b.unit && a.project == b.project
        && a.location != b.location;
}

/// The most there may be of one resource, where its provider limits that.
std::optional<Limit> ownLimit(const Resource &resource, const Domain::Capabilities &capabilities,
                              const TakeRoom &room)
{
    const std::optional<int> most = capabilities.of(resource.key.kind).maximumCount;
    if (!most) {
        return std::nullopt;
    }
    Limit own;
    own.kind = resource.key.kind;
    own.used = room.counts.value(resource.key);
    own.maximum = *most;
    return own;
}

qint64 neededOf(const Limit &limit, const Resource &resource)
{
    const bool isOfItsVolumes = limit.kind != resource.key.kind;
    return isOfItsVolumes ? std::max<qint64>(1, resource.volumes.size()) : 1;
}

bool areTooFewLeft(const Limit &limit, qint64 needed)
{
    return limit.unit == Limit::Unit::Snapshots && limit.maximum
        && *limit.maximum - limit.used < needed;
}

/// Without decimals that say nothing.
QString figureOf(qint64 bytes, SizeUnit unit)
{
    const double base = unit == SizeUnit::Gibibyte ? 1024.0 : 1000.0;
    const auto tenths = qRound64(double(bytes) / (base * base * base) * 10);
    return withGroups().toString(double(tenths) / 10, 'f', tenths % 10 == 0 ? 0 : 1);
}

QString bytesText(qint64 bytes, SizeUnit unit)
{
    const QString figure = figureOf(bytes, unit);
    return unit == SizeUnit::Gibibyte ? LimitWords::tr("%1 GiB").arg(figure)
                                      : LimitWords::tr("%1 GB").arg(figure);
}

bool isCount(const TakeLimit &limit)
{
    return limit.limit.unit == Limit::Unit::Snapshots;
}

QString atPlace(const QString &text, const TakeLimit &limit)
{
    return limit.place.isEmpty()
        ? text
        : LimitWords::tr("%1 in %2", "so many snapshots, location").arg(text, limit.place);
}

/// What is left is less than the disk, or nothing.
bool isTooLittle(const TakeLimit &limit, const Resource &resource)
{
    if (isCount(limit)) {
        return false;
    }
    return limit.isReached()
        || resource.sizeBytes.value_or(0) > limit.limit.maximum.value_or(0) - limit.limit.used;
}

QString hasText(const TakeLimit &limit, SizeUnit unit)
{
    const QString count = atPlace(limitText(limit.limit, unit), limit);
    switch (limit.owner) {
    case TakeLimit::Owner::Resource:
        return LimitWords::tr("%1 has %2.", "server or volume, so many snapshots")
            .arg(inlineName(limit.resourceName), count);
    case TakeLimit::Owner::Project:
        return isCount(limit) ? LimitWords::tr("The project has %1.").arg(count)
                              : LimitWords::tr("The project uses %1.", "gigabytes").arg(count);
    case TakeLimit::Owner::Account:
        break;
    }
    return isCount(limit) ? LimitWords::tr("The account has %1.").arg(count)
                          : LimitWords::tr("The account uses %1.", "gigabytes").arg(count);
}

QString noneAllowedText(const TakeLimit &limit)
{
    switch (limit.owner) {
    case TakeLimit::Owner::Resource:
        return LimitWords::tr("%1 may have no snapshots. Ask the operator for some.",
                              "server or volume")
            .arg(inlineName(limit.resourceName));
    case TakeLimit::Owner::Project:
        return LimitWords::tr("The project may have no snapshots. Ask the operator for some.");
    case TakeLimit::Owner::Account:
        break;
    }
    return LimitWords::tr("The account may have no snapshots. Ask the operator for some.");
}

/// More than one is needed.
QString tooFewText(const TakeLimit &limit, const QString &count)
{
    const QString name = inlineName(limit.resourceName);
    const int volumes = int(limit.needed);
    return limit.owner == TakeLimit::Owner::Account
        ? LimitWords::tr("A snapshot of %1 takes one of each of its %n volumes, and the account "
                         "has %2; remove some, or ask the operator for more.",
                         "server, so many snapshots", volumes)
              .arg(name, count)
        : LimitWords::tr("A snapshot of %1 takes one of each of its %n volumes, and the project "
                         "has %2; remove some, or ask the operator for more.",
                         "server, so many snapshots", volumes)
              .arg(name, count);
}

QString refusalText(const TakeLimit &limit, SizeUnit unit)
{
    if (limit.limit.maximum == 0) {
        return noneAllowedText(limit);
    }
    const QString count = atPlace(limitText(limit.limit, unit), limit);
    if (limit.needed > 1) {
        return tooFewText(limit, count);
    }
    switch (limit.owner) {
    case TakeLimit::Owner::Resource:
        return LimitWords::tr("%1 has %2; remove one, or ask the operator for more.",
                              "server or volume, so many snapshots")
            .arg(inlineName(limit.resourceName), count);
    case TakeLimit::Owner::Project:
        return LimitWords::tr("The project has %1; remove one, or ask the operator for more.")
            .arg(count);
    case TakeLimit::Owner::Account:
        break;
    }
    return LimitWords::tr("The account has %1; remove one, or ask the operator for more.")
        .arg(count);
}

/// What the one that is to be taken means for it; empty where that goes without saying.
QString shareText(const TakeLimit &limit, const Resource &resource, SizeUnit unit)
{
    if (isCount(limit)) {
        return limit.needed > 1
            ? LimitWords::tr("A snapshot of %1 takes one of each of its %n volumes.", "server",
                             int(limit.needed))
                  .arg(inlineName(resource.name))
            : QString();
    }
    if (!isTooLittle(limit, resource)) {
        return {};
    }
    const qint64 disk = resource.sizeBytes.value_or(0);
    return disk > 0 ? LimitWords::tr("The disk of %1 has %2: the provider may refuse the snapshot.")
                          .arg(inlineName(resource.name), bytesText(disk, unit))
                    : LimitWords::tr("Nothing is left of it: the provider may refuse the snapshot.",
                                     "gigabytes");
}

} // namespace

bool TakeLimit::isReached() const
{
    return limit.maximum && limit.used >= *limit.maximum;
}

bool TakeLimit::refuses() const
{
    return areTooFewLeft(limit, needed);
}

TakeRoom takeRoom(const QList<Limit> &limits, const QList<Domain::Snapshot> &snapshots,
                  const Domain::Capabilities &capabilities)
{
    TakeRoom room{limits};
    if (!capabilities.server.maximumCount && !capabilities.volume.maximumCount) {
        return room;
    }
    for (const Domain::Snapshot &snapshot : snapshots) {
        if (snapshot.source) {
            ++room.counts[*snapshot.source];
        }
    }
    return room;
}

bool hasRoom(const Resource &resource, const Domain::Capabilities &capabilities,
             const TakeRoom &room)
{
    const std::optional<Limit> own = ownLimit(resource, capabilities, room);
    return !(own && areTooFewLeft(*own, 1))
        && std::ranges::none_of(room.limits, [&resource](const Limit &limit) {
               return concernsResource(limit, resource)
                   && areTooFewLeft(limit, neededOf(limit, resource));
           });
}

QList<TakeLimit> takeLimits(const Resource &resource, const Domain::Capabilities &capabilities,
                            const TakeRoom &room)
{
    QList<TakeLimit> limits;
    if (const std::optional<Limit> own = ownLimit(resource, capabilities, room)) {
        limits.append({*own, TakeLimit::Owner::Resource, resource.name});
    }
    for (const Limit &limit : room.limits) {
        if (!limit.maximum || !concernsResource(limit, resource)) {
            continue;
        }
        const bool isOneOfMany = std::ranges::any_of(
            room.limits, [&limit](const Limit &other) { return isSameElsewhere(limit, other); });
        limits.append(
            {limit, limit.project.isEmpty() ? TakeLimit::Owner::Account : TakeLimit::Owner::Project,
             resource.name, neededOf(limit, resource),
             isOneOfMany ? limit.location.value : QString()});
    }
    return limits;
}

QString limitText(const Limit &limit, SizeUnit unit)
{
    const qint64 maximum = limit.maximum.value_or(limit.used);
    if (limit.unit == Limit::Unit::Bytes) {
        return LimitWords::tr("%1 of %2", "used of all gigabytes")
            .arg(figureOf(limit.used, unit), bytesText(maximum, unit));
    }
    const QLocale locale = withGroups();
    const QString used = locale.toString(limit.used);
    return maximum == 1 ? LimitWords::tr("%1 of 1 snapshot").arg(used)
                        : LimitWords::tr("%1 of %2 snapshots").arg(used, locale.toString(maximum));
}

QStringList limitTexts(const QList<TakeLimit> &limits, SizeUnit unit)
{
    QStringList texts;
    texts.reserve(limits.size());
    for (const TakeLimit &limit : limits) {
        texts.append(limitText(limit.limit, unit));
    }
    return texts;
}

bool isShort(const QList<TakeLimit> &limits, const Resource &resource)
{
    return std::ranges::any_of(
        limits, [&resource](const TakeLimit &limit) { return isTooLittle(limit, resource); });
}

QString limitsMeaning(const QList<TakeLimit> &limits, const Resource &resource, SizeUnit unit)
{
    QString meaning;
    const auto add = [&meaning](const QString &sentence) {
        meaning = meaning.isEmpty()
            ? sentence
            : LimitWords::tr("%1 %2", "two whole sentences").arg(meaning, sentence);
    };
    for (const TakeLimit &limit : limits) {
        add(hasText(limit, unit));
        if (const QString share = shareText(limit, resource, unit); !share.isEmpty()) {
            add(share);
        }
    }
    return meaning;
}

QString whyNoRoom(const QList<TakeLimit> &limits, SizeUnit unit)
{
    const auto refusing = std::ranges::find_if(limits, &TakeLimit::refuses);
    return refusing == limits.cend() ? QString() : refusalText(*refusing, unit);
}

} // namespace Items
