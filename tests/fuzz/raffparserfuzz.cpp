// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finding.h"
#include "providers/raff/raffcatalogueparser.h"
#include "providers/raff/rafferrors.h"
#include "providers/raff/raffparser.h"

using Fuzz::expectAnAnswer;
using Providers::RaffCatalogueParser;
using Providers::RaffParser;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray json = Fuzz::bytes(data, size);
    expectAnAnswer(RaffParser::regions, json);
    expectAnAnswer(RaffParser::storagePrice, json);
    expectAnAnswer(RaffParser::projects, json);
    expectAnAnswer(RaffParser::servers, json);
    expectAnAnswer(RaffParser::volumes, json);
    expectAnAnswer(RaffParser::snapshots, json);
    expectAnAnswer(RaffParser::server, json);
    expectAnAnswer(RaffParser::volume, json);
    expectAnAnswer(RaffParser::snapshot, json);
    expectAnAnswer(RaffParser::done, json);
    expectAnAnswer(RaffCatalogueParser::plans, json);
    expectAnAnswer(RaffCatalogueParser::windowsTemplates, json);
    expectAnAnswer(RaffCatalogueParser::image, json);
    for (const int status : {400, 401, 402, 404, 409, 500}) {
        Fuzz::expectARefusal(Providers::RaffErrors::read(Net::Method::Post, status, json), status);
    }
    return 0;
}
