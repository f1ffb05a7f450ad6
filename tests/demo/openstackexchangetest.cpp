// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/capturedexchange.h"
#include "support/openstackcloud.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Demo::CapturedExchange;
using Support::OpenStackCloud;
using Support::RawAnswer;
using Support::RawHttp;

namespace {

// The ids of the project and of the other one when the exchanges were captured.
const auto theirProject = "8e65ec1b8c074bcab2a5111ed3cfcdad"_L1;
const auto theirOtherProject = "1b9bd6be5fd444f3acf825275b411fe2"_L1;
const auto theirUser = "87c5c1efd1e1497597895732027fe46f"_L1;
const auto nothing = "00000000-0000-0000-0000-000000000000"_L1;

// Who asks: a member by password, a reader, a member of the other project, an application
// credential, or somebody whose token is not good any more.
enum class Who { Member, Reader, Other, Delegate, Revoked, Orphan };

// Replays a captured request in a cloud of ours.
class Replay
{
public:
    explicit Replay(const QString &name,
                    const Demo::CloudOptions &options = OpenStackCloud::options())
        : openstack(options)
        , exchange(name)
    {
    }

    // The ids that the request names stand for these objects, in this order: "volumes/web-assets".
    void setObjects(const QStringList &objects)
    {
        static const QRegularExpression uuid(u"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"_s);
        QStringList theirs;
        const QString told = exchange.path() + exchange.body();
        for (const QRegularExpressionMatch &match : uuid.globalMatch(told)) {
            if (match.captured() != nothing && !theirs.contains(match.captured())) {
                theirs.append(match.captured());
            }
        }
        for (qsizetype i = 0; i < std::min(theirs.size(), objects.size()); ++i) {
            const QString &object = objects.at(i);
            m_ids.insert(theirs.at(i),
                         openstack.id(object.section(u'/', 0, 0), object.section(u'/', 1)));
        }
    }

    void setWho(Who who)
    {
        switch (who) {
        case Who::Member:
            return;
        case Who::Reader:
            logIn(OpenStackCloud::passwordAuth(u"production"_s, u"auditor"_s));
            return;
        case Who::Other:
            logIn(OpenStackCloud::passwordAuth(u"customers"_s));
            return;
        case Who::Delegate:
            logIn(OpenStackCloud::credentialAuth());
            return;
        case Who::Revoked:
            openstack.cloud().skipTime(std::chrono::hours(1));
            return;
        case Who::Orphan:
            logIn(OpenStackCloud::credentialAuth());
            openstack.cloud().replaceToken(u"{\"id\":\"another\",\"secret\":\"demo-secret-1\"}"_s);
            return;
        }
    }

    [[nodiscard]] RawAnswer send()
    {
        RawHttp http(openstack.root(), {});
        for (const QString &name : {u"X-Auth-Token"_s, u"X-Subject-Token"_s,
                                    u"OpenStack-API-Version"_s, u"Content-Type"_s}) {
            http.setHeader(name.toLatin1(), translated(exchange.header(name)).toLatin1());
        }
        return http.send(exchange.method(), translated(exchange.path()),
                         translated(exchange.body()).toUtf8());
    }

    OpenStackCloud openstack;
    CapturedExchange exchange;

private:
    void logIn(const QJsonObject &auth)
    {
        openstack.use(openstack.logIn(auth).header("X-Subject-Token"));
    }

