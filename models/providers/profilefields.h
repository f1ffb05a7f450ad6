// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/profilereader.h"

#include <QJsonObject>

#include <optional>

namespace Providers {

/// Whether a member of a profile must be there.
enum class Need { Required, Optional };

/// The members of one object of a profile. What is wrong with one is noted with its place, all of
/// it, and an empty value stands in for it.
class ProfileFields
{
public:
    /// The problems are told by all objects of a profile to one list, which outlives them.
    ProfileFields(const QJsonObject &object, const QString &path, QList<ProfileProblem> &problems);

    void allowOnly(const QStringList &known) const;
    [[nodiscard]] std::optional<QJsonValue> find(const QString &key, Need need) const;
    /// On one line, trimmed.
    [[nodiscard]] QString text(const QString &key, Need need, qsizetype longest) const;
    /// A text of a fixed form; `form` is the sentence that says which.
    [[nodiscard]] QString word(const QString &key, Need need, const QString &pattern,
                               const QString &form) const;
    /// The address of a web page: https, and nobody's password in it.
    [[nodiscard]] QUrl page(const QString &key, Need need) const;
    [[nodiscard]] ProfileFields object(const QString &key) const;
    [[nodiscard]] const QJsonObject &json() const { return m_object; }

    void reject(const QString &key, const QString &reason) const;

private:
    QJsonObject m_object;
    QString m_path;
    QList<ProfileProblem> &m_problems;
};

inline constexpr qsizetype longestAddress = 300;

/// What a currency is written like, and the sentence that says so.
[[nodiscard]] QString currencyPattern();
[[nodiscard]] QString currencyForm();

/// A word of the file, fit to be shown in a sentence.
[[nodiscard]] QString shownWord(const QString &word);

} // namespace Providers
