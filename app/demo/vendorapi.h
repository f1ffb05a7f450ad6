// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

namespace Demo {

// An answer of the vendor's own that a test orders in advance.
struct Refusal
{
    enum class Carried { NotOut, Out };

    QByteArray method;
    // The next request whose path contains this is refused.
    QString pathPart;
    // The vendor's word for the reason, such as "locked".
    QString code;
    // Whether the request takes effect although it is refused.
    Carried carried = Carried::NotOut;
};

// One vendor's API as the vendor documents it, refusals included, with the state behind it.
//  - answer() may be called from many threads at once.
//  - time passes inside as the SimulatedClock says; there is no thread or timer.
//  - nothing but answer() is reachable from the network.
class VendorApi
{
public:
    virtual ~VendorApi() = default;

    // What stands before every path, such as "/v1".
    [[nodiscard]] virtual QString basePath() const = 0;
    // Every route as "METHOD /path/{placeholder}".
    [[nodiscard]] virtual QStringList routes() const = 0;
    [[nodiscard]] virtual Answer answer(const Request &request) = 0;
    virtual void refuseNext(const Refusal &refusal) = 0;
    // The old token is wrong from now on.
    virtual void replaceToken(const QString &token) = 0;
};

} // namespace Demo
