// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "domain/operation.h"
#include "operations/patience.h"

#include <QFuture>
#include <QObject>

#include <functional>

namespace Operations {

struct RunnerContext;

/// The step to send, and what it is sent with.
struct Sending
{
    enum class Begin {
        Afresh,
        ByLooking, ///< it may have left before: in an earlier run of the program, say
    };

    Domain::Step step;
    Stake stake = Stake::Nothing;
    Begin begin = Begin::Afresh;
    /// The snapshot to remove or to roll back to, as it was when the person confirmed it. It is
    /// read once more, where this is given, and left alone when it is another one by now.
    QDateTime snapshotCreated = {};
    std::optional<Domain::ResourceKey> snapshotSource = {};
    /// Writes the operation down; the request leaves only when that is safe. May be empty.
    std::function<QFuture<Domain::Result<Domain::Done>>()> writeDown = {};
};

/// Sends the request of one step until it is known whether the provider accepted it. Nothing is
/// sent again unless it is proven that the time before had no effect.
/// Answers once, with one of its last signals, and is of no more use then.
class RequestSender : public QObject
{
    Q_OBJECT

public:
    RequestSender(Sending sending, const RunnerContext &context, QObject *parent);

    void start();
    /// Nothing leaves any more and no signal comes, whatever is answered.
    void stop();
    /// False while it is proven that nothing was done: then it may be given up.
    [[nodiscard]] bool mayHaveTakenEffect() const { return m_mayHaveTakenEffect; }

Q_SIGNALS:
    void accepted(const Domain::Accepted &accepted);
    /// Its answer was lost, and it took effect. What came with the answer is lost as well.
    void found(const Domain::RemoteTask &task);
    /// What the step asks for is so already.
    void needless();
    /// Effect::None: nothing was done. Effect::Ambiguous: only a person can find out.
    void failed(const Domain::Error &error);
    void providerGone();
    /// The credential is of no use any more, and giving up would leave something half done.
    void credentialRefused();
    /// Not the last one: nobody answers, and it is tried on.
    void unreachable();

private:
    [[nodiscard]] Domain::CloudProvider *provider();
    void waitThen(std::chrono::milliseconds pause, void (RequestSender::*call)());
    [[nodiscard]] bool isPowerChange() const;
    void readPower();
    void powerRead(const Domain::Result<Domain::Resource> &resource);
    void powerUnknown(const Domain::Error &error);
    void readSnapshot();
    void snapshotRead(const Domain::Result<Domain::Snapshot> &snapshot);
    void snapshotUnknown(const Domain::Error &error);
    void send();
    void dispatch();
    void answered(const Domain::Result<Domain::Accepted> &answer);
    void refused(const Domain::Error &error);
    void lookLater();
    void look();
    void looked(const Domain::Result<Domain::Finding> &finding);
    void foundNothing();
    [[nodiscard]] std::optional<std::chrono::milliseconds> pauseAfter(const Domain::Error &error);
    void refuse(const Domain::Error &error);
    void fail(Domain::Error error, Domain::Effect effect);

    const Sending m_sending;
    Domain::Step m_step;
    const RunnerContext &m_context;
    bool m_isStopped = false;
    bool m_isWrittenDown = false;
    bool m_mayHaveTakenEffect = false;
    Domain::Error m_doubt; ///< the answer that left it open
    std::chrono::milliseconds m_showsWithin{0};
    int m_doubts = 0;
    int m_refusals = 0;
    int m_looks = 0;
    int m_failedReads = 0;
};

} // namespace Operations
