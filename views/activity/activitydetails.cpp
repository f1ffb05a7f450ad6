// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/activity/activitydetails.h"

#include "items/activitytext.h"
#include "items/displaytext.h"
#include "items/errortext.h"
#include "items/operationtext.h"
#include "views/common/button.h"
#include "views/common/card.h"
#include "views/common/dialog.h"
#include "views/common/factsgrid.h"
#include "views/common/flowlabel.h"
#include "views/common/theme.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int mostTitleLines = 3;
constexpr int mostIdLines = 3;
constexpr int wordsHeight = 120;
constexpr int leastDetailsWidth = 248;

bool endedBadly(const Domain::Operation &operation)
{
    return operation.state == Domain::OperationState::Failed
        || operation.state == Domain::OperationState::NeedsAnswer;
}

QString textOfIds(const QList<Items::ActivityLine> &ids)
{
    QString key;
    for (const Items::ActivityLine &id : ids) {
        key += id.label + u'\n' + id.value + u'\n';
    }
    return key;
}

} // namespace

ActivityDetails::ActivityDetails(QWidget *parent)
    : QWidget(parent)
    , m_area(new QScrollArea(this))
    , m_content(new QWidget)
{
    setObjectName(u"activityDetails"_s);
    setAccessibleName(tr("Details of the entry"));
    setMinimumWidth(leastDetailsWidth);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(m_content);
    setUp();
    show(nullptr, {});
}

void ActivityDetails::setUp()
{
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(Metrics::wideMargin, Metrics::margin, Metrics::wideMargin,
                               Metrics::wideMargin);
    column->setSpacing(Metrics::margin);
    m_context = new FlowLabel(mostTitleLines, m_content);
    m_context->setObjectName(u"activityContext"_s);
    setTextColour(m_context, ColourRole::Dim);
    m_title = new FlowLabel(mostTitleLines, m_content);
    m_title->setObjectName(u"activityTitle"_s);
    m_title->setFont(textFont(TextStyle::Title));
    m_grid = new FactsGrid(m_content);
    m_grid->setObjectName(u"activityFacts"_s);
    auto *head = new QVBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_context);
    head->addWidget(m_title);
    column->addLayout(head);
    column->addWidget(m_grid);
    setUpCards(column);
    column->addStretch(1);
    auto *parts = new QVBoxLayout(this);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->addWidget(m_area);
}

void ActivityDetails::setUpCards(QVBoxLayout *column)
{
    m_failureCard = new Card(Card::Tone::Warning, m_content);
    m_failureCard->setObjectName(u"activityFailureCard"_s);
    m_failureCard->setHeading(tr("What happened"));
    m_failure = makeText({}, m_failureCard);
    m_failure->setObjectName(u"activityFailure"_s);
    m_failureCard->content()->addWidget(m_failure);
    m_stepsCard = new Card(Card::Tone::Plain, m_content);
    m_stepsCard->setObjectName(u"activityStepsCard"_s);
    m_stepsCard->setHeading(tr("Steps"));
    m_steps = new BulletList(m_stepsCard);
    m_stepsCard->content()->addWidget(m_steps);
    m_idsCard = new Card(Card::Tone::Plain, m_content);
    m_idsCard->setObjectName(u"activityIdsCard"_s);
    m_idsCard->setHeading(tr("The provider's IDs"));
    m_ids = new QWidget(m_idsCard);
    m_ids->setLayout(new QGridLayout);
    m_ids->layout()->setContentsMargins(0, 0, 0, 0);
    m_idsCard->content()->addWidget(m_ids);
    m_wordsCard = new Card(Card::Tone::Plain, m_content);
    m_wordsCard->setObjectName(u"activityWordsCard"_s);
    m_wordsCard->setHeading(tr("The provider's own words"));
    m_words = new QPlainTextEdit(m_wordsCard);
    m_words->setObjectName(u"activityWords"_s);
    m_words->setAccessibleName(tr("The provider's own words"));
    m_words->setReadOnly(true);
    m_words->setTabChangesFocus(true);
    m_words->setFont(textFont(TextStyle::Fixed));
    m_words->setFixedHeight(wordsHeight);
    m_wordsCard->content()->addWidget(m_words);
    for (Card *card : {m_failureCard, m_stepsCard, m_idsCard, m_wordsCard}) {
        column->addWidget(card);
    }
}

