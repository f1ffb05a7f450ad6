// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/wizard/wizardpage.h"

namespace Items {
class SourceTreeModel;
class WordFilter;
} // namespace Items
class KDescendantsProxyModel;
class QLabel;
class QLineEdit;

namespace Views {

class ChoiceView;

/// Which volume or server: a tree shown flat, with a search above it whose keys move in the list.
class SourcePage : public WizardPage
{
    Q_OBJECT

public:
    SourcePage(Items::TakeDraft &draft, QWidget *parent);

    void showDraft() override;
    [[nodiscard]] QWidget *firstField() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpView();
    void search();
    void showReason();

    Items::SourceTreeModel *m_model;
    KDescendantsProxyModel *m_flat;
    Items::WordFilter *m_filter;
    QLineEdit *m_search;
    ChoiceView *m_view;
    QLabel *m_reason;
};

} // namespace Views
