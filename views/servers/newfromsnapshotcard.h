// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"
#include "views/common/card.h"

namespace Views {

class Button;

/// Where one looks for a new server or volume from a snapshot: the button, and the reason below it
/// where there can be none.
class NewFromSnapshotCard : public Card
{
    Q_OBJECT

public:
    explicit NewFromSnapshotCard(QWidget *parent = nullptr);

    /// The reason is empty where one can be made.
    void show(Domain::SnapshotKind kind, const QString &reason);

Q_SIGNALS:
    void createServerClicked();
    void createVolumeClicked();

private:
    Domain::SnapshotKind m_kind = Domain::SnapshotKind::Server;
    Button *m_button;
    QLabel *m_reason;
};

} // namespace Views
