// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

#include <QJsonObject>

#include <expected>
#include <optional>

namespace Demo::Raff {

// Reads the fields of a JSON body and keeps the first thing that is wrong with one. A field that
// nobody asks for is let be.
class Fields
{
public:
    enum class Presence { Required, Optional };

    // An optional body that is missing has no fields.
    [[nodiscard]] static std::expected<Fields, Answer> of(const Request &request,
                                                          Presence presence = Presence::Required);

    [[nodiscard]] bool has(const QString &field) const { return m_object.contains(field); }
    // Between 1 and `most` characters.
    [[nodiscard]] QString text(const QString &field, qsizetype most);
    [[nodiscard]] QString uuid(const QString &field);
    [[nodiscard]] int number(const QString &field);
    // A list of strings.
    [[nodiscard]] QStringList texts(const QString &field);
    [[nodiscard]] QString choice(const QString &field, const QStringList &choices);
    void reject(const QString &complaint);
    // To be called after every field was asked for.
    [[nodiscard]] std::optional<Answer> complaint() const;

private:
    QJsonObject m_object;
    QString m_complaint;
};

} // namespace Demo::Raff
