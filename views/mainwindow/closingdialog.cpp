// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/closingdialog.h"

#include "views/common/card.h"
#include "views/common/theme.h"

#include <QCheckBox>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {
constexpr qsizetype mostListed = 5;
}

ClosingDialog::ClosingDialog(const OpenWork &work, QWidget *parent)
    : Dialog(parent)
{
    setObjectName(u"closingDialog"_s);
    if (work.removals > 0) {
        askAboutRemovals(work);
    } else {
        askAboutWork(work);
    }
    cancelButton()->setFocus();
}

void ClosingDialog::askAboutRemovals(const OpenWork &work)
{
    setTitle(tr("Remove %n snapshot(s) before closing?", nullptr, work.removals));
    content()->addWidget(makeText(
        tr("The removal is confirmed and can still be undone: nothing has been sent yet."), this));
    if (!work.running.isEmpty()) {
        listWork(work.running);
    }
    auto *drop = new Button(ButtonKind::Plain, u"undo-2"_s, tr("Don't remove"), this);
    drop->setObjectName(u"closingDropButton"_s);
    const Button *remove = addAction(ButtonKind::RemoveStrong, u"trash-2"_s,
                                     tr("Remove %n snapshot(s) now", nullptr, work.removals));
    addFooterButton(drop);
    connect(remove, &Button::clicked, this, [this] {
        accept();
        Q_EMIT removeChosen();
    });
    connect(drop, &Button::clicked, this, [this] {
        accept();
        Q_EMIT dropChosen();
    });
}

void ClosingDialog::askAboutWork(const OpenWork &work)
{
    setTitle(tr("Close Snapdeck while work runs?"));
    listWork(work.running);
    m_remember = new QCheckBox(tr("Don't &ask again"), this);
    m_remember->setObjectName(u"closingRemember"_s);
    m_remember->setToolTip(tr("The answer can be changed in the preferences."));
    addFooterWidget(m_remember);
    const Button *close = addAction(ButtonKind::Primary, u"log-out"_s, tr("Close Snapdeck"));
    connect(close, &Button::clicked, this, [this] {
        accept();
        Q_EMIT closeChosen(remember());
    });
    if (work.hiding == OpenWork::Hiding::Possible) {
        auto *hide = new Button(ButtonKind::Plain, {}, tr("Keep running"), this);
        hide->setObjectName(u"closingHideButton"_s);
        hide->setToolTip(tr("The window is hidden; an icon in the tray brings it back."));
        addFooterButton(hide);
        connect(hide, &Button::clicked, this, [this] {
            accept();
            Q_EMIT hideChosen(remember());
        });
    }
}

void ClosingDialog::listWork(const QStringList &running)
{
    auto *card = new Card(Card::Tone::Plain, this);
    card->setHeading(tr("%n operation(s) running", nullptr, int(running.size())));
    auto *list = new BulletList(card);
    list->setObjectName(u"closingWork"_s);
    QStringList points = running.first(qMin(running.size(), mostListed));
    const qsizetype more = running.size() - points.size();
    if (more > 0) {
        points.append(tr("and %n more", nullptr, int(more)));
    }
    list->setPoints(points);
    card->content()->addWidget(list);
    content()->addWidget(card);
    content()->addWidget(makeText(tr("What the provider has begun goes on without Snapdeck. "
                                     "Snapdeck looks at it again at its next start and does the "
                                     "steps that are left."),
                                  this));
}

ClosingDialog::Remember ClosingDialog::remember() const
{
    return m_remember && m_remember->isChecked() ? Remember::Yes : Remember::No;
}

SendingDialog::SendingDialog(int removals, int seconds, QWidget *parent)
    : Dialog(parent)
{
    setObjectName(u"sendingDialog"_s);
    setTitle(tr("Removing %n snapshot(s)…", nullptr, removals));
    content()->addWidget(
        makeText(tr("Snapdeck closes as soon as the provider has accepted the removal, after %L1 s "
                    "at the latest. What is not answered by then is looked at again at the next "
                    "start.")
                     .arg(seconds),
                 this));
    cancelButton()->setText(tr("Stay open"));
    const Button *close = addAction(ButtonKind::Plain, {}, tr("Close now"));
    connect(close, &Button::clicked, this, [this] {
        accept();
        Q_EMIT closeNowClicked();
    });
}

} // namespace Views
