// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>

// What a target promises of every input; anything else ends the program, and is a find.
namespace Fuzz {

inline QByteArray bytes(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)};
}

/// A value, or an error that says what is wrong.
template <class T>
void expectAnAnswer(Domain::Result<T> (*parse)(const QByteArray &), const QByteArray &json)
{
    const Domain::Result<T> result = parse(json);
    if (!result && result.error().message.isEmpty()) {
        qFatal("an error without a reason");
    }
}

/// A refusal stays one, with its status, whatever its body says.
inline void expectARefusal(const Domain::Error &error, int status)
{
    if (error.kind == Domain::ErrorKind::Cancelled) {
        qFatal("a refusal that nobody would be told");
    }
    if (error.httpStatus != status) {
        qFatal("a refusal without its status");
    }
}

} // namespace Fuzz
