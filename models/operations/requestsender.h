// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "domain/operation.h"

#include <QObject>

namespace Operations {

struct RunnerContext;

/// Sends the request of one step until it is known whether the provider accepted it. Nothing is
/// sent again unless it is proven that the time before had no effect.
/// Answers once, with one of its signals, and is of no more use then.
class RequestSender : public QObject
{
    Q_OBJECT

public:
    RequestSender(const Domain::Step &step, const RunnerContext &context, QObject *parent);

    void start();
    /// Nothing leaves any more and no signal comes, whatever is answered.
    void stop();
    /// False while it is proven that nothing was done: then it may be given up.
    [[nodiscard]] bool mayHaveTakenEffect() const { return m_mayHaveTakenEffect; }

Q_SIGNALS:
    void accepted(const Domain::Accepted &accepted);
    /// What the step asks for is so already.
    void needless();
    /// Effect::None: nothing was done. Effect::Ambiguous: only a person can find out.
    void failed(const Domain::Error &error);
    void providerGone();

private:
    [[nodiscard]] Domain::CloudProvider *provider();
    void waitThen(std::chrono::milliseconds pause, void (RequestSender::*call)());
    [[nodiscard]] bool isPowerChange() const;
    void readPower();
    void powerRead(const Domain::Result<Domain::Resource> &resource);
    void powerUnknown(const Domain::Error &error);
    void send();
    void answered(const Domain::Result<Domain::Accepted> &answer);
    void refused(const Domain::Error &error);
    void lookLater();
    void look();
    void looked(const Domain::Result<Domain::Finding> &finding);
    void foundNothing();
    void fail(Domain::Error error, Domain::Effect effect);

    const Domain::Step m_step;
    const RunnerContext &m_context;
    bool m_isStopped = false;
    bool m_mayHaveTakenEffect = false;
    Domain::Error m_doubt; ///< the answer that left it open
    int m_doubts = 0;
    int m_refusals = 0;
    int m_looks = 0;
    int m_failedReads = 0;
};

} // namespace Operations
