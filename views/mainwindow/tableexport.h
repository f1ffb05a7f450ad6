// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/tableexport.h"
#include "views/common/exportjob.h"
#include "views/mainwindow/mainwindowservices.h"

#include <QObject>

class QWidget;

namespace Items {
struct ErrorText;
}

namespace Views {

/// Asks for a file, and writes the rows into it that were shown when it was asked, in their order.
/// It needs no provider: rows from the cache are written with their age.
class TableExport : public QObject
{
    Q_OBJECT

public:
    /// Asks over the window, which owns it.
    TableExport(const MainWindowServices &services, QWidget *window);

    void exportSnapshots();
    /// `filter`: as the person typed it.
    void exportResources(const QList<Items::ResourceRow> &shown, const QString &filter);
    [[nodiscard]] bool isWriting() const { return m_isWriting; }

Q_SIGNALS:
    void writingChanged();
    void exported(const QString &title, const QString &meaning);
    void failed(const Items::ErrorText &text);

private:
    /// What is said of it, before and after.
    struct Words
    {
        Items::ExportSubject subject = Items::ExportSubject::Snapshots;
        QString question;
        QString fileName;
        QString title;
        QString count; ///< with a place for the file
        bool isAnyOld = false; ///< of the rows that are written
    };
    [[nodiscard]] QHash<Domain::AccountId, Items::ExportedAccount> accounts() const;
    [[nodiscard]] bool isOld(const Domain::AccountId &account) const;
    [[nodiscard]] QString today() const;
    void ask(const Words &words, const ExportContent &content);
    void write(const QString &path, const Words &words, const ExportContent &content);
    void setWriting(bool isWriting);

    MainWindowServices m_services;
    QWidget *m_window;
    bool m_isWriting = false;
};

} // namespace Views