    // Whom and what they meant by names is what we have.
    [[nodiscard]] QString translated(QString text) const
    {
        static const QRegularExpression projectName(
            u"(\"project\": \\{\\s*\"domain\": \\{[^}]*\\},\\s*\"name\": )\"demo\""_s);
        const QJsonValue known =
            OpenStackCloud::credentialAuth().value(u"identity"_s)[u"application_credential"_s];
        text.replace(projectName, u"\\1\"production\""_s);
        text.replace(u"\"password\": \"demo\""_s, u"\"password\": \"demo-secret-password\""_s);
        text.replace(u"\"name\": \"tests\""_s, u"\"name\": \"snapdeck\""_s);
        text.replace(u"<token>"_s, QString::fromLatin1(openstack.token()));
        text.replace(u"<secret>"_s, known[u"secret"_s].toString());
        text.replace(u"227d7083c06e4064b50aee73f1eadf5e"_s, known[u"id"_s].toString());
        text.replace(theirProject, openstack.projectId());
        text.replace(theirUser, openstack.userId());
        // One that is large enough for all that we have a snapshot of.
        text.replace(u"\"size\": 1"_s, u"\"size\": 500"_s);
        if (text.contains(theirOtherProject)) {
            text.replace(theirOtherProject, otherProject());
        }
        if (text.contains(u"flavorRef"_s)) {
            text.replace(u"\"flavorRef\": \"1\""_s,
                         u"\"flavorRef\": \"%1\""_s.arg(openstack.flavorId()));
        }
        for (auto it = m_ids.cbegin(); it != m_ids.cend(); ++it) {
            text.replace(it.key(), it.value());
        }
        return text;
    }

    [[nodiscard]] static QString otherProject()
    {
        return OpenStackCloud(OpenStackCloud::options(), u"customers"_s).projectId();
    }

    QMap<QString, QString> m_ids;
};

void addRows(const QStringList &names, Who who = Who::Member, const QString &objects = {})
{
    for (const QString &name : names) {
        QTest::addRow("%s", qUtf8Printable(name)) << name << who << objects;
    }
}

void addColumns()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<Who>("who");
    QTest::addColumn<QString>("objects");
}

} // namespace

