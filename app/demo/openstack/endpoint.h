// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/openstack/cloud.h"
#include "demo/openstack/microversion.h"
#include "demo/openstack/refusals.h"
#include "demo/router.h"

#include <functional>
#include <optional>

namespace Demo::OpenStack {

// A request as it came to one of the services.
struct Visit
{
    const Request &request;
    // Below the service, without a slash at its end.
    QString path;
    QString region;
    // What stands before the service's part of the path; the first region has nothing there.
    QString prefix;
    // Where the listener is reached: "http://127.0.0.1:4711".
    QString host;
    QString requestId;
};

// A request that may be answered.
struct Call
{
    const Request &request;
    QStringList captured;
    // Without an id where the route is open to everybody.
    Token token;
    Site site;
    // Of the microversion.
    int minor = 0;
    QString host;
    // Of the service: "http://127.0.0.1:4711/volume".
    QString base;
    QString requestId;

    [[nodiscard]] QString id() const { return captured.constFirst(); }
};

// One service's routes, and what stands before all of them: who asks, in which version, and whether
// they may.
class Endpoint
{
public:
    using Act = std::function<Answer(const Call &)>;

    Endpoint(Cloud &cloud, Service service);

    // For everybody.
    void open(const QByteArray &method, const QString &pattern, const Act &act);
    // For who has a token.
    void add(const QByteArray &method, const QString &pattern, const Act &act);
    // For who may change things; the policy is the service's name for it.
    void change(const QByteArray &method, const QString &pattern, const QString &policy,
                const Act &act);

    [[nodiscard]] Answer answer(const Visit &visit);
    [[nodiscard]] QStringList routes() const;

private:
    struct Route
    {
        bool isOpen = false;
        // Behind the project's id, as volumes can be.
        bool hasProject = false;
        QString policy;
        Act act;
    };
    void route(const QByteArray &method, const QString &pattern, const Route &route);
    [[nodiscard]] Answer answerRoute(const Route &route, const QStringList &captured);
    [[nodiscard]] Answer answerVersioned(const Route &route, Call call);
    [[nodiscard]] Answer answerKnown(const Route &route, Call call);
    [[nodiscard]] std::expected<Token, Answer> readToken(const Visit &visit) const;
    [[nodiscard]] Answer answerUnrouted(const Visit &visit, Router::Outcome outcome) const;
    void addHeaders(Answer &answer, const Visit &visit) const;

    Cloud &m_cloud;
    Service m_service;
    Router m_router;
    // While it is answered.
    const Visit *m_visit = nullptr;
};

} // namespace Demo::OpenStack
