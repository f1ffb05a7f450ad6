// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/mainwindow/mainwindowservices.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QStackedWidget;

namespace Domain {
struct JournalEntry;
}
namespace Items {
class ActivityFilter;
struct ErrorText;
} // namespace Items

namespace Views {

class ActivityTable;
class Button;
class InlineBanner;
class StatePage;

/// What was done with the program, newest first: narrowed by words, by kind and by result, and
/// exported as it is shown. Says what of it can't be read, until that is put away.
class ActivityPage : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityPage(const MainWindowServices &services, QWidget *parent = nullptr);

    void setWords(const QString &words);
    /// Shows every kind and every result again. The words are the window's.
    void clearChoices();
    /// Whether a kind or a result is chosen.
    [[nodiscard]] bool isNarrowed() const;
    /// Rows that the filter leaves.
    [[nodiscard]] int shownCount() const;
    /// Null: none is selected.
    [[nodiscard]] const Domain::JournalEntry *currentEntry() const;
    /// Asks for a file, and writes what is shown into it, behind the window's back.
    void exportShown();
    /// Why there is nothing to export now; empty when there is.
    [[nodiscard]] QString whyNotExport() const;

Q_SIGNALS:
    void currentEntryChanged();
    /// What is shown has become more or less.
    void shownChanged();
    void openRequested();
    void clearFilterClicked();
    void exported(const QString &path, int count);
    void exportFailed(const Items::ErrorText &text);

private:
    void setUpHead(QHBoxLayout *row);
    void setUpStack();
    void setUpChoices();
    void setUpBanner();
    void showUnreadable();
    void refresh();
    void write(const QString &path);

    MainWindowServices m_services;
    Items::ActivityFilter *m_filter;
    QLabel *m_summary;
    QComboBox *m_kind;
    QComboBox *m_result;
    Button *m_export;
    InlineBanner *m_unreadable;
    QStackedWidget *m_stack;
    ActivityTable *m_table;
    StatePage *m_state;
    QString m_words;
    bool m_isWriting = false;
};

} // namespace Views
