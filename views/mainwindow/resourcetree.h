// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"

#include <QTreeView>

#include <optional>

class QSettings;

namespace Items {
class ResourceTreeModel;
}

namespace Views {

/// The tree at the left: what part of the table is shown. New accounts unfold by themselves; what
/// the person folded stays folded.
class ResourceTree : public QTreeView
{
    Q_OBJECT

public:
    explicit ResourceTree(Items::ResourceTreeModel &model, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<Domain::AccountId> currentAccount() const;
    [[nodiscard]] std::optional<Domain::ResourceKey> currentResource() const;
    [[nodiscard]] bool isAtServers() const; ///< the page of every server and volume is chosen
    void selectAll() override; ///< goes back to all snapshots
    [[nodiscard]] bool isAtActivity() const; ///< the page of what was done is chosen
    void selectServers();
    void selectActivity();
    /// Unfolds what it is in. Nothing happens when it is not there.
    void select(const Domain::ResourceKey &resource);

    void saveState(QSettings &settings) const;
    void restoreState(const QSettings &settings);

Q_SIGNALS:
    void scopeChanged();
    /// In global coordinates; by pointer or key.
    void menuRequested(const QPoint &position);

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rectangle,
                      const QModelIndex &index) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void unfoldNew(const QModelIndex &parent, int first, int last);
    void keepSelection();

    Items::ResourceTreeModel &m_model;
    QStringList m_folded; ///< account ids
};

} // namespace Views
