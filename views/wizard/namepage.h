// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/wizard/wizardpage.h"

class QLabel;
class QLineEdit;

namespace Views {

class Button;

/// What the snapshot is called: typed, or made from a template that is kept for the next time.
class NamePage : public WizardPage
{
    Q_OBJECT

public:
    NamePage(Items::TakeDraft &draft, QWidget *parent);

    void showDraft() override;
    [[nodiscard]] QWidget *firstField() const override;

private:
    void setUpName();
    void setUpReasons();
    void setUpTemplate();
    void showProblem();
    void showTemplate();
    void typed(const QString &text);
    void chooseReason(const QString &reason);

    QLineEdit *m_name;
    QLabel *m_problem;
    QList<Button *> m_reasons;
    QLineEdit *m_template;
    QLabel *m_preview;
    Button *m_use;
};

} // namespace Views