// The simulated OpenStack answers what the real services answered when they were asked the same.
class OpenStackExchangeTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void refusesAsTheServicesDo_data()
    {
        addColumns();
        addRows({u"ci_bad_token_401"_s,
                 u"ci_no_token_401"_s,
                 u"ci_path_404"_s,
                 u"ci_filter_unknown"_s,
                 u"ci_limit_negative"_s,
                 u"ci_malformed_json_400"_s,
                 u"ci_marker_unknown"_s,
                 u"ci_microversion_bad_400"_s,
                 u"ci_microversion_too_high_406"_s,
                 u"ci_services_forbidden_403"_s,
                 u"ci_snapshot_404"_s,
                 u"ci_snapshot_missing_field_400"_s,
                 u"ci_snapshot_volume_404"_s,
                 u"ci_snapshots_created_at_filter"_s,
                 u"ci_url_other_project"_s,
                 u"gl_image_404"_s,
                 u"gl_marker_unknown"_s,
                 u"gl_no_token_401"_s,
                 u"ks_no_token_401"_s,
                 u"ks_projects_forbidden_403"_s,
                 u"ks_token_bad_password_401"_s,
                 u"ks_token_bad_project_401"_s,
                 u"ks_token_notjson_400"_s,
                 u"ks_token_appcred_with_scope"_s,
                 u"no_marker_unknown_400"_s,
                 u"no_microversion_too_high_406"_s,
                 u"no_no_token_401"_s,
                 u"no_server_404"_s});
        addRows({u"ci_revoked_token"_s, u"ks_revoked_token_401"_s}, Who::Revoked);
        addRows({u"ks_token_of_deleted_appcred"_s}, Who::Orphan);
        addRows({u"ks_token_rescope_appcred"_s, u"ks_appcred_create_by_appcred"_s}, Who::Delegate);
        addRows({u"ci_reader_create_403"_s}, Who::Reader, u"volumes/web-assets"_s);
        addRows({u"ci_reader_delete_403"_s}, Who::Reader, u"snapshots/cache warm"_s);
        addRows({u"no_reader_create_403"_s}, Who::Reader, u"images/debian-13"_s);
        addRows({u"ci_snapshots_other_token_same_url"_s}, Who::Other);
        addRows({u"ci_snapshot_of_other_project_404"_s}, Who::Other, u"volumes/web-assets"_s);
        addRows({u"ci_name_too_long_400"_s, u"ci_reset_status_member"_s}, Who::Member,
                u"snapshots/cache warm"_s);
        addRows({u"ci_delete_volume_with_snapshots_400"_s, u"ci_volume_reset_status_member_403"_s,
                 u"ci_snapshot_force_366_400"_s},
                Who::Member, u"volumes/web-assets"_s);
        addRows({u"ci_snapshot_in_use_noforce_365_400"_s}, Who::Member, u"volumes/shop-media"_s);
        addRows({u"ci_revert_not_latest_400"_s, u"ci_revert_same_second_400"_s}, Who::Member,
                u"volumes/build-cache|snapshots/cache warm"_s);
        addRows({u"ci_revert_old_microversion"_s}, Who::Member,
                u"volumes/build-cache|snapshots/cache with Qt 6.8"_s);
        addRows({u"ci_revert_in_use_409"_s}, Who::Member,
                u"volumes/shop-media|snapshots/<b>Nordwind</b> & \"relaunch\""_s);
        addRows({u"ci_revert_error_snapshot_409"_s}, Who::Member,
                u"volumes/backup-scratch|snapshots/scratch 2026-10-21"_s);
        addRows({u"ci_quota_snapshots_413"_s}, Who::Member, u"volumes/web-assets"_s);
        addRows({u"gl_delete_protected_403"_s}, Who::Member, u"images/web-1 golden"_s);
        addRows({u"gl_delete_public_not_owner_403"_s}, Who::Member, u"images/debian-13"_s);
        addRows({u"no_action_unknown_400"_s, u"no_rebuild_bad_image_400"_s}, Who::Member,
                u"servers/web-1"_s);
        addRows({u"no_rebuild_bfv_old_microversion"_s}, Who::Member,
                u"servers/mail|images/debian-13"_s);
    }

    void refusesAsTheServicesDo()
    {
        QFETCH(const QString, name);
        QFETCH(const Who, who);
        QFETCH(const QString, objects);
        Demo::CloudOptions options = OpenStackCloud::options();
        if (name.contains(u"quota_snapshots"_s)) {
            options.snapshotLimit = 3;
        }
        Replay replay(name, options);
        QVERIFY2(replay.exchange.isThere(), qUtf8Printable(name));
        replay.setObjects(objects.split(u'|', Qt::SkipEmptyParts));
        replay.setWho(who);
        const RawAnswer answer = replay.send();
        QCOMPARE(answer.status, replay.exchange.status());
        QCOMPARE(CapturedExchange::general(answer.json()),
                 CapturedExchange::general(replay.exchange.answer()));
        for (const QString &header : {u"WWW-Authenticate"_s, u"Retry-After"_s,
                                      u"OpenStack-API-Version"_s, u"x-openstack-request-id"_s}) {
            QCOMPARE(answer.hasHeader(header.toLatin1()),
                     !replay.exchange.answeredHeader(header).isEmpty());
        }
    }

    void answersInTheShapeOfTheServices_data()
    {
        addColumns();
        addRows({u"ci_availability_zones"_s,
                 u"ci_limits"_s,
                 u"ci_messages"_s,
                 u"ci_limit_zero"_s,
                 u"ci_limit_huge"_s,
                 u"ci_snapshots"_s,
                 u"ci_snapshots_detail"_s,
                 u"ci_snapshots_page1"_s,
                 u"ci_snapshots_with_count"_s,
                 u"ci_types"_s,
                 u"ci_v3_root"_s,
                 u"ci_versions_300"_s,
                 u"ci_volumes"_s,
                 u"ci_volumes_detail"_s,
                 u"ci_volumes_detail_page1"_s,
                 u"no_flavors_short"_s,
                 u"ci_volumes_no_microversion"_s,
                 u"ci_url_without_project"_s,
                 u"ci_microversion_latest"_s,
                 u"ci_volume_create_202"_s,
                 u"gl_images_page1"_s,
                 u"gl_images_private"_s,
                 u"gl_images_sort"_s,
                 u"gl_versions_300"_s,
                 u"ks_auth_catalog"_s,
                 u"ks_auth_projects"_s,
                 u"ks_appcred_list"_s,
                 u"ks_token_appcred_201"_s,
                 u"ks_token_appcred_byname_201"_s,
                 u"ks_token_default_project_201"_s,
                 u"ks_token_nocatalog_201"_s,
                 u"ks_token_password_201"_s,
                 u"ks_token_password_projectid_201"_s,
                 u"ks_token_rescope_201"_s,
                 u"ks_token_unscoped_201"_s,
                 u"ks_token_validate_200"_s,
                 u"ks_token_revoke_204"_s,
                 u"ks_v3"_s,
                 u"ks_versions"_s,
                 u"no_availability_zones"_s,
                 u"no_flavors"_s,
                 u"no_limits"_s,
                 u"no_quota"_s,
                 u"no_servers_detail"_s,
                 u"no_servers_page1"_s,
                 u"no_v21_root"_s,
                 u"no_versions"_s});
        addRows({u"ci_reader_list"_s}, Who::Reader);
        addRows({u"ci_snapshot_create_202"_s, u"ci_volume_show"_s, u"ci_volume_show_3_0"_s,
                 u"ci_volume_delete_cascade_202"_s},
                Who::Member, u"volumes/build-cache"_s);
        addRows({u"ci_volume_show_bootable"_s, u"ci_volume_show_in_use"_s}, Who::Member,
                u"volumes/mail-root"_s);
        addRows({u"ci_snapshot_in_use_370_202"_s, u"ci_snapshot_in_use_force_365_202"_s},
                Who::Member, u"volumes/mail-root"_s);
        addRows({u"ci_snapshot_delete_202"_s, u"ci_snapshot_metadata_merge"_s,
                 u"ci_snapshot_show"_s, u"ci_snapshot_show_3_0"_s, u"ci_snapshot_update_200"_s,
                 u"ci_volume_from_snapshot_202"_s, u"ci_volume_from_snapshot_nosize"_s},
                Who::Member, u"snapshots/before MySQL dump"_s);
        addRows({u"ci_revert_202"_s}, Who::Member,
                u"volumes/build-cache|snapshots/cache with Qt 6.8"_s);
        addRows({u"gl_image_rename"_s, u"gl_image_snapshot"_s, u"gl_image_delete_204"_s},
                Who::Member, u"images/web-2 before nginx 1.29"_s);
        addRows({u"gl_image_snapshot_bfv"_s}, Who::Member, u"images/mail before Dovecot 2.4"_s);
        addRows({u"no_createimage_202"_s, u"no_createimage_2_1_location"_s,
                 u"no_instance_actions"_s, u"no_server_show"_s, u"no_server_show_2_1"_s,
                 u"no_server_delete_204"_s},
                Who::Member, u"servers/web-1"_s);
        addRows({u"no_createimage_bfv_202"_s, u"no_server_show_bfv"_s}, Who::Member,
                u"servers/mail"_s);
        addRows({u"no_attachments"_s}, Who::Member, u"servers/db-1"_s);
        addRows({u"no_attach_200"_s}, Who::Member, u"servers/web-1|volumes/web-assets"_s);
        addRows({u"no_detach_202"_s}, Who::Member, u"servers/db-1|volumes/db-1-wal"_s);
        addRows({u"no_rebuild_202"_s}, Who::Member, u"servers/web-1|images/web-1 golden"_s);
        addRows({u"no_server_create_202"_s}, Who::Member, u"images/debian-13"_s);
        addRows({u"no_server_create_bfv_202"_s}, Who::Member, u"volumes/web-assets"_s);
    }

    void answersInTheShapeOfTheServices()
    {
        QFETCH(const QString, name);
        QFETCH(const Who, who);
        QFETCH(const QString, objects);
        Replay replay(name);
        QVERIFY2(replay.exchange.isThere(), qUtf8Printable(name));
        replay.setObjects(objects.split(u'|', Qt::SkipEmptyParts));
        replay.setWho(who);
        const RawAnswer answer = replay.send();
        QVERIFY2(answer.status == replay.exchange.status(), answer.body.constData());
        QCOMPARE(answer.body.isEmpty(), replay.exchange.answer().isNull());
        QCOMPARE(CapturedExchange::difference(replay.exchange.answer(), answer.json()), QString());
        QCOMPARE(answer.hasHeader("X-Subject-Token"),
                 !replay.exchange.answeredHeader(u"X-Subject-Token").isEmpty());
    }
};

QTEST_GUILESS_MAIN(OpenStackExchangeTest)
#include "openstackexchangetest.moc"
