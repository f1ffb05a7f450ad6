// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/credentialform.h"
#include "views/common/dialog.h"

class QListWidget;

namespace Views {

/// Asks which of several accounts in a file is meant. One that can't be used stays visible, with
/// the reason.
class ImportChoiceDialog : public Dialog
{
    Q_OBJECT

public:
    ImportChoiceDialog(const QList<Domain::CredentialImport> &imports, const QString &fileName,
                       QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(qsizetype index);

private:
    void addRow(const Domain::CredentialImport &import);
    void updateSubmit();
    void submit();

    QListWidget *m_list;
    Button *m_submit;
};

} // namespace Views
