// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/listpage.h"

#include "items/choicemodel.h"
#include "items/takedraft.h"
#include "views/common/theme.h"
#include "views/wizard/choiceview.h"
#include "views/wizard/reasonline.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

ListPage::ListPage(const QString &objectName, const QString &accessibleName,
                   Items::TakeDraft &draft, QWidget *parent)
    : WizardPage(draft, parent)
    , m_model(new Items::ChoiceModel(this))
    , m_view(new ChoiceView(this))
    , m_reason(makeReasonLine(objectName + u"Reason"_s, this))
{
    m_view->setObjectName(objectName);
    m_view->setAccessibleName(accessibleName);
    m_view->setModel(m_model);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::gap);
    column->addWidget(m_view, 1);
    column->addWidget(m_reason);
    connect(m_view, &ChoiceView::currentReasonChanged, this, &ListPage::showReason);
    connect(m_view, &ChoiceView::goOnRequested, this, &WizardPage::goOnRequested);
    connect(m_view, &ChoiceView::chosenChanged, this, [this] {
        const QVariant id = m_view->chosenId();
        if (id.isValid()) {
            choose(id);
            Q_EMIT draftChanged();
        }
    });
}

QWidget *ListPage::firstField() const
{
    return m_view;
}

void ListPage::showReason()
{
    m_reason->setText(m_view->currentReason());
}

PlacePage::PlacePage(Items::TakeDraft &draft, QWidget *parent)
    : ListPage(u"wizardLocations"_s, tr("Locations"), draft, parent)
{
}

void PlacePage::showDraft()
{
    const Items::PlaceChoice *chosen = draft().place();
    m_view->update([this] { m_model->merge(Items::placeRows(draft().places())); },
                   chosen ? QVariant::fromValue(chosen->place()) : QVariant());
}

void PlacePage::choose(const QVariant &id)
{
    draft().choosePlace(id.value<Items::TakePlace>());
}

ProjectPage::ProjectPage(Items::TakeDraft &draft, QWidget *parent)
    : ListPage(u"wizardProjects"_s, tr("Projects"), draft, parent)
{
}

void ProjectPage::showDraft()
{
    const Items::ProjectChoice *chosen = draft().project();
    m_view->update([this] { m_model->merge(Items::projectRows(draft().projects())); },
                   chosen ? QVariant::fromValue(chosen->project.id) : QVariant());
}

void ProjectPage::choose(const QVariant &id)
{
    draft().chooseProject(id.value<Domain::ProjectId>());
}

} // namespace Views
