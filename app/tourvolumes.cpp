// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "app/session.h"
#include "app/tour.h"
#include "demo/simulatedcloud.h"
#include "inventory/inventory.h"
#include "items/snapshotmodel.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

// The tour through a provider whose credentials have several parts, which limits how many snapshots
// there are, and rolls volumes back in place.

using namespace Qt::StringLiterals;

namespace App {

namespace {

constexpr size_t volumesAccount = 3;
constexpr int accountsBefore = 3;

QString accountName()
{
    return u"office"_s;
}

QString detachedVolume()
{
    return u"web-assets"_s;
}

QString attachedVolume()
{
    return u"db-1-data"_s;
}

/// As other programs keep their accounts. The secret is no secret, and typed over.
QByteArray fileOfAccounts(const QString &address, const QString &id)
{
    return uR"(clouds:
  office:
    auth_type: v3applicationcredential
    auth:
      auth_url: %1
      application_credential_id: %2
      application_credential_secret: to-be-typed
  office-old:
    verify: false
    auth: {auth_url: %1, username: demo, password: to-be-typed, project_name: production}
  partner:
    auth: {auth_url: "https://identity.example.net/v3", username: hoster, password: to-be-typed}
)"_s.arg(address, id)
        .toUtf8();
}

} // namespace

void Tour::addVolumes()
{
    addTidying();
    addAccountFromFile();
    addLimit();
    addRefusals();
    addParts();
}

void Tour::addAccountFromFile()
{
    const QString file = m_session.stateFolder() + u"/clouds.yaml"_s;
    const DemoAccount &demo = m_session.demoAccounts().at(volumesAccount);
    const QJsonObject credential =
        QJsonDocument::fromJson(m_session.cloud(volumesAccount)->options().token.toUtf8()).object();
    addScene(
        {},
        [demo = demo.account, credential, file] {
            QFile written(file);
            if (written.open(QIODevice::WriteOnly)) {
                written.write(
                    fileOfAccounts(demo.baseUrl.toString(), credential[u"id"].toString()));
            }
        },
        [file] { return QFile::exists(file); });
    addImport(u"addAccountButton"_s, {file, accountName(), demo.account.provider, u"office-old"_s});
    addScene(
        {},
        [this, credential] {
            hands().type(u"credential_secret"_s, credential[u"secret"].toString());
            hands().click(u"testAndSave"_s);
        },
        [this] {
            return application().inventory().accounts().size() == accountsBefore + 1
                && !hands().sees(u"accountDialog"_s) && isQuiet();
        });
    addScene(
        u"account-of-volumes"_s, [this] { clickAccount(accountName()); },
        [this] { return application().snapshots().scope().account.has_value(); });
}

/// How many of how many there are, where one more is taken.
void Tour::addLimit()
{
    addScene(
        {}, [this] { clickInTree(detachedVolume()); },
        [this] { return application().snapshots().scope().resource.has_value(); });
    addScene(
        u"take-limit"_s, [this] { hands().click(u"takeButton"_s); },
        [this] { return hands().sees(u"takeDialog"_s); });
    addScene(
        {}, [this] { hands().click(u"cancelButton"_s); },
        [this] { return !hands().sees(u"takeDialog"_s); });
}

/// Not the latest one, and what can be made of it instead; then one of a volume in use.
void Tour::addRefusals()
{
    addScene(
        u"rollback-not-latest"_s, [this] { clickSnapshot(u"do not delete!!"_s); },
        [this] { return hands().sees(u"newFromSnapshotButton"_s); });
    addScene(
        u"create-volume"_s, [this] { hands().click(u"newFromSnapshotButton"_s); },
        [this] { return hands().sees(u"createVolumeName"_s); });
    addScene(
        {}, [this] { hands().click(u"cancelButton"_s); },
        [this] { return !hands().sees(u"createVolumeDialog"_s); });
    addScene(
        u"rollback-attached"_s,
        [this] {
            clickInTree(attachedVolume());
            selectFirst(1);
        },
        [this] { return hands().sees(u"newFromSnapshotButton"_s); });
}

/// The snapshot of a server on volumes is made of theirs.
void Tour::addParts()
{
    addScene(
        {}, [this] { clickAccount(accountName()); },
        [this] { return !application().snapshots().scope().resource.has_value(); });
    addScene(
        u"parts"_s, [this] { clickSnapshot(u"mail before Dovecot 2.4"_s); },
        [this] { return hands().sees(u"partsCard"_s); });
    addScene(
        {}, [this] { clickInTree(u"All snapshots"_s); },
        [this] { return !application().snapshots().scope().account.has_value(); });
}

} // namespace App
