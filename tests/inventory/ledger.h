// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inventory/inventory.h"
#include "support/fakeprovider.h"
#include "support/manualclock.h"

#include <memory>

/// An inventory with the account "acc", whose provider answers what a test says, when it says.
class Ledger
{
public:
    Ledger()
    {
        using Inventory::Inventory;
        listen(QStringLiteral("added"), &Inventory::accountAdded);
        listen(QStringLiteral("removed"), &Inventory::accountRemoved);
        listen(QStringLiteral("state"), &Inventory::stateChanged);
        listen(QStringLiteral("resources"), &Inventory::resourcesChanged);
        listen(QStringLiteral("snapshots"), &Inventory::snapshotsChanged);
        inventory.setAccount(account, *cloud);
    }

    [[nodiscard]] const Inventory::AccountInventory &state() const
    {
        return *inventory.find(account.id);
    }

    [[nodiscard]] Domain::Resource server(const QString &id) const
    {
        Domain::Resource resource;
        resource.key = {account.id, Domain::ResourceKind::Server, {id}};
        resource.name = QStringLiteral("server ") + id;
        return resource;
    }

    [[nodiscard]] Domain::Snapshot snapshot(const QString &id) const
    {
        Domain::Snapshot row;
        row.key = {account.id, Domain::SnapshotKind::Server, {id}};
        row.status = Domain::SnapshotStatus::Ready;
        return row;
    }

    [[nodiscard]] QList<Domain::Resource> servers() const
    {
        return {server(QStringLiteral("7")), server(QStringLiteral("8"))};
    }

    [[nodiscard]] QList<Domain::Snapshot> snapshots() const
    {
        return {snapshot(QStringLiteral("901")), snapshot(QStringLiteral("902"))};
    }

    /// Answers whatever is open, well.
    void answerAll() const
    {
        answer(cloud->identities, {QStringLiteral("shop"), {}});
        answer(cloud->locationLists, {{{QStringLiteral("fsn1")}, {}, {}, {}}});
        answer(cloud->projectLists, {{{QStringLiteral("p")}, {}}});
        answer(cloud->priceLists, {QStringLiteral("EUR"), {}, {}});
        answer(cloud->resourceLists, servers());
        answer(cloud->snapshotLists, snapshots());
    }

    /// One whole refresh.
    void load()
    {
        inventory.refresh(account.id);
        answerAll();
        clock.advance(std::chrono::seconds(1));
    }

    /// "901 902 | 7 8": snapshots and resources that are shown.
    [[nodiscard]] QString rowText() const
    {
        QStringList left;
        for (const Domain::Snapshot &row : state().snapshots) {
            left.append(row.key.id.value);
        }
        QStringList right;
        for (const Domain::Resource &row : state().resources) {
            right.append(row.key.id.value);
        }
        return left.join(u' ') + QStringLiteral(" | ") + right.join(u' ');
    }

    /// The signals since the last time: "resources acc, state acc".
    [[nodiscard]] QString takeSignals()
    {
        return std::exchange(m_signals, {}).join(QStringLiteral(", "));
    }

    Support::ManualClock clock;
    std::unique_ptr<Support::FakeProvider> cloud = std::make_unique<Support::FakeProvider>();
    Domain::Account account{{QStringLiteral("acc")}, QStringLiteral("shop"), {}, {}, {}, 0};
    Inventory::Inventory inventory{clock};

private:
    void listen(const QString &word,
                void (Inventory::Inventory::*signal)(const Domain::AccountId &))
    {
        // clazy:excludeall=connect-non-signal
        QObject::connect(&inventory, signal, &inventory, [this, word](const Domain::AccountId &id) {
            m_signals.append(word + u' ' + id.value);
        });
    }

    template <class Argument, class Answer>
    static void answer(const Support::FakeProvider::Calls<Argument, Answer> &calls,
                       const Answer &good)
    {
        if (!calls.empty()) {
            calls.back().answer(good);
        }
    }

    QStringList m_signals;
};
