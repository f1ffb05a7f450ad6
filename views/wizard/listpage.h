// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/wizard/wizardpage.h"

namespace Items {
class ChoiceModel;
}
class QLabel;

namespace Views {

class ChoiceView;

/// A question that is answered from a short list, the reasons of what can't be chosen below it.
class ListPage : public WizardPage
{
    Q_OBJECT

public:
    [[nodiscard]] QWidget *firstField() const override;

protected:
    ListPage(const QString &objectName, const QString &accessibleName, Items::TakeDraft &draft,
             QWidget *parent);

    /// The person chose the row of this id.
    virtual void choose(const QVariant &id) = 0;

    Items::ChoiceModel *m_model;
    ChoiceView *m_view;

private:
    void showReason();

    QLabel *m_reason;
};

class PlacePage final : public ListPage
{
    Q_OBJECT

public:
    PlacePage(Items::TakeDraft &draft, QWidget *parent);
    void showDraft() override;

protected:
    void choose(const QVariant &id) override;
};

class ProjectPage final : public ListPage
{
    Q_OBJECT

public:
    ProjectPage(Items::TakeDraft &draft, QWidget *parent);
    void showDraft() override;

protected:
    void choose(const QVariant &id) override;
};

} // namespace Views
