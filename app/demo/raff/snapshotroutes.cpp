// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/snapshotroutes.h"

#include "demo/raff/account.h"
#include "demo/raff/calls.h"
#include "demo/raff/fields.h"
#include "demo/raff/listing.h"
#include "demo/raff/purchase.h"
#include "demo/raff/refusals.h"
#include "demo/raff/snapshotwork.h"
#include "demo/raff/wire.h"
#include "demo/raff/words.h"

#include <ranges>

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

const qsizetype usualSnapshots = 50;
const qsizetype longestSnapshotName = 128;

struct SnapshotFilter
{
    explicit SnapshotFilter(const Request &request)
        : kind(queried(request, u"type"_s))
        , vm(queried(request, u"vm_id"_s))
        , volume(queried(request, u"volume_id"_s))
    {
    }

    [[nodiscard]] bool admits(const Snapshot &snapshot) const
    {
        const bool isOfVolume = snapshot.kind == SnapshotKind::Volume;
        return (kind.isEmpty() || kind == word(snapshot.kind))
            && (vm.isEmpty() || (!isOfVolume && vm == snapshot.vm))
            && (volume.isEmpty() || (isOfVolume && volume == QString::number(snapshot.volume)));
    }

    QString kind;
    QString vm;
    QString volume;
};

// The newest come first.
Answer listSnapshots(const Call &call, const Account &account)
{
    const SnapshotFilter filter(call.request);
    QList<const Snapshot *> entries;
    for (const auto &[id, snapshot] : account.snapshots | std::views::reverse) {
        if (call.reaches(snapshot.project) && filter.admits(snapshot)) {
            entries.append(&snapshot);
        }
    }
    return answerList<Snapshot>(
        call.request, entries, usualSnapshots,
        [&account](const Snapshot &snapshot) { return json(snapshot, account.traits); });
}

struct Wish
{
    QString kind;
    QString name;
    QString vm;
    int volume = 0;
};

std::expected<Wish, Answer> readWish(const Request &request)
{
    auto fields = Fields::of(request);
    if (!fields) {
        return std::unexpected(fields.error());
    }
    Wish wish;
    wish.kind = fields->choice(u"resource_type"_s, {u"vm"_s, u"volume"_s});
    wish.name = fields->text(u"name"_s, longestSnapshotName);
    if (wish.kind == "vm"_L1) {
        wish.vm = fields->uuid(u"resource_id"_s);
    } else {
        wish.volume = fields->number(u"volume_id"_s);
    }
    if (const auto complaint = fields->complaint()) {
        return std::unexpected(*complaint);
    }
    return wish;
}

Answer takeSnapshot(const Call &call, Account &account)
{
    const auto wish = readWish(call.request);
    if (!wish) {
        return wish.error();
    }
    if (const auto refusal = refusePurchaseBy(account.traits)) {
        return *refusal;
    }
    if (account.isFull()) {
        return refuseInput(u"too many snapshots"_s);
    }
    if (wish->kind == "vm"_L1) {
        Vm *vm = account.findVm(wish->vm);
        return vm && call.reaches(vm->project) ? takeOfVm(account, *vm, wish->name)
                                               : refuseUnknown(u"VM"_s);
    }
    Volume *volume = account.findVolume(wish->volume);
    return volume && call.reaches(volume->project) ? takeOfVolume(account, *volume, wish->name)
                                                   : refuseUnknown(u"Volume"_s);
}

Answer restoreSnapshot(Account &account, Snapshot &snapshot)
{
    if (snapshot.kind == SnapshotKind::Vm) {
        Vm *vm = account.findVm(snapshot.vm);
        return vm ? restoreVm(account, *vm, snapshot) : refuseUnknown(u"VM"_s);
    }
    Volume *volume = account.findVolume(snapshot.volume);
    return volume ? restoreVolume(account, *volume, snapshot) : refuseUnknown(u"Volume"_s);
}

Answer renameSnapshot(const Call &call, const Account &account, Snapshot &snapshot)
{
    auto fields = Fields::of(call.request);
    if (!fields) {
        return fields.error();
    }
    const QString name = fields->text(u"name"_s, longestSnapshotName);
    if (const auto complaint = fields->complaint()) {
        return *complaint;
    }
    snapshot.name = name;
    return answerData(200, json(snapshot, account.traits));
}

} // namespace

void addSnapshotRoutes(Router &router, Account &account)
{
    using OnSnapshot = std::function<Answer(const Call &, Snapshot &)>;
    const auto onOne = [&](const QByteArray &method, const QString &pattern,
                           const OnSnapshot &act) {
        addRoute(router, account, method, pattern, ProjectRule::Required,
                 [&account, act](const Call &call) {
                     Snapshot *snapshot = account.findSnapshot(call.number());
                     return snapshot && call.reaches(snapshot->project)
                         ? act(call, *snapshot)
                         : refuseUnknown(u"Snapshot"_s);
                 });
    };
    addRoute(router, account, "GET", u"/snapshots"_s, ProjectRule::Optional,
             [&account](const Call &call) { return listSnapshots(call, account); });
    addRoute(router, account, "POST", u"/snapshots"_s, ProjectRule::Required,
             [&account](const Call &call) { return takeSnapshot(call, account); });
    onOne("GET", u"/snapshots/{id}"_s, [&account](const Call &, const Snapshot &snapshot) {
        return answerData(200, json(snapshot, account.traits));
    });
    onOne("DELETE", u"/snapshots/{id}"_s, [&account](const Call &, const Snapshot &snapshot) {
        return deleteSnapshot(account, snapshot);
    });
    onOne("POST", u"/snapshots/{id}/restore"_s, [&account](const Call &, Snapshot &snapshot) {
        return restoreSnapshot(account, snapshot);
    });
    onOne("PATCH", u"/snapshots/{id}/rename"_s, [&account](const Call &call, Snapshot &snapshot) {
        return renameSnapshot(call, account, snapshot);
    });
}

} // namespace Demo::Raff
