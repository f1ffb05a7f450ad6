// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QWidget>

namespace Items {
class NewServerDraft;
class ServerTypeModel;
class WordFilter;
} // namespace Items
class QLabel;
class QLineEdit;
class QStackedWidget;

namespace Views {

class ChoiceView;
class InlineBanner;

/// The server types of an account to choose one from, with a search above whose keys move in the
/// list; or, in their place, that they are being read, what failed, or that there are none.
class ServerTypeList : public QWidget
{
    Q_OBJECT

public:
    /// The draft must outlive the list.
    explicit ServerTypeList(Items::NewServerDraft &draft, QWidget *parent = nullptr);

    /// After each change of the draft.
    void showDraft();
    void setError(const Domain::Error &error);
    [[nodiscard]] QWidget *searchField() const;
    [[nodiscard]] QWidget *view() const;

Q_SIGNALS:
    /// The person chose another type, or searched for one that is not there.
    void draftChanged();
    void retryClicked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpSearch();
    void setUpView();
    void setUpStates();
    void search();
    void showReason();

    Items::NewServerDraft &m_draft;
    Items::ServerTypeModel *m_model;
    Items::WordFilter *m_filter;
    QLineEdit *m_search;
    ChoiceView *m_view;
    QLabel *m_reason;
    QStackedWidget *m_stack;
    QLabel *m_words;
    InlineBanner *m_banner;
};

} // namespace Views
