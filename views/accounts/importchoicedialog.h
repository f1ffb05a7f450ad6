// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/credentialform.h"
#include "views/common/dialog.h"

namespace Items {
class ChoiceModel;
}

namespace Views {

class ChoiceView;

/// Asks which of several accounts in a file is meant. One that can't be used stays visible, and
/// says why when one goes to it.
class ImportChoiceDialog : public Dialog
{
    Q_OBJECT

public:
    ImportChoiceDialog(const QList<Domain::CredentialImport> &imports, const QString &fileName,
                       QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(int index);

private:
    void showState();
    void submit();

    Items::ChoiceModel *m_model;
    ChoiceView *m_view;
    QLabel *m_reason;
    Button *m_submit;
};

} // namespace Views
