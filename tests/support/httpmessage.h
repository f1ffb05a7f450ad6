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
    void add(const QByteArray &bytes) { m_bytes += bytes; }

    /// The next whole message, if it is there. A message without a length has no body.
    [[nodiscard]] std::optional<HttpMessage> next();

    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }

private:
    QByteArray m_bytes;
};

} // namespace Support
