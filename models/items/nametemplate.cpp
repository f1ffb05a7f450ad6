// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/nametemplate.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <array>

namespace Items {

using namespace Qt::StringLiterals;

namespace {

class TemplateWords
{
    Q_DECLARE_TR_FUNCTIONS(NameTemplate)
};

constexpr std::array placeholders{"{resource}"_L1, "{date}"_L1, "{time}"_L1, "{reason}"_L1};

/// With the signs that would join an empty word to the others gone.
QString withoutGap(const QString &nameTemplate, QLatin1StringView placeholder)
{
    const QString joiners = u"[\\s_·,:-]*"_s;
    const QRegularExpression before(joiners + QRegularExpression::escape(placeholder));
    QString text = nameTemplate.trimmed();
    if (text.startsWith(placeholder)) {
        static const QRegularExpression leading(u"^[\\s_·,:-]+"_s);
        return text.sliced(placeholder.size()).remove(leading);
    }
    return text.remove(before);
}

QString filled(const QString &nameTemplate, const NameParts &parts, const QString &resource)
{
    const QDateTime local = parts.time.toLocalTime();
    // Names are sorted and searched: figures as ISO 8601 has them, whatever the locale.
    const QString date = local.toString(u"yyyy-MM-dd"_s);
    const QString time = local.toString(u"HH:mm"_s);
    QString text;
    qsizetype from = 0;
    static const QRegularExpression word(u"\\{[^{}]*\\}"_s);
    QRegularExpressionMatchIterator it = word.globalMatch(nameTemplate);
    while (it.hasNext()) {
        const QRegularExpressionMatch match = it.next();
        text += nameTemplate.sliced(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const QString name = match.captured();
        if (name == placeholders.at(0)) {
            text += resource;
        } else if (name == placeholders.at(1)) {
            text += date;
        } else if (name == placeholders.at(2)) {
            text += time;
        } else if (name == placeholders.at(3)) {
            text += parts.reason;
        } else {
            text += name;
        }
    }
    text += nameTemplate.sliced(from);
    return text.simplified();
}

/// Never in the middle of what a person sees as one character.
QString cutTo(const QString &text, qsizetype length)
{
    if (length <= 0) {
        return {};
    }
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(length);
    const qsizetype end = finder.isAtBoundary() ? length : finder.toPreviousBoundary();
    return text.first(std::max<qsizetype>(0, end)).trimmed();
}

} // namespace

QString defaultNameTemplate()
{
    return u"{resource} {date} {time} {reason}"_s;
}

QString nameFromTemplate(const QString &nameTemplate, const NameParts &parts)
{
    const QString used =
        parts.reason.isEmpty() ? withoutGap(nameTemplate, placeholders.at(3)) : nameTemplate;
    QString whole = filled(used, parts, parts.resource);
    if (parts.maxLength <= 0 || whole.size() <= parts.maxLength) {
        return whole;
    }
    const qsizetype excess = whole.size() - parts.maxLength;
    return filled(used, parts, cutTo(parts.resource, parts.resource.size() - excess));
}

QString usualName(const Domain::NameRule &rule, const NameParts &parts)
{
    const qsizetype length = parts.resource.size();
    const qsizetype around = QString(rule.usual).remove(placeholders.at(0)).size();
    const qsizetype room = rule.maxLength > 0 ? std::min(rule.maxLength - around, length) : length;
    QString name = rule.usual;
    name.replace(placeholders.at(0), cutTo(parts.resource.toLower(), room));
    return name.replace("{mm-dd-yy}"_L1, parts.time.toLocalTime().toString(u"MM-dd-yy"_s));
}

QStringList unknownPlaceholders(const QString &nameTemplate)
{
    static const QRegularExpression word(u"\\{[^{}]*\\}"_s);
    QStringList unknown;
    QRegularExpressionMatchIterator it = word.globalMatch(nameTemplate);
    while (it.hasNext()) {
        const QString name = it.next().captured();
        if (!std::ranges::contains(placeholders, name)) {
            unknown.append(name);
        }
    }
    return unknown;
}

QStringList nameReasons()
{
    return {TemplateWords::tr("pre-upgrade"), TemplateWords::tr("before-migration"),
            TemplateWords::tr("nightly"), TemplateWords::tr("weekly")};
}

} // namespace Items
