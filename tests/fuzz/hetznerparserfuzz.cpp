// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznererrors.h"
#include "providers/hetzner/hetznerparser.h"
#include "providers/hetzner/hetznerservertypes.h"

using Providers::HetznerParser;

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
    check(HetznerParser::locations, json);
    check(HetznerParser::servers, json);
    check(HetznerParser::volumes, json);
    check(HetznerParser::snapshots, json);
    check(HetznerParser::server, json);
    check(HetznerParser::volume, json);
    check(HetznerParser::snapshot, json);
    check(HetznerParser::prices, json);
    check(HetznerParser::identity, json);
    check(HetznerParser::actions, json);
    check(HetznerParser::acceptance, json);
    check(HetznerParser::imageAcceptance, json);
    check(HetznerParser::serverAcceptance, json);
    check(Providers::HetznerServerTypes::page, json);
    for (const int status : {401, 422, 503}) {
        (void)Providers::HetznerErrors::read(Net::Method::Post, status, json);
    }
    return 0;
}
