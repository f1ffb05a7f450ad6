// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/operations/removalsrow.h"

#include "views/common/button.h"
#include "views/common/flowlabel.h"
#include "views/common/icons.h"
#include "views/common/progressline.h"
#include "views/common/theme.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyle>

using namespace Qt::StringLiterals;
using Domain::OperationState;

namespace Views {

namespace {

constexpr int removalsIndent = Metrics::margin + Metrics::iconSize + Metrics::gap;
constexpr int removalsDetailsHeight = 96;

struct RemovalsLook
{
    QString icon;
    ColourRole role;
};

RemovalsLook removalsLook(OperationState state)
{
    switch (state) {
    case OperationState::Waiting:
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

} // namespace

RemovalsRow::RemovalsRow(QWidget *parent)
    : QWidget(parent)
    , m_title(new FlowLabel(1, this))
    , m_text(new FlowLabel(1, this))
    , m_progress(new ProgressLine(this))
    , m_tryAgain(new Button(ButtonKind::Plain, u"refresh-cw"_s, {}, this))
    , m_details(new Button(ButtonKind::Quiet, u"chevron-down"_s, tr("Details"), this))
    , m_cancel(new Button(ButtonKind::Plain, u"x"_s, tr("Cancel the rest"), this))
    , m_dismiss(new Button(ButtonKind::Quiet, u"x"_s, tr("Dismiss"), this))
    , m_detailsText(new QPlainTextEdit(this))
{
    setObjectName(u"removalsRow"_s);
    setUp();
    connectButtons();
}

void RemovalsRow::setUp()
{
    m_title->setObjectName(u"removalsTitle"_s);
    m_title->setFont(textFont(TextStyle::BodyStrong));
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_text->setObjectName(u"removalsText"_s);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_progress->setObjectName(u"removalsProgress"_s);
    m_tryAgain->setObjectName(u"removalsTryAgainButton"_s);
    m_details->setObjectName(u"removalsDetailsButton"_s);
    m_details->setCheckable(true);
    m_cancel->setObjectName(u"removalsCancelButton"_s);
    m_dismiss->setObjectName(u"removalsDismissButton"_s);
    m_dismiss->setButtonText(ButtonText::Hidden);
    m_detailsText->setObjectName(u"removalsDetailsText"_s);
    m_detailsText->setReadOnly(true);
    m_detailsText->setFixedHeight(removalsDetailsHeight);
    m_detailsText->hide();
    auto *line = new QHBoxLayout;
    line->setSpacing(Metrics::gap);
    line->addStrut(Metrics::smallControlHeight); // as high without a button
    line->addWidget(m_title);
    line->addWidget(m_text, 1);
    line->addWidget(m_progress);
    for (Button *button : {m_tryAgain, m_details, m_cancel, m_dismiss}) {
        button->setButtonSize(ButtonSize::Small);
        line->addWidget(button);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(removalsIndent, 3, Metrics::margin, 3);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(m_detailsText);
}

void RemovalsRow::connectButtons()
{
    connect(m_tryAgain, &Button::clicked, this, [this] {
        const QList<Domain::SnapshotKey> failed = m_report.failed;
        dismissAll(); // their new attempt is told of in a line of its own
        Q_EMIT tryAgainClicked(failed);
    });
    connect(m_cancel, &Button::clicked, this, [this] {
        const QList<Domain::OperationId> waiting = m_report.waiting;
        for (const Domain::OperationId &id : waiting) {
            Q_EMIT cancelClicked(id);
        }
    });
    connect(m_dismiss, &Button::clicked, this, &RemovalsRow::dismissAll);
    connect(m_details, &Button::toggled, this, [this](bool isOpen) {
        m_detailsText->setVisible(isOpen);
        m_details->setIconName(isOpen ? u"chevron-up"_s : u"chevron-down"_s);
    });
}

void RemovalsRow::dismissAll()
{
    const QList<Domain::OperationId> ids = m_ids;
    for (const Domain::OperationId &id : ids) {
        Q_EMIT dismissClicked(id);
    }
}

void RemovalsRow::show(const QList<Domain::Operation> &removals)
{
    m_ids.clear();
    for (const Domain::Operation &removal : removals) {
        m_ids.append(removal.id);
    }
    m_report = Items::removalReport(removals);
    const bool isRunning = m_report.state == OperationState::Running;
    m_title->setText(m_report.title);
    m_text->setText(m_report.text);
    m_progress->setVisible(isRunning);
    m_progress->setValue(m_report.percent);
    m_tryAgain->setText(
        tr("Try the %n again", "snapshots that were not removed", int(m_report.failed.size())));
    m_tryAgain->setVisible(!isRunning && !m_report.failed.isEmpty());
    m_cancel->setVisible(!m_report.waiting.isEmpty());
    m_dismiss->setVisible(!isRunning);
    const QString details = m_report.details.join(u'\n');
    m_details->setVisible(!details.isEmpty());
    if (m_detailsText->toPlainText() != details) {
        m_detailsText->setPlainText(details);
    }
    describe();
    update();
}

void RemovalsRow::describe()
{
    setAccessibleName(tr("Removal of %1", "a number of snapshots").arg(m_report.title));
    setAccessibleDescription(m_report.text);
    m_progress->setAccessibleName(tr("Progress of the removal"));
    m_details->setAccessibleName(tr("Why snapshots were not removed"));
    m_detailsText->setAccessibleName(tr("Why snapshots were not removed"));
    m_dismiss->setAccessibleName(tr("Dismiss the removal of %1").arg(m_report.title));
}

bool RemovalsRow::isAlarming() const
{
    return m_report.state == OperationState::Failed
        || m_report.state == OperationState::NeedsAnswer;
}

void RemovalsRow::paintEvent(QPaintEvent *)
{
    const RemovalsLook look = removalsLook(m_report.state);
    QPainter painter(this);
    const QRect icon(Metrics::margin, m_title->y(), Metrics::iconSize, m_title->height());
    Icons::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), look.icon,
                 Theme::colour(look.role));
}

} // namespace Views
