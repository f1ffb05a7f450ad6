// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/rawshape.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

QChar letterOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u'0';
    case QJsonValue::Bool:
        return u'b';
    case QJsonValue::Double:
        return u'n';
    case QJsonValue::String:
        return u's';
    case QJsonValue::Array:
        return u'a';
    case QJsonValue::Object:
        return u'o';
    case QJsonValue::Undefined:
        return u'-';
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString misshapen(const QJsonValue &value, const QString &shape)
{
    if (!value.isObject()) {
        return u"not an object"_s;
    }
    QStringList complaints;
    for (const QString &member : shape.split(u' ', Qt::SkipEmptyParts)) {
        const QString name = member.section(u':', 0, 0);
        const QString types = member.section(u':', 1);
        const QChar is = letterOf(value[name]);
        if (!(types.contains(is) || (is == u'0' && types.endsWith(u'?')))) {
            complaints.append(u"%1 is %2, not %3"_s.arg(name, is, types));
        }
    }
    return complaints.join(u"; "_s);
}

QString refusal(const RawAnswer &answer)
{
    return u"%1 %2"_s.arg(answer.status).arg(answer.json().value(u"message"_s).toString());
}

} // namespace Support
