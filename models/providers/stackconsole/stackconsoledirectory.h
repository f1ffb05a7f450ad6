// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"
#include "providers/asyncsteps.h"
#include "providers/stackconsole/stackconsoleatlas.h"

#include <QTimeZone>

namespace Providers {

/// Keeps what changes seldom: regions, projects, cloud providers, the account's time zone. Many who
/// ask at once cost one reading.
class StackConsoleDirectory
{
public:
    /// Both must outlive the directory; answers come on the context's thread.
    StackConsoleDirectory(Net::HttpClient &client, QObject *context);

    /// As known; read first where nothing is known.
    [[nodiscard]] QFuture<Domain::Result<StackConsoleAtlas>> atlas();
    [[nodiscard]] QFuture<Domain::Result<StackConsoleAtlas>> freshAtlas();

    [[nodiscard]] QFuture<Domain::Result<StackConsoleProfile>> freshProfile();
    /// Of times without an offset. Absent where the profile can't be read or names none.
    [[nodiscard]] QFuture<Domain::Result<std::optional<QTimeZone>>> zone();

private:
    void read();
    void noteProfile(const Domain::Result<StackConsoleProfile> &profile);

    Net::HttpClient &m_client;
    QObject *m_context;
    std::optional<StackConsoleAtlas> m_atlas;
    SharedAnswer<StackConsoleAtlas> m_atlasAnswer;
    std::optional<StackConsoleProfile> m_profile;
    SharedAnswer<StackConsoleProfile> m_profileAnswer;
};

} // namespace Providers
