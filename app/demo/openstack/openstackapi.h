// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cloudoptions.h"
#include "demo/faultplan.h"
#include "demo/openstack/endpoint.h"
#include "demo/tokenbucket.h"
#include "demo/vendorapi.h"

#include <mutex>

namespace Demo::OpenStack {

// The services of one OpenStack cloud behind one listener: /identity, /volume, /compute and /image.
// One request is answered at a time: what a client sees is always a state the cloud was in.
class OpenStackApi : public VendorApi
{
public:
    OpenStackApi(const CloudOptions &options, const SimulatedClock &clock);

    // The address that a client is told to log in at.
    [[nodiscard]] QString basePath() const override;
    // With the service before each path: "GET /volume/v3/volumes".
    [[nodiscard]] QStringList routes() const override;
    [[nodiscard]] Answer answer(const Request &request) override;
    void refuseNext(const Refusal &refusal) override;
    void replaceToken(const QString &token) override;

private:
    [[nodiscard]] Answer answerIn(const QString &region, const QString &prefix,
                                  const Request &request);
    [[nodiscard]] Answer answerBy(Endpoint &endpoint, const Visit &visit);

    const SimulatedClock &m_clock;
    std::mutex m_mutex;
    Cloud m_cloud;
    TokenBucket m_rate;
    FaultPlan m_faults;
    Endpoint m_identity;
    Endpoint m_volume;
    Endpoint m_compute;
    Endpoint m_image;
    int m_lastRequest = 0;
};

} // namespace Demo::OpenStack
