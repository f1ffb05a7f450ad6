// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QString>

#include <csignal>
#include <cstdio>
#include <functional>

/// Where a program can be killed that sends, hears and writes.
namespace Faults {

using namespace Qt::StringLiterals;

inline void tell(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

/// Counts the boundaries that are passed, and ends the program at one of them.
class Boundaries
{
public:
    using IsLast = std::function<bool(const QString &label, int passed)>;

    explicit Boundaries(IsLast isLast)
        : m_isLast(std::move(isLast))
    {
    }

    void arm() { m_isArmed = true; }
    bool isTold = true; ///< each on a line, and each request that changes something
    void pass(const QString &what)
    {
        if (!m_isArmed) {
            return;
        }
        const QString label = what + u" #"_s + QString::number(++m_passed[what]);
        if (isTold) {
            tell(u"at "_s + label);
        }
        if (m_isLast(label, ++m_all)) {
            (void)std::raise(SIGKILL);
        }
    }

private:
    IsLast m_isLast;
    int m_all = 0;
    bool m_isArmed = false;
    QHash<QString, int> m_passed;
};

/// Tells when a request is about to leave, and when its answer has come and nobody has seen it.
class Wire final : public QNetworkAccessManager
{
public:
    explicit Wire(Boundaries &boundaries)
        : m_boundaries(boundaries)
    {
    }

    [[nodiscard]] int open() const { return m_open; }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override
    {
        QByteArray verb = request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
        if (verb.isEmpty()) {
            verb = operation == PostOperation ? "POST" : operation == PutOperation ? "PUT" : "GET";
        }
        const QString what = QString::fromLatin1(verb) + u' ' + request.url().path();
        m_boundaries.pass(u"request "_s + what);
        ++m_open;
        QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, request, body);
        connect(reply, &QNetworkReply::finished, this, [this, reply, what] {
            --m_open;
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            if (m_boundaries.isTold && !what.startsWith("GET"_L1)) {
                tell(u"served %1 %2"_s.arg(status).arg(what));
            }
            m_boundaries.pass(u"answer "_s + what);
        });
        return reply;
    }

private:
    Boundaries &m_boundaries;
    int m_open = 0;
};

} // namespace Faults
