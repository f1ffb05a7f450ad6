// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/takedraft.h"
#include "support/portal.h"

#include <QTimeZone>

/// Accounts and drafts for the tests of what leads to a new snapshot.
namespace TakeStory {

using namespace Qt::StringLiterals;

inline Items::TakeAccount portal()
{
    Items::TakeAccount account;
    account.account = Portal::office();
    account.capabilities = Portal::capabilities();
    account.balance = Portal::identity().balance;
    account.locations = Portal::locations();
    account.projects = Portal::projects();
    account.resources = Portal::resources();
    account.snapshots = Portal::snapshots();
    account.prices = Portal::prices();
    return account;
}

/// One server at one location, no projects, no plans: nothing to ask but a name.
inline Items::TakeAccount plain()
{
    Items::TakeAccount account;
    account.account.id = {u"shop-id"_s};
    account.account.name = u"shop"_s;
    account.capabilities.server.canTake = true;
    account.locations = {{{u"fsn1"_s}, u"fsn1"_s, u"Falkenstein"_s, u"DE"_s}};
    Domain::Resource server = Portal::resource(
        {account.account.id, Domain::ResourceKind::Server, {u"web-1"_s}}, u"fsn1"_s, {}, 40);
    account.resources = {server};
    return account;
}

inline Items::TakePlace yangon()
{
    return {Portal::officeId(), {u"ygn"_s}};
}

inline Items::TakePlace singapore()
{
    return {Portal::officeId(), {u"sin"_s}};
}

inline QDateTime moment()
{
    return QDateTime(QDate(2026, 11, 20), QTime(14, 5), QTimeZone::UTC);
}

inline Items::TakeDraft draftOf(const QList<Items::TakeAccount> &accounts)
{
    Items::TakeDraft draft;
    draft.setNow(moment());
    draft.setAccounts(accounts);
    return draft;
}

/// The portal's mail-disk, chosen.
inline Items::TakeDraft ofMailDisk()
{
    Items::TakeDraft draft = draftOf({portal()});
    draft.prefill(Portal::volume(u"mail-disk"_s));
    return draft;
}

} // namespace TakeStory
