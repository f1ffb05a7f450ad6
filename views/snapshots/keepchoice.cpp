// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/keepchoice.h"

#include "items/displaytext.h"
#include "views/common/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int forGood = 0; ///< as data of the combo box, else a number of days
constexpr int anotherDay = -1;

} // namespace

QDateTime endOfDay(const QDate &day)
{
    return day.endOfDay().toUTC();
}

KeepChoice::KeepChoice(const QDateTime &now, const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_today(now.toLocalTime().date())
    , m_days{3, 7, 14, 30, 90}
    , m_field(new QComboBox(this))
    , m_day(new QDateEdit(this))
{
    m_field->setObjectName(u"keepField"_s);
    m_field->setAccessibleName(tr("How long it is kept"));
    m_day->setObjectName(u"keepDay"_s);
    m_day->setAccessibleName(tr("The day until which it is kept"));
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(tr("d MMM yyyy", "day with year, for a field"));
    m_day->setMinimumDate(m_today.addDays(1));
    m_day->setDate(m_today.addDays(7));
    m_day->setFixedHeight(Metrics::controlHeight);
    m_day->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::gap);
    auto *name = new QLabel(label, this);
    name->setBuddy(m_field);
    row->addWidget(name);
    row->addWidget(m_field);
    row->addWidget(m_day);
    row->addStretch(1);
    setFocusProxy(m_field);
    fill();
    connect(m_field, &QComboBox::currentIndexChanged, this, [this] {
        m_day->setVisible(m_field->currentData().toInt() == anotherDay);
        Q_EMIT changed();
    });
    connect(m_day, &QDateEdit::dateChanged, this, &KeepChoice::changed);
}

void KeepChoice::fill()
{
    const QSignalBlocker blocker(m_field);
    m_field->clear();
    for (const int days : std::as_const(m_days)) {
        const QString day = Items::dateText(endOfDay(m_today.addDays(days)), endOfDay(m_today));
        m_field->addItem(tr("%n day(s), until %1", nullptr, days).arg(day), days);
    }
    m_field->addItem(tr("For good"), forGood);
    m_field->addItem(tr("Until another day…"), anotherDay);
}

void KeepChoice::setDays(int days)
{
    if (days != forGood && !m_days.contains(days)) {
        m_days.append(days);
        std::ranges::sort(m_days);
        fill();
    }
    m_field->setCurrentIndex(m_field->findData(days));
}

void KeepChoice::setUntil(const QDateTime &until)
{
    const int days = int(m_today.daysTo(until.toLocalTime().date()));
    if (!until.isValid()) {
        setDays(forGood);
    } else if (m_days.contains(days)) {
        setDays(days);
    } else {
        m_day->setDate(until.toLocalTime().date());
        m_field->setCurrentIndex(m_field->findData(anotherDay));
    }
}

QDateTime KeepChoice::until() const
{
    const int days = m_field->currentData().toInt();
    if (days == forGood) {
        return {};
    }
    return endOfDay(days == anotherDay ? m_day->date() : m_today.addDays(days));
}

} // namespace Views
