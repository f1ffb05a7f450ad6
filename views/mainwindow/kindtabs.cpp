// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/kindtabs.h"

#include "items/snapshotmodel.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Views {

namespace {
enum Tab { All, OfServers, OfVolumes };
}

KindTabs::KindTabs(const Items::SnapshotModel &model, QWidget *parent)
    : QTabBar(parent)
    , m_model(model)
{
    setObjectName(u"kindTabs"_s);
    setAccessibleName(tr("Kinds of snapshots"));
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
    addTab({});
    addTab({});
    addTab({});
    updateCounts();
    connect(this, &QTabBar::currentChanged, this, &KindTabs::kindChanged);
}

std::optional<Domain::SnapshotKind> KindTabs::kind() const
{
    switch (currentIndex()) {
    case OfServers:
        return Domain::SnapshotKind::Server;
    case OfVolumes:
        return Domain::SnapshotKind::Volume;
    default:
        return std::nullopt;
    }
}

void KindTabs::updateCounts()
{
    Items::SnapshotScope scope = m_model.scope();
    const auto count = [this, &scope](std::optional<Domain::SnapshotKind> kind) {
        scope.kind = kind;
        return QLocale().toString(m_model.countInScope(scope));
    };
    setTabText(All, tr("All %1", "tab with a count").arg(count(std::nullopt)));
    setTabText(OfServers,
               tr("VM snapshots %1", "tab with a count").arg(count(Domain::SnapshotKind::Server)));
    setTabText(
        OfVolumes,
        tr("Volume snapshots %1", "tab with a count").arg(count(Domain::SnapshotKind::Volume)));
}

} // namespace Views
