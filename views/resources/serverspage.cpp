// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/resources/serverspage.h"

#include "items/resourcemodel.h"
#include "views/common/button.h"
#include "views/common/hairline.h"
#include "views/common/theme.h"
#include "views/resources/resourcetable.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace Views {

ServersPage::ServersPage(const MainWindowServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_reasons(services.inventory)
    , m_summary(new QLabel(this))
    , m_export(new Button(ButtonKind::Plain, u"download"_s, tr("Export…"), this))
    , m_table(new ResourceTable(
          services.resources,
          [this](const Domain::ResourceKey &key) { return m_reasons.takeOf(key); }, this))
{
    setObjectName(u"serversPage"_s);
    setFocusProxy(m_table);
    auto *head = new QWidget(this);
    head->setFixedHeight(Metrics::tabHeight);
    auto *title = new QLabel(tr("Servers and volumes"), head);
    title->setFont(textFont(TextStyle::BodyStrong));
    m_summary->setObjectName(u"serversSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setMinimumWidth(0);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setTextColour(m_summary, ColourRole::Dim);
    m_export->setObjectName(u"serversExportButton"_s);
    m_export->setAccessibleName(tr("Export the servers and volumes"));
    m_export->setButtonSize(ButtonSize::Small);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(Metrics::margin, 0, Metrics::margin, 0);
    row->setSpacing(Metrics::margin);
    row->addWidget(title);
    row->addWidget(m_summary, 1);
    row->addWidget(m_export);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(new Hairline(Qt::Horizontal, this));
    column->addWidget(m_table, 1);
    refresh();
}

int ServersPage::shownCount() const
{
    return m_table->model()->rowCount();
}

void ServersPage::refresh()
{
    const QString summary = m_services.resources.summaryText();
    m_summary->setText(summary);
    m_summary->setToolTip(summary); // where there is no room for all of it
    m_table->updateButtons();
}

} // namespace Views
