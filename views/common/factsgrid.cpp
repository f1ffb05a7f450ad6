// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/factsgrid.h"

#include "views/common/flowlabel.h"
#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QGridLayout>
#include <QPainter>

namespace Views {

namespace {

constexpr int labelWidth = 76;
constexpr int mostLines = 4; // what an id of 36 characters takes
constexpr int mostLinesOfSentence = 6;

/// An icon in the text's colour that follows the scheme.
class Mark : public QWidget
{
public:
    Mark(const QString &icon, ColourRole role, QWidget *parent)
        : QWidget(parent)
        , m_icon(icon)
        , m_role(role)
    {
        setFixedSize(Metrics::iconSize, Metrics::iconSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        Icons::paint(&painter, rect(), m_icon, Theme::colour(m_role), Metrics::iconSize - 2);
    }

private:
    QString m_icon;
    ColourRole m_role;
};

} // namespace

FactsGrid::FactsGrid(QWidget *parent, Names names)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_names(names)
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(Metrics::gap);
    m_grid->setVerticalSpacing(Metrics::gap - 1);
    m_grid->setColumnMinimumWidth(0, labelWidth);
    m_grid->setColumnStretch(1, 1);
}

void FactsGrid::setFacts(const QList<Fact> &facts)
{
    if (facts == m_facts) {
        return;
    }
    m_facts = facts;
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item;
    }
    for (int row = 0; row < facts.size(); ++row) {
        addRow(row, facts.at(row));
    }
}

void FactsGrid::addRow(int row, const Fact &fact)
{
    auto *label = new FlowLabel(2, this);
    label->setText(fact.label);
    setTextColour(label, ColourRole::Dim);
    auto *value = new FlowLabel(m_names == Names::Above ? mostLinesOfSentence : mostLines, this);
    value->setText(fact.value);
    value->setHint(fact.hint);
    setTextColour(value, fact.role);
    if (m_names == Names::Above) {
        addAbove(row, label, value);
    } else {
        m_grid->addWidget(label, row, 0, Qt::AlignTop);
    }
    if (m_names == Names::Beside && fact.icon.isEmpty()) {
        m_grid->addWidget(value, row, 1);
    } else if (m_names == Names::Beside) {
        auto *cell = new QHBoxLayout;
        cell->setSpacing(Metrics::space + 1);
        cell->addWidget(new Mark(fact.icon, fact.role, this), 0, Qt::AlignTop);
        cell->addWidget(value, 1);
        m_grid->addLayout(cell, row, 1);
    }
    for (QWidget *child : findChildren<QWidget *>(Qt::FindDirectChildrenOnly)) {
        child->show();
    }
}

void FactsGrid::addAbove(int row, FlowLabel *label, FlowLabel *value)
{
    label->setFont(textFont(TextStyle::Small));
    auto *cell = new QVBoxLayout;
    cell->setSpacing(1);
    cell->addWidget(label);
    cell->addWidget(value);
    m_grid->addLayout(cell, row, 0, 1, 2);
}

} // namespace Views
