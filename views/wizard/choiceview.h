// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTreeView>

#include <functional>

namespace Views {

/// A list to choose one row from, by pointer or key. Rows that can't be chosen can be gone to, so
/// that their reason is told, and change nothing. Only what the person does is announced.
class ChoiceView : public QTreeView
{
    Q_OBJECT

public:
    explicit ChoiceView(QWidget *parent = nullptr);

    /// Lets the model change, then shows the row of this id as the chosen one.
    void update(const std::function<void()> &change, const QVariant &chosenId);
    using QTreeView::update;
    [[nodiscard]] QVariant chosenId() const; ///< invalid: none
    /// Chooses the first row that can be, as if the person had.
    void chooseFirst();
    /// Why the current row can't be chosen; empty when it can.
    [[nodiscard]] QString currentReason() const;

Q_SIGNALS:
    void chosenChanged();
    void currentReasonChanged();
    /// The person chose and wants to go on.
    void goOnRequested();

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rectangle,
                      const QModelIndex &index) const override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    [[nodiscard]] QItemSelectionModel::SelectionFlags selectionCommand(
        const QModelIndex &index, const QEvent *event) const override;

private:
    [[nodiscard]] QModelIndex indexOf(const QVariant &id) const;
    [[nodiscard]] QModelIndex firstChoice() const;

    bool m_isUpdating = false;
};

} // namespace Views
