// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/backuphelpdialog.h"

#include "views/common/card.h"
#include "views/common/theme.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {
constexpr int readingHeight = 420;
}

BackupHelpDialog::BackupHelpDialog(const QList<Items::HelpSection> &sections, QWidget *parent)
    : Dialog(parent)
{
    setObjectName(u"backupHelpDialog"_s);
    setTitle(tr("Snapshots or backups?"));
    auto *area = new QScrollArea(this);
    area->setObjectName(u"backupHelpText"_s);
    area->setAccessibleName(windowTitle());
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFixedHeight(readingHeight);
    auto *page = new QWidget(area);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, Metrics::margin, 0);
    column->setSpacing(Metrics::space);
    for (const Items::HelpSection &section : sections) {
        auto *heading = makeText(section.heading, page);
        heading->setFont(textFont(TextStyle::BodyStrong));
        auto *points = new BulletList(page);
        points->setPoints(section.points);
        column->addWidget(heading);
        column->addWidget(points);
        column->addSpacing(Metrics::gap);
    }
    column->addStretch(1);
    area->setWidget(page);
    content()->addWidget(area);
    cancelButton()->setText(tr("Close"));
    area->setFocus(); // the arrow keys scroll
}

} // namespace Views
