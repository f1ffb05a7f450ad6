// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/httpmessage.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTcpServer>
#include <QUrl>

#include <chrono>
#include <optional>

class QTcpSocket;

namespace Support {

enum class Fault {
    Delay, ///< carried out, answered late
    Drop, ///< vanishes on its way; never answered
    DropAnswer, ///< carried out; never answered
    ResetBefore, ///< the connection breaks before it is carried out
    ResetAfter, ///< carried out, then the connection breaks
    CloseAfter, ///< carried out, then the connection is closed in order
    Truncate, ///< the answer breaks off in the middle of its body
    Status, ///< not carried out; answered with a status and no body
    Html, ///< carried out; the answer's body is a page for people
    SlowBody, ///< the answer's body drips
    DoublePage, ///< page n of a list is answered with page n - 1
    ShiftPage, ///< the first row of a page is missing, as when one before it was removed
};

/// Which requests a fault hits. They are counted for each rule from when it was added.
struct FaultRule
{
    Fault fault = Fault::Delay;
    QByteArray method = {}; ///< empty: any
    QString path = {}; ///< a regular expression found in path and query; empty: any
    int skip = 0; ///< so many get through before
    int count = 1; ///< then so many are hit; negative: all
    std::chrono::milliseconds delay{0}; ///< of Delay, and between the pieces of SlowBody
    int status = 503; ///< of Status and Html
};

/// Stands between the client and any HTTP server on loopback, and makes faults of transport by
/// script or by seeded chance. The first rule that hits wins; the script goes before chance. Runs
/// in the event loop of its thread; a request is carried out on a connection of its own.
class FaultProxy final : public QObject
{
    Q_OBJECT

public:
    explicit FaultProxy(const QUrl &target);

    /// The target's URL with this proxy in its place.
    [[nodiscard]] QUrl url() const;

    void add(const FaultRule &rule);
    /// Wherever an answer's body names the server, the client reads the other address: so that one
    /// that finds its way by what it is told stays on it.
    void rename(const QUrl &server, const QUrl &other);
    /// Each request meets one of the faults with this chance; the same seed gives the same order.
    void beUnreliable(quint32 seed, double rate, const QList<FaultRule> &faults);
    void beReliable(); ///< forgets script and chance

    /// Requests that came in, and those of them that the target was asked to carry out; with a
    /// path, those that a rule with this path would mean.
    [[nodiscard]] int received(const QByteArray &method) const;
    [[nodiscard]] int carriedOut(const QByteArray &method, const QString &path = {}) const;
    [[nodiscard]] int faults() const { return m_faults; }
    /// Who still waits for an answer that won't come.
    [[nodiscard]] int waitingInVain() const;

private:
    struct Rule
    {
        FaultRule fault;
        QRegularExpression path;
        int matched = 0;
    };

    void accept();
    [[nodiscard]] std::optional<FaultRule> faultFor(const HttpMessage &request);
    void handle(QTcpSocket *client, const HttpMessage &request);
    void carryOut(QTcpSocket *client, HttpMessage request, const std::optional<FaultRule> &fault);
    void answer(QTcpSocket *client, HttpMessage answer, const std::optional<FaultRule> &fault);
    void drip(QTcpSocket *client, const QByteArray &bytes, std::chrono::milliseconds pause);

    QUrl m_target;
    QTcpServer m_server;
    QList<std::pair<QByteArray, QByteArray>> m_names; ///< "127.0.0.1:4711", and what it becomes
    QList<Rule> m_script;
    QRandomGenerator m_chance;
    double m_rate = 0;
    QList<FaultRule> m_randomFaults;
    QList<QByteArray> m_received;
    QList<std::pair<QByteArray, QString>> m_carriedOut; ///< method, path and query
    int m_faults = 0;
    QList<QPointer<QTcpSocket>> m_forsaken;
};

} // namespace Support
