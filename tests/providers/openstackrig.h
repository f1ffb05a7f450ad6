// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "openstackexchanges.h"
#include "providers/openstack/openstackerrors.h"
#include "providers/openstack/openstackfollower.h"
#include "providers/openstack/openstacklists.h"
#include "providers/openstack/openstackreader.h"
#include "providers/openstack/openstacksender.h"
#include "providers/openstack/openstacktracer.h"
#include "providerstub.h"

/// Two projects in one region, "/one" and "/two", whose services answer what the test tells them
/// to: "GET /one/volume/snapshots/detail?limit=1000". Everything but the login is real.
class OpenStackRig final : public ProviderStub
{
public:
    static inline const QString serverId = QStringLiteral("ad9dbd5c-44a2-4248-8f5e-8b9464a55b89");
    static inline const QString volumeId = QStringLiteral("70993d00-7801-40b6-85dd-746fe0c7c01c");
    static inline const QString copyId = QStringLiteral("54af180a-24e7-4f11-a445-0d25e0d510e0");
    static inline const QString imageId = QStringLiteral("d347862f-3334-46ab-8bf8-c9caa6c3c4bf");

    OpenStackRig()
        : ProviderStub(QStringLiteral("/cloud"), R"({"unexpected":true})")
        , m_sites{site(QStringLiteral("one")), site(QStringLiteral("two"))}
        , m_atlas({[this] { return answered(); },
                   [this] {
                       return answered();
                   }})
        , m_objects(m_atlas, &m_context)
        , m_regions(m_atlas, &m_context)
        , lists(m_atlas, m_regions, {QStringLiteral("a")}, &m_context)
        , reader(m_atlas, m_regions, m_objects, {QStringLiteral("a")}, &m_context)
        , sender(m_atlas, m_objects, &m_context)
        , follower(m_atlas, m_objects, clock(), &m_context)
        , tracer(m_atlas, m_objects, &m_context)
    {
        for (const char *project : {"one", "two"}) {
            const QByteArray base = QByteArray("GET /") + project;
            const QByteArray zones =
                OpenStackExchanges::body(QStringLiteral("ci_availability_zones"));
            always(base + "/volume/os-availability-zone", zones);
            always(base + "/compute/os-availability-zone", zones);
            always(base + "/compute/servers/detail?limit=1000", list("servers", {}));
            always(base + "/volume/volumes/detail?limit=1000", list("volumes", {}));
            always(base + "/volume/snapshots/detail?limit=1000", list("snapshots", {}));
            always(base + "/image/images?limit=1000&owner=" + project, list("images", {}));
        }
    }

    // Keys as the program has them.
    static Domain::ResourceKey serverKey(const QString &id = serverId)
    {
        return {{QStringLiteral("a")}, Domain::ResourceKind::Server, {id}};
    }
    static Domain::ResourceKey volumeKey(const QString &id = volumeId)
    {
        return {{QStringLiteral("a")}, Domain::ResourceKind::Volume, {id}};
    }
    static Domain::SnapshotKey imageKey(const QString &id = imageId)
    {
        return {{QStringLiteral("a")}, Domain::ResourceKind::Server, {id}};
    }
    static Domain::SnapshotKey copyKey(const QString &id = copyId)
    {
        return {{QStringLiteral("a")}, Domain::ResourceKind::Volume, {id}};
    }

    /// The object of a fixture, in the project "one", with these members in place of its own.
    static QJsonObject row(const char *fixture, const QString &word,
                           const QJsonObject &members = {})
    {
        const QJsonObject body =
            QJsonDocument::fromJson(OpenStackExchanges::body(QString::fromLatin1(fixture)))
                .object();
        QJsonObject object = word.isEmpty() ? body : body.value(word).toObject();
        for (const char *owner : {"tenant_id", "os-vol-tenant-attr:tenant_id", "owner",
                                  "os-extended-snapshot-attributes:project_id"}) {
            if (object.contains(QLatin1String(owner))) {
                object.insert(QLatin1String(owner), QStringLiteral("one"));
            }
        }
        for (auto it = members.begin(); it != members.end(); ++it) {
            object.insert(it.key(), it.value());
        }
        return object;
    }
    static QJsonObject serverRow(const QJsonObject &members = {})
    {
        return row("no_server_show", QStringLiteral("server"), members);
    }
    static QJsonObject volumeRow(const QJsonObject &members = {})
    {
        return row("ci_volume_show", QStringLiteral("volume"), members);
    }
    static QJsonObject copyRow(const QJsonObject &members = {})
    {
        return row("ci_snapshot_show", QStringLiteral("snapshot"), members);
    }
    static QJsonObject imageRow(const QJsonObject &members = {})
    {
        return row("gl_image_snapshot", QString(), members);
    }

