// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedcloud.h"
#include "support/rawhttp.h"
#include "support/rawshape.h"

#include <memory>

namespace Support {

// A simulated StackConsole operator that has started, and raw requests to it.
class StackConsoleCloud
{
public:
    // With a fixed start time, so that a failure can be repeated.
    [[nodiscard]] static Demo::CloudOptions options(const QStringList &variants = {});

    explicit StackConsoleCloud(const Demo::CloudOptions &options = StackConsoleCloud::options());

    [[nodiscard]] Demo::SimulatedCloud &cloud() { return m_cloud; }
    [[nodiscard]] RawHttp &http() { return *m_http; }

    // What "data" holds.
    [[nodiscard]] QJsonArray list(const QString &path);
    // Every entry of a paginated list.
    [[nodiscard]] QJsonArray all(const QString &path);
    // The first entry of a list that is named so; empty when there is none.
    [[nodiscard]] QJsonObject named(const QString &path, const QString &name);
    // What creating a snapshot in the project "Default" of Yangon takes.
    [[nodiscard]] static QJsonObject volumeOrder(const QString &name);
    [[nodiscard]] static QJsonObject machineOrder(const QString &name);

private:
    Demo::SimulatedCloud m_cloud;
    std::unique_ptr<RawHttp> m_http;
};

// Of the first entry of a list that is named so.
[[nodiscard]] QString slugOf(StackConsoleCloud &console, const QString &path, const QString &name);
// The states that a list shows one after the other, until one has stayed for long.
[[nodiscard]] QString statesUntilSettled(StackConsoleCloud &console, const QString &path,
                                         const QString &name);

} // namespace Support
