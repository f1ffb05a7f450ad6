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

/// Facts in two columns: what, dimmed, and its value.
class FactsGrid : public QWidget
{
    Q_OBJECT

public:
    /// Values are cut after so many lines.
    explicit FactsGrid(QWidget *parent = nullptr, int mostLines = 3);
    void setFacts(const QList<Fact> &facts);
    [[nodiscard]] const QList<Fact> &facts() const { return m_facts; }

private:
    void addRow(int row, const Fact &fact);

    QList<Fact> m_facts;
    QGridLayout *m_grid;
    int m_mostLines;
};

} // namespace Views
