// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/hosterkeys.h"

#include "demo/hetzner/labels.h"
#include "demo/hetzner/project.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::Hetzner {

namespace {

struct KeySeed
{
    qint64 id;
    QString name;
    int daysOld;
    QString labels;
};

// The form of an Ed25519 key: its kind and 32 bytes, each behind its length.
QString publicKey(const QString &name)
{
    const QByteArray kind = "ssh-ed25519"_ba;
    const QByteArray point = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256);
    const QByteArray blob =
        QByteArray("\0\0\0\x0b", 4) + kind + QByteArray("\0\0\0\x20", 4) + point;
    return QString::fromLatin1(kind + ' ' + blob.toBase64() + ' ') + name;
}

} // namespace

void addHosterKeys(Project &project)
{
    const QList<KeySeed> seeds{
        {21'944'310, u"anna@workstation"_s, 801, u"team=admin"_s},
        {26'301'775, u"deploy"_s, 402, {}},
    };
    for (const KeySeed &seed : seeds) {
        SshKey key;
        key.id = seed.id;
        key.name = seed.name;
        key.publicKey = publicKey(seed.name);
        key.created = project.now() - 24h * seed.daysOld;
        key.labels = labelsFrom(seed.labels);
        project.sshKeys.emplace(key.id, key);
    }
}

} // namespace Demo::Hetzner
