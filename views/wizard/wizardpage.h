// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/takechoices.h"

#include <QWidget>

namespace Items {
class TakeDraft;
}

namespace Views {

/// One question of the wizard. Shows the draft as it is now, and changes it as the person does.
class WizardPage : public QWidget
{
    Q_OBJECT

public:
    WizardPage(Items::TakeDraft &draft, QWidget *parent)
        : QWidget(parent)
        , m_draft(draft)
    {
    }

    /// After every change of the draft, the page's own changes too.
    virtual void showDraft() = 0;
    /// Where the focus goes when the page is turned to.
    [[nodiscard]] virtual QWidget *firstField() const = 0;

Q_SIGNALS:
    /// The draft was changed.
    void draftChanged();
    void goOnRequested();

protected:
    [[nodiscard]] Items::TakeDraft &draft() const { return m_draft; }

private:
    Items::TakeDraft &m_draft;
};

} // namespace Views
