// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finding.h"
#include "providers/openstack/openstackcomputeparser.h"
#include "providers/openstack/openstackerrors.h"
#include "providers/openstack/openstackkeystone.h"
#include "providers/openstack/openstackmicroversion.h"
#include "providers/openstack/openstackparser.h"

using Fuzz::expectAnAnswer;
using Providers::OpenStackCatalog;
using Providers::OpenStackComputeParser;
using Providers::OpenStackKeystone;
using Providers::OpenStackParser;

namespace {

/// What a token's catalog leads to: services, or why there are none.
void readCatalog(const QByteArray &json)
{
    const auto token = OpenStackKeystone::readToken(json);
    if (!token) {
        return;
    }
    const auto services =
        OpenStackCatalog::services(token->catalog, {QStringLiteral("public"), {}, {}});
    if (!services && services.error().message.isEmpty()) {
        qFatal("an error without a reason");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray json = Fuzz::bytes(data, size);
    expectAnAnswer(OpenStackParser::volumes, json);
    expectAnAnswer(OpenStackParser::volume, json);
    expectAnAnswer(OpenStackParser::volumeSnapshots, json);
    expectAnAnswer(OpenStackParser::volumeSnapshot, json);
    expectAnAnswer(OpenStackParser::limits, json);
    expectAnAnswer(OpenStackParser::messages, json);
    expectAnAnswer(OpenStackParser::zones, json);
    expectAnAnswer(OpenStackComputeParser::servers, json);
    expectAnAnswer(OpenStackComputeParser::server, json);
    expectAnAnswer(OpenStackComputeParser::flavors, json);
    expectAnAnswer(OpenStackComputeParser::actions, json);
    expectAnAnswer(OpenStackComputeParser::images, json);
    expectAnAnswer(OpenStackComputeParser::image, json);
    expectAnAnswer(OpenStackComputeParser::madeImage, json);
    expectAnAnswer(OpenStackComputeParser::madeServer, json);
    expectAnAnswer(OpenStackKeystone::readToken, json);
    expectAnAnswer(OpenStackKeystone::readProjects, json);
    expectAnAnswer(Providers::OpenStackMicroversion::volume, json);
    expectAnAnswer(Providers::OpenStackMicroversion::compute, json);
    readCatalog(json);
    for (const int status : {400, 401, 403, 404, 406, 409, 413, 503}) {
        Fuzz::expectARefusal(Providers::OpenStackErrors::read(Net::Method::Post, status, json),
                             status);
    }
    return 0;
}
