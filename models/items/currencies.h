// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QString>

namespace Items {

/// How a currency is written. Where one unit buys little, thousands have no decimals.
struct CurrencyStyle
{
    QString symbol; ///< the code where there is none; empty for no currency
    int digits = 2;
    bool isWholeFromThousand = false;
};

[[nodiscard]] CurrencyStyle currencyStyle(const QString &code);

/// Symbols by code, as the operators write them; the others keep their usual ones. Like the default
/// of QLocale a matter of the whole program: it is set where it starts and after an import, on the
/// thread of the views.
void setCurrencySymbols(const QHash<QString, QString> &symbols);

} // namespace Items
