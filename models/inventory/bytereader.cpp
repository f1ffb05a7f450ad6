// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/bytereader.h"

namespace Inventory {

ByteReader::ByteReader(QByteArrayView bytes)
    : m_rest(bytes)
{
    readTexts();
}

void ByteReader::number(qint64 &value)
{
    const quint64 bits = read();
    value = static_cast<qint64>((bits & 1) != 0 ? ~(bits >> 1) : bits >> 1);
}

void ByteReader::flag(bool &value)
{
    const quint64 bits = read();
    value = bits == 1;
    if (bits > 1) {
        refuse();
    }
}

void ByteReader::text(QString &value)
{
    const quint64 place = read();
    if (place < m_texts.size()) {
        value = m_texts[place];
    } else {
        refuse();
    }
}

void ByteReader::refuse()
{
    m_isBroken = true;
    m_rest = {};
}

void ByteReader::readTexts()
{
    const quint64 count = read();
    // Each takes a byte at least.
    if (count > quint64(m_rest.size())) {
        refuse();
        return;
    }
    m_texts.reserve(count);
    while (m_texts.size() < count && !m_isBroken) {
        const quint64 size = read();
        if (size > quint64(m_rest.size())) {
            refuse();
            return;
        }
        m_texts.push_back(QString::fromUtf8(m_rest.first(qsizetype(size))));
        m_rest = m_rest.sliced(qsizetype(size));
    }
}

quint64 ByteReader::read()
{
    quint64 value = 0;
    constexpr int bitsOfAll = 64;
    for (int shift = 0; shift < bitsOfAll && !m_rest.isEmpty(); shift += 7) {
        const auto byte = static_cast<quint8>(m_rest.front());
        m_rest = m_rest.sliced(1);
        value |= quint64(byte & 0x7f) << shift;
        if ((byte & 0x80) == 0) {
            return value;
        }
    }
    refuse();
    return 0;
}

} // namespace Inventory
