// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace Demo::OpenStack {

// What a person logs in with, as the option "token" tells it: a JSON object, or a text that is the
// secret of the application credential that is always there.
struct Credential
{
    enum class Method { ApplicationCredential, ApplicationCredentialName, Password };

    // The application credential that everybody may know, as that JSON object.
    [[nodiscard]] static QString usual();
    // The fallback is the id of the application credential that a mere secret belongs to.
    [[nodiscard]] static Credential from(const QString &text, const QString &fallback);

    Method method = Method::ApplicationCredential;
    QString id;
    QString name;
    QString user;
    // Or the password.
    QString secret;
};

// The ids of the application credentials that are always there.
[[nodiscard]] QString usualCredentialId();
[[nodiscard]] QString readersCredentialId();

} // namespace Demo::OpenStack
