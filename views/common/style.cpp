// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/style.h"

#include "views/common/icons.h"
#include "views/common/stylepainter.h"
#include "views/common/theme.h"

#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QStyleOption>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int scrollBarExtent = 12;
constexpr int indicatorSize = 16;
constexpr int menuItemHeight = 28;

/// Text areas look like fields; tables and trees have no frame of their own.
bool isTextArea(const QWidget *widget)
{
    return widget
        && (widget->inherits("QPlainTextEdit") || qobject_cast<const QTextEdit *>(widget));
}

/// The steps stand above each other at the trailing end, half the field high each. Nothing for the
/// parts that are as everywhere.
QRect spinBoxPart(const QRect &field, QStyle::SubControl part)
{
    constexpr int steps = 24;
    const int half = field.height() / 2;
    const QRect up(field.right() - steps, field.top() + 1, steps, half - 1);
    if (part == QStyle::SC_SpinBoxUp) {
        return up;
    }
    if (part == QStyle::SC_SpinBoxDown) {
        return up.translated(0, half - 1);
    }
    return part == QStyle::SC_SpinBoxEditField ? field.adjusted(Metrics::gap, 1, -steps, -1)
                                               : QRect();
}

/// Windows' own order stays on Windows; a Unix desktop that does not tell one gets the order of
/// most of them.
int dialogButtonLayout(int ofPlatform)
{
#ifdef Q_OS_WIN
    return ofPlatform;
#else
    return ofPlatform == QDialogButtonBox::WinLayout
        ? static_cast<int>(QDialogButtonBox::GnomeLayout)
        : ofPlatform;
#endif
}

} // namespace

Style::Style(Scheme scheme)
    : QProxyStyle(u"Fusion"_s)
    , m_scheme(scheme)
{
}

void Style::setScheme(Scheme scheme)
{
    m_scheme = scheme;
    Q_EMIT schemeChanged();
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget)
        || qobject_cast<QAbstractSpinBox *>(widget) || isTextArea(widget)) {
        widget->setAttribute(Qt::WA_Hover);
    }
}

