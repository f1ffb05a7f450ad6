// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/accountchoice.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

class ChoiceText
{
    Q_DECLARE_TR_FUNCTIONS(AccountForm)
};

QString displayList(const QList<QUrl> &urls)
{
    QStringList texts;
    for (const QUrl &url : urls) {
        texts.append(url.toDisplayString());
    }
    return QLocale().createSeparatedList(texts);
}

} // namespace

QString keyOf(const AccountProvider &choice)
{
    return choice.id + u'/' + choice.profile;
}

AccountProvider choiceOf(const Domain::Account &account, const QList<AccountProvider> &known)
{
    AccountProvider bare;
    bare.id = account.provider;
    bare.profile = account.profile;
    bare.name = account.provider;
    const auto found = std::ranges::find(known, keyOf(bare), keyOf);
    return found == known.end() ? bare : *found;
}

QString knownUrlText(const AccountProvider &choice)
{
    return choice.baseUrls.size() == 1 ? choice.baseUrls.constFirst().toString() : QString();
}

QString addressHelpText(const AccountProvider &choice)
{
    if (choice.baseUrls.size() <= 1) {
        return choice.addressHelp;
    }
    return ChoiceText::tr("Left empty, these are tried in turn, without the token: %1.")
        .arg(displayList(choice.baseUrls));
}

QString addressPlaceholder(const AccountProvider &choice)
{
    return choice.baseUrls.size() > 1 ? ChoiceText::tr("Found among the known addresses")
                                      : u"https://"_s;
}

AccountProvider importedChoice(const Domain::CredentialImport &import,
                               const AccountProvider &current, const QList<AccountProvider> &known)
{
    const auto find = [&](const auto &isIt) {
        return std::ranges::find_if(known, [&](const AccountProvider &choice) {
            return choice.id == current.id && isIt(choice.baseUrls);
        });
    };
    const auto isThere = [&import](const QList<QUrl> &urls) {
        return std::ranges::any_of(
            urls, [&import](const QUrl &url) { return url.host() == import.baseUrl.host(); });
    };
    if (isThere(current.baseUrls)) {
        return current;
    }
    auto found = find(isThere);
    if (found == known.end()) {
        found = find([](const QList<QUrl> &urls) { return urls.isEmpty(); });
    }
    return found == known.end() ? current : *found;
}

QString tokenHelpText(const AccountProvider &choice)
{
    return choice.noApiHelp.isEmpty() ? choice.tokenHelp
                                      : choice.tokenHelp + u'\n' + choice.noApiHelp;
}

} // namespace Views
