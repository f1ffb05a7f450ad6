// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo::Raff {

class Fields;

// Linux is logged in to with a key, a password or both. Windows knows no keys, and lets be what is
// told of them.
enum class Login { KeyOrPassword, Password };

// Rejects an order of a server that nobody could log in to.
void checkLogin(Fields &fields, Login login);

} // namespace Demo::Raff
