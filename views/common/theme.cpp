// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/theme.h"

#include "views/common/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QStyleHints>
#include <QToolTip>
#include <QWidget>

#include <optional>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int bodyPixels = 13;
/// A person who set a font this large needs it: then ours follows.
constexpr int largeTextPixels = 17;

/// The system's font at our size. A platform without a desktop (off-screen, VNC) has no font of its
/// own, only fontconfig's last resort, so a screen font is looked for there.
QFont bodyFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const QString platform = QGuiApplication::platformName();
    if (platform == "offscreen"_L1 || platform == "minimal"_L1 || platform == "vnc"_L1) {
        const QStringList families = QFontDatabase::families();
        for (const QString &family : {u"Inter"_s, u"Noto Sans"_s, u"Cantarell"_s}) {
            if (families.contains(family)) {
                font.setFamily(family);
                break;
            }
        }
    }
    const int systemPixels = QFontInfo(font).pixelSize();
    font.setPixelSize(systemPixels >= largeTextPixels ? systemPixels : bodyPixels);
    font.setFeature(QFont::Tag("tnum"), 1);
    return font;
}

/// Keeps the roles of one widget's colours applied across changes of scheme.
class RoleColours : public QObject
{
public:
    explicit RoleColours(QWidget *widget)
        : QObject(widget)
        , m_widget(widget)
    {
        // Not by events: a widget that has not been shown yet gets none.
        if (const auto *style = qobject_cast<const Style *>(QApplication::style())) {
            connect(style, &Style::schemeChanged, this, [this] { apply(); });
        }
    }

    static RoleColours &of(QWidget *widget)
    {
        for (QObject *child : widget->children()) {
            if (auto *colours = dynamic_cast<RoleColours *>(child)) {
                return *colours;
            }
        }
        return *new RoleColours(widget);
    }

    void setText(ColourRole role)
    {
        m_text = role;
        apply();
    }

    void setGround(ColourRole role)
    {
        m_ground = role;
        m_widget->setAutoFillBackground(true);
        apply();
    }

private:
    void apply()
    {
        QPalette palette = m_widget->palette();
        if (m_text) {
            for (const QPalette::ColorRole role :
                 {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
                palette.setColor(QPalette::Active, role, Theme::colour(*m_text));
                palette.setColor(QPalette::Inactive, role, Theme::colour(*m_text));
            }
        }
        if (m_ground) {
            palette.setColor(QPalette::Window, Theme::colour(*m_ground));
        }
        m_widget->setPalette(palette);
    }

    QWidget *m_widget;
    std::optional<ColourRole> m_text;
    std::optional<ColourRole> m_ground;
};

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    auto *style = new Style(scheme());
    QApplication::setStyle(style); // takes it
    QApplication::setFont(bodyFont());
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, [this] {
        if (m_appearance == Appearance::FollowSystem) {
            apply();
        }
    });
    apply();
}

Theme::~Theme() = default;

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    apply();
}

Scheme Theme::scheme() const
{
    switch (m_appearance) {
    case Appearance::FollowSystem:
        break;
    case Appearance::Light:
        return Scheme::Light;
    case Appearance::Dark:
        return Scheme::Dark;
    case Appearance::HighContrastLight:
        return Scheme::HighContrastLight;
    case Appearance::HighContrastDark:
        return Scheme::HighContrastDark;
    }
    const bool isDark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    return isDark ? Scheme::Dark : Scheme::Light;
}

void Theme::apply()
{
    if (auto *style = qobject_cast<Style *>(QApplication::style())) {
        style->setScheme(scheme());
    }
    const QPalette palette = Palette::of(scheme()).toQPalette();
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
    Q_EMIT schemeChanged();
}

static const Palette &currentPalette()
{
    const auto *style = qobject_cast<const Style *>(QApplication::style());
    return Palette::of(style ? style->scheme() : Scheme::Light);
}

QColor Theme::colour(ColourRole role)
{
    return currentPalette().colour(role);
}

QColor Theme::accountColour(int index)
{
    return currentPalette().accountColour(index);
}

QFont textFont(TextStyle style)
{
    QFont font = QApplication::font();
    const int body = font.pixelSize() > 0 ? font.pixelSize() : bodyPixels;
    switch (style) {
    case TextStyle::Body:
        break;
    case TextStyle::BodyStrong:
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Small:
        font.setPixelSize(body - 1);
        break;
    case TextStyle::Header:
        // Pixel sizes are whole; 11.5 px needs points at the screen's own scale.
        font.setPixelSize(body - 2);
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Title:
        font.setPixelSize(body + 3);
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Figure:
        font.setPixelSize(body + 5);
        font.setWeight(QFont::DemiBold);
        break;
    case TextStyle::Fixed:
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        font.setPixelSize(body - 1);
        break;
    }
    return font;
}

void setTextColour(QWidget *widget, ColourRole role)
{
    RoleColours::of(widget).setText(role);
}

void setGround(QWidget *widget, ColourRole role)
{
    RoleColours::of(widget).setGround(role);
}

} // namespace Views
