// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/servers/newfromsnapshotcard.h"

#include "views/common/button.h"
#include "views/common/dialog.h"
#include "views/common/theme.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

NewFromSnapshotCard::NewFromSnapshotCard(QWidget *parent)
    : Card(Tone::Plain, parent)
    , m_button(new Button(ButtonKind::Plain, u"server"_s, {}, this))
    , m_reason(makeText({}, this))
{
    setObjectName(u"newFromSnapshotCard"_s);
    m_button->setObjectName(u"newFromSnapshotButton"_s);
    m_button->setButtonSize(ButtonSize::Small);
    m_reason->setObjectName(u"newFromSnapshotReason"_s);
    m_reason->setFont(textFont(TextStyle::Small));
    setTextColour(m_reason, ColourRole::Dim);
    content()->addWidget(m_button, 0, Qt::AlignLeft);
    content()->addWidget(m_reason);
    connect(m_button, &Button::clicked, this, [this] {
        if (m_kind == Domain::SnapshotKind::Server) {
            Q_EMIT createServerClicked();
        } else {
            Q_EMIT createVolumeClicked();
        }
    });
}

void NewFromSnapshotCard::show(Domain::SnapshotKind kind, const QString &reason)
{
    m_kind = kind;
    const bool isServer = kind == Domain::SnapshotKind::Server;
    setHeading(isServer ? tr("A copy beside the server") : tr("A copy beside the volume"));
    m_button->setIconName(isServer ? u"server"_s : u"hard-drive"_s);
    m_button->setText(isServer ? tr("New server…") : tr("New volume…"));
    m_button->setDisabledReason(reason);
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    setVisible(true);
}

} // namespace Views
