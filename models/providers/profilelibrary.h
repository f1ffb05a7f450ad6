// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/result.h"
#include "providers/profilereader.h"

#include <QStringList>

#include <optional>

namespace Providers {

/// A profile as it was read from a person's file: what was looked at is what is kept.
struct ProfileCandidate
{
    Domain::Profile profile;
    QByteArray json;
};

/// A file among the imported ones that was passed over. It stays where it is.
struct DamagedProfile
{
    QString fileName;
    QList<ProfileProblem> problems;
};

/// The profiles that accounts can be made with: those that come with the program, and those that
/// the person imported into a folder. Files there are small and few; they are read once.
class ProfileLibrary
{
public:
    /// The folder need not exist. Profiles of other providers than these are not offered.
    ProfileLibrary(const QString &folder, const QStringList &providers);

    /// By name; those that ask for an address last.
    [[nodiscard]] const QList<Domain::Profile> &profiles() const { return m_profiles; }
    [[nodiscard]] std::optional<Domain::Profile> find(const QString &id) const;
    /// The account's own, if it is there and of the same provider.
    [[nodiscard]] std::optional<Domain::Profile> profileOf(const Domain::Account &account) const;
    [[nodiscard]] bool has(const QString &provider) const; ///< one or more of that provider
    [[nodiscard]] const QList<DamagedProfile> &damaged() const { return m_damaged; }
    [[nodiscard]] const QString &folder() const { return m_folder; }

    /// Looks at a file and keeps nothing.
    [[nodiscard]] ProfileResult<ProfileCandidate> look(const QString &path) const;

    /// What has the candidate's id already.
    enum class Clash { None, BuiltIn, Imported };
    [[nodiscard]] Clash clash(const Domain::Profile &profile) const;

    /// Writes the candidate into the folder, in place of an imported one with its id: whole, or
    /// not at all. The id of a built-in one is refused.
    [[nodiscard]] ProfileResult<Domain::Done> keep(const ProfileCandidate &candidate);

    /// By currency; where profiles differ, the first one's.
    [[nodiscard]] QHash<QString, QString> currencySymbols() const;

private:
    void readBuiltIn();
    void readFolder();
    void readImported(const QString &fileName);
    void sort();
    /// Where a profile is kept: where it was, else a name that no file has. A damaged file stays.
    [[nodiscard]] QString fileFor(const QString &id) const;

    QString m_folder;
    QStringList m_providers;
    QList<Domain::Profile> m_profiles;
    QStringList m_builtIn; ///< ids
    QHash<QString, QString> m_files; ///< names of the imported ones, by id
    QList<DamagedProfile> m_damaged;
};

/// The texts for a person who reads this language ("my_MM"), or in English.
[[nodiscard]] Domain::ProfileTexts textsFor(const Domain::Profile &profile,
                                            const QString &localeName);

/// What a person calls the place where the account is: "1CNG", "Hetzner Cloud".
[[nodiscard]] QString operatorName(const Domain::Account &account, const ProfileLibrary &library);

} // namespace Providers
