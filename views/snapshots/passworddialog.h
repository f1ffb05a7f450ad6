// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/secret.h"
#include "views/common/dialog.h"

class QLineEdit;

namespace Views {

/// Shows a password that a provider returned, once. It lives in the field alone and is wiped when
/// the dialog closes; Copy puts it on the clipboard, marked as secret for clipboard managers.
class PasswordDialog : public Dialog
{
    Q_OBJECT

public:
    PasswordDialog(const QString &serverName, const Domain::Secret &password, QWidget *parent);
    ~PasswordDialog() override;

private:
    void copy();

    QLineEdit *m_field;
    Button *m_copy;
};

} // namespace Views
