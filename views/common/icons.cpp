// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/icons.h"

#include "views/common/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace Views::Icons {

namespace {

QPixmap render(const QString &name, const QColor &colour, int pixels)
{
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon named %ls", qUtf16Printable(name));
        return {};
    }
    QByteArray outlines = file.readAll();
    outlines.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(outlines);
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

class Engine final : public QIconEngine
{
public:
    Engine(const QString &name, ColourRole role)
        : m_name(name)
        , m_role(role)
    {
    }

    void paint(QPainter *painter, const QRect &rectangle, QIcon::Mode mode, QIcon::State) override
    {
        const int size = qMin(rectangle.width(), rectangle.height());
        Icons::paint(painter, rectangle, m_name, colourFor(mode), size);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        // `size` is in device pixels already; the caller sets the ratio.
        Q_UNUSED(scale)
        return Icons::pixmap(m_name, colourFor(mode), qMin(size.width(), size.height()), 1.0);
    }

    bool isNull() override { return false; }
    QString iconName() override { return m_name; }
    QString key() const override { return u"snapdeck"_s; }
    QIconEngine *clone() const override { return new Engine(m_name, m_role); }

private:
    [[nodiscard]] QColor colourFor(QIcon::Mode mode) const
    {
        return Theme::colour(mode == QIcon::Disabled ? ColourRole::Disabled : m_role);
    }

    QString m_name;
    ColourRole m_role;
};

} // namespace

QIcon icon(const QString &name, ColourRole role)
{
    return QIcon(new Engine(name, role)); // takes it
}

QPixmap pixmap(const QString &name, const QColor &colour, int size, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    const QString key = u"snapdeck/%1/%2/%3"_s.arg(name, colour.name()).arg(pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(name, colour, pixels);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paint(QPainter *painter, const QRect &rectangle, const QString &name, const QColor &colour,
           int size)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    QRectF target(0, 0, size, size);
    target.moveCenter(QRectF(rectangle).center());
    // On a whole device pixel, or thin lines blur.
    target.moveTo(qRound(target.x() * ratio) / ratio, qRound(target.y() * ratio) / ratio);
    painter->drawPixmap(target.topLeft(), pixmap(name, colour, size, ratio));
}

QIcon applicationIcon()
{
    // Drawn here, since Qt's own loader of SVG icons is a plugin that need not be installed.
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        icon.addPixmap(render(u"snapdeck"_s, Qt::black, size));
    }
    return icon;
}

} // namespace Views::Icons
