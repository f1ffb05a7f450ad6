// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/palette.h"

namespace Views {

Palette::Palette(const Colours &colours, const AccountColours &accounts)
    : m_colours(colours)
    , m_accounts(accounts)
{
}

const Palette &Palette::of(Scheme scheme)
{
    // In the order of ColourRole.
    static const AccountColours onLight{0xFFC2410C, 0xFF0F766E, 0xFF6D28D9, 0xFF1D6FB8,
                                        0xFFBE185D, 0xFF4D7C0F, 0xFFA16207, 0xFF475569};
    static const AccountColours onDark{0xFFE2703A, 0xFF2BA79B, 0xFFA078F0, 0xFF4E9BE0,
                                       0xFFE5609A, 0xFF86B03A, 0xFFCFA030, 0xFF94A3B8};
    static const Palette light(
        {0xFFF5F6F8, 0xFFFFFFFF, 0xFFE4E7EB, 0xFFCFD5DC, 0xFFEDF0F3, 0xFF1B1F24, 0xFF59626E,
         0xFF868E99, 0xFF2458B8, 0xFFE7EEFB, 0xFFFFFFFF, 0xFF1B7A47, 0xFFFFFFFF, 0xFF855700,
         0xFFFFF3D6, 0xFFE2B455, 0xFFFFFFFF, 0xFFB3261E, 0xFFFCEBE9, 0xFFF0B8B3, 0xFFFFFFFF},
        onLight);
    static const Palette dark(
        {0xFF1A1D22, 0xFF21252B, 0xFF31363E, 0xFF434A54, 0xFF2A2F36, 0xFFE7EAEE, 0xFFA3ACB7,
         0xFF717A86, 0xFF8DB2F5, 0xFF2A3650, 0xFF10151B, 0xFF5CC690, 0xFF10151B, 0xFFE8BC5A,
         0xFF3A3120, 0xFF7A6229, 0xFF10151B, 0xFFF58B83, 0xFF40262A, 0xFF7A3F41, 0xFF10151B},
        onDark);
    static const Palette highContrastLight(
        {0xFFFFFFFF, 0xFFFFFFFF, 0xFF1B1F24, 0xFF000000, 0xFFE3E8EE, 0xFF000000, 0xFF24292F,
         0xFF5C6670, 0xFF00308F, 0xFFCFE0FF, 0xFFFFFFFF, 0xFF00481F, 0xFFFFFFFF, 0xFF4F3100,
         0xFFFFEFC2, 0xFF4F3100, 0xFFFFFFFF, 0xFF84000A, 0xFFFFE3E1, 0xFF84000A, 0xFFFFFFFF},
        onLight);
    static const Palette highContrastDark(
        {0xFF000000, 0xFF000000, 0xFFD5DBE2, 0xFFFFFFFF, 0xFF22272E, 0xFFFFFFFF, 0xFFDCE2E9,
         0xFF99A3AE, 0xFFA9CBFF, 0xFF122B57, 0xFF000000, 0xFF7DF0B0, 0xFF000000, 0xFFFFD76B,
         0xFF2E2300, 0xFFFFD76B, 0xFF000000, 0xFFFFB1AB, 0xFF3B0B0D, 0xFFFFB1AB, 0xFF000000},
        onDark);
    switch (scheme) {
    case Scheme::Light:
        return light;
    case Scheme::Dark:
        return dark;
    case Scheme::HighContrastLight:
        return highContrastLight;
    case Scheme::HighContrastDark:
        break;
    }
    return highContrastDark;
}

QColor Palette::colour(ColourRole role) const
{
    return QColor::fromRgb(m_colours.at(static_cast<std::size_t>(role)));
}

QColor Palette::accountColour(int index) const
{
    return QColor::fromRgb(
        m_accounts.at(static_cast<std::size_t>(qAbs(index % accountColourCount))));
}

QPalette Palette::toQPalette() const
{
    const auto of = [this](ColourRole role) {
        return colour(role);
    };
    QPalette palette;
    palette.setColor(QPalette::Window, of(ColourRole::Window));
    palette.setColor(QPalette::WindowText, of(ColourRole::Text));
    palette.setColor(QPalette::Base, of(ColourRole::Base));
    palette.setColor(QPalette::AlternateBase, of(ColourRole::Window));
    palette.setColor(QPalette::Text, of(ColourRole::Text));
    palette.setColor(QPalette::PlaceholderText, of(ColourRole::Dim));
    palette.setColor(QPalette::Button, of(ColourRole::Base));
    palette.setColor(QPalette::ButtonText, of(ColourRole::Text));
    palette.setColor(QPalette::BrightText, of(ColourRole::OnRemove));
    palette.setColor(QPalette::ToolTipBase, of(ColourRole::Base));
    palette.setColor(QPalette::ToolTipText, of(ColourRole::Text));
    palette.setColor(QPalette::Highlight, of(ColourRole::Accent));
    palette.setColor(QPalette::HighlightedText, of(ColourRole::OnAccent));
    palette.setColor(QPalette::Accent, of(ColourRole::Accent));
    palette.setColor(QPalette::Link, of(ColourRole::Accent));
    palette.setColor(QPalette::LinkVisited, of(ColourRole::Accent));
    palette.setColor(QPalette::Light, of(ColourRole::Base));
    palette.setColor(QPalette::Midlight, of(ColourRole::Hover));
    palette.setColor(QPalette::Mid, of(ColourRole::FieldLine));
    palette.setColor(QPalette::Dark, of(ColourRole::Line));
    palette.setColor(QPalette::Shadow, of(ColourRole::Line));
    for (const QPalette::ColorRole role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText}) {
        palette.setColor(QPalette::Disabled, role, of(ColourRole::Disabled));
    }
    palette.setColor(QPalette::Disabled, QPalette::Highlight, of(ColourRole::Line));
    palette.setColor(QPalette::Disabled, QPalette::HighlightedText, of(ColourRole::Dim));
    return palette;
}

} // namespace Views
