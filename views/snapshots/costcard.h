// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/common/card.h"

class QLabel;

namespace Views {

class Button;
class FlowLabel;

/// What it costs, as an estimate, and the way to prices where the provider tells none.
class CostCard : public Card
{
    Q_OBJECT

public:
    explicit CostCard(QWidget *parent = nullptr);

    enum class Prices { Told, CanBeEntered };
    void show(const QString &figure, const QString &note, Prices prices = Prices::Told);

Q_SIGNALS:
    void enterPricesClicked();

private:
    FlowLabel *m_figure;
    QLabel *m_note;
    Button *m_enterPrices;
};

} // namespace Views
