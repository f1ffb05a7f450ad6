// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/machineroutes.h"

#include "demo/router.h"
#include "demo/stackconsole/listing.h"
#include "demo/stackconsole/refusals.h"
#include "demo/stackconsole/tenant.h"
#include "demo/stackconsole/wire.h"
#include "demo/stackconsole/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::StackConsole {

namespace {

const auto timeToStart = 25s;
const auto timeToStop = 15s;

template <typename T>
Answer listThings(const Request &request, const Tenant &tenant, const QList<T> &all)
{
    const Scope scope = Scope::of(request);
    QList<const T *> entries;
    for (const T &thing : all) {
        if (scope.admits(thing.region, thing.project)) {
            entries.append(&thing);
        }
    }
    return answerList<T>(request, entries,
                         [&](const T &thing) { return json(thing, tenant, scope.included); });
}

// Looks at the machine itself, and corrects the record by it.
Answer reconcile(Machine &machine)
{
    machine.shown = machine.state;
    return success(QJsonObject{{u"id"_s, uuidOf(u"instance"_s, machine.slug)},
                               {u"name"_s, machine.name},
                               {u"state"_s, word(machine.state)}});
}

Answer changePower(Tenant &tenant, Machine &machine, MachineState from, MachineState to)
{
    const bool isStart = to == MachineState::Running;
    if (machine.state != from) {
        return refuse(403,
                      u"Virtual machine is not in the right state: %1."_s.arg(word(machine.state)));
    }
    tenant.setState(machine, isStart ? MachineState::Starting : MachineState::Stopping,
                    tenant.now());
    // The record says at once what was asked for; how it ended it learns late.
    machine.shown = machine.state;
    const auto lasts = tenant.pace(isStart ? timeToStart : timeToStop);
    tenant.schedule.at(tenant.now() + lasts, [&tenant, slug = machine.slug, to](Instant at) {
        tenant.setState(*tenant.findMachine(slug), to, at);
    });
    return success(QJsonValue::Null);
}

} // namespace

void addMachineRoutes(Router &router, Tenant &tenant)
{
    using Act = std::function<Answer(const Request &, Machine &)>;
    const auto onMachine = [&router, &tenant](const QByteArray &method, const QString &pattern,
                                              const Act &act) {
        router.add(
            method, pattern, [&tenant, act](const Request &request, const QStringList &slugs) {
                Machine *machine = tenant.findMachine(slugs.first());
                return machine ? act(request, *machine) : refuseInvalid(u"virtual machine"_s);
            });
    };
    router.add("GET", u"/blockstorages"_s, [&tenant](const Request &request, const QStringList &) {
        return listThings(request, tenant, tenant.volumes);
    });
    router.add("GET", u"/virtual-machines"_s,
               [&tenant](const Request &request, const QStringList &) {
                   return listThings(request, tenant, tenant.machines);
               });
    onMachine("GET", u"/virtual-machines/{vm}"_s,
              [&tenant](const Request &request, Machine &machine) {
                  return success(json(machine, tenant, Scope::of(request).included));
              });
    onMachine("GET", u"/virtual-machines/{vm}/meta"_s,
              [](const Request &, Machine &machine) { return reconcile(machine); });
    onMachine("PUT", u"/virtual-machines/{vm}/start"_s,
              [&tenant](const Request &, Machine &machine) {
                  return changePower(tenant, machine, MachineState::Stopped, MachineState::Running);
              });
    onMachine("PUT", u"/virtual-machines/{vm}/stop"_s,
              [&tenant](const Request &, Machine &machine) {
                  return changePower(tenant, machine, MachineState::Running, MachineState::Stopped);
              });
}

} // namespace Demo::StackConsole
