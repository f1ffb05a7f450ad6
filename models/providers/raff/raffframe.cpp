// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffframe.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

void RaffFrame::checkSuccess(const JsonFields &frame)
{
    if (frame.has("success"_L1) && !frame.flag("success"_L1)) {
        frame.reject("success"_L1, u"is false"_s);
    }
}

QString RaffFrame::id(const JsonFields &fields, QLatin1StringView key)
{
    const QString id = fields.text(key);
    if (!id.isEmpty() && !isId(id)) {
        fields.reject(key, u"is not an id"_s);
    }
    if (id.isEmpty() && fields.has(key)) {
        fields.reject(key, u"is empty"_s);
    }
    return id;
}

bool RaffFrame::isId(const QString &id)
{
    const auto isAllowed = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
            || c == u'-' || c == u'_';
    };
    return !id.isEmpty() && id.size() <= 128 && std::ranges::all_of(id, isAllowed);
}

QString RaffFrame::optionalText(const JsonFields &fields, QLatin1StringView key)
{
    return fields.text(key, Presence::Optional).value_or(QString());
}

} // namespace Providers
