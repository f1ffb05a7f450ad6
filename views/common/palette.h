// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace Views {

enum class Scheme { Light, Dark, HighContrastLight, HighContrastDark };

/// What a colour is for. "On" is what stands on a filled ground of that name.
enum class ColourRole {
    Window, ///< frames, tool bar, side panels
    Base, ///< tables, fields, cards
    Line, ///< hairlines
    FieldLine, ///< the outline of fields and plain buttons
    Hover, ///< the ground under the pointer
    Text,
    Dim, ///< secondary facts
    Disabled,
    Accent,
    AccentGround, ///< selection, current page
    OnAccent,
    Take,
    OnTake,
    Rollback,
    RollbackGround,
    RollbackLine,
    OnRollback,
    Remove,
    RemoveGround,
    RemoveLine,
    OnRemove,
};
inline constexpr int colourRoleCount = 21;
inline constexpr int accountColourCount = 8;

/// One set of colours by role. Every text role reaches 4.5:1 on the grounds it is used on.
class Palette
{
public:
    [[nodiscard]] static const Palette &of(Scheme scheme);

    [[nodiscard]] QColor colour(ColourRole role) const;
    /// The stripe and dot of an account; any index is good.
    [[nodiscard]] QColor accountColour(int index) const;
    [[nodiscard]] QPalette toQPalette() const;

private:
    using Colours = std::array<QRgb, colourRoleCount>;
    using AccountColours = std::array<QRgb, accountColourCount>;
    Palette(const Colours &colours, const AccountColours &accounts);

    Colours m_colours;
    AccountColours m_accounts;
};

} // namespace Views
