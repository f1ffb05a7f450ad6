// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

#include <QString>

// The vendor's refusals: a status, its name, and a message for people. There are no codes but the
// reason why an account may not buy.
namespace Demo::Raff {

[[nodiscard]] Answer refuse(int status, const QString &message);
[[nodiscard]] Answer refuseInput(const QString &message);
// Also what another project holds.
[[nodiscard]] Answer refuseUnknown(const QString &thing);
[[nodiscard]] Answer refuseState(const QString &message);
[[nodiscard]] Answer unauthorized();
[[nodiscard]] Answer refuseRole();
// The reason is the vendor's word: "banned", "failed" or "no_billing_customer".
[[nodiscard]] Answer refusePurchase(const QString &reason);
[[nodiscard]] Answer refuseBalance();
[[nodiscard]] Answer refuseRate(int perSecond, int waitSeconds);
// What a front server says when nothing behind it answers.
[[nodiscard]] Answer gatewayPage(int status, const QByteArray &reason);

} // namespace Demo::Raff
