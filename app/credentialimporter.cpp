// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/credentialimporter.h"

#include "items/displaytext.h"
#include "providers/credentialfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace App {

using Domain::CredentialImport;
using Domain::Secret;

namespace {

class ImporterText
{
    Q_DECLARE_TR_FUNCTIONS(CredentialImporter)
};

constexpr qint64 largestFile = 1024LL * 1024;

/// "~" is the home folder; what is relative is so to the file that names it.
QString wholePath(const QString &path, const QString &folder)
{
    if (path.startsWith("~/"_L1)) {
        return QDir::home().filePath(path.sliced(2));
    }
    return QDir(folder).absoluteFilePath(path);
}

std::expected<QByteArray, QString> contentOf(const QString &path)
{
    const QString name = Items::inlineName(QFileInfo(path).fileName());
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return std::unexpected(ImporterText::tr("The file %1 can't be read.").arg(name));
    }
    // One byte more tells whether there is more.
    const QByteArray content = file.read(largestFile + 1);
    if (content.size() > largestFile) {
        return std::unexpected(ImporterText::tr("The file %1 is larger than 1 MB.").arg(name));
    }
    return content;
}

/// What is no certificate in the file, such as a private key, stays out.
void readCertificate(CredentialImport &import, const QString &key, const QString &folder)
{
    const auto content = contentOf(wholePath(import.certificateFile, folder));
    if (!content) {
        import.problems.append(
            ImporterText::tr("The certificate of its authority can't be read. %1")
                .arg(content.error()));
        return;
    }
    QByteArray pem;
    const QList<QSslCertificate> certificates = QSslCertificate::fromData(*content, QSsl::Pem);
    for (const QSslCertificate &certificate : certificates) {
        pem += certificate.toPem();
    }
    if (pem.isEmpty()) {
        import.problems.append(
            ImporterText::tr("There is no certificate in the file %1 that it names (cacert).")
                .arg(Items::inlineName(QFileInfo(import.certificateFile).fileName())));
        return;
    }
    import.credential.values.insert(key, Secret(pem));
}

} // namespace

QStringList CredentialImporter::places(const Providers::CredentialFile &file)
{
    QStringList found;
    for (const QString &place : file.usualPlaces) {
        const QString path = wholePath(place, {});
        if (QFileInfo(path).isFile()) {
            found.append(path);
        }
    }
    return found;
}

CredentialImporter::Imports CredentialImporter::read(const Providers::CredentialFile &file,
                                                     const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const auto content = contentOf(path);
    if (!content) {
        return std::unexpected(content.error());
    }
    const QString beside = QDir(folder).filePath(file.companion);
    const bool hasCompanion = !file.companion.isEmpty() && QFileInfo::exists(beside);
    const auto companion =
        hasCompanion ? contentOf(beside) : std::expected<QByteArray, QString>(QByteArray());
    if (!companion) {
        return std::unexpected(companion.error());
    }
    Imports imports = file.read(*content, *companion);
    if (imports) {
        for (CredentialImport &import : *imports) {
            if (!import.certificateFile.isEmpty()) {
                readCertificate(import, file.certificateKey, folder);
            }
        }
    }
    return imports;
}

} // namespace App
