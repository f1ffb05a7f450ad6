// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsoledirectory.h"

#include "net/pager.h"
#include "net/parsing.h"
#include "providers/stackconsole/stackconsoleerrors.h"
#include "providers/stackconsole/stackconsoleparser.h"
#include "providers/stackconsole/stackconsolerequests.h"

namespace Providers {

using Domain::Deferred;
using Domain::ErrorKind;
using Domain::Result;

namespace {

QString regionId(const StackConsoleRegion &row)
{
    return row.location.id.value;
}

QString projectId(const StackConsoleProject &row)
{
    return row.project.id.value;
}

QString cloudProviderId(const StackConsoleCloudProvider &row)
{
    return row.slug;
}

bool isWithheld(const Domain::Error &error)
{
    return error.kind == ErrorKind::Forbidden || error.kind == ErrorKind::NotFound;
}

/// Some may not see the list; regions name their cloud provider too.
Result<QList<StackConsoleCloudProvider>> withoutRight(
    const Result<QList<StackConsoleCloudProvider>> &answer)
{
    return !answer && isWithheld(answer.error()) ? QList<StackConsoleCloudProvider>() : answer;
}

} // namespace

StackConsoleDirectory::StackConsoleDirectory(Net::HttpClient &client, QObject *context)
    : m_client(client)
    , m_context(context)
{
}

QFuture<Result<StackConsoleAtlas>> StackConsoleDirectory::atlas()
{
    return m_atlas ? Domain::settled<StackConsoleAtlas>(*m_atlas) : freshAtlas();
}

QFuture<Result<StackConsoleAtlas>> StackConsoleDirectory::freshAtlas()
{
    const bool isUnderWay = m_atlasAnswer.isUnderWay();
    QFuture<Result<StackConsoleAtlas>> answer = m_atlasAnswer.join();
    if (!isUnderWay) {
        read();
    }
    return answer;
}

/// All three lists at once.
void StackConsoleDirectory::read()
{
    auto regions = Net::fetchAll<StackConsoleRegion>(
        m_client, {StackConsoleRequests::regions, StackConsoleParser::regions, regionId, {}});
    auto projects = Net::fetchAll<StackConsoleProject>(
        m_client, {StackConsoleRequests::projects, StackConsoleParser::projects, projectId, {}});
    auto providers = Net::fetchAll<StackConsoleCloudProvider>(m_client,
                                                              {StackConsoleRequests::cloudProviders,
                                                               StackConsoleParser::cloudProviders,
                                                               cloudProviderId,
                                                               {}});
    const Deferred<StackConsoleAtlas> whole;
    whole.future().then(m_context, [this](const Result<StackConsoleAtlas> &atlas) {
        if (atlas) {
            m_atlas = *atlas;
        }
        m_atlasAnswer.settle(atlas);
    });
    onValue(regions, m_context, whole,
            [this, whole, projects, providers](const QList<StackConsoleRegion> &regionRows) {
                onValue(projects, m_context, whole,
                        [this, whole, providers,
                         regionRows](const QList<StackConsoleProject> &projectRows) mutable {
                            providers.then(
                                m_context,
                                [whole, regionRows, projectRows](
                                    const Result<QList<StackConsoleCloudProvider>> &answer) {
                                    whole.settle(withoutRight(answer).transform(
                                        [&](const QList<StackConsoleCloudProvider> &rows) {
                                            return StackConsoleAtlas{regionRows, projectRows, rows};
                                        }));
                                });
                        });
            });
}

QFuture<Result<StackConsoleProfile>> StackConsoleDirectory::freshProfile()
{
    const bool isUnderWay = m_profileAnswer.isUnderWay();
    QFuture<Result<StackConsoleProfile>> answer = m_profileAnswer.join();
    if (!isUnderWay) {
        Net::sendAndParse<StackConsoleProfile>(m_client, StackConsoleRequests::profile(),
                                               StackConsoleParser::profile)
            .then(m_context,
                  [this](const Result<StackConsoleProfile> &profile) { noteProfile(profile); });
    }
    return answer;
}

void StackConsoleDirectory::noteProfile(const Result<StackConsoleProfile> &profile)
{
    if (profile) {
        m_profile = *profile;
    } else if (!m_profile && isWithheld(profile.error())) {
        m_profile = StackConsoleProfile(); // it will not be shown the next time either
    }
    m_profileAnswer.settle(profile);
}

QFuture<Result<std::optional<QTimeZone>>> StackConsoleDirectory::zone()
{
    using Zone = std::optional<QTimeZone>;
    const auto zoneOf = [](const StackConsoleProfile &profile) {
        const QTimeZone zone(profile.timeZone.toUtf8());
        return zone.isValid() ? Zone(zone) : Zone();
    };
    if (m_profile) {
        return Domain::settled<Zone>(zoneOf(*m_profile));
    }
    const Deferred<Zone> deferred;
    freshProfile().then(m_context, [deferred, zoneOf](const Result<StackConsoleProfile> &profile) {
        const bool isGivenUp = !profile && profile.error().kind == ErrorKind::Cancelled;
        if (isGivenUp) {
            deferred.settle(std::unexpected(profile.error()));
        } else {
            deferred.settle(profile ? zoneOf(*profile) : Zone());
        }
    });
    return deferred.future();
}

} // namespace Providers
