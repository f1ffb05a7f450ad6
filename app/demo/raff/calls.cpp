// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/calls.h"

#include "demo/raff/account.h"
#include "demo/raff/refusals.h"
#include "demo/raff/words.h"

#include <expected>

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

std::expected<QString, Answer> projectOf(const Request &request, const Account &account,
                                         ProjectRule rule)
{
    const QString project = QString::fromLatin1(request.header("X-Project-ID"));
    if (rule == ProjectRule::Ignored) {
        return QString();
    }
    if (project.isEmpty() && rule == ProjectRule::Required) {
        return std::unexpected(refuseInput(u"X-Project-ID required"_s));
    }
    if (project.isEmpty()) {
        return QString();
    }
    if (!isUuid(project)) {
        return std::unexpected(refuseInput(u"X-Project-ID is not a UUID"_s));
    }
    if (!account.findProject(project.toLower())) {
        return std::unexpected(refuse(403, u"This API key does not reach the project"_s));
    }
    return project.toLower();
}

} // namespace

bool Call::reaches(const QString &itsProject) const
{
    return project.isEmpty() || project == itsProject;
}

void addRoute(Router &router, const Account &account, const QByteArray &method,
              const QString &pattern, ProjectRule rule, const Act &act)
{
    router.add(method, pattern,
               [&account, rule, act](const Request &request, const QStringList &captured) {
                   const auto project = projectOf(request, account, rule);
                   return project ? act(Call{request, captured, *project}) : project.error();
               });
}

} // namespace Demo::Raff
