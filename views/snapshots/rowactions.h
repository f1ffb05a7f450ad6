// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"

#include <QWidget>

namespace Views {

class Button;
enum class ButtonText;

/// Why an action on one row can't be done; empty when it can.
struct RowReasons
{
    QString rollBack;
    QString remove;
};

/// "Roll back" and "Remove" at the end of one row, laid over it.
class RowActions : public QWidget
{
    Q_OBJECT

public:
    enum class Place { CurrentRow, HoveredRow };
    RowActions(Place place, QWidget *parent);

    void setSnapshot(const Domain::SnapshotKey &key, const QString &name,
                     const RowReasons &reasons);
    [[nodiscard]] const Domain::SnapshotKey &key() const { return m_key; }
    void setButtonText(ButtonText text);
    enum class Ground { Selected, Hovered, Plain };
    void setGround(Ground ground);
    [[nodiscard]] Button *rollBackButton() const { return m_rollBack; }
    [[nodiscard]] Button *removeButton() const { return m_remove; }

Q_SIGNALS:
    void rollBackClicked(const Domain::SnapshotKey &key);
    void removeClicked(const Domain::SnapshotKey &key);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Domain::SnapshotKey m_key;
    Ground m_ground = Ground::Plain;
    Button *m_rollBack;
    Button *m_remove;
};

} // namespace Views
