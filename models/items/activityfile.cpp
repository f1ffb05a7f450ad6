// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/activityfile.h"

#include "items/activityexport.h"
#include "items/displaytext.h"
#include "items/errortext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::Error;

namespace {

class ActivityFileWords
{
    Q_DECLARE_TR_FUNCTIONS(ActivityFile)
};

/// The system tells why in its own words only, in the person's language or not.
QString causeCode(const QString &path, qsizetype size)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir()) {
        return u"missing"_s;
    }
    if (!folder.isWritable()) {
        return u"not-writable"_s;
    }
    return QStorageInfo(folder.filePath()).bytesAvailable() < size ? u"full"_s : QString();
}

QString causeOf(const Error &error)
{
    if (error.code == "missing"_L1) {
        return ActivityFileWords::tr("The folder is not there.");
    }
    if (error.code == "not-writable"_L1) {
        return ActivityFileWords::tr("The folder may not be written in.");
    }
    if (error.code == "full"_L1) {
        return ActivityFileWords::tr("There is no room left on its disk.");
    }
    return ActivityFileWords::tr("The file could not be written.");
}

} // namespace

ActivityFormat activityFormatOf(const QString &path)
{
    return path.endsWith(".json"_L1, Qt::CaseInsensitive) ? ActivityFormat::Json
                                                          : ActivityFormat::Csv;
}

Domain::Result<Domain::Done> writeActivity(const QString &path,
                                           const QList<Domain::JournalEntry> &entries,
                                           const QDateTime &exported)
{
    const QByteArray content = activityFormatOf(path) == ActivityFormat::Json
        ? activityJson(entries, exported)
        : activityCsv(entries);
    QSaveFile file(path);
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    if (isWritten) {
        return Domain::Done();
    }
    auto refusal = Domain::failure(Domain::ErrorKind::StorageFailed, file.errorString());
    refusal.error().code = causeCode(path, content.size());
    return refusal;
}

ErrorText activityFileErrorText(const QString &path, const Error &error)
{
    return {ActivityFileWords::tr("The activity could not be exported to %1.")
                .arg(quotedName(QDir::toNativeSeparators(path))),
            ActivityFileWords::tr("%1 A file that was there before is as it was; the activity "
                                  "itself is not touched.",
                                  "why, a whole sentence")
                .arg(causeOf(error)),
            ActivityFileWords::tr("Export it to another folder."), error.message,
            ErrorText::Action::None};
}

} // namespace Items
