// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QCollator>
#include <QSortFilterProxyModel>

#include <string>
#include <vector>

namespace Domain {
struct JournalEntry;
}

namespace Items {

class ActivityModel;

/// How entries are told apart by their results.
enum class ActivityResult { Running, Succeeded, Failed, NotCertain, Cancelled };
[[nodiscard]] ActivityResult activityResult(Domain::OperationState state);

/// The entries that the person wants to see, newest first unless they sort otherwise. Every word
/// must be found somewhere in the entry.
class ActivityFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// The model must outlive it.
    explicit ActivityFilter(ActivityModel &model, QObject *parent = nullptr);

    void setWords(const QString &words);
    /// Nothing: all of them.
    void setKind(std::optional<Domain::OperationKind> kind);
    void setResult(std::optional<ActivityResult> result);
    /// Whether anything but the words may hide an entry.
    [[nodiscard]] bool isNarrowed() const { return m_kind || m_result; }

    /// Those that are shown, in the order in which they are.
    [[nodiscard]] QList<Domain::JournalEntry> shownEntries() const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    const ActivityModel &m_model;
    QCollator m_collator;
    std::vector<std::string> m_words; ///< casefolded
    std::optional<Domain::OperationKind> m_kind;
    std::optional<ActivityResult> m_result;
};

} // namespace Items
