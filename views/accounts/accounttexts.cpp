// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/accounttexts.h"

#include "items/displaytext.h"
#include "views/accounts/accountdialogservices.h"
#include "views/common/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>

using namespace Qt::StringLiterals;

namespace Views {

using Accounts::DraftProblem;
using Domain::ErrorKind;
using Items::ErrorText;

namespace {

class AccountWords
{
    Q_DECLARE_TR_FUNCTIONS(AccountDialog)
};

constexpr int longestTitleName = 280;

/// The stored token, which an empty field stands for, could not be read.
bool isAboutStoredToken(const Domain::Error &error)
{
    return error.kind == ErrorKind::SecretUnavailable
        || (error.kind == ErrorKind::NotFound && error.httpStatus == 0);
}

/// What was at an address that is not the API's.
QString foundThereText(const Domain::Error &error)
{
    switch (error.kind) {
    case ErrorKind::Protocol:
    case ErrorKind::TooLarge:
        return error.httpStatus == 0
            ? AccountWords::tr("Something answers there, but not this API.")
            : AccountWords::tr("A web server answers there, but not this API (HTTP status %1).")
                  .arg(error.httpStatus);
    case ErrorKind::NotFound:
    case ErrorKind::Removed:
    case ErrorKind::Forbidden:
        return AccountWords::tr("There is a server, but no API of this kind at this path.");
    case ErrorKind::Cancelled:
    case ErrorKind::InvalidInput:
    case ErrorKind::Unauthorized:
    case ErrorKind::ReadOnlyCredential:
    case ErrorKind::PaymentRequired:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::Conflict:
    case ErrorKind::NameTaken:
    case ErrorKind::Locked:
    case ErrorKind::Protected:
    case ErrorKind::Unavailable:
    case ErrorKind::RateLimited:
    case ErrorKind::HostNotFound:
    case ErrorKind::NoConnection:
    case ErrorKind::TimedOut:
    case ErrorKind::Tls:
    case ErrorKind::Interrupted:
    case ErrorKind::ServerError:
    case ErrorKind::Unsupported:
    case ErrorKind::SecretUnavailable:
    case ErrorKind::StorageFailed:
    case ErrorKind::Unknown:
        break;
    }
    return Items::causeText(error);
}

} // namespace

QString draftProblemText(DraftProblem problem)
{
    switch (problem) {
    case DraftProblem::NameEmpty:
        return AccountWords::tr("Give the account a name.");
    case DraftProblem::NameTaken:
        return AccountWords::tr("Another account has this name. Choose a different one.");
    case DraftProblem::UrlEmpty:
        return AccountWords::tr("Enter the address of the provider's API.");
    case DraftProblem::UrlInvalid:
        return AccountWords::tr(
            "This is not a complete web address, such as https://api.example.com/v1.");
    case DraftProblem::UrlNotHttps:
        return AccountWords::tr(
            "The address must begin with https://, or others could read the token on "
            "its way. Only an address on this computer may begin with http://.");
    case DraftProblem::UrlHasCredentials:
        return AccountWords::tr(
            "Leave user name, password, “?” and “#” out of the address. The credential has "
            "fields of its own.");
    case DraftProblem::ValueEmpty:
        return AccountWords::tr("Fill in this field.");
    case DraftProblem::ValueHasBlanks:
        return AccountWords::tr("There are blanks inside it. Copy it again, without the text "
                                "around it.");
    case DraftProblem::ValueHasLineBreaks:
        return AccountWords::tr("There is a line break inside it: more than one line was copied. "
                                "Copy it again, alone.");
    case DraftProblem::ValueHasStrangeCharacters:
        return AccountWords::tr("There are characters in it that can't belong to it, such as "
                                "accents, typographic dashes or tabs. Copy it again from the "
                                "provider.");
    }
    Q_UNREACHABLE_RETURN({});
}

QString valueProblemText(DraftProblem problem, const Domain::CredentialField &field)
{
    return problem == DraftProblem::ValueEmpty && !field.missing.isEmpty()
        ? field.missing
        : draftProblemText(problem);
}

bool isSaidWhileTyping(DraftProblem problem)
{
    switch (problem) {
    case DraftProblem::UrlHasCredentials:
    case DraftProblem::ValueHasBlanks:
    case DraftProblem::ValueHasLineBreaks:
    case DraftProblem::ValueHasStrangeCharacters:
        return true;
    case DraftProblem::NameEmpty:
    case DraftProblem::NameTaken:
    case DraftProblem::UrlEmpty:
    case DraftProblem::UrlInvalid:
    case DraftProblem::UrlNotHttps:
    case DraftProblem::ValueEmpty:
        break;
    }
    return false;
}

ErrorText testErrorText(const Domain::Error &error)
{
    if (!isAboutStoredToken(error)) {
        return Items::accountErrorText(error);
    }
    ErrorText text = Items::secretErrorText(error);
    text.title = AccountWords::tr("The stored token could not be read from the system's keychain.");
    text.advice = AccountWords::tr("Unlock the keychain and try again, or enter the token again.");
    return text;
}

ErrorText importErrorText(const QStringList &problems)
{
    ErrorText text;
    text.title = AccountWords::tr("Nothing was imported.");
    text.meaning = problems.join(u'\n');
    text.advice = AccountWords::tr("What you typed is unchanged. Mend the file, or fill in the "
                                   "fields by hand.");
    return text;
}

QString importNoteText(const Domain::CredentialImport &import, const QString &fileName)
{
    QStringList lines{
        AccountWords::tr("Filled in from %1 in %2. Nothing is saved until you test and save.")
            .arg(Items::quotedName(import.name), Items::inlineName(fileName))};
    if (!import.certificateFile.isEmpty()) {
        lines.append(AccountWords::tr("The certificate of its own authority goes with it."));
    }
    return (lines + import.notes).join(u'\n');
}

QString addressProblemText(const AddressFinding &finding)
{
    QStringList lines{AccountWords::tr(
        "The API was not found. The token was sent nowhere, and nothing is saved.")};
    for (const AddressTrial &trial : finding.trials) {
        lines.append(AccountWords::tr("• %1: %2", "an address and what was found there")
                         .arg(trial.address.toDisplayString(), foundThereText(trial.error)));
    }
    lines.append(
        AccountWords::tr("Check the connection, or enter the address that the operator tells."));
    return lines.join(u'\n');
}

ErrorText saveErrorText(const Domain::Error &error)
{
    ErrorText text;
    text.details = Items::errorDetails(error);
    if (error.kind != ErrorKind::SecretUnavailable) {
        text.title = AccountWords::tr("The account could not be saved.");
        text.meaning =
            AccountWords::tr("What was stored before is unchanged, and what you typed is still "
                             "here.");
        text.advice =
            AccountWords::tr("Look at the details: the settings on this computer may be write-"
                             "protected or the disk full. Then try again.");
        return text;
    }
    text.title = AccountWords::tr("The token could not be stored in the system's keychain.");
    if (error.effect == Domain::Effect::Ambiguous) {
        text.meaning =
            AccountWords::tr("The keychain has not answered yet; it may be asking for its "
                             "password. The account is not saved, and what you typed is still "
                             "here.");
        text.advice =
            AccountWords::tr("Unlock the keychain and try again, or keep the token in memory "
                             "until Snapdeck ends.");
        return text;
    }
    text.meaning =
        AccountWords::tr("The keychain is locked, missing or refuses. The account is not saved, "
                         "and what you typed is still here. Snapdeck never writes a token to a "
                         "file instead.");
    text.advice =
        AccountWords::tr("Unlock or start the keychain and try again, or keep the token in "
                         "memory until Snapdeck ends.");
    return text;
}

ErrorText pricesErrorText(const Domain::Error &error)
{
    ErrorText text;
    text.title = AccountWords::tr("The prices could not be saved.");
    text.meaning =
        AccountWords::tr("Those before are unchanged, and what you typed is still here.");
    text.advice = AccountWords::tr("The settings on this computer may be write-protected or the "
                                   "disk full. Then try again.");
    text.details = Items::errorDetails(error);
    return text;
}

ErrorText readOnlyTokenText()
{
    ErrorText text;
    text.title = AccountWords::tr("This token may read, but change nothing.");
    text.meaning =
        AccountWords::tr("Snapshots will be shown; taking, rolling back and removing them will "
                         "be refused by the provider. Nothing is saved yet.");
    text.advice =
        AccountWords::tr("Enter a token that may write, or save this one for looking only.");
    return text;
}

QString nameInTitle(const QString &accountName)
{
    const QFontMetrics metrics(textFont(TextStyle::Title));
    return Items::quotedName(metrics.elidedText(accountName, Qt::ElideRight, longestTitleName));
}

bool isOffline(const Domain::Error &error)
{
    switch (error.kind) {
    case ErrorKind::HostNotFound:
    case ErrorKind::NoConnection:
    case ErrorKind::TimedOut:
    case ErrorKind::Interrupted:
    case ErrorKind::ServerError:
    case ErrorKind::Unavailable:
    case ErrorKind::RateLimited:
        return true;
    case ErrorKind::Cancelled:
    case ErrorKind::InvalidInput:
    case ErrorKind::Unauthorized:
    case ErrorKind::ReadOnlyCredential:
    case ErrorKind::Forbidden:
    case ErrorKind::PaymentRequired:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::NameTaken:
    case ErrorKind::Locked:
    case ErrorKind::Protected:
    case ErrorKind::Removed:
    case ErrorKind::Tls:
    case ErrorKind::Protocol:
    case ErrorKind::TooLarge:
    case ErrorKind::Unsupported:
    case ErrorKind::SecretUnavailable:
    case ErrorKind::StorageFailed:
    case ErrorKind::Unknown:
        break;
    }
    return false;
}

} // namespace Views
