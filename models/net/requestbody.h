// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIODevice>

namespace Net {

/// A request's body that can be read once and never again. This is what keeps a request that
/// creates or destroys from being delivered twice: QNetworkAccessManager repeats a request by
/// itself when the peer closes after reading it, unless the body can't be rewound.
class RequestBody final : public QIODevice
{
    Q_OBJECT

public:
    explicit RequestBody(QByteArray bytes);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override;
    bool reset() override { return false; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};

} // namespace Net
