// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/common/palette.h"

#include <QWidget>

class QGridLayout;

namespace Views {

class FlowLabel;

struct Fact
{
    QString label;
    QString value;
    QString hint; ///< tooltip
    QString icon; ///< before the value; empty for none
    ColourRole role = ColourRole::Text;

    friend bool operator==(const Fact &, const Fact &) = default;
};

/// Facts with their names dimmed: beside the values, or above them where values are sentences.
class FactsGrid : public QWidget
{
    Q_OBJECT

public:
    enum class Names { Beside, Above };
    explicit FactsGrid(QWidget *parent = nullptr, Names names = Names::Beside);
    void setFacts(const QList<Fact> &facts);
    [[nodiscard]] const QList<Fact> &facts() const { return m_facts; }

private:
    void addRow(int row, const Fact &fact);
    void addAbove(int row, FlowLabel *label, FlowLabel *value);

    QList<Fact> m_facts;
    QGridLayout *m_grid;
    Names m_names;
};

} // namespace Views
