// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cloudoptions.h"
#include "demo/faultplan.h"
#include "demo/raff/account.h"
#include "demo/raff/ratewindow.h"
#include "demo/router.h"
#include "demo/vendorapi.h"

#include <mutex>

namespace Demo::Raff {

// The API of Raff over one customer's account. One request is answered at a time: what a client
// sees is always a state the account was in.
class RaffApi : public VendorApi
{
public:
    RaffApi(const CloudOptions &options, const SimulatedClock &clock);

    [[nodiscard]] QString basePath() const override;
    [[nodiscard]] QStringList routes() const override;
    [[nodiscard]] Answer answer(const Request &request) override;
    void refuseNext(const Refusal &refusal) override;
    void replaceToken(const QString &token) override;

private:
    [[nodiscard]] Answer answerFound(const Request &request, const Router::Match &match);
    // Nothing for a key that may.
    [[nodiscard]] std::optional<Answer> refuseKey(const Request &request);

    const SimulatedClock &m_clock;
    CloudOptions m_options;
    std::mutex m_mutex;
    Account m_account;
    RateWindow m_rate;
    FaultPlan m_faults;
    Router m_router;
};

} // namespace Demo::Raff
