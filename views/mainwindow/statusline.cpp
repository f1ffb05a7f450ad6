// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/statusline.h"

#include "domain/clock.h"
#include "inventory/inventory.h"
#include "items/displaytext.h"
#include "items/snapshotmodel.h"
#include "views/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;
using Inventory::Freshness;

namespace Views {

namespace {

constexpr int lineHeight = 28;

/// How old the table's data is, over all accounts.
struct Age
{
    QDateTime oldest;
    bool isRefreshing = false;
    bool isStale = false; ///< of some account, what is shown is from before
    qint64 loaded = 0;
    std::optional<qint64> total = 0;
};

Age ageOf(const Inventory::Inventory &inventory)
{
    Age age;
    for (const Domain::AccountId &id : inventory.accounts()) {
        const Inventory::AccountInventory *account = inventory.find(id);
        if (!account) {
            continue;
        }
        if (account->asOf.isValid() && (!age.oldest.isValid() || account->asOf < age.oldest)) {
            age.oldest = account->asOf;
        }
        const bool isRunning =
            account->freshness == Freshness::Loading || account->freshness == Freshness::Refreshing;
        age.isStale = age.isStale || account->freshness == Freshness::Failed
            || (account->asOf.isValid() && !account->isCurrent);
        if (isRunning) {
            age.isRefreshing = true;
            age.loaded += account->loaded;
            age.total = age.total && account->total ? std::optional(*age.total + *account->total)
                                                    : std::nullopt;
        }
    }
    return age;
}

/// With the time that what is shown is from; empty: as the provider has just told it.
QString loadingText(const Age &age, const QString &time)
{
    const QLocale locale;
    const QString loaded = locale.toString(age.loaded);
    if (!age.total || *age.total == 0) {
        return time.isEmpty() ? StatusLine::tr("loading")
                              : StatusLine::tr("as of %1, loading").arg(time);
    }
    const QString total = locale.toString(*age.total);
    return time.isEmpty()
        ? StatusLine::tr("loading %1 of about %2").arg(loaded, total)
        : StatusLine::tr("as of %1, loading %2 of about %3").arg(time, loaded, total);
}

} // namespace

StatusLine::StatusLine(const MainWindowServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
{
    setObjectName(u"statusLine"_s);
    setAccessibleName(tr("Status"));
    setFixedHeight(qMax(lineHeight, fontMetrics().height() + Metrics::gap));
    m_shown = addLabel(u"statusShown"_s);
    m_selected = addLabel(u"statusSelected"_s);
    m_size = addLabel(u"statusSize"_s);
    m_cost = addLabel(u"statusCost"_s);
    m_mode = addLabel(u"statusMode"_s);
    m_totals = addLabel(u"statusTotals"_s);
    m_freshness = addLabel(u"statusFreshness"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Metrics::margin, 1, Metrics::margin, 0);
    row->setSpacing(Metrics::wideMargin);
    for (QLabel *label : {m_shown, m_selected, m_size, m_cost}) {
        row->addWidget(label);
    }
    row->addStretch(1);
    for (QLabel *label : {m_mode, m_totals, m_freshness}) {
        row->addWidget(label);
    }
    m_mode->hide();
    showSelection({});
    showTotals(0, 0);
    showFreshness();
}

QLabel *StatusLine::addLabel(const QString &objectName)
{
    auto *label = new QLabel(this);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setFont(textFont(TextStyle::Small));
    setTextColour(label, ColourRole::Dim);
    return label;
}

void StatusLine::setText(QLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void StatusLine::showSelection(const QList<Domain::SnapshotKey> &keys)
{
    if (keys.isEmpty()) {
        for (QLabel *label : {m_selected, m_size, m_cost}) {
            setText(label, {});
        }
        return;
    }
    const Items::SnapshotSummary summary = m_services.snapshots.summaryOf(keys);
    const Items::SnapshotRow *first = m_services.snapshots.row(keys.first());
    setText(m_selected, tr("%n selected", nullptr, static_cast<int>(summary.count)));
    setText(
        m_size,
        summary.bytes == 0
            ? QString()
            : Items::sizeText(summary.bytes, first ? first->sizeUnit : Domain::SizeUnit::Gigabyte));
    setText(m_cost,
            summary.monthly.isEmpty()
                ? QString()
                : tr("%1 a month").arg(Items::moneyListText(summary.monthly)));
}

void StatusLine::showTotals(qsizetype shown, qsizetype total)
{
    const QLocale locale;
    setText(m_shown,
            shown == total
                ? tr("%1 shown").arg(locale.toString(shown))
                : tr("%1 shown of %2").arg(locale.toString(shown), locale.toString(total)));
    const Items::SnapshotSummary summary = m_services.snapshots.totalSummary();
    setText(m_totals,
            summary.monthly.isEmpty()
                ? QString()
                : tr("All: %1 a month, estimate").arg(Items::moneyListText(summary.monthly)));
    m_totals->setToolTip(tr("What every snapshot costs together, without tax. Not an invoice."));
}

void StatusLine::showFreshness()
{
    const Age age = ageOf(m_services.inventory);
    const bool isKnown = age.oldest.isValid();
    const QString time =
        isKnown ? Items::asOfTimeText(age.oldest, m_services.clock.now()) : QString();
    m_freshness->setToolTip(isKnown ? Items::isoText(age.oldest) : QString());
    if (age.isRefreshing) {
        setText(m_freshness, loadingText(age, age.isStale ? time : QString()));
        setTextColour(m_freshness, ColourRole::Accent);
        return;
    }
    setText(m_freshness, isKnown ? tr("as of %1").arg(time) : QString());
    setTextColour(m_freshness, age.isStale ? ColourRole::Rollback : ColourRole::Dim);
}

void StatusLine::setModeText(const QString &text)
{
    setText(m_mode, text);
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), Theme::colour(ColourRole::Line));
}

} // namespace Views
