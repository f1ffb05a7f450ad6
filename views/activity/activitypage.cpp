// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/activity/activitypage.h"

#include "domain/clock.h"
#include "items/activityexport.h"
#include "items/activityfilter.h"
#include "items/activitymodel.h"
#include "items/errortext.h"
#include "items/operationtext.h"
#include "views/activity/activitytable.h"
#include "views/common/button.h"
#include "views/common/exportjob.h"
#include "views/common/hairline.h"
#include "views/common/inlinebanner.h"
#include "views/common/prompts.h"
#include "views/common/theme.h"
#include "views/mainwindow/statepage.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSettings>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using Domain::OperationKind;
using Domain::OperationState;
using Items::ActivityModel;
using Items::ActivityResult;

namespace Views {

namespace {

/// In a small window the choices give way before the tree does.
constexpr int leastChoiceWidth = 84;

/// How many entries were told to be unreadable, and need not be told again.
constexpr auto toldSetting = "activity/unreadableTold"_L1;

} // namespace

ActivityPage::ActivityPage(const MainWindowServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_filter(new Items::ActivityFilter(services.activity, this))
    , m_summary(new QLabel(this))
    , m_kind(new QComboBox(this))
    , m_result(new QComboBox(this))
    , m_export(new Button(ButtonKind::Plain, u"download"_s, tr("Export…"), this))
    , m_unreadable(new InlineBanner(this))
    , m_stack(new QStackedWidget(this))
    , m_table(new ActivityTable(*m_filter, m_stack))
    , m_state(new StatePage(m_stack))
{
    setObjectName(u"activityPage"_s);
    auto *head = new QWidget(this);
    head->setMinimumHeight(Metrics::tabHeight);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(Metrics::margin, Metrics::space, Metrics::margin, Metrics::space);
    row->setSpacing(Metrics::gap);
    setUpHead(row);
    setUpBanner();
    setUpStack();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(new Hairline(Qt::Horizontal, this));
    column->addWidget(m_unreadable);
    column->addWidget(m_stack, 1);
    // The filter was told before.
    const ActivityModel *model = &services.activity;
    connect(model, &ActivityModel::rowsInserted, this, &ActivityPage::refresh);
    connect(model, &ActivityModel::modelReset, this, &ActivityPage::refresh);
    connect(model, &ActivityModel::dataChanged, this, &ActivityPage::refresh);
    refresh();
}

void ActivityPage::setUpHead(QHBoxLayout *row)
{
    auto *title = new QLabel(tr("Activity"), this);
    title->setFont(textFont(TextStyle::BodyStrong));
    m_summary->setObjectName(u"activitySummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setMinimumWidth(0);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setTextColour(m_summary, ColourRole::Dim);
    m_export->setObjectName(u"activityExportButton"_s);
    m_export->setAccessibleName(tr("Export the activity"));
    setUpChoices();
    row->addWidget(title);
    row->addWidget(m_summary, 1);
    row->addWidget(m_kind);
    row->addWidget(m_result);
    row->addWidget(m_export);
    connect(m_export, &Button::clicked, this, &ActivityPage::exportShown);
}

void ActivityPage::setUpChoices()
{
    m_kind->setObjectName(u"activityKind"_s);
    m_kind->setAccessibleName(tr("Which actions are shown"));
    m_kind->setMinimumWidth(leastChoiceWidth);
    m_kind->setToolTip(tr("Show only one kind of action"));
    m_kind->addItem(tr("All actions"));
    for (const OperationKind kind :
         {OperationKind::Take, OperationKind::RollBack, OperationKind::Remove,
          OperationKind::Rename, OperationKind::Protect, OperationKind::Power,
          OperationKind::CreateServer, OperationKind::CreateVolume}) {
        m_kind->addItem(Items::operationKindText(kind), static_cast<int>(kind));
    }
    m_result->setObjectName(u"activityResult"_s);
    m_result->setAccessibleName(tr("Which results are shown"));
    m_result->setMinimumWidth(leastChoiceWidth);
    m_result->setToolTip(tr("Show only what ended in one way"));
    m_result->addItem(tr("All results"));
    for (const OperationState state :
         {OperationState::Succeeded, OperationState::Failed, OperationState::NeedsAnswer,
          OperationState::Cancelled, OperationState::Running}) {
        m_result->addItem(Items::operationStateText(state),
                          static_cast<int>(Items::activityResult(state)));
    }
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant kind = m_kind->currentData();
        m_filter->setKind(kind.isValid() ? std::optional(OperationKind(kind.toInt()))
                                         : std::nullopt);
        refresh();
    });
    connect(m_result, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant result = m_result->currentData();
        m_filter->setResult(result.isValid() ? std::optional(ActivityResult(result.toInt()))
                                             : std::nullopt);
        refresh();
    });
}

