// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedcloud.h"
#include "support/rawhttp.h"

#include <memory>

namespace Support {

// A simulated Hetzner Cloud that has started, and raw requests to it.
class HetznerCloud
{
public:
    // With a fixed start time, so that a failure can be repeated.
    [[nodiscard]] static Demo::CloudOptions options();

    explicit HetznerCloud(const Demo::CloudOptions &options = HetznerCloud::options());

    [[nodiscard]] Demo::SimulatedCloud &cloud() { return m_cloud; }
    [[nodiscard]] RawHttp &http() { return *m_http; }

    // Every entry of a list, whatever number of pages it takes. `path` holds a query.
    [[nodiscard]] QJsonArray all(const QString &path, const QString &name);
    [[nodiscard]] QJsonObject server(const QString &name);
    [[nodiscard]] QJsonObject snapshot(const QString &description);
    // "/servers/<id>/actions/<action>"
    [[nodiscard]] QString actionPath(const QString &server, const QString &action);
    [[nodiscard]] QString imagePath(const QString &description);
    [[nodiscard]] QJsonObject action(const QJsonObject &known);
    [[nodiscard]] QJsonObject image(const QJsonObject &known);

private:
    Demo::SimulatedCloud m_cloud;
    std::unique_ptr<RawHttp> m_http;
};

// "403 resource_limit_exceeded"
[[nodiscard]] QString refusalText(const RawAnswer &answer);
// The fields that "invalid_input" names, joined by commas.
[[nodiscard]] QString refusedFields(const RawAnswer &answer);
[[nodiscard]] qint64 idOf(const QJsonObject &object);

} // namespace Support
