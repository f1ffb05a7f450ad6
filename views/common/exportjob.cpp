// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/exportjob.h"

#include "domain/deferred.h"

#include <QCoreApplication>
#include <QThreadPool>

namespace Views {

namespace {

class ExportWords
{
    Q_DECLARE_TR_FUNCTIONS(ExportWords)
};

} // namespace

QFuture<Domain::Result<Domain::Done>> exportTo(const QString &path, ExportContent content)
{
    Domain::Deferred<Domain::Done> done;
    QFuture<Domain::Result<Domain::Done>> future = done.future();
    QThreadPool::globalInstance()->start(
        [done = std::move(done), path, content = std::move(content)] {
            done.settle(Items::writeExport(path, content(Items::exportFormatOf(path))));
        });
    return future;
}

QStringList exportFilters()
{
    return {ExportWords::tr("Table for spreadsheets (*.csv)"),
            ExportWords::tr("JSON for scripts (*.json)")};
}

} // namespace Views
