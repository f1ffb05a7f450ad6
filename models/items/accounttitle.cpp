// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/accounttitle.h"

#include "items/displaytext.h"

#include <QCoreApplication>

namespace Items {

namespace {

class AccountTitleWords
{
    Q_DECLARE_TR_FUNCTIONS(AccountTitle)
};

} // namespace

QString accountTitle(const QString &provider, const QString &account)
{
    const bool isOne =
        provider.isEmpty() || provider.compare(account.simplified(), Qt::CaseInsensitive) == 0;
    return isOne ? inlineName(account)
                 : AccountTitleWords::tr("%1 · %2", "provider and account")
                       .arg(provider, inlineName(account));
}

} // namespace Items
