// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackanswers.h"

#include "providers/openstack/openstackcomputeparser.h"
#include "providers/openstack/openstackfields.h"
#include "providers/openstack/openstackparser.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ErrorKind;
using Domain::RemoteTask;

OpenStackAnswers::Accepted OpenStackAnswers::nothingMore(const RemoteTask &task,
                                                         const Net::HttpAnswer &)
{
    return Domain::Accepted{task, {}, {}};
}

OpenStackAnswers::Accepted OpenStackAnswers::madeVolumeSnapshot(const RemoteTask &task,
                                                                const Net::HttpAnswer &answer)
{
    return OpenStackParser::volumeSnapshot(answer.body)
        .transform([&task](const OpenStackVolumeSnapshot &row) {
            Domain::Accepted accepted{task, {}, {}};
            accepted.task.made = row.snapshot.key.id;
            return accepted;
        });
}

/// Before 2.45 the new image is told by its address alone.
OpenStackAnswers::Accepted OpenStackAnswers::madeImage(const RemoteTask &task,
                                                       const Net::HttpAnswer &answer)
{
    return OpenStackComputeParser::madeImage(answer.body)
        .and_then([&](const QString &told) -> Accepted {
            const QUrl place = QUrl::fromEncoded(answer.headers.value("Location"_ba))
                                   .adjusted(QUrl::StripTrailingSlash);
            const QString id = told.isEmpty() ? place.fileName() : told;
            if (!OpenStackFields::isId(id)) {
                return Domain::failure(ErrorKind::Protocol, u"image_id is missing or no id"_s);
            }
            Domain::Accepted accepted{task, {}, {}};
            accepted.task.made = Domain::SnapshotId{id};
            return accepted;
        });
}

OpenStackAnswers::Accepted OpenStackAnswers::rebuiltServer(const RemoteTask &task,
                                                           const Net::HttpAnswer &answer)
{
    return OpenStackComputeParser::madeServer(answer.body)
        .transform([&task](const OpenStackMadeServer &server) {
            return Domain::Accepted{task, Domain::Secret(server.password), {}};
        });
}

OpenStackAnswers::Accepted OpenStackAnswers::madeServer(const RemoteTask &task,
                                                        const Net::HttpAnswer &answer)
{
    return OpenStackComputeParser::madeServer(answer.body)
        .transform([&task](const OpenStackMadeServer &server) {
            Domain::Accepted accepted{task, Domain::Secret(server.password), {}};
            accepted.task.server = Domain::ResourceId{server.id};
            return accepted;
        });
}

OpenStackAnswers::Accepted OpenStackAnswers::madeVolume(const RemoteTask &task,
                                                        const Net::HttpAnswer &answer)
{
    return OpenStackParser::volume(answer.body).transform([&task](const OpenStackVolume &row) {
        Domain::Accepted accepted{task, {}, {}};
        accepted.task.volume = row.resource.key.id;
        return accepted;
    });
}

} // namespace Providers
