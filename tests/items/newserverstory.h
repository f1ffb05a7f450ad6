// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/newserverdraft.h"

#include <QTimeZone>

/// A server with its snapshot, and the types that a new one can be of.
namespace NewServerStory {

using namespace Qt::StringLiterals;

inline constexpr qint64 gigabyte = 1'000'000'000;

inline QDateTime moment()
{
    return QDateTime(QDate(2026, 11, 20), QTime(14, 5), QTimeZone::UTC);
}

inline Domain::UnitPrice euroAMonth(qint64 cents)
{
    return {{cents * 10'000'000, u"EUR"_s}, Domain::PriceUnit::PerMonth};
}

inline Domain::UnitPrice dollarAnHour(qint64 nanos)
{
    return {{nanos, u"USD"_s}, Domain::PriceUnit::PerHour};
}

/// Sold in Falkenstein alone.
inline Domain::ServerType type(const QString &name, qint64 disk, qint64 cents)
{
    return {{name},
            name,
            2,
            4 * gigabyte,
            disk * gigabyte,
            u"x86"_s,
            {{{u"fsn1"_s}, true, euroAMonth(cents)}}};
}

/// "small" is too small, "arm" of another architecture, "gone" sold out, "far" sold elsewhere.
inline QList<Domain::ServerType> types()
{
    Domain::ServerType arm = type(u"arm"_s, 160, 300);
    arm.architecture = u"arm"_s;
    Domain::ServerType gone = type(u"gone"_s, 160, 350);
    gone.offers[0].isAvailable = false;
    Domain::ServerType far = type(u"far"_s, 160, 360);
    far.offers[0].location = {u"hel1"_s};
    Domain::ServerType dear = type(u"dear"_s, 240, 1999);
    dear.offers.append({{u"hel1"_s}, true, euroAMonth(2199)});
    return {dear, type(u"own"_s, 80, 799),  type(u"small"_s, 40, 379), arm, gone,
            far,  type(u"cheap"_s, 80, 499)};
}

inline Items::NewServerFacts facts()
{
    Items::NewServerFacts facts;
    Domain::Resource source;
    source.key = {{u"shop"_s}, Domain::ResourceKind::Server, {u"1"_s}};
    source.name = u"web-1"_s;
    source.location = {u"fsn1"_s};
    source.plan = u"own"_s;
    source.sizeBytes = 80 * gigabyte;
    facts.source = source;
    facts.snapshot.key = {{u"shop"_s}, Domain::SnapshotKind::Server, {u"100"_s}};
    facts.snapshot.name = u"weekly"_s;
    facts.snapshot.created = moment().addDays(-1);
    facts.snapshot.status = Domain::SnapshotStatus::Ready;
    facts.snapshot.source = source.key;
    facts.snapshot.sourceName = u"web-1"_s;
    facts.snapshot.diskBytes = 80 * gigabyte;
    facts.snapshot.architecture = u"x86"_s;
    facts.capabilities.createServer.isPossible = true;
    facts.capabilities.createServer.name = {true, true, 63, u"[A-Za-z0-9][A-Za-z0-9.-]*"_s};
    facts.locations = {{{u"fsn1"_s}, u"fsn1"_s, u"Falkenstein"_s, u"DE"_s},
                       {{u"hel1"_s}, u"hel1"_s, u"Helsinki"_s, u"FI"_s}};
    facts.serverNames = {u"web-1"_s, u"db-1"_s};
    return facts;
}

inline Items::NewServerDraft draft(const Items::NewServerFacts &facts = NewServerStory::facts())
{
    Items::NewServerDraft draft(facts);
    draft.setTypes(types());
    return draft;
}

/// "cheap own dear | small: Too small: 80 GB needed. | ..."
inline QString typesText(const Items::NewServerDraft &draft)
{
    QStringList fitting;
    QStringList others;
    for (const Items::ServerTypeChoice &choice : draft.types()) {
        if (choice.reason.isEmpty()) {
            fitting.append(choice.type.name);
        } else {
            others.append(choice.type.name + u": "_s + choice.reason);
        }
    }
    others.prepend(fitting.join(u' '));
    return others.join(u" | "_s);
}

inline QString chosen(const Items::NewServerDraft &draft)
{
    return draft.type() ? draft.type()->type.name : u"none"_s;
}

} // namespace NewServerStory
