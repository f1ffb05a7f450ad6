// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>

/// Breaks answers in ways that repeat with the seed.
class Mutator
{
public:
    explicit Mutator(quint32 seed)
        : m_random(seed)
    {
    }

    /// Bytes flipped, dropped, doubled: mostly no JSON any more.
    QByteArray garble(QByteArray bytes)
    {
        const int changes = m_random.bounded(1, 5);
        for (int i = 0; i < changes && !bytes.isEmpty(); ++i) {
            const qsizetype at = m_random.bounded(bytes.size());
            const qsizetype length =
                m_random.bounded(std::min<qsizetype>(64, bytes.size() - at) + 1);
            switch (m_random.bounded(4)) {
            case 0:
                bytes[at] = static_cast<char>(m_random.bounded(256));
                break;
            case 1:
                bytes.remove(at, length);
                break;
            case 2:
                bytes.insert(at, bytes.sliced(at, length));
                break;
            default:
                bytes.truncate(at);
                break;
            }
        }
        return bytes;
    }

    /// Still JSON, with values of all types where they do not belong.
    QJsonValue twist(const QJsonValue &json)
    {
        if (m_random.bounded(40) == 0) {
            return anyValue();
        }
        if (json.isArray()) {
            QJsonArray twisted;
            const QJsonArray values = json.toArray();
            for (const QJsonValueConstRef value : values) {
                twisted.append(twist(value));
            }
            return twisted;
        }
        if (json.isObject()) {
            QJsonObject twisted;
            const QJsonObject members = json.toObject();
            for (auto it = members.begin(); it != members.end(); ++it) {
                if (m_random.bounded(60) != 0) {
                    twisted.insert(it.key(), twist(it.value()));
                }
            }
            return twisted;
        }
        return json;
    }

private:
    QJsonValue anyValue()
    {
        const QList<QJsonValue> values = {QJsonValue::Null,
                                          true,
                                          0,
                                          -1,
                                          1.5,
                                          1e308,
                                          -1e308,
                                          qint64(9'223'372'036'854'775'807),
                                          QString(),
                                          QStringLiteral("0.1"),
                                          QStringLiteral("2026-02-30T25:61:61Z"),
                                          QString(QChar(0xd800)),
                                          QString(4096, u'x'),
                                          QJsonArray{},
                                          QJsonArray{1, QStringLiteral("2"), QJsonValue::Null},
                                          QJsonObject{},
                                          QJsonObject{{QStringLiteral("id"), 1}}};
        return values.at(m_random.bounded(values.size()));
    }

    QRandomGenerator m_random;
};
