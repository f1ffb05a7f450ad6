// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finding.h"
#include "providers/hetzner/hetznererrors.h"
#include "providers/hetzner/hetznerparser.h"
#include "providers/hetzner/hetznerservertypes.h"

using Fuzz::expectAnAnswer;
using Providers::HetznerParser;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray json = Fuzz::bytes(data, size);
    expectAnAnswer(HetznerParser::locations, json);
    expectAnAnswer(HetznerParser::servers, json);
    expectAnAnswer(HetznerParser::volumes, json);
    expectAnAnswer(HetznerParser::snapshots, json);
    expectAnAnswer(HetznerParser::server, json);
    expectAnAnswer(HetznerParser::serverResource, json);
    expectAnAnswer(HetznerParser::volume, json);
    expectAnAnswer(HetznerParser::snapshot, json);
    expectAnAnswer(HetznerParser::prices, json);
    expectAnAnswer(HetznerParser::identity, json);
    expectAnAnswer(HetznerParser::actions, json);
    expectAnAnswer(HetznerParser::acceptance, json);
    expectAnAnswer(HetznerParser::imageAcceptance, json);
    expectAnAnswer(HetznerParser::serverAcceptance, json);
    expectAnAnswer(Providers::HetznerServerTypes::page, json);
    for (const int status : {401, 404, 422, 503}) {
        Fuzz::expectARefusal(Providers::HetznerErrors::read(Net::Method::Post, status, json),
                             status);
    }
    return 0;
}
