// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/keepdialog.h"

#include "domain/clock.h"
#include "items/displaytext.h"
#include "items/snapshotmodel.h"
#include "views/common/theme.h"
#include "views/preferences/preferences.h"
#include "views/snapshots/keepchoice.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

KeepDialog::KeepDialog(const MainWindowServices &services,
                       const QList<Domain::SnapshotKey> &snapshots, QWidget *parent)
    : Dialog(parent)
    , m_snapshots(snapshots)
    , m_choice(new KeepChoice(services.clock.now(), tr("&Keep it"), this))
{
    setObjectName(u"keepDialog"_s);
    const Items::SnapshotRow *only =
        snapshots.size() == 1 ? services.snapshots.row(snapshots.first()) : nullptr;
    setTitle(only ? tr("How long is %1 kept?").arg(Items::quotedName(only->snapshot.name))
                  : tr("How long are %n snapshot(s) kept?", nullptr, int(snapshots.size())));
    if (only && only->keepUntil.isValid()) {
        m_choice->setUntil(only->keepUntil);
    } else {
        m_choice->setDays(readPreferences(services.settings).keepDays);
    }
    auto *note = makeText(tr("Past that Snapdeck proposes the removal. Nothing is removed by "
                             "itself. The date is known to Snapdeck on this computer only."),
                          this);
    setTextColour(note, ColourRole::Dim);
    content()->addWidget(m_choice);
    content()->addWidget(note);
    Button *set = addAction(ButtonKind::Primary, u"calendar-clock"_s, tr("Set date"));
    set->setAutoDefault(true);
    set->setDefault(true);
    connect(set, &Button::clicked, this, [this] {
        Q_EMIT confirmed(m_snapshots, m_choice->until());
        accept();
    });
    m_choice->setFocus();
}

} // namespace Views
