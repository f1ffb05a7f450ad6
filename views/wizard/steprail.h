// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QWidget>

namespace Views {

/// One question in the rail: its number or a check, its title, and the answer so far below it.
class RailStep : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Mark { Pending, Answered, Current };
    explicit RailStep(QWidget *parent);

    void setStep(int number, const QString &title, const QString &answer);
    void setMark(Mark mark);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QColor titleColour() const;
    void paintGround(QPainter &painter) const;

    int m_number = 0;
    QString m_answer;
    Mark m_mark = Mark::Pending;
};

/// The questions of a wizard beside its pages: where one is, what was answered, and a way back.
class StepRail : public QWidget
{
    Q_OBJECT

public:
    struct Step
    {
        int id = 0;
        QString objectName;
        QString title;
        QString answer;
        bool isReachable = false;
        bool isAnswered = false;
    };

    explicit StepRail(QWidget *parent = nullptr);
    void setSteps(const QList<Step> &steps, int current);

Q_SIGNALS:
    void stepClicked(int id);

private:
    QList<RailStep *> m_steps;
    QList<int> m_ids;
};

} // namespace Views
