// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/requestbody.h"

#include <algorithm>
#include <cstring>

namespace Net {

RequestBody::RequestBody(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 RequestBody::bytesAvailable() const
{
    return m_bytes.size() - m_position + QIODevice::bytesAvailable();
}

bool RequestBody::atEnd() const
{
    return bytesAvailable() == 0;
}

qint64 RequestBody::readData(char *data, qint64 maxSize)
{
    const qsizetype size = std::min<qsizetype>(maxSize, m_bytes.size() - m_position);
    if (size == 0) {
        return -1;
    }
    std::memcpy(data, m_bytes.constData() + m_position, static_cast<size_t>(size));
    m_position += size;
    return size;
}

qint64 RequestBody::writeData(const char * /*data*/, qint64 /*size*/)
{
    return -1;
}

} // namespace Net
