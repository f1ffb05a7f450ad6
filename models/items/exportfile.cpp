// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/exportfile.h"

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

class ExportFileWords
{
    Q_DECLARE_TR_FUNCTIONS(ExportFile)
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
        return ExportFileWords::tr("The folder is not there.");
    }
    if (error.code == "not-writable"_L1) {
        return ExportFileWords::tr("The folder may not be written in.");
    }
    if (error.code == "full"_L1) {
        return ExportFileWords::tr("There is no room left on its disk.");
    }
    return ExportFileWords::tr("The file could not be written.");
}

QString failureTitle(ExportSubject subject)
{
    switch (subject) {
    case ExportSubject::Activity:
        return ExportFileWords::tr("The activity could not be exported to %1.");
    case ExportSubject::Snapshots:
        return ExportFileWords::tr("The snapshots could not be exported to %1.");
    case ExportSubject::Resources:
        return ExportFileWords::tr("The servers and volumes could not be exported to %1.");
    }
    Q_UNREACHABLE_RETURN({});
}

QString failureMeaning(ExportSubject subject)
{
    return subject == ExportSubject::Activity
        ? ExportFileWords::tr("%1 A file that was there before is as it was; the activity itself "
                              "is not touched.",
                              "why, a whole sentence")
        : ExportFileWords::tr("%1 A file that was there before is as it was; nothing at your "
                              "providers is touched.",
                              "why, a whole sentence");
}

} // namespace

ExportFormat exportFormatOf(const QString &path)
{
    return path.endsWith(".json"_L1, Qt::CaseInsensitive) ? ExportFormat::Json : ExportFormat::Csv;
}

Domain::Result<Domain::Done> writeExport(const QString &path, const QByteArray &content)
{
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

ErrorText exportErrorText(ExportSubject subject, const QString &path, const Error &error)
{
    return {failureTitle(subject).arg(quotedName(QDir::toNativeSeparators(path))),
            failureMeaning(subject).arg(causeOf(error)),
            ExportFileWords::tr("Export it to another folder."), error.message,
            ErrorText::Action::None};
}

} // namespace Items