void ActivityPage::setUpBanner()
{
    m_unreadable->setObjectName(u"activityUnreadable"_s);
    m_unreadable->setKind(InlineBanner::Kind::Warning);
    m_unreadable->setActions(InlineBanner::Dismiss);
    m_unreadable->setSubject(tr("Entries that can't be read"));
    connect(m_unreadable, &InlineBanner::dismissClicked, this, [this] {
        m_services.settings.setValue(toldSetting, m_services.activity.unreadable().count);
        showUnreadable();
    });
    connect(&m_services.activity, &ActivityModel::unreadableChanged, this, [this] {
        showUnreadable();
        refresh();
    });
    showUnreadable();
}

void ActivityPage::showUnreadable()
{
    const Items::UnreadableEntries &entries = m_services.activity.unreadable();
    m_unreadable->setText(Items::unreadableEntriesText(entries));
    m_unreadable->setVisible(entries.count > m_services.settings.value(toldSetting).toInt());
}

void ActivityPage::setUpStack()
{
    m_state->setObjectName(u"activityState"_s);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    connect(m_table, &ActivityTable::currentRowChanged, this, &ActivityPage::currentEntryChanged);
    connect(m_table, &ActivityTable::openRequested, this, &ActivityPage::openRequested);
    connect(m_state, &StatePage::clearFilterClicked, this, &ActivityPage::clearFilterClicked);
}

void ActivityPage::setWords(const QString &words)
{
    m_words = words.simplified();
    m_filter->setWords(words);
    refresh();
}

void ActivityPage::clearChoices()
{
    m_kind->setCurrentIndex(0);
    m_result->setCurrentIndex(0);
}

bool ActivityPage::isNarrowed() const
{
    return m_filter->isNarrowed();
}

int ActivityPage::shownCount() const
{
    return m_filter->rowCount();
}

const Domain::JournalEntry *ActivityPage::currentEntry() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_services.activity.entry(m_filter->mapToSource(current)) : nullptr;
}

QString ActivityPage::whyNotExport() const
{
    if (m_isWriting) {
        return tr("It is being exported.");
    }
    return shownCount() == 0 ? tr("There is nothing to export.") : QString();
}

void ActivityPage::refresh()
{
    const QString summary = m_services.activity.summaryText();
    m_summary->setText(summary);
    m_summary->setToolTip(summary); // where there is no room for all of it
    const bool hadFocus = m_stack->isAncestorOf(window()->focusWidget());
    const TableState state = activityState(m_services, shownCount(), m_words,
                                           isNarrowed() ? Narrowed::Yes : Narrowed::No);
    const bool hasRows = state.kind == StateKind::Rows;
    m_state->show(state, {}); // hidden too: its buttons would keep the page wide
    m_stack->setCurrentWidget(hasRows ? static_cast<QWidget *>(m_table) : m_state);
    setFocusProxy(hasRows ? static_cast<QWidget *>(m_table)
                          : (m_state->focusProxy() ? m_state->focusProxy() : m_kind));
    if (hadFocus && !m_stack->isAncestorOf(window()->focusWidget())) {
        focusProxy()->setFocus();
    }
    m_export->setDisabledReason(
        whyNotExport(), tr("Write what is shown here into a file for a spreadsheet or a script"));
    Q_EMIT shownChanged();
}

void ActivityPage::exportShown()
{
    if (!whyNotExport().isEmpty()) {
        return;
    }
    const QString day = m_services.clock.now().toLocalTime().date().toString(Qt::ISODate);
    m_services.prompts.chooseNewFile(this,
                                     {tr("Export the activity"),
                                      tr("snapdeck-activity-%1", "name of a file; a date").arg(day),
                                      exportFilters()},
                                     [this](const QString &path) { write(path); });
}

void ActivityPage::write(const QString &path)
{
    const QList<Domain::JournalEntry> entries = m_filter->shownEntries();
    m_isWriting = true;
    refresh();
    const ExportContent content = [entries,
                                   now = m_services.clock.now()](Items::ExportFormat format) {
        return format == Items::ExportFormat::Json ? Items::activityJson(entries, now)
                                                   : Items::activityCsv(entries);
    };
    exportTo(path, content)
        .then(
            this,
            [this, path, count = int(entries.size())](const Domain::Result<Domain::Done> &written) {
                m_isWriting = false;
                refresh();
                if (written) {
                    Q_EMIT exported(path, count);
                } else {
                    Q_EMIT exportFailed(Items::exportErrorText(Items::ExportSubject::Activity, path,
                                                               written.error()));
                }
            });
}

} // namespace Views
