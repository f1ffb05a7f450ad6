// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/operations/undobar.h"

#include "domain/clock.h"
#include "items/operationsmodel.h"
#include "items/removals.h"
#include "views/common/button.h"
#include "views/common/flowlabel.h"
#include "views/common/hairline.h"
#include "views/common/icons.h"
#include "views/common/progressline.h"
#include "views/common/theme.h"

#include <QAccessible>
#include <QAccessibleAnnouncementEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using Items::OperationsModel;

namespace Views {

namespace {

constexpr int undoIndent = Metrics::margin + Metrics::iconSize + Metrics::gap;
constexpr std::chrono::milliseconds tickInterval(200);
constexpr std::chrono::seconds tellingTime(4);
/// In which the removals of one confirmation come together.
constexpr std::chrono::milliseconds gatheringTime(250);

} // namespace

UndoBar::UndoBar(const OperationsModel &model, const Domain::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_clock(clock)
    , m_title(new FlowLabel(1, this))
    , m_text(new FlowLabel(1, this))
    , m_progress(new ProgressLine(this))
    , m_sendNow(new Button(ButtonKind::Quiet, {}, tr("Remove now"), this))
    , m_undo(new Button(ButtonKind::Plain, u"undo-2"_s, tr("Undo"), this))
{
    setObjectName(u"undoBar"_s);
    setUp();
    m_tick.setInterval(tickInterval);
    m_telling.setInterval(tellingTime);
    m_telling.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &UndoBar::countDown);
    connect(&m_telling, &QTimer::timeout, this, [this] { setVisible(!m_waiting.isEmpty()); });
    m_announcing.setInterval(gatheringTime);
    m_announcing.setSingleShot(true);
    connect(&m_announcing, &QTimer::timeout, this, &UndoBar::announceWaiting);
    connect(m_undo, &Button::clicked, this, &UndoBar::undo);
    connect(m_sendNow, &Button::clicked, this, &UndoBar::sendNow);
    connect(&model, &OperationsModel::rowsInserted, this, &UndoBar::sync);
    connect(&model, &OperationsModel::rowsRemoved, this, &UndoBar::sync);
    connect(&model, &OperationsModel::dataChanged, this, &UndoBar::sync);
    connect(&model, &OperationsModel::modelReset, this, &UndoBar::sync);
    hide();
    sync();
}

void UndoBar::setUp()
{
    m_title->setObjectName(u"undoTitle"_s);
    m_title->setFont(textFont(TextStyle::BodyStrong));
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_text->setObjectName(u"undoText"_s);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_progress->setObjectName(u"undoProgress"_s);
    m_progress->setAccessibleName(tr("Time left to undo"));
    m_sendNow->setObjectName(u"undoSendNowButton"_s);
    m_sendNow->setButtonSize(ButtonSize::Small);
    m_undo->setObjectName(u"undoButton"_s);
    m_undo->setButtonSize(ButtonSize::Small);
    m_undo->setToolTip(
        tr("Take the removal back: nothing has been sent yet (%1)", "keys")
            .arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(undoIndent, Metrics::gap, Metrics::margin, Metrics::gap);
    line->setSpacing(Metrics::gap);
    line->addStrut(Metrics::smallControlHeight); // as high without a button
    line->addWidget(m_title);
    line->addWidget(m_text, 1);
    line->addWidget(m_progress);
    line->addWidget(m_sendNow);
    line->addWidget(m_undo);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Hairline(Qt::Horizontal, this));
    column->addLayout(line);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QList<Domain::Operation> UndoBar::operations() const
{
    QList<Domain::Operation> operations;
    std::ranges::copy_if(m_model.all(), std::back_inserter(operations), Items::waitsForUndo);
    return operations;
}

QList<Domain::SnapshotKey> UndoBar::snapshots() const
{
    QList<Domain::SnapshotKey> keys;
    const QList<Domain::Operation> waiting = operations();
    for (const Domain::Operation &operation : waiting) {
        if (operation.snapshot) {
            keys.append(*operation.snapshot);
        }
    }
    return keys;
}

void UndoBar::sync()
{
    const QList<Domain::Operation> waiting = operations();
    QList<Domain::OperationId> ids;
    for (const Domain::Operation &operation : waiting) {
        ids.append(operation.id);
    }
    if (ids != m_waiting) {
        const bool hasMore = ids.size() > m_waiting.size();
        m_waiting = ids;
        if (hasMore) {
            m_undone.clear();
            m_announcing.start();
            m_wholeMs = m_clock.now().msecsTo(
                std::ranges::max(waiting, {}, &Domain::Operation::heldUntil).heldUntil);
        }
        Q_EMIT waitingChanged();
    }
    if (m_waiting.isEmpty()) {
        m_tick.stop();
        setVisible(m_telling.isActive());
        tellUndone();
        return;
    }
    m_telling.stop();
    m_tick.start();
    countDown();
    show();
}

void UndoBar::countDown()
{
    const QList<Domain::Operation> waiting = operations();
    if (waiting.isEmpty()) {
        return;
    }
    const QDateTime now = m_clock.now();
    const Items::UndoText text = Items::undoText(waiting, now);
    m_title->setText(text.title);
    m_text->setText(text.text);
    // A long name gives way, and not what becomes of it.
    m_text->setMinimumWidth(m_text->fontMetrics().horizontalAdvance(text.text) + 2);
    const qint64 leftMs =
        now.msecsTo(std::ranges::min(waiting, {}, &Domain::Operation::heldUntil).heldUntil);
    const qint64 percent = m_wholeMs > 0 ? 100 * leftMs / m_wholeMs : 0;
    m_progress->setValue(int(std::clamp<qint64>(percent, 0, 100)));
    for (QWidget *part : QList<QWidget *>{m_title, m_progress, m_sendNow, m_undo}) {
        part->show();
    }
    setAccessibleName(tr("Removal of %1", "which snapshots").arg(text.title));
    setAccessibleDescription(text.text);
}

void UndoBar::undo()
{
    if (!m_waiting.isEmpty()) {
        m_undone = m_waiting;
        // Each one that is taken back changes both.
        const QList<Domain::OperationId> waiting = m_waiting;
        Q_EMIT undoRequested(waiting);
    }
}

void UndoBar::sendNow()
{
    if (!m_waiting.isEmpty()) {
        const QList<Domain::OperationId> waiting = m_waiting;
        Q_EMIT sendNowRequested(waiting);
    }
}

/// What had been sent already goes on in the operations strip.
void UndoBar::tellUndone()
{
    if (m_undone.isEmpty()) {
        return;
    }
    const QList<Domain::OperationId> undone = std::exchange(m_undone, {});
    const qsizetype sent = std::ranges::count_if(undone, [this](const Domain::OperationId &id) {
        const Domain::Operation *operation = m_model.operation(m_model.indexOf(id));
        return operation && !Items::isTakenBack(*operation);
    });
    const QLocale locale;
    tell(sent == 0
             ? tr("Nothing was removed.")
             : tr("%1 of %2 were taken back; the others had been sent already.")
                   .arg(locale.toString(undone.size() - sent), locale.toString(undone.size())));
}

void UndoBar::tell(const QString &text)
{
    m_text->setText(text);
    m_text->setMinimumWidth(0);
    for (QWidget *part : QList<QWidget *>{m_title, m_progress, m_sendNow, m_undo}) {
        part->hide();
    }
    setAccessibleName(text);
    setAccessibleDescription({});
    announce(text);
    m_telling.start();
    show();
}

void UndoBar::announceWaiting()
{
    if (!m_waiting.isEmpty()) {
        const Items::UndoText text = Items::undoText(operations(), m_clock.now());
        announce(tr("%1 %2. It can be undone.", "which snapshots, will be removed")
                     .arg(text.title, text.text));
    }
}

void UndoBar::announce(const QString &text)
{
    QAccessibleAnnouncementEvent event(this, text);
    QAccessible::updateAccessibility(&event);
}

void UndoBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRect icon(Metrics::margin, m_text->y(), Metrics::iconSize, m_text->height());
    const bool isTelling = m_waiting.isEmpty();
    Icons::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), icon),
                 isTelling ? u"undo-2"_s : u"trash-2"_s,
                 Theme::colour(isTelling ? ColourRole::Dim : ColourRole::Remove));
}

} // namespace Views
