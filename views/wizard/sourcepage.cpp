// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/sourcepage.h"

#include "items/sourcetreemodel.h"
#include "items/takedraft.h"
#include "items/wordfilter.h"
#include "views/common/icons.h"
#include "views/common/theme.h"
#include "views/wizard/choiceview.h"
#include "views/wizard/reasonline.h"

#include <KDescendantsProxyModel>

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Items::SourceTreeModel;

namespace Views {

namespace {

constexpr int sizeWidth = 92;
constexpr int attachedWidth = 108;
constexpr int stateWidth = 172;

bool isListKey(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
        || key == Qt::Key_PageDown;
}

} // namespace

SourcePage::SourcePage(Items::TakeDraft &draft, QWidget *parent)
    : WizardPage(draft, parent)
    , m_model(new SourceTreeModel(this))
    , m_flat(new KDescendantsProxyModel(this))
    , m_filter(new Items::WordFilter(this))
    , m_search(new QLineEdit(this))
    , m_view(new ChoiceView(this))
    , m_reason(makeReasonLine(u"wizardSourcesReason"_s, this))
{
    m_flat->setSourceModel(m_model);
    m_filter->setSourceModel(m_flat);
    m_search->setObjectName(u"wizardSearch"_s);
    m_search->setAccessibleName(tr("Search volumes and servers"));
    m_search->setPlaceholderText(tr("Search by name, server or state"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Icons::icon(u"search"_s, ColourRole::Dim), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    setUpView();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::gap);
    column->addWidget(m_search);
    column->addWidget(m_view, 1);
    column->addWidget(m_reason);
    connect(m_search, &QLineEdit::textChanged, this, &SourcePage::search);
    connect(m_view, &ChoiceView::currentReasonChanged, this, &SourcePage::showReason);
    connect(m_view, &ChoiceView::goOnRequested, this, &WizardPage::goOnRequested);
    connect(m_view, &ChoiceView::chosenChanged, this, [this] {
        const QVariant id = m_view->chosenId();
        if (id.isValid()) {
            this->draft().chooseSource(id.value<Domain::ResourceKey>());
            Q_EMIT draftChanged();
        }
    });
}

void SourcePage::setUpView()
{
    m_view->setObjectName(u"wizardSources"_s);
    m_view->setAccessibleName(tr("Volumes and servers"));
    m_view->setModel(m_filter);
    m_view->setHeaderHidden(false);
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(SourceTreeModel::Name, QHeaderView::Stretch);
    for (const auto &[column, width] : {std::pair(SourceTreeModel::Size, sizeWidth),
                                        std::pair(SourceTreeModel::AttachedTo, attachedWidth),
                                        std::pair(SourceTreeModel::State, stateWidth)}) {
        header->setSectionResizeMode(column, QHeaderView::Interactive);
        header->resizeSection(column, width);
    }
}

QWidget *SourcePage::firstField() const
{
    return m_search;
}

void SourcePage::showDraft()
{
    const Items::SourceChoice *chosen = draft().source();
    m_view->update([this] { m_model->merge(draft().sources()); },
                   chosen ? QVariant::fromValue(chosen->resource.key) : QVariant());
}

/// What is chosen is always among what is shown: Enter must not go on with something out of sight.
void SourcePage::search()
{
    const Items::SourceChoice *chosen = draft().source();
    const QVariant id = chosen ? QVariant::fromValue(chosen->resource.key) : QVariant();
    m_view->update([this] { m_filter->setWords(m_search->text()); }, id);
    if (m_search->text().trimmed().isEmpty() || m_view->chosenId().isValid()) {
        return;
    }
    m_view->chooseFirst();
    if (!m_view->chosenId().isValid()) {
        draft().clearSource();
        Q_EMIT draftChanged();
    }
}

void SourcePage::showReason()
{
    const bool isNothingFound = m_filter->rowCount() == 0 && !m_search->text().isEmpty();
    m_reason->setText(isNothingFound ? tr("No volume or server matches the search.")
                                     : m_view->currentReason());
}

bool SourcePage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (isListKey(key->key())) {
            QCoreApplication::sendEvent(m_view, event);
            return true;
        }
    }
    return WizardPage::eventFilter(watched, event);
}

} // namespace Views
