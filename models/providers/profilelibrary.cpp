// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/profilelibrary.h"

#include "providers/providerregistry.h"

#include <QCoreApplication>
#include <QDir>
#include <QLoggingCategory>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Profile;

namespace {

Q_LOGGING_CATEGORY(libraryLog, "app.providers")

class LibraryText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileLibrary)
};

constexpr auto builtInFolder = ":/profiles"_L1;

ProfileResult<QByteArray> readBytes(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return profileProblem(LibraryText::tr("The file can't be read: %1.")
                                  .arg(QFileInfo(path).isFile()
                                           ? file.errorString()
                                           : LibraryText::tr("it is no file")));
    }
    // One byte more than allowed shows that it is too large.
    QByteArray bytes = file.read(largestProfile + 1);
    if (file.error() != QFileDevice::NoError) {
        return profileProblem(
            LibraryText::tr("The file can't be read: %1.").arg(file.errorString()));
    }
    return bytes;
}

ProfileResult<ProfileCandidate> readCandidate(const QString &path)
{
    const ProfileResult<QByteArray> bytes = readBytes(path);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    const ProfileResult<Profile> profile = readProfile(*bytes);
    if (!profile) {
        return std::unexpected(profile.error());
    }
    return ProfileCandidate{*profile, *bytes};
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList({u"*.json"_s}, QDir::Files, QDir::Name);
}

} // namespace

ProfileLibrary::ProfileLibrary(const QString &folder, const QStringList &providers)
    : m_folder(folder)
    , m_providers(providers)
{
    readBuiltIn();
    readFolder();
    sort();
}

void ProfileLibrary::readBuiltIn()
{
    const QStringList fileNames = filesIn(builtInFolder);
    for (const QString &fileName : fileNames) {
        const ProfileResult<ProfileCandidate> read = readCandidate(builtInFolder + u'/' + fileName);
        if (!read) {
            qCCritical(libraryLog)
                << "built-in profile" << fileName << problemLines(read.error()).join(u' ');
            continue;
        }
        m_builtIn.append(read->profile.id);
        if (m_providers.contains(read->profile.provider)) {
            m_profiles.append(read->profile);
        }
    }
}

void ProfileLibrary::readFolder()
{
    const QStringList fileNames = m_folder.isEmpty() ? QStringList() : filesIn(m_folder);
    for (const QString &fileName : fileNames) {
        readImported(fileName);
    }
}

void ProfileLibrary::readImported(const QString &fileName)
{
    const ProfileResult<ProfileCandidate> read = look(QDir(m_folder).filePath(fileName));
    if (!read) {
        m_damaged.append({fileName, read.error()});
        return;
    }
    switch (clash(read->profile)) {
    case Clash::None:
        m_profiles.append(read->profile);
        m_files.insert(read->profile.id, fileName);
        return;
    case Clash::BuiltIn: // it came with a later version of the program
        qCInfo(libraryLog) << "not used: profile" << fileName << "has the id of a built-in one";
        return;
    case Clash::Imported:
        m_damaged.append({fileName,
                          {{u"id"_s,
                            LibraryText::tr("Another file in the folder has the id “%1” already.")
                                .arg(read->profile.id)}}});
    }
}

void ProfileLibrary::sort()
{
    std::ranges::sort(m_profiles, [](const Profile &a, const Profile &b) {
        if (a.baseUrls.isEmpty() != b.baseUrls.isEmpty()) {
            return b.baseUrls.isEmpty();
        }
        const int byName = QString::localeAwareCompare(a.name, b.name);
        return byName == 0 ? a.id < b.id : byName < 0;
    });
}

std::optional<Profile> ProfileLibrary::find(const QString &id) const
{
    const auto found = std::ranges::find(m_profiles, id, &Profile::id);
    return found == m_profiles.end() ? std::nullopt : std::optional(*found);
}

std::optional<Profile> ProfileLibrary::profileOf(const Domain::Account &account) const
{
    const std::optional<Profile> profile = find(account.profile);
    return profile && profile->provider == account.provider ? profile : std::nullopt;
}

bool ProfileLibrary::has(const QString &provider) const
{
    return std::ranges::contains(m_profiles, provider, &Profile::provider);
}

ProfileResult<ProfileCandidate> ProfileLibrary::look(const QString &path) const
{
    ProfileResult<ProfileCandidate> candidate = readCandidate(path);
    if (candidate && !m_providers.contains(candidate->profile.provider)) {
        return std::unexpected(QList<ProfileProblem>{
            {u"provider"_s,
             LibraryText::tr("This Snapdeck can't speak to “%1”. It can speak to: %2.")
                 .arg(candidate->profile.provider, m_providers.join(u", "_s))}});
    }
    return candidate;
}

ProfileLibrary::Clash ProfileLibrary::clash(const Profile &profile) const
{
    if (m_builtIn.contains(profile.id)) {
        return Clash::BuiltIn;
    }
    return find(profile.id) ? Clash::Imported : Clash::None;
}

ProfileResult<Domain::Done> ProfileLibrary::keep(const ProfileCandidate &candidate)
{
    const Profile &profile = candidate.profile;
    if (clash(profile) == Clash::BuiltIn) {
        return std::unexpected(QList<ProfileProblem>{
            {u"id"_s,
             LibraryText::tr("“%1” is the id of a profile that Snapdeck brings along. Give this "
                             "one another id.")
                 .arg(profile.id)}});
    }
    const QString fileName = fileFor(profile.id);
    QSaveFile file(QDir(m_folder).filePath(fileName));
    const bool isWritten = QDir().mkpath(m_folder) && file.open(QIODevice::WriteOnly)
        && file.write(candidate.json) == candidate.json.size() && file.commit();
    if (!isWritten) {
        return profileProblem(LibraryText::tr("It can't be written to %1: %2.")
                                  .arg(QDir::toNativeSeparators(m_folder), file.errorString()));
    }
    m_files.insert(profile.id, fileName);
    m_profiles.removeIf([&profile](const Profile &old) { return old.id == profile.id; });
    m_profiles.append(profile);
    sort();
    return Domain::Done{};
}

QString ProfileLibrary::fileFor(const QString &id) const
{
    QString fileName = m_files.value(id, id + u".json"_s);
    if (m_files.contains(id)) {
        return fileName;
    }
    for (int i = 2; QFileInfo::exists(QDir(m_folder).filePath(fileName)); ++i) {
        fileName = u"%1-%2.json"_s.arg(id).arg(i);
    }
    return fileName;
}

QHash<QString, QString> ProfileLibrary::currencySymbols() const
{
    QHash<QString, QString> symbols;
    for (const Profile &profile : m_profiles) {
        if (!profile.currencySymbol.isEmpty() && !symbols.contains(profile.currency)) {
            symbols.insert(profile.currency, profile.currencySymbol);
        }
    }
    return symbols;
}

Domain::ProfileTexts textsFor(const Profile &profile, const QString &localeName)
{
    for (const QString &language : {localeName, localeName.section(u'_', 0, 0)}) {
        const auto found = profile.texts.constFind(language);
        if (found != profile.texts.constEnd()) {
            return *found;
        }
    }
    return profile.texts.value(u"en"_s);
}

QString operatorName(const Domain::Account &account, const ProfileLibrary &library)
{
    // That of the provider's own id is for who has none of their own: "Other ..." is no name.
    const std::optional<Profile> profile = library.profileOf(account);
    if (profile && profile->id != account.provider) {
        return profile->name;
    }
    const ProviderDescription *provider = findProvider(account.provider);
    return provider ? provider->name : account.provider;
}

} // namespace Providers
