// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finding.h"
#include "providers/stackconsole/stackconsoleerrors.h"
#include "providers/stackconsole/stackconsoleparser.h"

using Fuzz::expectAnAnswer;
using Providers::StackConsoleParser;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray json = Fuzz::bytes(data, size);
    expectAnAnswer(StackConsoleParser::regions, json);
    expectAnAnswer(StackConsoleParser::projects, json);
    expectAnAnswer(StackConsoleParser::cloudProviders, json);
    expectAnAnswer(StackConsoleParser::servers, json);
    expectAnAnswer(StackConsoleParser::volumes, json);
    expectAnAnswer(StackConsoleParser::serverSnapshots, json);
    expectAnAnswer(StackConsoleParser::volumeSnapshots, json);
    expectAnAnswer(StackConsoleParser::plans, json);
    expectAnAnswer(StackConsoleParser::billingCycles, json);
    expectAnAnswer(StackConsoleParser::profile, json);
    expectAnAnswer(StackConsoleParser::balance, json);
    expectAnAnswer(StackConsoleParser::acceptance, json);
    for (const int status : {401, 403, 404, 422, 500}) {
        Fuzz::expectARefusal(Providers::StackConsoleErrors::read(Net::Method::Post, status, json),
                             status);
    }
    return 0;
}
