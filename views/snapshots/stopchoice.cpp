// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/stopchoice.h"

#include "items/displaytext.h"
#include "views/common/dialog.h"
#include "views/common/theme.h"

#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {
constexpr int meaningIndent = 24;
}

StopChoice::StopChoice(QWidget *parent)
    : QWidget(parent)
    , m_live(new QRadioButton(tr("Take it while the server &runs"), this))
    , m_stopFirst(new QRadioButton(tr("&Shut down, take, start again (recommended)"), this))
    , m_liveMeaning(makeText({}, this))
    , m_stopMeaning(makeText({}, this))
{
    m_live->setObjectName(u"takeLive"_s);
    m_stopFirst->setObjectName(u"takeStopFirst"_s);
    m_live->setChecked(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const auto add = [column](QRadioButton *button, QLabel *meaning) {
        auto *indented = new QHBoxLayout;
        indented->setContentsMargins(meaningIndent, 0, 0, Metrics::space);
        indented->addWidget(meaning);
        column->addWidget(button);
        column->addLayout(indented);
    };
    add(m_stopFirst, m_stopMeaning);
    add(m_live, m_liveMeaning);
    for (QLabel *meaning : {m_liveMeaning, m_stopMeaning}) {
        setTextColour(meaning, ColourRole::Dim);
    }
    connect(m_stopFirst, &QRadioButton::toggled, this, &StopChoice::choiceChanged);
}

void StopChoice::setServerName(const QString &name)
{
    const QString shown = Items::inlineName(name);
    m_stopMeaning->setText(tr("%1 is off while the copy is made. Everything is written to the disk "
                              "before, so the copy is whole.")
                               .arg(shown));
    m_liveMeaning->setText(tr("No interruption. The copy is as after a power failure: what %1 has "
                              "not written yet is missing, and a database may need repair.")
                               .arg(shown));
    m_stopFirst->setAccessibleDescription(m_stopMeaning->text());
    m_live->setAccessibleDescription(m_liveMeaning->text());
}

Operations::StopServer StopChoice::choice() const
{
    return m_stopFirst->isChecked() ? Operations::StopServer::Yes : Operations::StopServer::No;
}

} // namespace Views
