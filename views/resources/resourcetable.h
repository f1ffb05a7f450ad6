// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"

#include <QTableView>

#include <functional>
#include <optional>

class QSettings;

namespace Items {
class ResourceModel;
class ResourceOrder;
struct ResourceRow;
} // namespace Items

namespace Views {

class Button;
class ResourceDelegate;
class SnapshotHeader;

/// The table of servers and volumes. Every row in sight has its Snapshot button; the one of the
/// current row is in the focus order. A double click or Enter opens the row's page.
class ResourceTable : public QTableView
{
    Q_OBJECT

public:
    /// Why no snapshot can be taken of it; empty when one can.
    using ReasonOf = std::function<QString(const Domain::ResourceKey &)>;
    ResourceTable(Items::ResourceModel &model, ReasonOf reasonOf, QWidget *parent = nullptr);

    [[nodiscard]] std::optional<Domain::ResourceKey> currentKey() const;
    [[nodiscard]] QList<Items::ResourceRow> shownRows() const; ///< in their order
    void select(const Domain::ResourceKey &key);
    void setWords(const QString &words);
    /// Asks again why the buttons of the rows are disabled, and puts them in their places.
    void updateButtons();

    void saveState(QSettings &settings) const;
    void restoreState(const QSettings &settings);

Q_SIGNALS:
    void currentKeyChanged();
    void takeClicked(const Domain::ResourceKey &key);
    void openRequested(const Domain::ResourceKey &key);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void updateGeometries() override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void setUpHeader();
    void setUpButtons();
    void fitColumns();
    void setHoveredRow(int row);
    [[nodiscard]] std::optional<Domain::ResourceKey> keyAt(int row) const;
    [[nodiscard]] Button *makeButton(const QString &objectName);
    void place(Button *button, int row);

    Items::ResourceModel &m_model;
    ReasonOf m_reasonOf;
    Items::ResourceOrder *m_order;
    ResourceDelegate *m_delegate;
    SnapshotHeader *m_header;
    Button *m_currentButton;
    QList<Button *> m_otherButtons; ///< of the other rows in sight
    QList<std::optional<Domain::ResourceKey>> m_otherKeys; ///< what each stands for
    int m_hoveredRow = -1;
};

} // namespace Views
