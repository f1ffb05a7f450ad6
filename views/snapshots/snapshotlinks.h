// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/snapshot.h"
#include "views/common/card.h"

namespace Views {

class SnapshotFacts;

/// One line that leads to another snapshot.
struct SnapshotLink
{
    Domain::SnapshotKey key;
    QString text;
    QString name; ///< in full, for the tooltip

    friend bool operator==(const SnapshotLink &, const SnapshotLink &) = default;
};

/// A few other snapshots, each to go to by a click or key.
class SnapshotLinks : public Card
{
    Q_OBJECT

public:
    /// Each line is a button of that object name.
    explicit SnapshotLinks(const QString &buttonName, QWidget *parent = nullptr);

    /// Hidden where there is neither a link nor a note; the note stands below the links.
    void show(const QString &heading, const QList<SnapshotLink> &links, const QString &note = {});

Q_SIGNALS:
    void clicked(const Domain::SnapshotKey &key);

private:
    void addLink(const SnapshotLink &link);

    QString m_buttonName;
    QList<SnapshotLink> m_links;
    QVBoxLayout *m_lines;
    QLabel *m_note;
};

/// The first few of them, newest first as they come.
[[nodiscard]] QList<SnapshotLink> newerLinks(const QList<Domain::Snapshot> &newer,
                                             const QDateTime &now);
/// By the volumes that they are of, since they mostly bear one name.
[[nodiscard]] QList<SnapshotLink> partLinks(const QList<Domain::Snapshot> &parts,
                                            const SnapshotFacts &facts, Domain::SizeUnit unit);

} // namespace Views
