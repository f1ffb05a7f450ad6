// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benches.h"

#include "report.h"

#include <QApplication>

using namespace Qt::StringLiterals;

/// Without arguments everything, else the named parts: tls, list, table, refresh, start.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList wanted = QCoreApplication::arguments().sliced(1);
    if (wanted == QStringList{u"serve-tls"_s}) {
        return Bench::serveTls();
    }
    const auto isWanted = [&wanted](const QString &name) {
        return wanted.isEmpty() || wanted.contains(name);
    };
    if (isWanted(u"tls"_s)) {
        Bench::benchTls();
    }
    if (isWanted(u"list"_s)) {
        Bench::benchList();
    }
    if (isWanted(u"table"_s)) {
        Bench::benchTable();
    }
    if (isWanted(u"refresh"_s)) {
        Bench::benchRefresh();
    }
    if (isWanted(u"start"_s)) {
        Bench::benchStart();
    }
    return 0;
}
