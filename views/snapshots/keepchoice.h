// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QWidget>

class QComboBox;
class QDateEdit;

namespace Views {

/// The last moment of a day where the person is, in UTC: what is kept until a day is kept that day.
[[nodiscard]] QDateTime endOfDay(const QDate &day);

/// How long a snapshot is kept: some numbers of days, a day of one's own, or for good.
class KeepChoice : public QWidget
{
    Q_OBJECT

public:
    KeepChoice(const QDateTime &now, const QString &label, QWidget *parent = nullptr);

    /// 0: for good. A number that is not among the choices becomes one.
    void setDays(int days);
    /// Invalid: for good.
    void setUntil(const QDateTime &until);
    /// UTC; invalid: for good.
    [[nodiscard]] QDateTime until() const;

Q_SIGNALS:
    void changed();

private:
    void fill();

    QDate m_today;
    QList<int> m_days;
    QComboBox *m_field;
    QDateEdit *m_day;
};

} // namespace Views
