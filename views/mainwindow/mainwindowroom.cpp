// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/mainwindowprivate.h"

#include <QAction>
#include <QSplitter>
#include <QStackedWidget>

/// Who gets the room when the window is made smaller or larger.

namespace Views {

namespace {
constexpr int roomForDetails = 1040;
}

void MainWindow::Private::toggleDetails()
{
    // What counts is what is seen: in a small window they may be hidden while they are wanted.
    const bool isShown = detailsSide->isHidden();
    areDetailsForced = isShown && q->width() < roomForDetails;
    actions->showDetails->setChecked(isShown);
    fitDetails();
}

/// A small window gives its room to the table, unless the person asks for the details there.
void MainWindow::Private::fitDetails()
{
    const bool hasRoom = q->width() >= roomForDetails || areDetailsForced;
    const bool isShown = hasRoom && actions->showDetails->isChecked();
    if (isShown == !detailsSide->isHidden()) {
        return;
    }
    // Left to the splitter, the tree would get a part of what the details give.
    QList<int> sizes = splitter->sizes();
    detailsSide->setVisible(isShown);
    const int wanted = isShown ? qMax(sizes.at(2), detailsWidth) : 0;
    sizes[1] = q->width() - sizes.at(0) - wanted;
    sizes[2] = wanted;
    splitter->setSizes(sizes);
}

/// In a small window the tree gives a part of its width to the table; it gets it back.
void MainWindow::Private::fitSide()
{
    QList<int> sizes = splitter->sizes();
    const int room = sizes.at(1) - splitter->widget(1)->minimumSizeHint().width();
    const int more = qMin(wantedSide - sizes.constFirst(), room);
    if (more > 0) {
        sizes[0] += more;
        sizes[1] -= more;
        splitter->setSizes(sizes);
    }
}

} // namespace Views
