// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsolefields.h"

#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

namespace {

constexpr qsizetype timeDigits = 19; // "2025-07-25 03:07:00"

QJsonValue withoutSecrets(const QJsonValue &json)
{
    if (json.isArray()) {
        QJsonArray array = json.toArray();
        for (QJsonValueRef element : array) {
            element = withoutSecrets(element);
        }
        return array;
    }
    if (!json.isObject()) {
        return json;
    }
    QJsonObject object = json.toObject();
    for (auto it = object.begin(); it != object.end();) {
        const bool isSecret = it.key().contains("password"_L1, Qt::CaseInsensitive)
            || it.key().contains("secret"_L1, Qt::CaseInsensitive)
            || it.key().contains("token"_L1, Qt::CaseInsensitive);
        if (isSecret) {
            it = object.erase(it);
        } else {
            it.value() = withoutSecrets(it.value());
            ++it;
        }
    }
    return object;
}

} // namespace

QString StackConsoleFields::requiredText(const LenientFields &fields, QLatin1StringView key,
                                         const QString &path, JsonFault &fault)
{
    const QString text = fields.text(key);
    if (text.isEmpty()) {
        fault.note(path + u'.' + key + u" is missing"_s);
    }
    return text;
}

QString StackConsoleFields::name(const LenientFields &fields)
{
    const QString name = fields.text("name"_L1);
    return name.isEmpty() ? fields.text("slug"_L1) : name;
}

StackConsoleReference StackConsoleFields::reference(const LenientFields &fields,
                                                    QLatin1StringView id,
                                                    QLatin1StringView included)
{
    const LenientFields object = fields.object(included);
    StackConsoleReference reference{fields.text(id), object.text("slug"_L1),
                                    object.text("name"_L1)};
    if (reference.id.isEmpty()) {
        reference.id = object.text("id"_L1);
    }
    return reference;
}

StackConsoleTime StackConsoleFields::time(const QString &text)
{
    const QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (instant.isValid() && instant.timeSpec() != Qt::LocalTime) {
        return {instant.toUTC(), false};
    }
    QString digits = text.first(std::min(text.size(), timeDigits));
    digits.replace(u'T', u' ');
    const QDateTime local = QDateTime::fromString(digits, u"yyyy-MM-dd HH:mm:ss"_s);
    return local.isValid() ? StackConsoleTime{{local.date(), local.time(), QTimeZone::UTC}, true}
                           : StackConsoleTime();
}

bool StackConsoleFields::isDeleted(const LenientFields &fields)
{
    return fields.isSet("deleted_at"_L1) || fields.isSet("terminated_at"_L1);
}

QString StackConsoleFields::storageCategory(const LenientFields &fields)
{
    const LenientFields setting = fields.object("storage_setting"_L1);
    const QString category = setting.text("storage_category_id"_L1);
    return category.isEmpty() ? setting.object("storage_category"_L1).text("id"_L1) : category;
}

std::optional<qint64> StackConsoleFields::size(const LenientFields &fields)
{
    const std::optional<qint64> own = fields.gigabytes("size"_L1);
    const std::optional<qint64> size =
        own ? own : fields.object("offering"_L1).gigabytes("size"_L1);
    return size && *size > 0 ? size : std::nullopt;
}

QString StackConsoleFields::raw(const LenientFields &fields)
{
    const QJsonObject json = withoutSecrets(fields.json()).toObject();
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace Providers
