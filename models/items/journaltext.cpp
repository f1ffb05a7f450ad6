// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/journaltext.h"

#include "items/displaytext.h"
#include "items/erroradvice.h"

#include <QCoreApplication>
#include <QDir>

namespace Items {

namespace {

class JournalWords
{
    Q_DECLARE_TR_FUNCTIONS(JournalWords)
};

} // namespace

ErrorText journalFailureText(const Domain::Error &error)
{
    ErrorText text;
    text.title = JournalWords::tr("The journal of operations can't be kept.");
    text.meaning =
        JournalWords::tr("Nothing new is sent to a provider until it can be written down. What was "
                         "sent before goes on there.");
    text.advice = adviceText(error);
    text.details = errorDetails(error);
    return text;
}

ErrorText journalSetAsideText(const QString &path)
{
    ErrorText text;
    text.title =
        JournalWords::tr("The journal of operations was damaged, and a new one has been begun.");
    text.meaning = JournalWords::tr(
        "Nothing was deleted: the damaged file was put aside. What Snapdeck had begun "
        "before goes on at the provider, and is not followed here any more.");
    text.advice =
        JournalWords::tr("Refresh and look whether the last operations ended as they should.");
    text.details = QDir::toNativeSeparators(path);
    return text;
}

ErrorText journalTooNewText()
{
    ErrorText text;
    text.title = JournalWords::tr("The journal of operations was written by a newer Snapdeck.");
    text.meaning = JournalWords::tr(
        "It can be read here, and not written: snapshots can be looked at, and nothing "
        "is sent that changes them.");
    text.advice = JournalWords::tr("Start the newer Snapdeck, or install it again.");
    return text;
}

ErrorText unreadableEntriesText(const UnreadableEntries &entries)
{
    ErrorText text;
    text.title =
        JournalWords::tr("%n entries of the activity can't be read.", nullptr, entries.count);
    text.meaning = JournalWords::tr("What is damaged stays in the file as it is. The entries "
                                    "below are whole.");
    if (entries.unfinished > 0) {
        text.meaning = JournalWords::tr("%1 %2", "two sentences")
                           .arg(text.meaning,
                                JournalWords::tr("%n of them had not ended: what was asked for "
                                                 "goes on at the provider, and is not followed "
                                                 "here any more.",
                                                 nullptr, entries.unfinished));
        text.advice =
            JournalWords::tr("Refresh and look whether the last operations ended as they should.");
    }
    text.details = QDir::toNativeSeparators(entries.file);
    return text;
}

ErrorText passwordLostText(const QString &serverName)
{
    ErrorText text;
    text.title =
        JournalWords::tr("The new root password of %1 may be lost.").arg(inlineName(serverName));
    text.meaning =
        JournalWords::tr("Snapdeck or the connection ended before it could be shown, and "
                         "it is kept nowhere. The server itself is as it should be.");
    text.advice = JournalWords::tr("If you can't log in with the password of before, reset it in "
                                   "the provider's console.");
    return text;
}

} // namespace Items
