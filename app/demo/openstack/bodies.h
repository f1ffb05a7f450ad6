// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"
#include "demo/openstack/entities.h"

#include <QJsonObject>

#include <expected>
#include <optional>

// What volumes and servers are told in a body: {"snapshot":{..}}.
namespace Demo::OpenStack {

[[nodiscard]] std::expected<QJsonObject, Answer> readMember(const Request &request,
                                                            const QString &name);

// Reads the fields of such a member and keeps the first thing that is wrong with one.
class Fields
{
public:
    // The name is that of the member.
    Fields(const QString &name, const QJsonObject &object);

    [[nodiscard]] bool has(const QString &field) const { return m_object.contains(field); }
    [[nodiscard]] QJsonValue value(const QString &field) const { return m_object.value(field); }
    // Null where it is not told.
    [[nodiscard]] QString text(const QString &field);
    [[nodiscard]] Metadata metadata(const QString &field);
    void require(const QString &field);
    // Anything else is wrong.
    void allow(const QStringList &fields);
    void reject(const QString &field, const QString &why);
    [[nodiscard]] std::optional<Answer> complaint() const;

private:
    QString m_name;
    QJsonObject m_object;
    QString m_complaint;
};

[[nodiscard]] QJsonObject metadataJson(const Metadata &metadata);

} // namespace Demo::OpenStack