void ActivityDetails::show(const Domain::JournalEntry *entry, const QDateTime &now,
                           Domain::SizeUnit unit)
{
    m_title->setVisible(entry);
    m_stepsCard->setVisible(entry);
    m_grid->setVisible(entry);
    if (!entry) {
        m_context->setText(tr("Select an entry to see who did what, and how it ended."));
        for (Card *card : {m_failureCard, m_idsCard, m_wordsCard}) {
            card->hide();
        }
        return;
    }
    const Domain::Operation &operation = entry->operation;
    m_context->setText(
        tr("%1 · %2", "what was done, and the account")
            .arg(Items::operationActionText(operation), Items::inlineName(entry->accountName)));
    m_title->setText(Items::inlineName(operation.snapshotName.isEmpty() ? operation.resourceName
                                                                        : operation.snapshotName));
    QList<Fact> facts;
    for (const Items::ActivityLine &line : Items::activityFacts(*entry, now, unit)) {
        facts.append({line.label, line.value, line.hint, {}, ColourRole::Text});
    }
    m_grid->setFacts(facts);
    const QStringList steps = Items::activitySteps(operation);
    m_steps->setPoints(steps);
    m_stepsCard->setVisible(!steps.isEmpty());
    showFailure(operation);
    showIds(operation);
}

void ActivityDetails::showFailure(const Domain::Operation &operation)
{
    const bool isBad = endedBadly(operation);
    const Items::ErrorText text = isBad ? Items::operationErrorText(operation) : Items::ErrorText();
    QStringList paragraphs{text.title, text.meaning, text.advice};
    paragraphs.removeAll(QString());
    m_failure->setText(paragraphs.join(u"\n\n"));
    m_failureCard->setVisible(isBad);
    if (m_words->toPlainText() != text.details) {
        m_words->setPlainText(text.details);
    }
    m_wordsCard->setVisible(!text.details.isEmpty());
}

/// Made anew only where they are other ones: a button that has the focus stays.
void ActivityDetails::showIds(const Domain::Operation &operation)
{
    const QList<Items::ActivityLine> ids = Items::activityIds(operation);
    m_idsCard->setVisible(!ids.isEmpty());
    const QString key = textOfIds(ids);
    if (key == m_shownIds) {
        return;
    }
    m_shownIds = key;
    qDeleteAll(m_ids->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    auto *grid = static_cast<QGridLayout *>(m_ids->layout());
    grid->setColumnStretch(0, 1);
    grid->setVerticalSpacing(2);
    int row = 0;
    for (const Items::ActivityLine &id : ids) {
        auto *label = new FlowLabel(1, m_ids);
        label->setText(id.label);
        setTextColour(label, ColourRole::Dim);
        auto *value = new FlowLabel(mostIdLines, m_ids);
        value->setObjectName(u"activityId"_s);
        value->setText(id.value);
        value->setHint(id.hint);
        auto *copy = new Button(ButtonKind::Quiet, u"copy"_s, tr("Copy"), m_ids);
        copy->setObjectName(u"activityCopyButton"_s);
        copy->setButtonSize(ButtonSize::Small);
        copy->setButtonText(ButtonText::Hidden);
        copy->setAccessibleName(tr("Copy %1 %2", "what it is, and the id").arg(id.label, id.value));
        copy->setToolTip(tr("Copy"));
        connect(copy, &Button::clicked, copy,
                [text = id.value] { QGuiApplication::clipboard()->setText(text); });
        // Side by side, a UUID would be left with room for a third of it.
        grid->addWidget(label, row, 0);
        grid->addWidget(value, row + 1, 0, Qt::AlignVCenter);
        grid->addWidget(copy, row, 1, 2, 1, Qt::AlignBottom);
        for (QWidget *part : QList<QWidget *>{label, value, copy}) {
            part->show();
        }
        row += 2;
    }
}

} // namespace Views