    static QByteArray text(const QJsonObject &object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    static QByteArray one(const char *word, const QJsonObject &row)
    {
        return text({{QLatin1String(word), row}});
    }
    static QByteArray list(const char *word, const QJsonArray &rows)
    {
        return text({{QLatin1String(word), rows}});
    }
    static QByteArray gone()
    {
        return R"({"itemNotFound":{"code":404,"message":"It could not be found."}})";
    }
    void isGone(const QByteArray &call) { always(call, gone(), 404); }

    /// The second project's catalog names this service no more.
    void closeService(const QString &service)
    {
        auto other = std::make_shared<Providers::OpenStackSite>(*m_sites.at(1));
        (service == QLatin1String("image")         ? other->image
             : service == QLatin1String("compute") ? other->compute
                                                   : other->volume) = nullptr;
        m_sites[1] = other;
    }
    void setVersions(const Providers::OpenStackVersions &versions)
    {
        auto other = std::make_shared<Providers::OpenStackSite>(*m_sites.at(0));
        other->versions = versions;
        m_sites[0] = other;
    }
    /// The second site is another region of the first one's project, with the same images.
    void beTwoRegions()
    {
        auto other = std::make_shared<Providers::OpenStackSite>(*m_sites.at(1));
        other->project = m_sites.at(0)->project;
        other->region = {QStringLiteral("S")};
        other->image = m_sites.at(0)->image;
        m_sites[1] = other;
    }
    /// Nobody at the first site has networks to give.
    void takeNetworksAway()
    {
        auto other = std::make_shared<Providers::OpenStackSite>(*m_sites.at(0));
        other->hasNetworks = false;
        m_sites[0] = other;
    }
    void onlyOneProject() { m_sites.resize(1); }
    /// What was last sent with a call.
    [[nodiscard]] QByteArray bodyOf(const QByteArray &call)
    {
        const QList<Support::ServedRequest> &served = ProviderStub::server().requests();
        for (auto it = served.rbegin(); it != served.rend(); ++it) {
            if (callOf(*it) == call) {
                return it->body;
            }
        }
        return {};
    }

private:
    Providers::OpenStackAtlas::Answer answered()
    {
        return Domain::settled<Providers::OpenStackSites>(m_sites);
    }

    Net::HttpClient *client(const QString &path)
    {
        Net::HttpClientOptions options;
        options.baseUrl = url().resolved(QUrl(QStringLiteral("/cloud/") + path));
        options.readError = Providers::OpenStackErrors::read;
        options.requestIdHeader = "x-openstack-request-id";
        m_clients.push_back(std::make_unique<Net::HttpClient>(options, network(), clock()));
        return m_clients.back().get();
    }

    Providers::OpenStackSiteRef site(const QString &project)
    {
        Providers::OpenStackSite site;
        site.project = {project};
        site.region = {QStringLiteral("R")};
        site.volume = client(project + QStringLiteral("/volume"));
        site.compute = client(project + QStringLiteral("/compute"));
        site.image = client(project + QStringLiteral("/image"));
        site.versions.volume = 70;
        site.versions.compute = 96;
        return std::make_shared<const Providers::OpenStackSite>(site);
    }

    QObject m_context;
    std::vector<std::unique_ptr<Net::HttpClient>> m_clients;
    Providers::OpenStackSites m_sites;
    Providers::OpenStackAtlas m_atlas;
    Providers::OpenStackObjects m_objects;
    Providers::OpenStackRegions m_regions;

public:
    Providers::OpenStackLists lists;
    Providers::OpenStackReader reader;
    Providers::OpenStackSender sender;
    Providers::OpenStackFollower follower;
    Providers::OpenStackTracer tracer;
};
