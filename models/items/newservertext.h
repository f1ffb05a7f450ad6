// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/errortext.h"
#include "items/newserverdraft.h"

#include <QDateTime>

namespace Items {

/// What the dialog says that makes a new server of a snapshot.

/// "80 GB", "0.5 GB": sizes of things that are sold, without decimals that say nothing.
[[nodiscard]] QString soldSizeText(qint64 bytes, Domain::SizeUnit unit);
/// Why a type can't be chosen; empty when it can.
[[nodiscard]] QString fitText(Domain::ServerFit fit, const NewServerDraft &draft,
                              const Domain::Location &location);
[[nodiscard]] QString whyNoServerAt(const Domain::Location &location); ///< empty when there can be
/// "At least 80 GB of disk, for x86 processors"; empty when nothing is known.
[[nodiscard]] QString needsText(const NewServerDraft &draft);
/// Why no type is chosen: still loading, none fits, or not chosen yet. Empty when one is.
[[nodiscard]] QString typeProblem(const NewServerDraft &draft);
/// "€ 3.79 a month", "$ 0.006 an hour"; empty for none.
[[nodiscard]] QString serverPriceText(const std::optional<Domain::UnitPrice> &price);

/// What the server would cost, for a person.
struct NewServerPrice
{
    QString figure;
    QString note; ///< how it comes about

    friend bool operator==(const NewServerPrice &, const NewServerPrice &) = default;
};
[[nodiscard]] NewServerPrice newServerPrice(const NewServerDraft &draft);

/// The list of types could not be read.
[[nodiscard]] ErrorText serverTypesErrorText(const Domain::Error &error);
/// What the new server will be.
[[nodiscard]] QString newServerMeaning(const NewServerDraft &draft, const QDateTime &now);
/// What one must know before it is made: sentences, mostly none.
[[nodiscard]] QStringList newServerWarnings(const NewServerDraft &draft);

} // namespace Items
