// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/clientcore.h"

#include "domain/clock.h"
#include "net/answererror.h"
#include "net/answerreader.h"
#include "net/baseurl.h"
#include "net/networkrequest.h"
#include "net/redaction.h"
#include "net/retrypolicy.h"
#include "net/tlsloader.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <ranges>

using namespace Qt::StringLiterals;

namespace Net {

using Domain::Done;
using Domain::Error;
using Domain::ErrorKind;
using Domain::Result;

namespace {

Q_LOGGING_CATEGORY(netLog, "app.net", QtInfoMsg)

constexpr int mostRedirects = 3;
constexpr int unauthorizedStatus = 401;

double chance()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace

HttpClient::Private::Private(HttpClientOptions options, QNetworkAccessManager &manager,
                             Domain::Clock &clock, HttpClient *client)
    : m_options(std::move(options))
    , m_base(checkedBaseUrl(m_options.baseUrl))
    , m_manager(manager)
    , m_clock(clock)
    , m_client(client)
    , m_limiter(chance)
    , m_renewal(m_options.renew, m_options.auth, client)
{
    const bool isTls = m_base && m_base->scheme() == "https"_L1;
    if (!isTls || m_options.http == HttpClientOptions::Http::Version1) {
        m_version = ExchangeEnd::HttpVersion::Http1;
    }
    m_isReady = !isTls;
    if (isTls) {
        loadTls(m_client, [this] {
            m_isReady = true;
            pump();
        });
    }
}

HttpClient::Private::~Private()
{
    close();
}

QFuture<Result<HttpAnswer>> HttpClient::Private::add(const HttpRequest &request, Priority priority)
{
    if (const std::optional<Error> error = refusal()) {
        return Domain::settled<HttpAnswer>(std::unexpected(*error));
    }
    const Result<QUrl> url = targetUrl(*m_base, request);
    if (!url) {
        return Domain::settled<HttpAnswer>(std::unexpected(url.error()));
    }
    const JobId id = ++m_lastId;
    Job &job = m_jobs[id];
    job.request = request;
    job.priority = priority;
    job.url = *url;
    watch(job, id);
    QFuture<Result<HttpAnswer>> future = job.answer.future();
    m_queues.append(priority, id);
    pump();
    return future;
}

std::optional<Error> HttpClient::Private::refusal() const
{
    Error error;
    error.host = m_options.host();
    if (m_isClosing) {
        error.kind = ErrorKind::Cancelled;
        return error;
    }
    if (!m_base) {
        return m_base.error();
    }
    if (m_options.auth && !m_options.auth->canBeSent()) {
        error.kind = ErrorKind::Unauthorized;
        error.message = u"the credential is empty or holds characters that can't be sent"_s;
        return error;
    }
    return std::nullopt;
}

void HttpClient::Private::watch(Job &job, JobId id)
{
    using Watcher = QFutureWatcher<Result<HttpAnswer>>;
    job.watcher = new Watcher(m_client);
    QObject::connect(job.watcher, &Watcher::canceled, m_client, [this, id] { cancel(id); });
    job.watcher->setFuture(job.answer.future());
}

void HttpClient::Private::cancel(JobId id)
{
    const auto entry = m_jobs.find(id);
    if (entry == m_jobs.end()) {
        return;
    }
    Job &job = entry->second;
    if (job.exchange && job.request.method != Method::Get) {
        return; // it has left: aborting it would only hide what became of it
    }
    if (job.exchange) {
        m_limiter.lost(job.sentAt);
        --m_handedOver;
        delete job.exchange; // not later: its answer may be in the event queue already
    }
    const Answer answer = take(id);
    pump();
}

HttpClient::Private::Answer HttpClient::Private::take(JobId id)
{
    const auto entry = m_jobs.find(id);
    const Answer answer = entry->second.answer;
    entry->second.watcher->disconnect();
    entry->second.watcher->deleteLater();
    m_jobs.erase(entry);
    return answer;
}

void HttpClient::Private::close()
{
    m_isClosing = true;
    const std::unordered_map<JobId, Job> jobs = std::exchange(m_jobs, {});
    m_unauthorized.clear();
    for (const auto &[id, job] : jobs) {
        delete job.exchange;
        delete job.watcher;
    }
    for (const auto &[id, job] : jobs) {
        Error error;
        error.kind = ErrorKind::Cancelled;
        error.host = m_options.host();
        error.effect = job.exchange ? lostEffect(job.request.method) : Domain::Effect::None;
        job.answer.settle(std::unexpected(error));
    }
}

void HttpClient::Private::pump()
{
    while (const std::optional<JobId> id = nextJob()) {
        start(*id);
    }
}

std::optional<HttpClient::Private::JobId> HttpClient::Private::nextJob()
{
    const std::optional<JobId> id =
        m_queues.next([this](JobId queued) { return !m_jobs.contains(queued); });
    if (!m_isReady || !id || m_handedOver >= mostHandedOver()) {
        return std::nullopt;
    }
    if (m_renewal.holdsBack(m_clock.now(), [this](const Result<Done> &end) { renewed(end); })) {
        return std::nullopt;
    }
    const Time wait = m_limiter.wait(m_clock.elapsed());
    if (wait > RetryPolicy::longestWait) {
        giveUpWaiting(wait);
        return std::nullopt;
    }
    if (wait > Time(0)) {
        wakeAfter(wait);
        return std::nullopt;
    }
    m_queues.takeNext();
    return id;
}

/// Over HTTP/1.1 Qt holds back what exceeds the connections, so a few may stand ready; over HTTP/2
/// all that is handed over is on the wire.
int HttpClient::Private::mostHandedOver() const
{
    return m_options.connections * (m_version == ExchangeEnd::HttpVersion::Http1 ? 2 : 1);
}

/// The provider wants us to stay away for longer than anybody waits: say so at once. Answered from
/// the event loop, since a reader may run at once and the caller is in the middle of its work.
void HttpClient::Private::giveUpWaiting(Time wait)
{
    std::vector<Answer> answers;
    for (const JobId id : m_queues.takeAll()) {
        if (m_jobs.contains(id)) {
            answers.push_back(take(id));
        }
    }
    Error error;
    error.kind = ErrorKind::RateLimited;
    error.message = u"the provider asked for a pause"_s;
    error.host = m_options.host();
    error.retryAfter = wait;
    QMetaObject::invokeMethod(
        m_client,
        [answers = std::move(answers), error] {
            for (const Answer &answer : answers) {
                answer.settle(std::unexpected(error));
            }
        },
        Qt::QueuedConnection);
}

void HttpClient::Private::wakeAfter(Time delay)
{
    const Time due = m_clock.elapsed() + delay;
    if (m_wakeAt && *m_wakeAt <= due) {
        return;
    }
    m_wakeAt = due;
    m_clock.callAfter(delay, m_client, [this, due] {
        if (m_wakeAt == due) {
            m_wakeAt.reset();
        }
        pump();
    });
}

void HttpClient::Private::start(JobId id)
{
    Job &job = m_jobs.at(id);
    ++job.attempt;
    job.sentAt = m_clock.elapsed();
    job.credential = m_renewal.version();
    ++m_handedOver;
    m_limiter.sent();
    const Exchange::Limits limits{m_options.timeout, m_options.maximumBody};
    job.exchange = new Exchange(
        m_clock, limits, job.request.method, [this, id](const ExchangeEnd &end) { ended(id, end); },
        m_client);
    QNetworkRequest wire = networkRequest(m_options, job.url, job.priority);
    for (const auto &[name, value] : std::as_const(job.request.headers)) {
        wire.setRawHeader(name, value);
    }
    job.exchange->start(m_manager, wire, job.request.body);
}

void HttpClient::Private::leaveWire(Job &job)
{
    --m_handedOver;
    job.exchange->deleteLater();
    job.exchange = nullptr;
}

void HttpClient::Private::ended(JobId id, const ExchangeEnd &end)
{
    Job &job = m_jobs.at(id);
    leaveWire(job);
    log(job, end);
    Result<HttpAnswer> result = readAnswer(m_options, job.request, end);
    note(job, end, result);
    if (follows(job, id, end) || renews(job, id, end, result) || triesAgain(job, id, result)) {
        pump();
        return;
    }
    const Answer answer = take(id);
    pump();
    answer.settle(std::move(result));
}

/// Tells the limiter, and the error how long to wait.
void HttpClient::Private::note(const Job &job, const ExchangeEnd &end, Result<HttpAnswer> &result)
{
    if (end.status == 0) {
        m_limiter.lost(job.sentAt);
        return;
    }
    m_version = end.version; // what TLS agreed on
    RateSigns signs = readRateSigns(end.status, end.headers, m_clock.now(), m_options.rateHeaders);
    const bool isRefused = !result && result.error().kind == ErrorKind::RateLimited;
    signs.verdict = isRefused ? RateSigns::Verdict::Refused : RateSigns::Verdict::Accepted;
    m_limiter.answered(signs, job.sentAt, m_clock.elapsed());
    if (!result) {
        result.error().retryAfter =
            isRefused ? m_limiter.wait(m_clock.elapsed()) : signs.retryAfter;
    }
}

bool HttpClient::Private::follows(Job &job, JobId id, const ExchangeEnd &end)
{
    const std::optional<QUrl> target = allowedRedirect(job.request.method, job.url, end);
    if (end.failure || !target || job.redirects >= mostRedirects) {
        return false;
    }
    job.url = *target;
    job.attempt = 0;
    ++job.redirects;
    m_queues.prepend(job.priority, id);
    return true;
}

bool HttpClient::Private::renews(Job &job, JobId id, const ExchangeEnd &end,
                                 const Result<HttpAnswer> &result)
{
    const bool isRefused = end.status == unauthorizedStatus && !end.failure && !result;
    if (!isRefused || !m_renewal.isPossible() || job.isRenewed || job.answer.isCancelled()) {
        return false;
    }
    job.isRenewed = true;
    --job.attempt;
    if (job.credential != m_renewal.version()) {
        m_queues.prepend(job.priority, id); // somebody renewed it while this was on its way
        return true;
    }
    m_unauthorized.emplace_back(id, result.error());
    m_renewal.ask([this](const Result<Done> &outcome) { renewed(outcome); });
    return true;
}

void HttpClient::Private::renewed(const Result<Done> &outcome)
{
    const auto waiting = std::exchange(m_unauthorized, {});
    std::vector<std::pair<Answer, Error>> ends;
    for (const auto &[id, refusal] : waiting | std::views::reverse) {
        if (!m_jobs.contains(id)) {
            continue;
        }
        if (outcome) {
            m_queues.prepend(m_jobs.at(id).priority, id);
        } else {
            ends.emplace_back(take(id), CredentialRenewal::endOf(refusal, outcome.error()));
        }
    }
    // From the event loop: a reader that gives up takes back what would leave in vain.
    QMetaObject::invokeMethod(m_client, [this] { pump(); }, Qt::QueuedConnection);
    for (const auto &[answer, error] : ends | std::views::reverse) {
        answer.settle(std::unexpected(error));
    }
}

bool HttpClient::Private::triesAgain(const Job &job, JobId id, const Result<HttpAnswer> &result)
{
    if (result || job.answer.isCancelled()) {
        return false;
    }
    const Error &error = result.error();
    const std::optional<Time> wait = waitBeforeNextTry(job, error);
    if (!wait) {
        return false;
    }
    if (error.kind == ErrorKind::RateLimited) {
        m_queues.prepend(job.priority, id); // the limiter holds back every request
        return true;
    }
    const Time jittered(qint64(double(wait->count()) * (0.75 + chance() / 2)));
    m_clock.callAfter(std::max(jittered, error.retryAfter.value_or(Time(0))), m_client,
                      [this, id, priority = job.priority] {
                          m_queues.prepend(priority, id);
                          pump();
                      });
    return true;
}

std::optional<HttpClient::Private::Time> HttpClient::Private::waitBeforeNextTry(
    const Job &job, const Error &error) const
{
    const bool isReading = job.request.method == Method::Get;
    if (!isReading && m_options.changes == HttpClientOptions::Changes::Once) {
        return std::nullopt;
    }
    const std::optional<Time> wait = RetryPolicy::next(job.attempt, job.request.method, error);
    return !wait && isReading && m_options.readAgain ? m_options.readAgain(job.attempt, error)
                                                     : wait;
}

void HttpClient::Private::log(const Job &job, const ExchangeEnd &end) const
{
    const QString &path = job.request.pathTemplate;
    qCDebug(netLog).noquote() << verb(job.request.method) << job.url.host()
                              << (path.isEmpty() ? withoutIds(job.request.path) : path)
                              << end.status << (m_clock.elapsed() - job.sentAt).count() << "ms"
                              << requestId(m_options, end);
}

} // namespace Net
