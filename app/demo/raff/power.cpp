// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/power.h"

#include "demo/raff/account.h"
#include "demo/raff/listing.h"
#include "demo/raff/refusals.h"
#include "demo/raff/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::Raff {

namespace {

const auto timeToBoot = 25s;
const auto timeToStop = 15s;
const auto timeOfVainStop = 60s;
const auto timeToInitiate = 4s;
const auto timeToProvision = 40s;

// Nothing for a server that is in the state and at rest.
std::optional<Answer> refuseUnless(const Vm &vm, VmState wanted, const QString &verb)
{
    if (vm.state == wanted && vm.work == DiskWork::None) {
        return std::nullopt;
    }
    const QString state = vm.work == DiskWork::Restore ? u"being restored"_s : word(vm.state);
    return refuseState(u"A VM must be %1 to %2; it is %3"_s.arg(word(wanted), verb, state));
}

} // namespace

Answer startVm(Account &account, Vm &vm)
{
    if (const auto refusal = refuseUnless(vm, VmState::Passive, u"be started"_s)) {
        return *refusal;
    }
    boot(account, vm);
    return answerDone(u"VM start initiated"_s);
}

Answer stopVm(Account &account, Vm &vm)
{
    if (const auto refusal = refuseUnless(vm, VmState::Active, u"be stopped"_s)) {
        return *refusal;
    }
    account.setState(vm, VmState::Finalizing, account.now());
    const bool isVain = account.traits.stopsInVain;
    account.later(vm, isVain ? timeOfVainStop : timeToStop,
                  [&account, isVain](Vm &stopping, Instant at) {
                      account.setState(stopping, isVain ? VmState::Active : VmState::Passive, at);
                  });
    return answerDone(u"VM stop initiated"_s);
}

Answer rebootVm(Account &account, Vm &vm)
{
    if (const auto refusal = refuseUnless(vm, VmState::Active, u"be rebooted"_s)) {
        return *refusal;
    }
    boot(account, vm);
    return answerDone(u"VM reboot initiated"_s);
}

void bringUp(Account &account, Vm &vm)
{
    account.setState(vm, VmState::Initiating, account.now());
    account.later(vm, timeToInitiate, [&account](Vm &made, Instant at) {
        account.setState(made, VmState::Provisioning, at);
    });
    if (account.traits.staysUnderWay) {
        return;
    }
    const bool isVain = account.traits.failsToCreate;
    account.later(vm, timeToInitiate + timeToProvision, [&account, isVain](Vm &made, Instant at) {
        account.setState(made, isVain ? VmState::Failure : VmState::Booting, at);
    });
    if (isVain) {
        return;
    }
    account.later(
        vm, timeToInitiate + timeToProvision + timeToBoot,
        [&account](Vm &made, Instant at) { account.setState(made, VmState::Active, at); });
}

void boot(Account &account, Vm &vm)
{
    account.setState(vm, VmState::Booting, account.now());
    if (account.traits.staysUnderWay) {
        return;
    }
    account.later(vm, timeToBoot, [&account](Vm &booting, Instant at) {
        account.setState(booting, VmState::Active, at);
    });
}

} // namespace Demo::Raff
