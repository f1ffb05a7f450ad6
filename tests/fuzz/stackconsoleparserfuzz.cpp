// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsoleerrors.h"
#include "providers/stackconsole/stackconsoleparser.h"

using Providers::StackConsoleParser;

namespace {

/// A value, or an error that says what is wrong: anything else is a find.
template <class T>
void check(Domain::Result<T> (*parse)(const QByteArray &), const QByteArray &json)
{
    const Domain::Result<T> result = parse(json);
    if (!result && result.error().message.isEmpty()) {
        qFatal("an error without a reason");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    check(StackConsoleParser::regions, json);
    check(StackConsoleParser::projects, json);
    check(StackConsoleParser::cloudProviders, json);
    check(StackConsoleParser::servers, json);
    check(StackConsoleParser::volumes, json);
    check(StackConsoleParser::serverSnapshots, json);
    check(StackConsoleParser::volumeSnapshots, json);
    check(StackConsoleParser::plans, json);
    check(StackConsoleParser::billingCycles, json);
    check(StackConsoleParser::profile, json);
    check(StackConsoleParser::balance, json);
    check(StackConsoleParser::acceptance, json);
    for (const int status : {403, 422, 500}) {
        (void)Providers::StackConsoleErrors::read(Net::Method::Post, status, json);
    }
    return 0;
}
