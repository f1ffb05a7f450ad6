// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Items {

/// Whether the text is, or begins, a private key of any of the usual kinds: it must not be kept,
/// not even in a field.
[[nodiscard]] bool isPrivateKey(const QString &text);
/// What is said of one that was put where a public key belongs.
[[nodiscard]] QString privateKeyText();
/// What is wrong with the text as one public SSH key, under its field; empty when nothing is.
[[nodiscard]] QString sshKeyProblem(const QString &text);

} // namespace Items
