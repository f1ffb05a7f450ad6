// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHttpHeaders>

#include <optional>

namespace Support {

/// One HTTP/1.1 message.
struct HttpMessage
{
    QByteArray startLine;
    QHttpHeaders headers;
    QByteArray body; ///< chunks joined
};

/// Bytes of the message as it goes over the wire, with the Content-Length of its body.
[[nodiscard]] QByteArray wireBytes(const HttpMessage &message);

/// Cuts a stream of bytes into messages.
class HttpMessageReader
{
public:
    enum class Kind { Request, Response };
    explicit HttpMessageReader(Kind kind = Kind::Request)
        : m_kind(kind)
    {
    }

    void add(const QByteArray &bytes) { m_bytes += bytes; }

    /// Nothing more will come: what is there ends a response that has no length.
    void end() { m_isEnded = true; }

    /// The next whole message, if it is there. A request without a length has no body.
    [[nodiscard]] std::optional<HttpMessage> next();

private:
    [[nodiscard]] std::optional<qsizetype> bodySize(const HttpMessage &head,
                                                    qsizetype headSize) const;

    Kind m_kind;
    QByteArray m_bytes;
    bool m_isEnded = false;
};

} // namespace Support
