// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/common/palette.h"

#include <QFont>
#include <QObject>

class QWidget;

namespace Views {

enum class Appearance { FollowSystem, Light, Dark, HighContrastLight, HighContrastDark };

/// Gives the application its style, palette and font, and follows the platform's scheme unless one
/// is forced. Made once, after QApplication. Everything that is painted asks colour() while it
/// paints, so a change of scheme needs nothing but a repaint, which the new palette brings.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    void setAppearance(Appearance appearance);
    [[nodiscard]] Appearance appearance() const { return m_appearance; }
    [[nodiscard]] Scheme scheme() const;

    /// The colour in the running application's scheme; light before a theme was made.
    [[nodiscard]] static QColor colour(ColourRole role);
    [[nodiscard]] static QColor accountColour(int index);

Q_SIGNALS:
    void schemeChanged();

private:
    void apply();

    Appearance m_appearance = Appearance::FollowSystem;
};

/// Distances in device-independent pixels, on a grid of 4.
namespace Metrics {
inline constexpr int space = 4;
inline constexpr int gap = 8;
inline constexpr int margin = 12;
inline constexpr int wideMargin = 16;
inline constexpr int pageMargin = 20;
inline constexpr int controlHeight = 32;
inline constexpr int smallControlHeight = 24;
inline constexpr int rowHeight = 34;
inline constexpr int toolBarHeight = 52;
inline constexpr int tabHeight = 40;
inline constexpr int headerHeight = 30;
inline constexpr int controlRadius = 6;
inline constexpr int cardRadius = 8;
inline constexpr int iconSize = 16;
inline constexpr int accountStripe = 3;
} // namespace Metrics

enum class TextStyle {
    Body, ///< 13 px
    BodyStrong, ///< semi-bold
    Small, ///< 12 px
    Header, ///< 11.5 px semi-bold: table headers, headings of groups
    Title, ///< 16 px semi-bold
    Figure, ///< 18 px semi-bold: the one figure that matters
    Fixed, ///< 12 px, fixed pitch: raw data
};
/// Fonts follow the application's font; figures are tabular.
[[nodiscard]] QFont textFont(TextStyle style);

/// Makes a label's, or any widget's, text take the colour of a role, now and after a change of
/// scheme.
void setTextColour(QWidget *widget, ColourRole role);
/// The same for its ground.
void setGround(QWidget *widget, ColourRole role);

} // namespace Views
