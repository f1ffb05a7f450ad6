// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/request.h"
#include "providers/raff/raffrows.h"

#include <QHash>
#include <QSet>

namespace Providers {

/// What was seen of an account and is needed again later: which project a thing is in, since every
/// request has to name it; what sources are called; and which volume a volume's snapshot is of,
/// which no answer says. A snapshot never changes its source, so what was found out once holds.
class RaffBook
{
public:
    explicit RaffBook(Domain::AccountId account);

    void learn(const QList<Domain::Resource> &resources);
    /// With what the row itself does not say: `asked` is the project it was asked for in.
    void learn(const RaffSnapshot &row, const Domain::ProjectId &asked);
    void learnSource(const Domain::SnapshotId &snapshot, const Domain::ResourceId &volume);

    [[nodiscard]] std::optional<Domain::ProjectId> projectOf(const Domain::ResourceKey &key) const;
    [[nodiscard]] std::optional<Domain::ProjectId> projectOf(const Domain::SnapshotKey &key) const;
    /// As it was last seen.
    [[nodiscard]] bool isInUse(const Domain::SnapshotKey &key) const;
    /// A request knows where its source is, although nobody may have listed it yet.
    void expect(const Domain::TakeSnapshot &take, const std::optional<Domain::SnapshotId> &made);
    void expect(const Domain::CreateServer &create, const Domain::ProjectId &project,
                const Domain::ResourceId &made);
    /// The API wants a name: the dashboard's own default where nobody chose one.
    [[nodiscard]] QString nameToSend(const Domain::TakeSnapshot &take) const;

    /// The row as everybody sees it.
    [[nodiscard]] Domain::Snapshot joined(const RaffSnapshot &row,
                                          const Domain::ProjectId &asked) const;

    /// Volumes that have not been asked yet whether they are the source of one of these, those
    /// aside whose source is known.
    [[nodiscard]] QList<Domain::ResourceId> volumesToAsk(
        const QList<Domain::SnapshotId> &snapshots, const QList<Domain::ResourceId> &volumes) const;
    /// They have been asked, and told all they are the source of.
    void noteAsked(const QList<Domain::SnapshotId> &snapshots,
                   const QList<Domain::ResourceId> &volumes);

private:
    struct Place
    {
        Domain::ProjectId project;
        Domain::LocationId location;
        QString name;
    };
    struct Mark
    {
        Domain::ProjectId project;
        bool isInUse = false;
    };

    Domain::AccountId m_account;
    QHash<Domain::ResourceKey, Place> m_places;
    QHash<Domain::SnapshotKey, Mark> m_marks;
    QHash<Domain::SnapshotId, Domain::ResourceId> m_volumeOf;
    QHash<Domain::SnapshotId, QSet<Domain::ResourceId>> m_asked; ///< only where none was found
};

} // namespace Providers
