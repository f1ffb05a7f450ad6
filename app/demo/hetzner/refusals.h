// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

#include <QJsonObject>

// The vendor's refusals: one envelope, a code that programs read, a message for people, and details
// whose shape depends on the code.
namespace Demo::Hetzner {

// What is wrong with one field of a request.
struct FieldProblem
{
    QString field;
    QString message;
};

// The status belongs to the code; an unknown code is the vendor's "server_error".
[[nodiscard]] Answer refuse(const QString &code, const QString &message,
                            const QJsonObject &details = {});
[[nodiscard]] Answer refuseInput(const QList<FieldProblem> &problems);
[[nodiscard]] Answer refuseLimit(const QString &limit);
[[nodiscard]] Answer refuseName(const QString &field);
[[nodiscard]] Answer refuseGone(const QString &announcement);
[[nodiscard]] Answer notFound(const QString &what);
// What a front server says when nothing behind it answers.
[[nodiscard]] Answer badGatewayPage();
// A message for a code that was not caused by the request itself.
[[nodiscard]] Answer refuseAtWill(const QString &code);

} // namespace Demo::Hetzner
