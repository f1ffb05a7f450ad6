// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QNetworkAccessManager>
#include <QRegularExpression>

namespace Support {

/// When the cable is pulled, by a request that changes something.
enum class Pull {
    Before, ///< it does not leave any more
    After, ///< it left; what comes after it does not
};

/// The client's way out. While it is pulled every request is refused by a port that nobody listens
/// at; it is put in again after so many, or never.
class Cable final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    static constexpr int forGood = -1;

    Cable();

    void pull(int requests) { m_refusals = requests; }
    /// Once, at the next POST to a path that matches.
    void pullAt(const QString &path, Pull when, int requests);
    void putIn() { m_refusals = 0; }

    /// Nothing is under way.
    [[nodiscard]] bool isSilent() const { return m_open == 0; }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override;

private:
    quint16 m_deadPort = 0;
    QRegularExpression m_path;
    Pull m_when = Pull::Before;
    int m_requests = 0;
    int m_refusals = 0; ///< negative: all
    int m_open = 0;
};

} // namespace Support
