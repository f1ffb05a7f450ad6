// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/copyname.h"

#include "items/consequences.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace Items {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostCopies = 1000;

/// With what hosts are not called by made into hyphens.
QString hostName(const QString &name)
{
    static const QRegularExpression others(u"[^A-Za-z0-9.-]+"_s);
    static const QRegularExpression edges(u"^[.-]+|[.-]+$"_s);
    return QString(name).replace(others, u"-"_s).remove(edges);
}

QString withEnding(const QString &base, const QString &ending, int maxLength)
{
    const qsizetype room = maxLength > 0 ? maxLength - ending.size() : base.size();
    return base.first(std::clamp<qsizetype>(room, 0, base.size())) + ending;
}

} // namespace

QString copyName(const QString &original, const QString &usual, const Domain::NameRule &rule,
                 const QStringList &takenNames)
{
    const QString base = original.trimmed().isEmpty() ? usual : original.simplified();
    QStringList bases{base, hostName(base), hostName(base).toLower(), usual};
    bases.removeAll(QString());
    for (const QString &each : std::as_const(bases)) {
        for (int number = 1; number < mostCopies; ++number) {
            const QString ending = number == 1 ? u"-copy"_s : u"-copy-%1"_s.arg(number);
            const QString name = withEnding(each, ending, rule.maxLength);
            if (!nameProblem(name, rule, {}).isEmpty()) {
                break; // another number would not help
            }
            if (!takenNames.contains(name, Qt::CaseInsensitive)) {
                return name;
            }
        }
    }
    return {};
}

} // namespace Items