QPalette Style::standardPalette() const
{
    return Palette::of(m_scheme).toQPalette();
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    // Qt's elements are an open list: what is not ours goes to Fusion.
    if (element == PE_PanelLineEdit) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0) {
            StylePainter::field(painter, *option, widget);
        }
    } else if (element == PE_FrameLineEdit || (element == PE_Frame && isTextArea(widget))) {
        StylePainter::field(painter, *option, widget);
    } else if (element == PE_Frame && widget && widget->inherits("QAbstractItemView")) {
        StylePainter::frame(painter, option->rect);
    } else if (element == PE_PanelButtonCommand || element == PE_PanelButtonBevel) {
        StylePainter::plainButton(painter, *option);
    } else if (element == PE_FrameFocusRect) {
        StylePainter::focusRing(painter, option->rect);
    } else if (element == PE_IndicatorCheckBox || element == PE_IndicatorItemViewItemCheck) {
        StylePainter::checkBox(painter, *option);
    } else if (element == PE_IndicatorRadioButton) {
        StylePainter::radioButton(painter, *option);
    } else if (element == PE_FrameTabBarBase || element == PE_FrameStatusBarItem
               || element == PE_FrameMenu || element == PE_IndicatorHeaderArrow) {
        return; // the header's label draws its own arrow
    } else if (element == PE_PanelMenu || element == PE_PanelTipLabel) {
        StylePainter::popupPanel(painter, option->rect);
    } else if (element == PE_PanelScrollAreaCorner) {
        painter->fillRect(option->rect, Theme::colour(ColourRole::Base));
    } else if (element == PE_IndicatorBranch) {
        if (option->state.testFlag(State_Children)) {
            const bool isOpen = option->state.testFlag(State_Open);
            const bool isMirrored = option->direction == Qt::RightToLeft;
            const QString closed = isMirrored ? u"chevron-left"_s : u"chevron-right"_s;
            Icons::paint(painter, option->rect, isOpen ? u"chevron-down"_s : closed,
                         Theme::colour(ColourRole::Dim), 14);
        }
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
    const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
    const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
    if (element == CE_HeaderSection && header) {
        StylePainter::headerSection(painter, *header);
    } else if (element == CE_HeaderLabel && header) {
        const bool hasStripe = widget && widget->property("hasStripe").toBool();
        StylePainter::headerLabel(painter, *header, hasStripe ? Metrics::accountStripe + 1 : 0);
    } else if (element == CE_HeaderEmptyArea) {
        painter->fillRect(option->rect, Theme::colour(ColourRole::Window));
        painter->fillRect(
            QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
            Theme::colour(ColourRole::Line));
    } else if (element == CE_TabBarTabShape && tab) {
        StylePainter::tabShape(painter, *tab);
    } else if (element == CE_TabBarTabLabel && tab) {
        StylePainter::tabLabel(painter, *tab);
    } else if (element == CE_MenuItem && item) {
        StylePainter::menuItem(painter, *item);
    } else if (element == CE_Splitter) {
        painter->fillRect(option->rect, Theme::colour(ColourRole::Line));
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                               QPainter *painter, const QWidget *widget) const
{
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (control == CC_ScrollBar && slider) {
        StylePainter::scrollBar(painter, *slider,
                                subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
    } else if (control == CC_ComboBox && combo && !combo->editable) {
        StylePainter::field(painter, *option, widget);
        const ColourRole role =
            option->state.testFlag(State_Enabled) ? ColourRole::Dim : ColourRole::Disabled;
        Icons::paint(painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget),
                     u"chevron-down"_s, Theme::colour(role), 14);
    } else if (control == CC_SpinBox && spin) {
        StylePainter::field(painter, *option, widget);
        const auto paintStep = [&](SubControl step, QAbstractSpinBox::StepEnabledFlag flag,
                                   const QString &icon) {
            const bool isPossible =
                option->state.testFlag(State_Enabled) && spin->stepEnabled.testFlag(flag);
            Icons::paint(painter, subControlRect(CC_SpinBox, option, step, widget), icon,
                         Theme::colour(isPossible ? ColourRole::Dim : ColourRole::Disabled), 12);
        };
        paintStep(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, u"chevron-up"_s);
        paintStep(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, u"chevron-down"_s);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    if (metric == PM_ScrollBarExtent) {
        return scrollBarExtent;
    }
    if (metric == PM_ScrollView_ScrollBarSpacing || metric == PM_ScrollView_ScrollBarOverlap
        || metric == PM_TabBarBaseHeight || metric == PM_TabBarTabShiftVertical
        || metric == PM_TabBarTabShiftHorizontal) {
        return 0;
    }
    if (metric == PM_IndicatorWidth || metric == PM_IndicatorHeight
        || metric == PM_ExclusiveIndicatorWidth || metric == PM_ExclusiveIndicatorHeight) {
        return indicatorSize;
    }
    if (metric == PM_CheckBoxLabelSpacing || metric == PM_RadioButtonLabelSpacing) {
        return Metrics::gap;
    }
    if (metric == PM_HeaderMargin) {
        return 0; // the header's label keeps its own
    }
    if (metric == PM_FocusFrameHMargin) {
        return Metrics::gap - 1; // the room beside the text of a cell
    }
    if (metric == PM_MenuVMargin) {
        return Metrics::space;
    }
    if (metric == PM_SplitterWidth) {
        return 1; // Qt widens the area that takes the pointer by itself
    }
    if (metric == PM_SmallIconSize || metric == PM_ButtonIconSize || metric == PM_TabBarIconSize) {
        return Metrics::iconSize;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    if (hint == SH_ComboBox_Popup || hint == SH_EtchDisabledText) {
        return 0;
    }
    if (hint == SH_ItemView_ActivateItemOnSingleClick) {
        return 0;
    }
    if (hint == SH_UnderlineShortcut) {
        // In menus always; elsewhere from the moment that somebody uses the keyboard.
        return !widget || widget->inherits("QMenu") || widget->inherits("QMenuBar")
            || widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    }
    if (hint == SH_DialogButtonLayout) {
        return dialogButtonLayout(QProxyStyle::styleHint(hint, option, widget, returnData));
    }
    if (hint == SH_ScrollBar_LeftClickAbsolutePosition) {
        return 1;
    }
    return QProxyStyle::styleHint(hint, option, widget, returnData);
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_LineEdit || type == CT_ComboBox || type == CT_PushButton) {
        result.setHeight(qMax(Metrics::controlHeight, size.height() + 2 * Metrics::gap));
    } else if (type == CT_TabBarTab) {
        const int padding = 2 * Metrics::margin;
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        const QFontMetrics metrics(textFont(TextStyle::BodyStrong));
        const int width = tab ? metrics.horizontalAdvance(tab->text) : size.width();
        result = QSize(width + padding, Metrics::tabHeight);
    } else if (type == CT_MenuItem) {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        const bool isSeparator = item && item->menuItemType == QStyleOptionMenuItem::Separator;
        result.setHeight(isSeparator ? 9 : qMax(menuItemHeight, size.height()));
        result.rwidth() += Metrics::pageMargin;
    } else if (type == CT_HeaderSection) {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const QFontMetrics metrics(textFont(TextStyle::Header));
        const int text = header ? metrics.horizontalAdvance(header->text) : size.width();
        result = QSize(text + 2 * Metrics::gap + Metrics::space, Metrics::headerHeight);
    }
    return result;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option,
                            const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        const bool isFramed = frame && frame->lineWidth > 0;
        return isFramed ? option->rect.adjusted(Metrics::gap, 1, -Metrics::gap, -1) : option->rect;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                            SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        // No arrow buttons: the groove is the whole bar.
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (subControl == SC_ScrollBarAddLine || subControl == SC_ScrollBarSubLine) {
            return {};
        }
        if (slider) {
            const bool isHorizontal = slider->orientation == Qt::Horizontal;
            const int length = isHorizontal ? option->rect.width() : option->rect.height();
            const int range = slider->maximum - slider->minimum;
            const qint64 page = qMax(1, slider->pageStep);
            const int thumb = range == 0
                ? length
                : qMin(length, qMax(28, static_cast<int>(length * page / (range + page))));
            const int start =
                sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                        length - thumb, slider->upsideDown);
            const auto along = [&](int from, int size) {
                const QRect logical = isHorizontal
                    ? QRect(option->rect.left() + from, option->rect.top(), size,
                            option->rect.height())
                    : QRect(option->rect.left(), option->rect.top() + from, option->rect.width(),
                            size);
                return visualRect(slider->direction, option->rect, logical);
            };
            if (subControl == SC_ScrollBarGroove) {
                return option->rect;
            }
            if (subControl == SC_ScrollBarSlider) {
                return along(start, thumb);
            }
            if (subControl == SC_ScrollBarSubPage) {
                return along(0, start);
            }
            if (subControl == SC_ScrollBarAddPage) {
                return along(start + thumb, length - start - thumb);
            }
        }
    }
    if (control == CC_ComboBox && subControl == SC_ComboBoxArrow) {
        const QRect arrow(option->rect.right() - 27, option->rect.top(), 24, option->rect.height());
        return visualRect(option->direction, option->rect, arrow);
    }
    if (control == CC_ComboBox && subControl == SC_ComboBoxEditField) {
        return visualRect(option->direction, option->rect,
                          option->rect.adjusted(Metrics::gap, 1, -28, -1));
    }
    if (control == CC_SpinBox) {
        const QRect part = spinBoxPart(option->rect, subControl);
        if (part.isValid()) {
            return visualRect(option->direction, option->rect, part);
        }
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

void setFieldState(QWidget *field, FieldState state)
{
    field->setProperty("isInvalid", state == FieldState::Invalid);
    field->update();
}

} // namespace Views
