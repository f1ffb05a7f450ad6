// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsolewords.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::PowerState;
using Domain::SnapshotStatus;

namespace {

bool isOneOf(const QString &word, const QStringList &words)
{
    return words.contains(word, Qt::CaseInsensitive);
}

} // namespace

SnapshotStatus StackConsoleWords::snapshotStatus(const QString &word)
{
    static const QStringList making = {u"Allocated"_s, u"Creating"_s, u"CreatedOnPrimary"_s,
                                       u"BackingUp"_s, u"Copying"_s};
    if (isOneOf(word, making)) {
        return SnapshotStatus::Creating;
    }
    if (isOneOf(word, {u"BackedUp"_s, u"Ready"_s})) {
        return SnapshotStatus::Ready;
    }
    if (isOneOf(word, {u"Destroying"_s, u"Expunging"_s})) {
        return SnapshotStatus::Removing;
    }
    return isOneOf(word, {u"Error"_s}) ? SnapshotStatus::Failed : SnapshotStatus::Unknown;
}

bool StackConsoleWords::isGone(const QString &word)
{
    return isOneOf(word, {u"Destroyed"_s, u"Removed"_s, u"Hidden"_s});
}

bool StackConsoleWords::isReverting(const QString &word)
{
    return isOneOf(word, {u"Reverting"_s, u"RevertSnapshotting"_s});
}

PowerState StackConsoleWords::powerState(const QString &word)
{
    static const QStringList changing = {u"Starting"_s, u"Stopping"_s, u"Migrating"_s,
                                         u"Expunging"_s, u"Restoring"_s};
    if (isOneOf(word, {u"Running"_s})) {
        return PowerState::Running;
    }
    if (isOneOf(word, {u"Stopped"_s, u"Shutdown"_s})) {
        return PowerState::Stopped;
    }
    return isOneOf(word, changing) ? PowerState::Changing : PowerState::Unknown;
}

} // namespace Providers
