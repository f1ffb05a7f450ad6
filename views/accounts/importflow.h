// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/accounts/accountdialogservices.h"

#include <QObject>

class QWidget;

namespace Views {

/// From the import button to one account: which file, where several are at hand, and which account
/// of it, where it describes several.
class ImportFlow : public QObject
{
    Q_OBJECT

public:
    /// The dialog is what its questions belong to, and outlives it.
    ImportFlow(AccountDialogServices::Import import, QWidget *dialog);

    void start(const QString &provider, QWidget *button);

Q_SIGNALS:
    void chosen(const Domain::CredentialImport &import, const QString &fileName);
    /// A sentence for each problem.
    void failed(const QStringList &problems);

private:
    void chooseFile(const QString &provider);
    void read(const QString &provider, const QString &path);
    void choose(const QList<Domain::CredentialImport> &imports, const QString &fileName);

    AccountDialogServices::Import m_import;
    QWidget *m_dialog;
};

} // namespace Views
