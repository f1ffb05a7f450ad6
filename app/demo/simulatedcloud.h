// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cloudoptions.h"
#include "demo/vendorapi.h"

#include <QUrl>

#include <expected>
#include <memory>

namespace Demo {

// An HTTP server on loopback that behaves as one vendor's API does. It runs in threads of its own,
// needs no event loop, and keeps its state between stop() and the next start(). All functions may
// be called from any thread but start() and stop(), which belong to one.
class SimulatedCloud
{
public:
    explicit SimulatedCloud(const CloudOptions &options);
    ~SimulatedCloud();
    SimulatedCloud(const SimulatedCloud &) = delete;
    SimulatedCloud &operator=(const SimulatedCloud &) = delete;

    // The base URL, or a sentence that says why there is none. A second start takes the same port.
    [[nodiscard]] std::expected<QUrl, QString> start();
    void stop();
    [[nodiscard]] QUrl baseUrl() const;
    [[nodiscard]] const CloudOptions &options() const;

    // For tests, which the network can't reach:

    void setLatency(std::chrono::milliseconds latency);
    void skipTime(std::chrono::milliseconds time);
    void replaceToken(const QString &token);
    void refuseNext(const Refusal &refusal);
    // Writes every exchange from now on to a file as lines of JSON, credentials left out.
    [[nodiscard]] bool recordTo(const QString &fileName);
    [[nodiscard]] int requestsServed() const;
    [[nodiscard]] int requestsServed(const QByteArray &method, const QString &path) const;
    [[nodiscard]] int mostAtOnce() const;
    void resetCounts();
    [[nodiscard]] QStringList routes() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Demo
