// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedcloud.h"

#include "demo/exchangerecorder.h"
#include "demo/httpserver.h"
#include "demo/pause.h"
#include "demo/traffic.h"
#include "demo/vendors.h"

#include <atomic>

using namespace Qt::StringLiterals;

namespace Demo {

struct SimulatedCloud::Private
{
    explicit Private(const CloudOptions &theOptions)
        : options(theOptions)
        , clock(options.startTime)
        , api(makeVendorApi(options, clock))
        , latency(options.latency)
        , port(options.port)
    {
    }

    Answer answer(const Request &request);

    const CloudOptions options;
    SimulatedClock clock;
    std::unique_ptr<VendorApi> api;
    std::atomic<std::chrono::milliseconds> latency;
    Traffic traffic;
    ExchangeRecorder recorder;
    // After the parts that its threads use, so that it ends before them.
    std::unique_ptr<Pause> pause;
    std::unique_ptr<HttpServer> server;
    quint16 port;
};

// One half of the latency passes before the request takes effect, one half after it, as a request
// and its answer travel.
Answer SimulatedCloud::Private::answer(const Request &request)
{
    const Traffic::Visit visit(traffic, request);
    const auto half = std::chrono::microseconds(latency.load()) / 2;
    pause->waitFor(half);
    Answer answer = api->answer(request);
    recorder.record(request, answer);
    pause->waitFor(half + answer.heldBack);
    return answer;
}

SimulatedCloud::SimulatedCloud(const CloudOptions &options)
    : d(std::make_unique<Private>(options))
{
}

SimulatedCloud::~SimulatedCloud()
{
    stop();
}

std::expected<QUrl, QString> SimulatedCloud::start()
{
    if (!d->api) {
        return std::unexpected(
            u"There is no simulated cloud named \"%1\". Choose one of: %2."_s.arg(
                d->options.vendor, vendorNames().join(u", "_s)));
    }
    stop();
    d->pause = std::make_unique<Pause>();
    d->server =
        std::make_unique<HttpServer>([this](const Request &request) { return d->answer(request); });
    const std::expected<quint16, QString> port = d->server->start(d->port);
    if (!port) {
        d->server.reset();
        return std::unexpected(port.error());
    }
    d->port = *port;
    return baseUrl();
}

void SimulatedCloud::stop()
{
    if (!d->server) {
        return;
    }
    d->pause->interrupt();
    d->server->stop();
    d->server.reset();
}

QUrl SimulatedCloud::baseUrl() const
{
    return d->api ? QUrl(u"http://127.0.0.1:%1%2"_s.arg(d->port).arg(d->api->basePath())) : QUrl();
}

const CloudOptions &SimulatedCloud::options() const
{
    return d->options;
}

void SimulatedCloud::setLatency(std::chrono::milliseconds latency)
{
    d->latency = latency;
}

void SimulatedCloud::skipTime(std::chrono::milliseconds time)
{
    d->clock.skip(time);
}

void SimulatedCloud::replaceToken(const QString &token)
{
    d->api->replaceToken(token);
}

void SimulatedCloud::refuseNext(const Refusal &refusal)
{
    d->api->refuseNext(refusal);
}

bool SimulatedCloud::recordTo(const QString &fileName)
{
    return d->recorder.open(fileName);
}

int SimulatedCloud::requestsServed() const
{
    return d->traffic.served();
}

int SimulatedCloud::requestsServed(const QByteArray &method, const QString &path) const
{
    return d->traffic.served(method, path);
}

int SimulatedCloud::mostAtOnce() const
{
    return d->traffic.mostAtOnce();
}

void SimulatedCloud::resetCounts()
{
    d->traffic.reset();
}

QStringList SimulatedCloud::routes() const
{
    return d->api->routes();
}

} // namespace Demo
