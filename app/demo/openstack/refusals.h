// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

#include <QJsonObject>

// The services' answers and refusals. There are three shapes of refusals: that of the identity
// service, that of volumes and servers, and that of images, which the layer in front of the volumes
// and servers has too.
namespace Demo::OpenStack {

enum class Service { Identity, Volume, Compute, Image };

[[nodiscard]] Answer answerWith(int status, const QJsonObject &object);
[[nodiscard]] Answer answerEmpty(int status);

// {"error":{"code":401,"message":..,"title":"Unauthorized"}}
[[nodiscard]] Answer refuseIdentity(int status, const QString &message);
// {"badRequest":{"code":400,"message":..}}
[[nodiscard]] Answer refuse(int status, const QString &message);
// {"message":"..<br /><br />\n\n\n","code":"404 Not Found","title":"Not Found"}
[[nodiscard]] Answer refusePlainly(int status, const QString &message);
// In the shape of a service.
[[nodiscard]] Answer refuseBy(Service service, int status, const QString &message);

// The base is where the listener is reached: "http://127.0.0.1:4711".
[[nodiscard]] Answer unauthorized(Service service, const QString &base);
// A path or a method that is not there.
[[nodiscard]] Answer refusePath(Service service);
[[nodiscard]] Answer refuseMethod(Service service, const QByteArray &method);
// The policy is the service's name for what was asked, such as "volume:create_snapshot".
[[nodiscard]] Answer refusePolicy(Service service, const QString &policy);
// "Volume 70993d00-.. could not be found."
[[nodiscard]] Answer refuseUnknown(const QString &thing, const QString &id);
// More than the project may have.
[[nodiscard]] Answer refuseQuota(const QString &message);
// Too many requests, as an operator sets it up in front of a service.
[[nodiscard]] Answer refuseRate(int waitSeconds);
// What a front server says when nothing behind it answers.
[[nodiscard]] Answer gatewayPage(int status, const QByteArray &reason);

} // namespace Demo::OpenStack
