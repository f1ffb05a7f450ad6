// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

#include <functional>
#include <vector>

namespace Demo {

// Finds what answers a method and a path. Patterns are written as in a vendor's documentation:
// "/servers/{id}/actions". A literal part is preferred to a placeholder.
class Router
{
public:
    // The captured parts, in the order of the placeholders.
    using Handler = std::function<Answer(const Request &, const QStringList &captured)>;
    enum class Outcome { Found, NoSuchPath, NoSuchMethod };
    struct Match
    {
        Outcome outcome = Outcome::NoSuchPath;
        const Handler *handler = nullptr;
        QStringList captured;
    };

    void add(const QByteArray &method, const QString &pattern, Handler handler);
    [[nodiscard]] Match find(const QByteArray &method, QStringView path) const;
    // "GET /servers/{id}" and so on.
    [[nodiscard]] QStringList routes() const;

private:
    struct Route
    {
        QByteArray method;
        QString pattern;
        QStringList parts;
        Handler handler;
    };
    std::vector<Route> m_routes;
};

} // namespace Demo
