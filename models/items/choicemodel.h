// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/choicerole.h"
#include "items/takechoices.h"

#include <QAbstractListModel>

namespace Items {

/// Answers to choose one from, with headings between them. Merged by id, so that the current row
/// stays across a refresh. What can't be chosen can be gone to, to read why, but not selected.
class ChoiceModel : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Row
    {
        QVariant id; ///< of a choice
        QString key; ///< tells it from the others, headings too
        QString text;
        QString secondary;
        QString trailing;
        QString reason;
        QString icon;
        std::optional<int> colour;
        bool isHeading = false;

        friend bool operator==(const Row &, const Row &) = default;
    };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    void merge(const QList<Row> &rows);
    [[nodiscard]] QModelIndex indexOf(const QVariant &id) const;

private:
    QList<Row> m_rows;
};

/// Places under headings of their account, where there are several, and their continent.
[[nodiscard]] QList<ChoiceModel::Row> placeRows(const QList<PlaceChoice> &places);
[[nodiscard]] QList<ChoiceModel::Row> projectRows(const QList<ProjectChoice> &projects);

} // namespace Items

Q_DECLARE_METATYPE(Items::TakePlace)
