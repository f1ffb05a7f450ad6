// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/removeaccountquestion.h"

#include "views/accounts/accounttexts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(RemoveAccountQuestion)
};

} // namespace

Question removeAccountQuestion(const QString &accountName, const QString &providerName)
{
    Question question;
    question.title = Text::tr("Remove the account %1?").arg(nameInTitle(accountName));
    question.text =
        Text::tr("Its servers, volumes and snapshots stay at %1 as they are, and go on being "
                 "billed there.")
            .arg(providerName);
    question.points = {
        Text::tr("Snapdeck no longer shows them."),
        Text::tr("The token is deleted from the system's keychain on this computer. It stays "
                 "valid at the provider until you revoke it there."),
        Text::tr("You can add the account again at any time, with a token."),
    };
    question.kind = ButtonKind::RemoveStrong;
    question.icon = u"user-round-minus"_s;
    question.action = Text::tr("Remove account");
    return question;
}

} // namespace Views
