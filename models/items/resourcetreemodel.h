// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/capabilities.h"
#include "domain/location.h"
#include "domain/resource.h"
#include "domain/snapshot.h"

#include <QAbstractItemModel>

#include <memory>

namespace Domain {
class Clock;
}

namespace Items {

struct NodeContent;

/// What one account's branch is made from.
struct AccountBranch
{
    Domain::Account account;
    QString providerName;
    Domain::Capabilities capabilities;
    QList<Domain::Location> locations;
    QList<Domain::Project> projects;
    QList<Domain::Resource> resources;
    QList<Domain::Snapshot> snapshots; ///< for counts and the age of the last good one
    bool isLoading = false;
    bool isFailed = false;
    QDateTime shownAsOf =
        {}; ///< UTC; valid while what is shown is from before and may have changed
};

/// All snapshots, servers and volumes, activity, a heading, then account > project > server or
/// volume. An account with one project shows its resources directly below itself. Servers come
/// before volumes, each in natural order of names; accounts in order of arrival. Merged by key:
/// expanded branches and the current row stay.
class ResourceTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class NodeKind { AllSnapshots, Servers, Activity, Heading, Account, Project, Resource };
    Q_ENUM(NodeKind)
    enum Role {
        NodeKindRole = Qt::UserRole + 1,
        AccountIdRole, ///< Domain::AccountId
        ResourceKeyRole, ///< Domain::ResourceKey
        ColourRole, ///< int, on accounts
        TrailingTextRole, ///< right-aligned: the number of snapshots, the age of the last good one,
                          ///< or of an account when it was last seen whole
        WarningRole, ///< bool: no good snapshot for 30 days, or the account failed
        DisabledReasonRole, ///< why this resource can't be snapshotted; empty when it can
    };
    Q_ENUM(Role)

    explicit ResourceTreeModel(const Domain::Clock &clock, QObject *parent = nullptr);
    ~ResourceTreeModel() override;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    void merge(const AccountBranch &branch);
    void removeAccount(const Domain::AccountId &account);
    /// Ages are relative to now: announces them when the minute has changed.
    void refreshAges();

    [[nodiscard]] QModelIndex allSnapshotsIndex() const;
    [[nodiscard]] QModelIndex serversIndex() const; ///< of the page with every server and volume
    [[nodiscard]] QModelIndex activityIndex() const; ///< of the page with what was done
    [[nodiscard]] QModelIndex indexOf(const Domain::AccountId &account) const;
    [[nodiscard]] QModelIndex indexOf(const Domain::ResourceKey &resource) const;

private:
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] QString trailingText(const QModelIndex &index) const;
    [[nodiscard]] QString accountToolTip(const NodeContent &content) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;
    [[nodiscard]] QString accessibleText(const QModelIndex &index) const;
    [[nodiscard]] bool isWarning(const QModelIndex &index) const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Items
