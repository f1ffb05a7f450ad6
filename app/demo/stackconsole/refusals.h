// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

#include <QMap>

// The vendor's refusals. There are no codes: a status, a message for people, and for wrong input
// one of two shapes that name the fields.
namespace Demo::StackConsole {

using FieldProblems = QMap<QString, QString>;

[[nodiscard]] Answer refuse(int status, const QString &message);
// {"errors":{field:[..]}}, as a rule that needs the database answers.
[[nodiscard]] Answer refuseByErrors(const FieldProblems &problems);
// {"data":{field:[..]}}, as a rule that looks at the request alone answers.
[[nodiscard]] Answer refuseByData(const FieldProblems &problems);
// The thing may be gone as well: the vendor does not tell.
[[nodiscard]] Answer refuseInvalid(const QString &thing);
[[nodiscard]] Answer refuseRoute(int status, const QString &path);
// What becomes of a reference that is missing.
[[nodiscard]] Answer refuseNothing();
[[nodiscard]] Answer refuseModel(const QString &model, const QString &slug);
[[nodiscard]] Answer refusePermission();
[[nodiscard]] Answer refuseTooMany();
[[nodiscard]] Answer unauthenticated();
// The portal, which is what the web server has for every path that is not the API's.
[[nodiscard]] Answer portalPage();
// What a front server says when nothing behind it answers.
[[nodiscard]] Answer frontPage(int status, const QByteArray &reason);
// The same refusal for a client that did not ask for JSON.
[[nodiscard]] Answer asPage(const Answer &refusal);

} // namespace Demo::StackConsole
