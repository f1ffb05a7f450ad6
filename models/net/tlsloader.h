// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>

class QObject;

namespace Net {

/// The first use of TLS in a process loads the library and the authorities, which takes too long
/// for the thread that draws: this does it on another. `ready` is called on the context's thread,
/// not if the context is gone by then.
void loadTls(QObject *context, const std::function<void()> &ready);

} // namespace Net
