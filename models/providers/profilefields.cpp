// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/profilefields.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

namespace {

class FieldText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileReader)
};

constexpr qsizetype longestShownWord = 60;
constexpr qsizetype longestWord = 300; // the pattern says more

/// Marks that join letters or tell their direction are part of a script; those that turn the text
/// around them are not: they make an address read as another.
bool isPlain(QChar c)
{
    const bool turnsText =
        (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
    const bool endsLine =
        c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
    const bool isFormat = c.category() == QChar::Other_Format && !turnsText;
    return (c.isPrint() && !endsLine) || c.isSurrogate() || isFormat;
}

/// What is wrong with a text; empty: nothing.
QString textProblem(const QJsonValue &value, qsizetype longest)
{
    const QString text = value.toString();
    if (!value.isString()) {
        return FieldText::tr("It must be a text in quotation marks.");
    }
    if (text.trimmed().isEmpty()) {
        return FieldText::tr("It must not be empty.");
    }
    if (text.size() > longest) {
        return FieldText::tr("It is longer than %n characters.", nullptr,
                             static_cast<int>(longest));
    }
    if (!text.isValidUtf16() || !std::ranges::all_of(text, isPlain)) {
        return FieldText::tr("It must be on one line, without tabs and other characters that "
                             "can't be seen.");
    }
    return {};
}

} // namespace

QString currencyPattern()
{
    return u"[A-Z]{3}"_s;
}

QString currencyForm()
{
    return FieldText::tr("It must be the three capital letters of a currency, such as EUR.");
}

QString shownWord(const QString &word)
{
    QString line = word.simplified();
    line.removeIf([](QChar c) { return !isPlain(c); });
    return line.size() <= longestShownWord ? line : line.first(longestShownWord) + u'…';
}

ProfileFields::ProfileFields(const QJsonObject &object, const QString &path,
                             QList<ProfileProblem> &problems)
    : m_object(object)
    , m_path(path)
    , m_problems(problems)
{
}

void ProfileFields::allowOnly(const QStringList &known) const
{
    const QStringList keys = m_object.keys();
    for (const QString &key : keys) {
        if (!known.contains(key)) {
            reject(shownWord(key),
                   FieldText::tr("This field is not known here. Known are: %1.")
                       .arg(known.join(u", "_s)));
        }
    }
}

std::optional<QJsonValue> ProfileFields::find(const QString &key, Need need) const
{
    QJsonValue value = m_object.value(key);
    if (!value.isUndefined()) {
        return value;
    }
    if (need == Need::Required) {
        reject(key, FieldText::tr("This field is missing."));
    }
    return std::nullopt;
}

QString ProfileFields::text(const QString &key, Need need, qsizetype longest) const
{
    const std::optional<QJsonValue> value = find(key, need);
    if (!value) {
        return {};
    }
    const QString problem = textProblem(*value, longest);
    if (!problem.isEmpty()) {
        reject(key, problem);
        return {};
    }
    return value->toString().trimmed();
}

QString ProfileFields::word(const QString &key, Need need, const QString &pattern,
                            const QString &form) const
{
    QString text = this->text(key, need, longestWord);
    const QRegularExpression expression(QRegularExpression::anchoredPattern(pattern));
    if (text.isEmpty() || expression.match(text).hasMatch()) {
        return text;
    }
    reject(key, form);
    return {};
}

QUrl ProfileFields::page(const QString &key, Need need) const
{
    const QString text = this->text(key, need, longestAddress);
    QUrl url(text, QUrl::StrictMode);
    if (text.isEmpty()) {
        return {};
    }
    if (!url.isValid() || url.host().isEmpty() || url.scheme() != "https"_L1
        || !url.userInfo().isEmpty()) {
        reject(key,
               FieldText::tr("It must be a web page that begins with https://, without "
                             "user name and password."));
        return {};
    }
    return url;
}

ProfileFields ProfileFields::object(const QString &key) const
{
    return {m_object.value(key).toObject(), m_path + shownWord(key) + u'.', m_problems};
}

void ProfileFields::reject(const QString &key, const QString &reason) const
{
    m_problems.append({m_path + key, reason});
}

} // namespace Providers
