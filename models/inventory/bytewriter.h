// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace Inventory {

/// Writes values as bytes for ByteReader. Each text is written once, however often it occurs: most
/// of an inventory's are the same few.
class ByteWriter
{
public:
    void number(qint64 value);
    void flag(bool value);
    void text(const QString &value);

    [[nodiscard]] QByteArray bytes() const;

private:
    static void append(QByteArray &bytes, quint64 value);

    QByteArray m_values;
    QByteArray m_texts;
    QHash<QString, quint64> m_places; ///< of the texts
};

} // namespace Inventory
