// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/operations/operationrow.h"

#include "items/errortext.h"
#include "items/operationoffers.h"
#include "items/operationsmodel.h"
#include "views/common/button.h"
#include "views/common/dialog.h"
#include "views/common/flowlabel.h"
#include "views/common/icons.h"
#include "views/common/progressline.h"
#include "views/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyle>

using namespace Qt::StringLiterals;
using Domain::OperationState;
using Items::OperationsModel;

namespace Views {

namespace {

constexpr int textIndent = Metrics::margin + Metrics::iconSize + Metrics::gap;
constexpr int detailsHeight = 96;

struct StateLook
{
    QString icon;
    ColourRole role;
};

StateLook lookOf(OperationState state)
{
    switch (state) {
    case OperationState::Waiting:
        return {u"hourglass"_s, ColourRole::Dim};
    case OperationState::Running:
        break;
    case OperationState::Succeeded:
        return {u"circle-check"_s, ColourRole::Take};
    case OperationState::Failed:
        return {u"triangle-alert"_s, ColourRole::Remove};
    case OperationState::Cancelled:
        return {u"circle-x"_s, ColourRole::Dim};
    case OperationState::NeedsAnswer:
        return {u"circle-question-mark"_s, ColourRole::Rollback};
    }
    return {u"loader-circle"_s, ColourRole::Take};
}

bool isBad(OperationState state)
{
    return state == OperationState::Failed || state == OperationState::NeedsAnswer;
}

bool isOver(OperationState state)
{
    return state != OperationState::Waiting && state != OperationState::Running;
}

} // namespace

OperationRow::OperationRow(QWidget *parent)
    : QWidget(parent)
    , m_title(new FlowLabel(1, this))
    , m_text(new FlowLabel(1, this))
    , m_phase(new FlowLabel(1, this))
    , m_steps(makeText({}, this))
    , m_failure(makeText({}, this))
    , m_progress(new ProgressLine(this))
    , m_startServer(new Button(ButtonKind::Plain, u"power"_s, tr("Start server"), this))
    , m_rollBackAgain(new Button(ButtonKind::Plain, u"rotate-ccw"_s, tr("Roll back again…"), this))
    , m_details(new Button(ButtonKind::Quiet, u"chevron-down"_s, tr("Details"), this))
    , m_cancel(new Button(ButtonKind::Plain, u"x"_s, tr("Cancel"), this))
    , m_dismiss(new Button(ButtonKind::Quiet, u"x"_s, tr("Dismiss"), this))
    , m_detailsText(new QPlainTextEdit(this))
{
    setObjectName(u"operationRow"_s);
    setUp();
    connect(m_cancel, &Button::clicked, this, [this] { Q_EMIT cancelClicked(m_id); });
    connect(m_dismiss, &Button::clicked, this, [this] { Q_EMIT dismissClicked(m_id); });
    connect(m_startServer, &Button::clicked, this, [this] {
        if (m_serverToStart) {
            Q_EMIT startServerClicked(*m_serverToStart);
        }
    });
    connect(m_rollBackAgain, &Button::clicked, this, [this] {
        if (m_snapshotAgain) {
            Q_EMIT rollBackAgainClicked(*m_snapshotAgain);
        }
    });
    connect(m_details, &Button::toggled, this, &OperationRow::toggleDetails);
}

void OperationRow::setUp()
{
    m_title->setObjectName(u"operationTitle"_s);
    m_title->setFont(textFont(TextStyle::BodyStrong));
    m_text->setObjectName(u"operationText"_s);
    m_phase->setObjectName(u"operationPhase"_s);
    setTextColour(m_phase, ColourRole::Dim);
    m_steps->setObjectName(u"operationSteps"_s);
    setTextColour(m_steps, ColourRole::Dim);
    m_failure->setObjectName(u"operationFailure"_s);
    m_progress->setObjectName(u"operationProgress"_s);
    m_startServer->setObjectName(u"operationStartServerButton"_s);
    m_rollBackAgain->setObjectName(u"operationRollBackAgainButton"_s);
    m_details->setObjectName(u"operationDetailsButton"_s);
    m_details->setCheckable(true);
    m_cancel->setObjectName(u"operationCancelButton"_s);
    m_dismiss->setObjectName(u"operationDismissButton"_s);
    m_dismiss->setButtonText(ButtonText::Hidden);
    m_detailsText->setObjectName(u"operationDetailsText"_s);
    m_detailsText->setReadOnly(true);
    m_detailsText->setFont(textFont(TextStyle::Fixed));
    m_detailsText->setFixedHeight(detailsHeight);
    m_detailsText->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(Metrics::gap);
    line->addStrut(Metrics::smallControlHeight); // as high without a button
    line->addWidget(m_title);
    line->addWidget(m_text, 1);
    line->addWidget(m_progress);
    line->addWidget(m_phase);
    for (Button *button : {m_startServer, m_rollBackAgain, m_details, m_cancel, m_dismiss}) {
        button->setButtonSize(ButtonSize::Small);
        line->addWidget(button);
    }
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_phase->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(textIndent, 3, Metrics::margin, 3);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(m_steps);
    column->addWidget(m_failure);
    column->addWidget(m_detailsText);
}

void OperationRow::show(const OperationsModel &model, int row)
{
    const QModelIndex index = model.index(row);
    const Domain::Operation *operation = model.operation(index);
    if (!operation) {
        return;
    }
    m_id = index.data(OperationsModel::IdRole).value<Domain::OperationId>();
    m_state = static_cast<OperationState>(index.data(OperationsModel::StateRole).toInt());
    const QString title = index.data(OperationsModel::TitleRole).toString();
    const QString text = index.data(OperationsModel::TextRole).toString();
    m_title->setText(title);
    m_text->setText(text);
    const QString phase = index.data(OperationsModel::PhaseRole).toString();
    const bool bad = isBad(m_state);
    m_phase->setText(bad ? QString() : phase);
    m_phase->setVisible(!bad && !phase.isEmpty());
    showFailure(*operation);
    showOffers(model, row);
    showSteps(index, m_state);
    showProgress(index, m_state);
    showState(m_state);
    setAccessibleName(tr("%1, %2", "what, and what is done to it").arg(title, text));
    setAccessibleDescription(phase);
    m_startServer->setAccessibleName(tr("Start the server after %1, %2").arg(title, text));
    m_rollBackAgain->setAccessibleName(tr("Roll back again after %1, %2").arg(title, text));
    m_details->setAccessibleName(tr("Details of %1, %2").arg(title, text));
    m_cancel->setAccessibleName(tr("Cancel %1, %2").arg(title, text));
    m_dismiss->setAccessibleName(tr("Dismiss %1, %2").arg(title, text));
    m_progress->setAccessibleName(tr("Progress of %1, %2").arg(title, text));
    m_detailsText->setAccessibleName(tr("The provider's own words"));
    update();
}

bool OperationRow::isAlarming() const
{
    return isBad(m_state);
}

/// What failed and what it means for the data, then what to do; the vendor's words on demand.
void OperationRow::showFailure(const Domain::Operation &operation)
{
    const bool bad = isBad(operation.state);
    const Items::ErrorText text = bad ? Items::operationErrorText(operation) : Items::ErrorText();
    QStringList sentences{text.title, text.meaning};
    sentences.removeAll(QString());
    m_failure->setText(text.advice.isEmpty() ? sentences.join(u' ')
                                             : sentences.join(u' ') + u'\n' + text.advice);
    m_failure->setVisible(bad);
    if (m_detailsText->toPlainText() != text.details) {
        m_detailsText->setPlainText(text.details);
    }
    m_details->setVisible(!text.details.isEmpty());
}

/// What the advice speaks of, at hand; until a later operation has seen to it.
void OperationRow::showOffers(const OperationsModel &model, int row)
{
    const Domain::Operation &operation = *model.operation(model.index(row));
    m_serverToStart = Items::serverToStart(operation);
    m_snapshotAgain = Items::snapshotToRollBackTo(operation);
    for (int later = row + 1; m_serverToStart && later < model.rowCount(); ++later) {
        if (Items::startsServer(*model.operation(model.index(later)), *m_serverToStart)) {
            m_serverToStart.reset();
        }
    }
    m_startServer->setVisible(m_serverToStart.has_value());
    m_rollBackAgain->setVisible(m_snapshotAgain.has_value());
}

void OperationRow::showState(OperationState state)
{
    // What has left can't be called back; what waits still can.
    m_cancel->setVisible(state == OperationState::Waiting);
    m_dismiss->setVisible(isOver(state));
    if (!isBad(state)) {
        m_details->setChecked(false);
    }
}

/// A plan ticks its steps off where everybody sees it, and keeps them where it stopped.
void OperationRow::showSteps(const QModelIndex &index, OperationState state)
{
    const QStringList steps = index.data(OperationsModel::StepsRole).toStringList();
    const QString plan = steps.size() > 1 ? numberedSteps(steps) : QString();
    m_text->setHint(plan);
    m_steps->setText(plan);
    m_steps->setVisible(!plan.isEmpty() && (!isOver(state) || isBad(state)));
}

void OperationRow::showProgress(const QModelIndex &index, OperationState state)
{
    const QVariant percent = index.data(OperationsModel::PercentRole);
    const bool isShown = percent.isValid() && state == OperationState::Running;
    m_progress->setVisible(isShown);
    if (isShown) {
        m_progress->setValue(percent.toInt());
    }
}

void OperationRow::toggleDetails()
{
    const bool isOpen = m_details->isChecked();
    m_detailsText->setVisible(isOpen);
    m_details->setIconName(isOpen ? u"chevron-up"_s : u"chevron-down"_s);
}

void OperationRow::paintEvent(QPaintEvent *)
{
    const StateLook look = lookOf(m_state);
    QPainter painter(this);
    const QRect icon(Metrics::margin, m_title->y(), Metrics::iconSize, m_title->height());
    Icons::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), look.icon,
                 Theme::colour(look.role));
}

} // namespace Views
