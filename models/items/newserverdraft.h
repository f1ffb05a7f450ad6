// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/location.h"
#include "domain/serverfit.h"

#include <QStringList>

namespace Items {

/// What a new server from a snapshot is chosen by.
struct NewServerFacts
{
    Domain::Snapshot snapshot;
    std::optional<Domain::Resource> source; ///< of the snapshot, while it is there
    Domain::Capabilities capabilities;
    QList<Domain::Location> locations;
    QStringList serverNames; ///< of the account's servers
};

/// One location, with the reason why it can't be chosen; empty when it can.
struct ServerPlace
{
    Domain::Location location;
    QString reason;

    friend bool operator==(const ServerPlace &, const ServerPlace &) = default;
};

/// One server type at the chosen location.
struct ServerTypeChoice
{
    Domain::ServerType type;
    std::optional<Domain::UnitPrice> price;
    Domain::SizeUnit sizeUnit = Domain::SizeUnit::Gigabyte;
    QString reason;

    friend bool operator==(const ServerTypeChoice &, const ServerTypeChoice &) = default;
};

/// A server that is not made yet: what was chosen so far, what can be, and what is missing.
///
/// What the person chose is kept as a wish that counts where it fits. Before anything is chosen
/// stand the source's own location and type, or the cheapest type that fits; not in place of a wish
/// that no longer fits: another type costs another price.
class NewServerDraft
{
public:
    enum class Types { Loading, Failed, Known };

    explicit NewServerDraft(const NewServerFacts &facts);

    void setLoading() { m_state = Types::Loading; }
    void setFailed() { m_state = Types::Failed; }
    void setTypes(const QList<Domain::ServerType> &types);
    void typeName(const QString &name) { m_name = name.trimmed(); }
    void chooseLocation(const Domain::LocationId &location);
    void chooseType(const Domain::ServerTypeId &type);
    /// None is chosen then, not even by itself.
    void clearType();
    /// Never keeps a private key.
    void typeSshKey(const QString &key);

    [[nodiscard]] const NewServerFacts &facts() const { return m_facts; }
    [[nodiscard]] const Domain::CreateServerRules &rules() const;
    [[nodiscard]] Domain::ServerNeeds needs() const;
    [[nodiscard]] Types state() const { return m_state; }
    /// Empty where the provider knows no locations.
    [[nodiscard]] const QList<ServerPlace> &places() const { return m_places; }
    [[nodiscard]] const ServerPlace *place() const;
    /// Where there is but one, it is shown, not asked.
    [[nodiscard]] bool isPlaceAsked() const { return m_places.size() > 1; }
    /// Those that fit first, by price.
    [[nodiscard]] const QList<ServerTypeChoice> &types() const { return m_choices; }
    [[nodiscard]] const ServerTypeChoice *type() const;
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const QString &sshKey() const { return m_sshKey; } ///< public

    [[nodiscard]] QString nameProblem() const;
    [[nodiscard]] QString keyProblem() const; ///< empty where none is needed
    /// What is missing or wrong; empty when the server can be ordered.
    [[nodiscard]] QString problem() const;

private:
    [[nodiscard]] Domain::LocationId home() const;
    void resolvePlaces();
    void resolvePlace();
    void resolveTypes();
    void resolveType();
    [[nodiscard]] qsizetype usualType() const;

    NewServerFacts m_facts;
    Types m_state = Types::Loading;
    QList<Domain::ServerType> m_types;
    QString m_name;
    QString m_sshKey;
    std::optional<Domain::LocationId> m_wishedPlace;
    std::optional<Domain::ServerTypeId> m_wishedType;
    QList<ServerPlace> m_places;
    QList<ServerTypeChoice> m_choices;
    qsizetype m_place = -1;
    qsizetype m_type = -1;
};

/// By copyName(), of the source's name.
[[nodiscard]] QString proposedServerName(const NewServerFacts &facts);

} // namespace Items
