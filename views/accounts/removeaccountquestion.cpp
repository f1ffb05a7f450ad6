// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/removeaccountquestion.h"

#include "views/accounts/accounttexts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

class RemovalWords
{
    Q_DECLARE_TR_FUNCTIONS(RemoveAccountQuestion)
};

QString stayText(const QString &providerName)
{
    return RemovalWords::tr(
               "Its servers, volumes and snapshots stay at %1 as they are, and go on being "
               "billed there.")
        .arg(providerName);
}

} // namespace

Question removeAccountQuestion(const QString &accountName, const QString &providerName)
{
    Question question;
    question.title = RemovalWords::tr("Remove the account %1?").arg(nameInTitle(accountName));
    question.text = stayText(providerName);
    question.points = {
        RemovalWords::tr("Snapdeck no longer shows them."),
        RemovalWords::tr(
            "The token is deleted from the system's keychain on this computer. It stays "
            "valid at the provider until you revoke it there."),
        RemovalWords::tr("You can add the account again at any time, with a token."),
    };
    question.kind = ButtonKind::RemoveStrong;
    question.icon = u"user-round-minus"_s;
    question.action = RemovalWords::tr("Remove account");
    return question;
}

Question forgetAccountQuestion(const QString &accountName, const QString &providerName)
{
    Question question;
    question.title =
        RemovalWords::tr("Remove %1 and leave its token?").arg(nameInTitle(accountName));
    question.text =
        RemovalWords::tr("The token could not be deleted: the system's keychain is locked, "
                         "missing or refuses. The account is still here.");
    question.points = {
        RemovalWords::tr(
            "You can unlock the keychain and remove the account then, with its token."),
        RemovalWords::tr(
            "Removed now, its token stays in the keychain until you delete it there. Revoke "
            "it at the provider if you no longer need it."),
        stayText(providerName),
    };
    question.kind = ButtonKind::RemoveStrong;
    question.icon = u"user-round-minus"_s;
    question.action = RemovalWords::tr("Remove account, leave token");
    return question;
}

} // namespace Views
