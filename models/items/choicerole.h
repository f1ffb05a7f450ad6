// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Qt>

namespace Items {

/// What the rows of every list say that one answer is chosen from.
enum ChoiceRole {
    ChoiceIdRole = Qt::UserRole + 1, ///< QVariant of the id that the choice stands for
    HeadingRole, ///< bool: a heading, no choice
    SecondaryRole, ///< QString, dimmed, behind the text
    TrailingRole, ///< QString, dimmed, at the end of the row
    ReasonRole, ///< QString: why it can't be chosen; empty when it can
    IconNameRole, ///< QString; empty: none
    AccountColourRole, ///< int, index of the account's colour; invalid: none
    DepthRole, ///< int: how far the text is moved in
};

} // namespace Items
