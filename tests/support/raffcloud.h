// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedcloud.h"
#include "support/rawhttp.h"
#include "support/rawshape.h"

#include <QMap>

#include <memory>

namespace Support {

// A simulated Raff that has started, and raw requests to it.
class RaffCloud
{
public:
    // With a fixed start time, so that a failure can be repeated.
    [[nodiscard]] static Demo::CloudOptions options(const QStringList &variants = {});

    explicit RaffCloud(const Demo::CloudOptions &options = RaffCloud::options());

    [[nodiscard]] Demo::SimulatedCloud &cloud() { return m_cloud; }
    // Requests in a project, told by its name; in none where it is empty.
    [[nodiscard]] RawHttp &http(const QString &project = {});

    // Every entry of a list.
    [[nodiscard]] QJsonArray all(const QString &path);
    // The first entry of the list "projects", "vms", "volumes" or "snapshots" that is named so;
    // empty when there is none.
    [[nodiscard]] QJsonObject named(const QString &list, const QString &name);
    // "/vms/6f1c..", "/snapshots/4123"
    [[nodiscard]] QString path(const QString &list, const QString &name);
    [[nodiscard]] QString status(const QString &list, const QString &name);
    // The statuses that are shown one after the other, until one has stayed for a long time. An
    // empty one reads '', one that is gone reads -.
    [[nodiscard]] QString statuses(const QString &list, const QString &name);
    // What creating a snapshot of it takes.
    [[nodiscard]] QJsonObject vmOrder(const QString &vm, const QString &name);
    [[nodiscard]] QJsonObject volumeOrder(const QString &volume, const QString &name);

private:
    Demo::SimulatedCloud m_cloud;
    std::unique_ptr<RawHttp> m_http;
    // Never in a project.
    std::unique_ptr<RawHttp> m_reader;
    QMap<QString, QByteArray> m_projects;
};

} // namespace Support
