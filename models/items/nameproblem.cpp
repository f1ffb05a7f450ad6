// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/consequences.h"
#include "items/displaytext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace Items {

namespace {

class NameWords
{
    Q_DECLARE_TR_FUNCTIONS(Refusals)
};

bool hasControlCharacter(const QString &name)
{
    return std::ranges::any_of(name, [](QChar c) { return c.category() == QChar::Other_Control; });
}

bool isMatch(const QString &name, const QString &pattern)
{
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
    return !expression.isValid() || expression.match(name).hasMatch();
}

} // namespace

QString nameProblem(const QString &name, const Domain::NameRule &rule,
                    const QStringList &takenNames)
{
    if (rule.isRequired && name.trimmed().isEmpty()) {
        return NameWords::tr("A name is needed.");
    }
    if (hasControlCharacter(name)) {
        return NameWords::tr("A name can't contain line breaks or other control characters.");
    }
    if (rule.maxLength > 0 && name.size() > rule.maxLength) {
        return NameWords::tr("A name has at most %1 characters here; this one has %2.")
            .arg(QLocale().toString(rule.maxLength), QLocale().toString(name.size()));
    }
    if (!name.isEmpty() && !rule.pattern.isEmpty() && !isMatch(name, rule.pattern)) {
        return NameWords::tr("The name has characters that this provider does not take.");
    }
    if (rule.isUnique && takenNames.contains(name, Qt::CaseInsensitive)) {
        return NameWords::tr("The name %1 is in use already.").arg(quotedName(name));
    }
    return {};
}

} // namespace Items
