// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/requestbody.h"

#include "demo/hetzner/labels.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {
const qsizetype largestUserData = 32'768;
}

std::expected<RequestBody, Answer> RequestBody::read(const Request &request, Presence presence)
{
    RequestBody body;
    if (request.body.isEmpty() && presence == Presence::Optional) {
        return body;
    }
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject()) {
        return std::unexpected(refuseAtWill(u"json_error"_s));
    }
    body.m_object = document.object();
    return body;
}

std::optional<QString> RequestBody::text(const QString &field)
{
    const QJsonValue value = take(field);
    if (value.isUndefined()) {
        return std::nullopt;
    }
    if (!value.isString()) {
        reject(field, u"must be a string"_s);
        return std::nullopt;
    }
    return value.toString();
}

std::optional<bool> RequestBody::flag(const QString &field)
{
    const QJsonValue value = take(field);
    if (value.isUndefined()) {
        return std::nullopt;
    }
    if (!value.isBool()) {
        reject(field, u"must be a boolean"_s);
        return std::nullopt;
    }
    return value.toBool();
}

std::optional<QString> RequestBody::idOrName(const QString &field)
{
    const QJsonValue value = take(field);
    if (value.isDouble()) {
        return QString::number(value.toInteger());
    }
    return value.isUndefined() ? std::nullopt : text(field);
}

std::optional<QJsonObject> RequestBody::object(const QString &field)
{
    const QJsonValue value = take(field);
    if (value.isUndefined()) {
        return std::nullopt;
    }
    if (!value.isObject()) {
        reject(field, u"must be an object"_s);
        return std::nullopt;
    }
    return value.toObject();
}

std::optional<Labels> RequestBody::labels(const QString &field)
{
    const std::optional<QJsonObject> entries = object(field);
    if (!entries) {
        return std::nullopt;
    }
    Labels labels;
    for (auto it = entries->begin(); it != entries->end(); ++it) {
        if (!isLabelKey(it.key()) || !it.value().isString()
            || !isLabelValue(it.value().toString())) {
            reject(field, u"'%1' is not a valid label"_s.arg(it.key()));
            return std::nullopt;
        }
        labels.insert(it.key(), it.value().toString());
    }
    return labels;
}

std::optional<QStringList> RequestBody::idsOrNames(const QString &field)
{
    const QJsonValue value = take(field);
    if (value.isUndefined()) {
        return std::nullopt;
    }
    QStringList texts;
    const QJsonArray entries = value.toArray();
    for (const QJsonValueConstRef entry : entries) {
        if (!entry.isDouble() && !entry.isString()) {
            reject(field, u"must hold ids or names"_s);
            return std::nullopt;
        }
        texts.append(entry.isDouble() ? QString::number(entry.toInteger()) : entry.toString());
    }
    if (!value.isArray()) {
        reject(field, u"must be a list"_s);
    }
    return texts;
}

void RequestBody::checkUserData()
{
    const QString field = u"user_data"_s;
    if (text(field).value_or(QString()).toUtf8().size() > largestUserData) {
        reject(field, u"must not be longer than 32 KiB"_s);
    }
}

void RequestBody::require(const QString &field)
{
    if (!m_object.contains(field)) {
        reject(field, u"is missing"_s);
    }
}

void RequestBody::reject(const QString &field, const QString &message)
{
    m_problems.append({field, message});
}

std::optional<Answer> RequestBody::complaint() const
{
    QList<FieldProblem> problems = m_problems;
    const QStringList fields = m_object.keys();
    for (const QString &field : fields) {
        if (!m_known.contains(field)) {
            problems.append({field, u"unknown field"_s});
        }
    }
    return problems.isEmpty() ? std::nullopt : std::optional(refuseInput(problems));
}

QJsonValue RequestBody::take(const QString &field)
{
    m_known.insert(field);
    return m_object.value(field);
}

} // namespace Demo::Hetzner
