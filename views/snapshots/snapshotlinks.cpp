// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/snapshotlinks.h"

#include "items/displaytext.h"
#include "views/common/button.h"
#include "views/common/dialog.h"
#include "views/common/theme.h"
#include "views/snapshots/snapshotfacts.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {
constexpr qsizetype mostNewer = 5;
}

SnapshotLinks::SnapshotLinks(const QString &buttonName, QWidget *parent)
    : Card(Tone::Plain, parent)
    , m_buttonName(buttonName)
    , m_lines(new QVBoxLayout)
    , m_note(makeText({}, this))
{
    m_note->setObjectName(buttonName + u"Note"_s);
    m_note->setFont(textFont(TextStyle::Small));
    setTextColour(m_note, ColourRole::Remove);
    m_lines->setSpacing(content()->spacing());
    content()->addLayout(m_lines);
    content()->addWidget(m_note);
}

void SnapshotLinks::show(const QString &heading, const QList<SnapshotLink> &links,
                         const QString &note)
{
    setVisible(!links.isEmpty() || !note.isEmpty());
    setHeading(heading);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    // A refresh that changes nothing takes nobody's focus.
    if (links == m_links) {
        return;
    }
    m_links = links;
    qDeleteAll(findChildren<Button *>(Qt::FindDirectChildrenOnly));
    for (const SnapshotLink &link : links) {
        addLink(link);
    }
}

void SnapshotLinks::addLink(const SnapshotLink &link)
{
    auto *button =
        new Button(ButtonKind::Quiet, {}, QString(link.text).replace(u'&', u"&&"_s), this);
    button->setObjectName(m_buttonName);
    button->setToolTip(Items::plainToolTip(link.name));
    button->setButtonSize(ButtonSize::Small);
    button->setButtonContent(ButtonContent::Leading);
    connect(button, &Button::clicked, this, [this, key = link.key] { Q_EMIT clicked(key); });
    m_lines->addWidget(button);
    button->show(); // at once, not when the layout comes to it
}

QList<SnapshotLink> newerLinks(const QList<Domain::Snapshot> &newer, const QDateTime &now)
{
    QList<SnapshotLink> links;
    for (const Domain::Snapshot &snapshot : newer.first(qMin(newer.size(), mostNewer))) {
        const QString name = Items::snapshotNameText(snapshot);
        links.append({snapshot.key,
                      SnapshotLinks::tr("%1 · %2", "age and name")
                          .arg(Items::ageText(snapshot.created, now), name),
                      name});
    }
    return links;
}

QList<SnapshotLink> partLinks(const QList<Domain::Snapshot> &parts, const SnapshotFacts &facts,
                              Domain::SizeUnit unit)
{
    QList<SnapshotLink> links;
    for (const Domain::Snapshot &part : parts) {
        const Domain::Resource *volume = facts.source(part);
        const QString name = Items::snapshotNameText(part);
        const QString title = volume ? volume->name : name;
        links.append({part.key,
                      part.sizeBytes ? SnapshotLinks::tr("%1 · %2", "volume and size")
                                           .arg(title, Items::sizeText(*part.sizeBytes, unit))
                                     : title,
                      name});
    }
    return links;
}

} // namespace Views
