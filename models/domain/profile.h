// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/pricelist.h"

#include <QDate>
#include <QHash>
#include <QList>
#include <QUrl>

#include <optional>

namespace Domain {

/// What a person is told about one operator, in one language.
struct ProfileTexts
{
    QString tokenHelp; ///< where the token is made
    QString noApiHelp = {}; ///< what to do where the operator's panel has no such place
    QString addressHelp = {}; ///< how to find the address, where the person types it

    friend bool operator==(const ProfileTexts &, const ProfileTexts &) = default;
};

/// What an operator asks for snapshots where its API tells no prices, by its public price list.
struct ProfilePrices
{
    QList<SnapshotPrice> snapshots; ///< at every location, net of tax
    QUrl source; ///< the operator's page that says so
    QDate date; ///< when it said so

    friend bool operator==(const ProfilePrices &, const ProfilePrices &) = default;
};

/// Presets of one operator for a provider: data, from a file. It holds no secret.
struct Profile
{
    QString id; ///< "1cng"; unique
    QString name; ///< "1CNG"
    QString provider; ///< the registry's word, "stackconsole"
    /// Where the API may be, most likely first. Empty: the person types the address.
    QList<QUrl> baseUrls;
    QString currency; ///< ISO 4217, for prices that come without one; may be empty
    QString currencySymbol; ///< "K"; empty: the usual one of the currency
    QUrl helpUrl; ///< the operator's own page on tokens; may be empty
    QHash<QString, ProfileTexts> texts; ///< by language, "en" always among them
    std::optional<ProfilePrices> prices = {};

    friend bool operator==(const Profile &, const Profile &) = default;
};

} // namespace Domain
