// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/deferred.h"
#include "net/credentialrenewal.h"
#include "net/exchange.h"
#include "net/httpclient.h"
#include "net/jobqueues.h"
#include "net/ratelimiter.h"

#include <QFutureWatcher>

#include <unordered_map>
#include <vector>

namespace Net {

/// The client's inside: jobs that wait, are on the wire, or wait for another try. A job is one
/// send(). Answers are given as the last thing of a call, because the reader may run at once and
/// may even delete the client.
class HttpClient::Private
{
public:
    Private(HttpClientOptions options, QNetworkAccessManager &manager, Domain::Clock &clock,
            HttpClient *client);
    ~Private();

    [[nodiscard]] QFuture<Domain::Result<HttpAnswer>> add(const HttpRequest &request,
                                                          Priority priority);
    /// Answers everything with Cancelled; what is sent from then on as well.
    void close();

    [[nodiscard]] const HttpClientOptions &options() const { return m_options; }

private:
    using JobId = JobQueues::JobId;
    using Answer = Domain::Deferred<HttpAnswer>;
    using Time = std::chrono::milliseconds;

    struct Job
    {
        HttpRequest request;
        Priority priority = Priority::User;
        QUrl url;
        Answer answer;
        QFutureWatcher<Domain::Result<HttpAnswer>> *watcher = nullptr;
        Exchange *exchange = nullptr; ///< while it is on the wire
        int attempt = 0;
        int redirects = 0;
        int credential = 0; ///< the version of the credential that it left with
        bool isRenewed = false; ///< it has had its second chance after a 401
        Time sentAt{0};
    };

    [[nodiscard]] std::optional<Domain::Error> refusal() const;
    void watch(Job &job, JobId id);
    void cancel(JobId id);
    /// Ends the job without answering.
    Answer take(JobId id);

    void pump();
    [[nodiscard]] std::optional<JobId> nextJob();
    [[nodiscard]] int mostHandedOver() const;
    void giveUpWaiting(Time wait);
    void wakeAfter(Time delay);
    void start(JobId id);
    void leaveWire(Job &job);

    void ended(JobId id, const ExchangeEnd &end);
    void note(const Job &job, const ExchangeEnd &end, Domain::Result<HttpAnswer> &result);
    [[nodiscard]] bool follows(Job &job, JobId id, const ExchangeEnd &end);
    [[nodiscard]] bool renews(Job &job, JobId id, const ExchangeEnd &end,
                              const Domain::Result<HttpAnswer> &result);
    void renewed(const Domain::Result<Domain::Done> &outcome);
    [[nodiscard]] bool triesAgain(const Job &job, JobId id,
                                  const Domain::Result<HttpAnswer> &result);
    [[nodiscard]] std::optional<Time> waitBeforeNextTry(const Job &job,
                                                        const Domain::Error &error) const;
    void log(const Job &job, const ExchangeEnd &end) const;

    HttpClientOptions m_options;
    Domain::Result<QUrl> m_base;
    QNetworkAccessManager &m_manager;
    Domain::Clock &m_clock;
    HttpClient *m_client;
    RateLimiter m_limiter;
    CredentialRenewal m_renewal;
    std::vector<std::pair<JobId, Domain::Error>> m_unauthorized; ///< wait for a new credential

    std::unordered_map<JobId, Job> m_jobs;
    JobQueues m_queues;
    JobId m_lastId = 0;
    int m_handedOver = 0;
    ExchangeEnd::HttpVersion m_version = ExchangeEnd::HttpVersion::Unknown;
    std::optional<Time> m_wakeAt;
    bool m_isReady = false; ///< TLS is loaded, or not needed
    bool m_isClosing = false;
};

} // namespace Net
