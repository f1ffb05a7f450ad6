// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/colourpicker.h"

#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int dotSize = 20;
constexpr int ringGap = 3;

class ColourDot final : public QRadioButton
{
public:
    ColourDot(int index, const QString &name, QWidget *parent)
        : QRadioButton(parent)
        , m_index(index)
    {
        setObjectName(u"accountColour%1"_s.arg(index));
        setAccessibleName(name);
        setToolTip(name);
        setFixedSize(Metrics::controlHeight, Metrics::controlHeight);
    }

protected:
    [[nodiscard]] bool hitButton(const QPoint &position) const override
    {
        return rect().contains(position);
    }

    /// The chosen one bears a tick, so that it does not depend on telling colours apart.
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QRect dot(0, 0, dotSize, dotSize);
        dot.moveCenter(rect().center());
        painter.setOpacity(isEnabled() ? 1.0 : 0.5);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::accountColour(m_index));
        painter.drawEllipse(dot);
        if (isChecked()) {
            Icons::paint(&painter, dot, u"check"_s, Theme::colour(ColourRole::Base),
                         Metrics::margin);
        }
        if (hasFocus() || isChecked()) {
            const ColourRole role = hasFocus() ? ColourRole::Accent : ColourRole::Dim;
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(Theme::colour(role), hasFocus() ? 2 : 1));
            painter.drawEllipse(dot.adjusted(-ringGap, -ringGap, ringGap, ringGap));
        }
    }

private:
    int m_index;
};

} // namespace

ColourPicker::ColourPicker(QWidget *parent)
    : QWidget(parent)
    , m_dots(new QButtonGroup(this))
{
    const QStringList names{tr("Orange"), tr("Teal"),  tr("Violet"), tr("Blue"),
                            tr("Pink"),   tr("Green"), tr("Ochre"),  tr("Grey")};
    Q_ASSERT(names.size() == accountColourCount);
    setFocusPolicy(Qt::TabFocus); // A label's shortcut asks for it; the chosen dot gets it.
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::space);
    for (int i = 0; i < accountColourCount; ++i) {
        auto *dot = new ColourDot(i, names.at(i), this);
        m_dots->addButton(dot, i);
        row->addWidget(dot);
    }
    row->addStretch(1);
    connect(m_dots, &QButtonGroup::idToggled, this, [this](int index, bool isChosen) {
        if (isChosen) {
            setFocusProxy(m_dots->button(index));
            Q_EMIT colourChanged(index);
        }
    });
    setColour(0);
}

int ColourPicker::colour() const
{
    return m_dots->checkedId();
}

void ColourPicker::setColour(int index)
{
    m_dots->button(qAbs(index % accountColourCount))->setChecked(true);
}

} // namespace Views
