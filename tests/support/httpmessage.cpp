// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/httpmessage.h"

#include <QList>

namespace Support {

using KnownHeader = QHttpHeaders::WellKnownHeader;

namespace {

QHttpHeaders readHeaders(const QList<QByteArray> &lines)
{
    QHttpHeaders headers;
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon > 0) {
            headers.append(lines[i].first(colon), lines[i].sliced(colon + 1).trimmed());
        }
    }
    return headers;
}

/// The joined chunks at `position` and where they end; nothing when they are not all there.
std::optional<std::pair<QByteArray, qsizetype>> readChunks(const QByteArray &bytes,
                                                           qsizetype position)
{
    QByteArray joined;
    for (;;) {
        const qsizetype lineEnd = bytes.indexOf("\r\n", position);
        if (lineEnd < 0) {
            return std::nullopt;
        }
        const qsizetype size = bytes.sliced(position, lineEnd - position).toLongLong(nullptr, 16);
        position = lineEnd + 2;
        if (bytes.size() < position + size + 2) {
            return std::nullopt;
        }
        joined += bytes.sliced(position, size);
        position += size + 2;
        if (size == 0) {
            return std::pair(joined, position);
        }
    }
}

} // namespace

QByteArray wireBytes(const HttpMessage &message)
{
    QByteArray bytes = message.startLine + "\r\n";
    for (qsizetype i = 0; i < message.headers.size(); ++i) {
        const QLatin1StringView name = message.headers.nameAt(i);
        const bool isLength =
            name.compare(QLatin1StringView("content-length"), Qt::CaseInsensitive) == 0
            || name.compare(QLatin1StringView("transfer-encoding"), Qt::CaseInsensitive) == 0;
        if (!isLength) {
            bytes +=
                QByteArray(name.data(), name.size()) + ": " + message.headers.valueAt(i) + "\r\n";
        }
    }
    if (!message.startLine.contains(" 204")) {
        bytes += "Content-Length: " + QByteArray::number(message.body.size()) + "\r\n";
    }
    return bytes + "\r\n" + message.body;
}

std::optional<HttpMessage> HttpMessageReader::next()
{
    const qsizetype headEnd = m_bytes.indexOf("\r\n\r\n");
    if (headEnd < 0) {
        return std::nullopt;
    }
    QList<QByteArray> lines = m_bytes.first(headEnd).split('\n');
    for (QByteArray &line : lines) {
        line = line.trimmed();
    }
    HttpMessage message{lines.first(), readHeaders(lines), {}};
    qsizetype end = headEnd + 4;
    if (message.headers.value(KnownHeader::TransferEncoding).contains("chunked")) {
        const auto chunks = readChunks(m_bytes, end);
        if (!chunks) {
            return std::nullopt;
        }
        message.body = chunks->first;
        end = chunks->second;
    } else {
        const std::optional<qsizetype> size = bodySize(message, end);
        if (!size || m_bytes.size() < end + *size) {
            return std::nullopt;
        }
        message.body = m_bytes.sliced(end, *size);
        end += *size;
    }
    m_bytes.remove(0, end);
    return message;
}

std::optional<qsizetype> HttpMessageReader::bodySize(const HttpMessage &head,
                                                     qsizetype headSize) const
{
    if (head.headers.contains(KnownHeader::ContentLength)) {
        return head.headers.value(KnownHeader::ContentLength).toLongLong();
    }
    const QByteArray status = head.startLine.mid(9, 3);
    if (m_kind == Kind::Request || status == "204" || status == "304") {
        return 0;
    }
    return m_isEnded ? std::optional(m_bytes.size() - headSize) : std::nullopt;
}

} // namespace Support
