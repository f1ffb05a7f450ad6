// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace Inventory {

/// Reads what ByteWriter wrote. Bytes that it did not write do no harm: from the first that can't
/// be right, everything reads as nothing, and isBroken() says so.
class ByteReader
{
public:
    /// The bytes must outlive it.
    explicit ByteReader(QByteArrayView bytes);

    void number(qint64 &value);
    void flag(bool &value);
    void text(QString &value);

    /// What was read makes no sense.
    void refuse();
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    [[nodiscard]] bool isAtEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] qsizetype left() const { return m_rest.size(); } ///< bytes

private:
    void readTexts();
    [[nodiscard]] quint64 read();

    QByteArrayView m_rest;
    std::vector<QString> m_texts; ///< shared by all values that are the same
    bool m_isBroken = false;
};

} // namespace Inventory
