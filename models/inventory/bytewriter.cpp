// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/bytewriter.h"

namespace Inventory {

/// Small numbers take few bytes, negative ones too.
void ByteWriter::number(qint64 value)
{
    const auto bits = static_cast<quint64>(value);
    append(m_values, value < 0 ? ~(bits << 1) : bits << 1);
}

void ByteWriter::flag(bool value)
{
    append(m_values, value ? 1 : 0);
}

void ByteWriter::text(const QString &value)
{
    const qsizetype before = m_places.size();
    quint64 &place = m_places[value];
    if (m_places.size() != before) {
        place = quint64(before);
        const QByteArray utf8 = value.toUtf8();
        append(m_texts, quint64(utf8.size()));
        m_texts.append(utf8);
    }
    append(m_values, place);
}

QByteArray ByteWriter::bytes() const
{
    QByteArray bytes;
    append(bytes, quint64(m_places.size()));
    return bytes + m_texts + m_values;
}

/// Seven bits a byte, lowest first; the eighth says that more follow.
void ByteWriter::append(QByteArray &bytes, quint64 value)
{
    for (; value >= 0x80; value >>= 7) {
        bytes.append(char(value | 0x80));
    }
    bytes.append(char(value));
}

} // namespace Inventory
