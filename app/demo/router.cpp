// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/router.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace Demo {

namespace {

bool isPlaceholder(const QString &part)
{
    return part.startsWith(u'{');
}

std::optional<QStringList> capture(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size()) {
        return std::nullopt;
    }
    QStringList captured;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (isPlaceholder(pattern.at(i))) {
            captured.append(path.at(i));
        } else if (pattern.at(i) != path.at(i)) {
            return std::nullopt;
        }
    }
    return captured;
}

} // namespace

void Router::add(const QByteArray &method, const QString &pattern, Handler handler)
{
    m_routes.push_back({method, pattern, pattern.split(u'/'), std::move(handler)});
}

Router::Match Router::find(const QByteArray &method, QStringView path) const
{
    const QByteArray wanted = method == "HEAD" ? "GET"_ba : method;
    const QStringList parts = path.toString().split(u'/');
    Match best;
    for (const Route &route : m_routes) {
        const std::optional<QStringList> captured = capture(route.parts, parts);
        if (!captured) {
            continue;
        }
        if (route.method != wanted) {
            best.outcome = best.handler ? best.outcome : Outcome::NoSuchMethod;
        } else if (!best.handler || captured->size() < best.captured.size()) {
            best = {Outcome::Found, &route.handler, *captured};
        }
    }
    return best;
}

QStringList Router::routes() const
{
    QStringList lines;
    for (const Route &route : m_routes) {
        lines.append(QString::fromLatin1(route.method) + u' ' + route.pattern);
    }
    return lines;
}

} // namespace Demo
