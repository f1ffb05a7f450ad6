// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/tableexport.h"

#include "domain/clock.h"
#include "inventory/inventory.h"
#include "items/displaytext.h"
#include "items/errortext.h"
#include "items/resourcemodel.h"
#include "items/snapshotmodel.h"
#include "views/common/prompts.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;
using Items::ExportFormat;

namespace Views {

TableExport::TableExport(const MainWindowServices &services, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_window(window)
{
}

void TableExport::exportSnapshots()
{
    const Items::SnapshotModel &model = m_services.snapshots;
    Items::ExportedSnapshots table;
    table.rows = model.shownRows();
    table.accounts = accounts();
    table.total = model.totalCount();
    table.filter = model.filter();
    table.exported = m_services.clock.now();
    const QLocale locale;
    const QString shown = locale.toString(table.rows.size());
    const QString total = locale.toString(table.total);
    const bool areAll = table.rows.size() == table.total;
    ask({Items::ExportSubject::Snapshots,
         areAll ? tr("Export the snapshots: all %1").arg(total)
                : tr("Export the snapshots: %1 of %2 shown").arg(shown, total),
         tr("snapdeck-snapshots-%1", "name of a file; a date").arg(today()),
         tr("The snapshots were exported."),
         areAll ? tr("%n snapshots written to %1.", nullptr, int(table.total))
                : tr("%1 of %2 snapshots written to %3.").arg(shown, total),
         std::ranges::any_of(
             table.rows,
             [this](const Items::SnapshotRow &row) { return isOld(row.snapshot.key.account); })},
        [table](ExportFormat format) {
            return format == ExportFormat::Json ? Items::snapshotsJson(table)
                                                : Items::snapshotsCsv(table);
        });
}

void TableExport::exportResources(const QList<Items::ResourceRow> &shown, const QString &filter)
{
    Items::ExportedResources table;
    table.rows = shown;
    table.accounts = accounts();
    table.total = m_services.resources.rowCount();
    table.filter = filter;
    table.exported = m_services.clock.now();
    const QLocale locale;
    const QString number = locale.toString(shown.size());
    const QString total = locale.toString(table.total);
    const bool areAll = shown.size() == table.total;
    ask({Items::ExportSubject::Resources,
         areAll ? tr("Export the servers and volumes: all %1").arg(total)
                : tr("Export the servers and volumes: %1 of %2 shown").arg(number, total),
         tr("snapdeck-servers-%1", "name of a file; a date").arg(today()),
         tr("The servers and volumes were exported."),
         areAll ? tr("%n servers and volumes written to %1.", nullptr, int(table.total))
                : tr("%1 of %2 servers and volumes written to %3.").arg(number, total),
         std::ranges::any_of(
             shown,
             [this](const Items::ResourceRow &row) { return isOld(row.resource.key.account); })},
        [table](ExportFormat format) {
            return format == ExportFormat::Json ? Items::resourcesJson(table)
                                                : Items::resourcesCsv(table);
        });
}

QHash<Domain::AccountId, Items::ExportedAccount> TableExport::accounts() const
{
    QHash<Domain::AccountId, Items::ExportedAccount> accounts;
    for (const Domain::AccountId &id : m_services.inventory.accounts()) {
        const Inventory::AccountInventory *seen = m_services.inventory.find(id);
        if (!seen) {
            continue;
        }
        Items::ExportedAccount &account = accounts[id];
        account.asOf = seen->asOf;
        for (const Domain::Project &project : seen->projects) {
            account.projects.insert(project.id, project.name);
        }
    }
    return accounts;
}

bool TableExport::isOld(const Domain::AccountId &account) const
{
    const Inventory::AccountInventory *seen = m_services.inventory.find(account);
    return seen && !seen->isCurrent;
}

QString TableExport::today() const
{
    return m_services.clock.now().toLocalTime().date().toString(Qt::ISODate);
}

void TableExport::ask(const Words &words, const ExportContent &content)
{
    m_services.prompts.chooseNewFile(
        m_window, {words.question, words.fileName, exportFilters()},
        [this, words, content](const QString &path) { write(path, words, content); });
}

void TableExport::write(const QString &path, const Words &words, const ExportContent &content)
{
    setWriting(true);
    exportTo(path, content)
        .then(this, [this, path, words](const Domain::Result<Domain::Done> &written) {
            setWriting(false);
            if (!written) {
                Q_EMIT failed(Items::exportErrorText(words.subject, path, written.error()));
                return;
            }
            const QString count =
                words.count.arg(Items::quotedName(QDir::toNativeSeparators(path)));
            Q_EMIT exported(words.title,
                            words.isAnyOld
                                ? tr("%1 Some of it is older: “as_of” tells of when each "
                                     "row is.",
                                     "how many, a whole sentence")
                                      .arg(count)
                                : count);
        });
}

void TableExport::setWriting(bool isWriting)
{
    m_isWriting = isWriting;
    Q_EMIT writingChanged();
}

} // namespace Views
