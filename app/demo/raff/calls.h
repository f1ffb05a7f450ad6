// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/router.h"

namespace Demo::Raff {

class Account;

// What the header X-Project-ID is to a route.
enum class ProjectRule { Ignored, Optional, Required };

// A request that may be answered.
struct Call
{
    [[nodiscard]] bool reaches(const QString &itsProject) const;
    [[nodiscard]] int number() const { return captured.first().toInt(); }

    const Request &request;
    QStringList captured;
    // Empty: all of the account.
    QString project;
};

using Act = std::function<Answer(const Call &)>;

// Answers a route, after it is clear which project it is about. The account must live as long as
// the router.
void addRoute(Router &router, const Account &account, const QByteArray &method,
              const QString &pattern, ProjectRule rule, const Act &act);

} // namespace Demo::Raff
