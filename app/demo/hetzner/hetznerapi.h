// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cloudoptions.h"
#include "demo/faultplan.h"
#include "demo/hetzner/project.h"
#include "demo/router.h"
#include "demo/tokenbucket.h"
#include "demo/vendorapi.h"

#include <mutex>

namespace Demo::Hetzner {

// The Hetzner Cloud API over one project. One request is answered at a time: what a client sees is
// always a state the project was in.
class HetznerApi : public VendorApi
{
public:
    HetznerApi(const CloudOptions &options, const SimulatedClock &clock);

    [[nodiscard]] QString basePath() const override;
    [[nodiscard]] QStringList routes() const override;
    [[nodiscard]] Answer answer(const Request &request) override;
    void refuseNext(const Refusal &refusal) override;
    void replaceToken(const QString &token) override;

private:
    [[nodiscard]] Answer admit(const Request &request);
    [[nodiscard]] Answer answerOrFail(const Request &request);
    [[nodiscard]] Answer route(const Request &request);
    [[nodiscard]] Answer refuseTooMany() const;
    void addHeaders(Answer &answer);

    const SimulatedClock &m_clock;
    CloudOptions m_options;
    std::mutex m_mutex;
    Project m_project;
    TokenBucket m_bucket;
    FaultPlan m_faults;
    Router m_router;
};

} // namespace Demo::Hetzner
