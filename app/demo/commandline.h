// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cloudoptions.h"

#include <QList>
#include <QStringList>

namespace Demo {

// What `snapdeck-cloud` was asked on its command line.
struct CommandLine
{
    enum class Wish { Serve, Help, Refuse };

    Wish wish = Wish::Serve;
    // One for each vendor to serve.
    QList<CloudOptions> clouds;
    // The help, or why the command line was refused.
    QString text;

    [[nodiscard]] static CommandLine parse(const QStringList &arguments);
};

} // namespace Demo
