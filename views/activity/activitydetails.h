// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/journalentry.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QScrollArea;
class QVBoxLayout;

namespace Views {

class BulletList;
class Card;
class FactsGrid;
class FlowLabel;

/// One entry of the activity, whole: who, when, on what; how each step ended; what failed, in our
/// words and in the provider's; and the ids that the provider's support asks for, each with Copy.
class ActivityDetails : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityDetails(QWidget *parent = nullptr);

    /// Null: nothing is selected. Changes in place, so that an entry that goes on scrolls nothing.
    void show(const Domain::JournalEntry *entry, const QDateTime &now,
              Domain::SizeUnit unit = Domain::SizeUnit::Gigabyte);
    using QWidget::show;

private:
    void setUp();
    void setUpCards(QVBoxLayout *column);
    void showFailure(const Domain::Operation &operation);
    void showIds(const Domain::Operation &operation);

    QScrollArea *m_area;
    QWidget *m_content;
    FlowLabel *m_context = nullptr;
    FlowLabel *m_title = nullptr;
    FactsGrid *m_grid = nullptr;
    Card *m_failureCard = nullptr;
    QLabel *m_failure = nullptr;
    Card *m_stepsCard = nullptr;
    BulletList *m_steps = nullptr;
    Card *m_idsCard = nullptr;
    QWidget *m_ids = nullptr;
    QString m_shownIds; ///< that the rows were made for
    Card *m_wordsCard = nullptr;
    QPlainTextEdit *m_words = nullptr;
};

} // namespace Views
