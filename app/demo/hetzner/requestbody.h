// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/hetzner/entities.h"
#include "demo/hetzner/refusals.h"

#include <QSet>
#include <QStringList>

#include <expected>

namespace Demo::Hetzner {

// Reads the fields of a JSON body and collects what is wrong with them. A field that is never asked
// for is unknown, and wrong as well.
class RequestBody
{
public:
    enum class Presence { Required, Optional };

    [[nodiscard]] static std::expected<RequestBody, Answer> read(const Request &request,
                                                                 Presence presence);

    [[nodiscard]] std::optional<QString> text(const QString &field);
    [[nodiscard]] std::optional<bool> flag(const QString &field);
    // Read as text; the API takes a number where it documents an id as a string.
    [[nodiscard]] std::optional<QString> idOrName(const QString &field);
    [[nodiscard]] std::optional<Labels> labels(const QString &field);
    // Its fields are for the caller to judge.
    [[nodiscard]] std::optional<QJsonObject> object(const QString &field);
    // A list of them, read the same way.
    [[nodiscard]] std::optional<QStringList> idsOrNames(const QString &field);
    // "user_data" may be given, and is of no consequence: nothing boots here.
    void checkUserData();
    void require(const QString &field);
    void reject(const QString &field, const QString &message);
    // To be called after every field was asked for.
    [[nodiscard]] std::optional<Answer> complaint() const;

private:
    [[nodiscard]] QJsonValue take(const QString &field);

    QJsonObject m_object;
    QSet<QString> m_known;
    QList<FieldProblem> m_problems;
};

} // namespace Demo::Hetzner
