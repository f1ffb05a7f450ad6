// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/bodies.h"

#include "demo/openstack/refusals.h"
#include "demo/openstack/words.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {
const qsizetype longestText = 255;
} // namespace

std::expected<QJsonObject, Answer> readMember(const Request &request, const QString &name)
{
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject()) {
        return std::unexpected(refuse(400, u"Malformed request body"_s));
    }
    if (!document[name].isObject()) {
        return std::unexpected(refuse(400, u"'%1' is a required property"_s.arg(name)));
    }
    return document[name].toObject();
}

Fields::Fields(const QString &name, const QJsonObject &object)
    : m_name(name)
    , m_object(object)
{
}

QString Fields::text(const QString &field)
{
    const QJsonValue value = m_object.value(field);
    if (value.isUndefined() || value.isNull()) {
        return {};
    }
    if (!value.isString()) {
        reject(field, u"%1 is not of type 'string'"_s.arg(quoted(value)));
    } else if (value.toString().size() > longestText) {
        reject(field, u"%1 is too long"_s.arg(quoted(value)));
    }
    return value.toString();
}

Metadata Fields::metadata(const QString &field)
{
    Metadata metadata;
    const QJsonObject told = m_object.value(field).toObject();
    for (auto it = told.begin(); it != told.end(); ++it) {
        if (!it.value().isString() || it.value().toString().size() > longestText) {
            m_complaint =
                u"Invalid metadata: Invalid input received: Value for metadata key: %1 is "
                "not a string or unicode"_s.arg(it.key());
        }
        metadata.insert(it.key(), it.value().toString());
    }
    return metadata;
}

void Fields::require(const QString &field)
{
    if (!has(field) && m_complaint.isEmpty()) {
        m_complaint =
            u"Invalid input for field/attribute %1. Value: %2. '%3' is a required property"_s.arg(
                m_name, quoted(m_object), field);
    }
}

void Fields::allow(const QStringList &fields)
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it) {
        if (!fields.contains(it.key()) && m_complaint.isEmpty()) {
            m_complaint =
                u"Invalid input for field/attribute %1. Value: %2. Additional properties "
                "are not allowed ('%3' was unexpected)"_s.arg(m_name, quoted(m_object), it.key());
        }
    }
}

void Fields::reject(const QString &field, const QString &why)
{
    if (m_complaint.isEmpty()) {
        const QJsonValue value = m_object.value(field);
        m_complaint = u"Invalid input for field/attribute %1. Value: %2. %3"_s.arg(
            field, value.isString() ? value.toString() : quoted(value), why);
    }
}

std::optional<Answer> Fields::complaint() const
{
    return m_complaint.isEmpty() ? std::nullopt : std::optional(refuse(400, m_complaint));
}

QJsonObject metadataJson(const Metadata &metadata)
{
    QJsonObject object;
    for (auto it = metadata.cbegin(); it != metadata.cend(); ++it) {
        object.insert(it.key(), it.value());
    }
    return object;
}

} // namespace Demo::OpenStack
