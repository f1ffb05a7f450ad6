// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstacknegotiator.h"

#include "net/parsing.h"
#include "providers/openstack/openstackmicroversion.h"

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ErrorKind;
using Domain::Result;

namespace {

constexpr int firstRefusedStatus = 400;
constexpr int firstFailedStatus = 500;

Result<OpenStackVersions> readVolumeVersion(const QByteArray &document)
{
    return OpenStackMicroversion::volume(document).transform(
        [](std::optional<int> minor) { return OpenStackVersions{.volume = minor}; });
}

Result<OpenStackVersions> readComputeVersion(const QByteArray &document)
{
    return OpenStackMicroversion::compute(document).transform(
        [](std::optional<int> minor) { return OpenStackVersions{.compute = minor}; });
}

/// Operators hide the document, or put something else in its place; the lowest version is spoken
/// everywhere.
bool isNoAnswer(const Domain::Error &error)
{
    const bool isRefused =
        error.httpStatus >= firstRefusedStatus && error.httpStatus < firstFailedStatus;
    const bool isPassing =
        error.kind == ErrorKind::Unauthorized || error.kind == ErrorKind::RateLimited;
    return (isRefused && !isPassing)
        || (error.kind == ErrorKind::Protocol && error.httpStatus != 0);
}

Net::HttpRequest documentRequest(const QString &segment)
{
    Net::HttpRequest request;
    request.path = segment + u'/'; // without the slash some redirect to an address of their own
    request.pathTemplate = request.path;
    return request;
}

} // namespace

OpenStackNegotiator::OpenStackNegotiator(QObject *context)
    : m_context(context)
{
}

void OpenStackNegotiator::close()
{
    for (auto &[root, inquiry] : m_inquiries) {
        inquiry.client.reset();
        inquiry.answer.settle(Domain::failure(ErrorKind::Cancelled));
    }
}

QFuture<OpenStackNegotiator::Answer> OpenStackNegotiator::versions(
    const OpenStackServices &services, const MakeClient &makeClient)
{
    const QFuture<Answer> volume = ask(OpenStackService::Volume, services.volume, makeClient);
    const QFuture<Answer> compute = ask(OpenStackService::Compute, services.compute, makeClient);
    const Domain::Deferred<OpenStackVersions> end;
    onValue(gather(QList{volume, compute}, m_context), m_context, end,
            [end](const QList<OpenStackVersions> &found) {
                end.settle(OpenStackVersions{found.value(0).volume, found.value(1).compute});
            });
    return end.future();
}

QFuture<OpenStackNegotiator::Answer> OpenStackNegotiator::ask(OpenStackService service,
                                                              const std::optional<QUrl> &address,
                                                              const MakeClient &makeClient)
{
    if (!address) {
        return Domain::settled<OpenStackVersions>(OpenStackVersions());
    }
    const QUrl root = OpenStackCatalog::versionRoot(*address);
    Inquiry &inquiry = m_inquiries[root];
    if (inquiry.versions) {
        return Domain::settled<OpenStackVersions>(*inquiry.versions);
    }
    const bool isUnderWay = inquiry.answer.isUnderWay();
    QFuture<Answer> answer = inquiry.answer.join();
    if (!isUnderWay) {
        inquiry.client = makeClient(root.adjusted(QUrl::RemoveFilename), service);
        const auto parse =
            service == OpenStackService::Volume ? readVolumeVersion : readComputeVersion;
        const QString segment = root.path(QUrl::FullyEncoded).section(u'/', -1);
        onEnd(
            Net::sendAndParse<OpenStackVersions>(*inquiry.client, documentRequest(segment), parse),
            m_context, [this, &inquiry](const Answer &told) { note(inquiry, told); });
    }
    return answer;
}

void OpenStackNegotiator::note(Inquiry &inquiry, const Answer &answer)
{
    const bool isUntold = !answer && isNoAnswer(answer.error());
    const Answer told = isUntold ? Answer(OpenStackVersions()) : answer;
    if (answer) {
        inquiry.versions = *answer;
    }
    inquiry.client.reset(); // answers come from the event loop: it is not on the stack
    inquiry.answer.settle(told);
}

} // namespace Providers
