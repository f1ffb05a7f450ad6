// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedcloud.h"
#include "support/rawhttp.h"
#include "support/rawshape.h"

#include <memory>

namespace Support {

// A simulated OpenStack that has started, and raw requests to its services as the user "demo", who
// reaches the projects "production" and "customers".
class OpenStackCloud
{
public:
    // With a fixed start time, so that a failure can be repeated.
    [[nodiscard]] static Demo::CloudOptions options(const QStringList &variants = {});
    // The member "auth" of a request for a token, by name and password. An empty project asks for
    // the user's own, "unscoped" for none.
    [[nodiscard]] static QJsonObject passwordAuth(const QString &project,
                                                  const QString &user = QStringLiteral("demo"));
    // By the application credential that is always there. It means the project "production".
    [[nodiscard]] static QJsonObject credentialAuth();

    explicit OpenStackCloud(const Demo::CloudOptions &options = OpenStackCloud::options(),
                            const QString &project = QStringLiteral("production"));

    [[nodiscard]] Demo::SimulatedCloud &cloud() { return m_cloud; }
    // "http://127.0.0.1:4711"
    [[nodiscard]] QUrl root() const;
    // The answer to a request for a token.
    [[nodiscard]] RawAnswer logIn(const QJsonObject &auth);
    // The requests below go with this token from now on.
    void use(const QByteArray &token);
    [[nodiscard]] QByteArray token() const { return m_token; }
    [[nodiscard]] QString projectId() const { return m_project; }
    [[nodiscard]] QString userId() const { return m_user; }
    // Of the smallest.
    [[nodiscard]] QString flavorId() const;

    // Below "/identity/v3", "/volume/v3/PROJECT", "/compute/v2.1" and "/image/v2", volumes and
    // servers in the latest microversion unless told otherwise.
    [[nodiscard]] RawHttp &identity() { return *m_identity; }
    [[nodiscard]] RawHttp &volume(const QByteArray &version = "latest");
    [[nodiscard]] RawHttp &compute(const QByteArray &version = "latest");
    [[nodiscard]] RawHttp &image() { return *m_image; }

    // Every entry of "volumes", "snapshots", "servers" or "images".
    [[nodiscard]] QJsonArray all(const QString &list);
    // The first that is named so; empty when there is none.
    [[nodiscard]] QJsonObject named(const QString &list, const QString &name);
    [[nodiscard]] QString id(const QString &list, const QString &name);
    // "/volumes/6f1c.."
    [[nodiscard]] QString path(const QString &list, const QString &name);
    // "available"; of a server with what it is at, "ACTIVE/image_uploading". One that is gone is -.
    [[nodiscard]] QString status(const QString &list, const QString &name);
    // The statuses that are shown one after the other, until one has stayed for a long time.
    [[nodiscard]] QString statuses(const QString &list, const QString &name);
    // Lets that time pass.
    void settle();

private:
    [[nodiscard]] RawHttp &serviceOf(const QString &list);

    Demo::SimulatedCloud m_cloud;
    QByteArray m_token;
    QString m_project;
    QString m_user;
    std::unique_ptr<RawHttp> m_identity;
    std::unique_ptr<RawHttp> m_volume;
    std::unique_ptr<RawHttp> m_compute;
    std::unique_ptr<RawHttp> m_image;
};

} // namespace Support
