// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"

#include <QTabBar>

#include <optional>

namespace Items {
class SnapshotModel;
}

namespace Views {

/// All, VM snapshots, volume snapshots, each with its count within the tree's choice.
class KindTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit KindTabs(const Items::SnapshotModel &model, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<Domain::SnapshotKind> kind() const;
    void updateCounts();

Q_SIGNALS:
    void kindChanged();

private:
    const Items::SnapshotModel &m_model;
};

} // namespace Views
