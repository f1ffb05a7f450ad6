// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/fields.h"

#include "demo/raff/refusals.h"
#include "demo/raff/words.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Demo::Raff {

std::expected<Fields, Answer> Fields::of(const Request &request, Presence presence)
{
    Fields fields;
    if (request.body.isEmpty() && presence == Presence::Optional) {
        return fields;
    }
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject()) {
        return std::unexpected(refuseInput(u"The body is not a JSON object"_s));
    }
    fields.m_object = document.object();
    return fields;
}

QString Fields::text(const QString &field, qsizetype most)
{
    const QJsonValue value = m_object.value(field);
    const qsizetype size = value.toString().toUcs4().size();
    if (!value.isString()) {
        reject(field + (has(field) ? u" must be a string"_s : u" is required"_s));
    } else if (size < 1 || size > most) {
        reject(u"%1 must have 1 to %2 characters"_s.arg(field).arg(most));
    }
    return value.toString();
}

QString Fields::uuid(const QString &field)
{
    const QString value = m_object.value(field).toString();
    if (!isUuid(value)) {
        reject(field + (has(field) ? u" must be a UUID"_s : u" is required"_s));
    }
    return value.toLower();
}

int Fields::number(const QString &field)
{
    const QJsonValue value = m_object.value(field);
    const int number = value.toInt(-1);
    if (!value.isDouble() || value.toDouble() != number) {
        reject(field + (has(field) ? u" must be an integer"_s : u" is required"_s));
    }
    return number;
}

QStringList Fields::texts(const QString &field)
{
    const QJsonValue value = m_object.value(field);
    const QJsonArray entries = value.toArray();
    QStringList texts;
    for (const QJsonValueConstRef entry : entries) {
        texts.append(entry.toString());
        if (!entry.isString()) {
            reject(field + u" must hold strings"_s);
        }
    }
    if (!value.isArray()) {
        reject(field + u" must be an array"_s);
    }
    return texts;
}

QString Fields::choice(const QString &field, const QStringList &choices)
{
    const QString value = m_object.value(field).toString();
    if (!choices.contains(value)) {
        reject(u"%1 must be one of: %2"_s.arg(field, choices.join(u", "_s)));
    }
    return value;
}

void Fields::reject(const QString &complaint)
{
    m_complaint = m_complaint.isEmpty() ? complaint : m_complaint;
}

std::optional<Answer> Fields::complaint() const
{
    return m_complaint.isEmpty() ? std::nullopt : std::optional(refuseInput(m_complaint));
}

} // namespace Demo::Raff
