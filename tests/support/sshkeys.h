// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtEndian>

namespace Support {

/// A public key in form: of its kind and of the right length, made of nothing.
inline QString publicKey(const QByteArray &kind = "ssh-ed25519", const QString &comment = {})
{
    constexpr qsizetype keyLength = 32;
    const auto field = [](const QByteArray &bytes) -> QByteArray {
        QByteArray length(4, '\0');
        qToBigEndian(quint32(bytes.size()), length.data());
        return length + bytes;
    };
    const QByteArray blob = field(kind) + field(QByteArray(keyLength, 'k'));
    const QString key = QString::fromLatin1(kind + ' ' + blob.toBase64());
    return comment.isEmpty() ? key : key + u' ' + comment;
}

/// How a private key begins.
inline QString privateKey()
{
    return QStringLiteral("-----BEGIN OPENSSH PRIVATE KEY-----\n"
                          "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ\n"
                          "-----END OPENSSH PRIVATE KEY-----\n");
}

} // namespace Support
