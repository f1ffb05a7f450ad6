// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Demo {

// How a simulated cloud is set up. The same seed and start time give the same cloud.
struct CloudOptions
{
    enum class RetryAfter { Omitted, Sent };

    QString vendor;
    quint16 port = 0;
    quint32 seed = 1;
    std::chrono::milliseconds latency{0};
    // What takes an hour at the vendor takes an hour divided by this.
    double timeFactor = 1;
    // The share of requests, 0 to 1, that is refused as the vendor would on a bad day.
    double faultRate = 0;
    // Unset is the vendor's own data set.
    std::optional<int> snapshotCount;
    // Unset leaves room above the data set.
    std::optional<int> snapshotLimit;
    // Where one text is not enough it is a JSON object.
    QString token;
    // May read but not write. Empty: there is none.
    QString readOnlyToken;
    int requestsPerHour = 3600;
    RetryAfter retryAfter = RetryAfter::Omitted;
    // In what the operator differs from the vendor's others: words of variantNames().
    QStringList variants;
    // Invalid is the present.
    QDateTime startTime;

    // The options for a vendor with the credential everybody may know.
    [[nodiscard]] static CloudOptions forVendor(const QString &vendor);
};

} // namespace Demo
