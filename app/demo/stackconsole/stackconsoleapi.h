// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cloudoptions.h"
#include "demo/faultplan.h"
#include "demo/router.h"
#include "demo/stackconsole/tenant.h"
#include "demo/tokenbucket.h"
#include "demo/vendorapi.h"

#include <mutex>

namespace Demo::StackConsole {

// The API of a StackConsole operator over one customer's account, and the portal around it. One
// request is answered at a time: what a client sees is always a state the account was in.
class StackConsoleApi : public VendorApi
{
public:
    StackConsoleApi(const CloudOptions &options, const SimulatedClock &clock);

    [[nodiscard]] QString basePath() const override;
    [[nodiscard]] QStringList routes() const override;
    [[nodiscard]] Answer answer(const Request &request) override;
    void refuseNext(const Refusal &refusal) override;
    void replaceToken(const QString &token) override;

private:
    [[nodiscard]] Answer answerApi(const Request &request);
    [[nodiscard]] Answer admit(const Request &request, const Router::Match &match);
    [[nodiscard]] Answer refuseForNow();
    [[nodiscard]] QString below(const QString &path) const;

    const SimulatedClock &m_clock;
    CloudOptions m_options;
    std::mutex m_mutex;
    Tenant m_tenant;
    TokenBucket m_bucket;
    FaultPlan m_faults;
    Router m_router;
};

} // namespace Demo::StackConsole
