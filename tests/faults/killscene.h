// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/vendorwords.h"
#include "doomedprocess.h"
#include "support/hetznercloud.h"
#include "support/raffcloud.h"
#include "support/stackconsolecloud.h"

#include <QTemporaryDir>

#include <algorithm>
#include <functional>
#include <memory>

namespace Faults {

using namespace Qt::StringLiterals;

/// A simulated cloud, and what it holds when it is asked without any of the client's code.
struct Witness
{
    explicit Witness(const QString &vendor)
    {
        if (vendor == "hetzner"_L1) {
            const auto made = std::make_shared<Support::HetznerCloud>();
            cloud = &made->cloud();
            snapshots = [made] {
                return made->all(u"/images?type=snapshot"_s, u"images"_s);
            };
            nameField = u"description"_s;
        } else if (vendor == "raff"_L1) {
            const auto made = std::make_shared<Support::RaffCloud>();
            cloud = &made->cloud();
            snapshots = [made] {
                return made->all(u"/snapshots"_s);
            };
        } else {
            const auto made = std::make_shared<Support::StackConsoleCloud>();
            cloud = &made->cloud();
            snapshots = [made] {
                QJsonArray all = made->all(u"/blockstorages/snapshots"_s);
                const QJsonArray machines = made->all(u"/virtual-machines/snapshots"_s);
                for (const QJsonValueConstRef one : machines) {
                    all.append(one);
                }
                return all;
            };
        }
    }

    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        const QJsonArray all = snapshots();
        for (const QJsonValueConstRef one : all) {
            names.append(one[nameField].toString());
        }
        return names;
    }
    /// By which the vendor tells them apart.
    [[nodiscard]] QStringList ids() const
    {
        QStringList ids;
        const QJsonArray all = snapshots();
        for (const QJsonValueConstRef one : all) {
            const QString slug = one[u"slug"_s].toString();
            ids.append(slug.isEmpty() ? one[u"id"_s].toVariant().toString() : slug);
        }
        return ids;
    }

    /// Rollbacks that the cloud was asked for, by the paths that were sent to.
    [[nodiscard]] int rollBacks(const QStringList &labels) const
    {
        static const QRegularExpression sent(
            u"^request POST (.*/(rebuild|restore|revert)) #\\d+$"_s);
        QSet<QString> paths;
        for (const QString &label : labels) {
            if (const QRegularExpressionMatch match = sent.match(label); match.hasMatch()) {
                paths.insert(match.captured(1));
            }
        }
        int count = 0;
        for (const QString &path : std::as_const(paths)) {
            count += cloud->requestsServed("POST", path);
        }
        return count;
    }

    Demo::SimulatedCloud *cloud = nullptr;
    std::function<QJsonArray()> snapshots; ///< keeps the cloud alive
    QString nameField = u"name"_s;
};

/// What is done, where, to what.
struct Deed
{
    QString vendor;
    Domain::ResourceKind kind = Domain::ResourceKind::Server;
    QString operation; ///< as the victim calls it
};

/// What a run of the victim told.
struct Testimony
{
    bool wasKilled = false;
    int exitCode = -1;
    QStringList labels; ///< boundaries that it passed
    QStringList served; ///< "201 POST /path"
    QStringList ends;
    QString snapshotId;
};

/// One cloud, one journal, and the runs of the victim one after the other.
class KillScene
{
public:
    explicit KillScene(const Deed &deed)
        : witness(deed.vendor)
        , m_deed(deed)
    {
    }

    [[nodiscard]] Testimony begin(const QString &lastLabel = {})
    {
        return run(work() + death(lastLabel));
    }
    /// The first such request meets a fault of transport.
    [[nodiscard]] Testimony beginWithFault(const QString &fault, const QString &method,
                                           const QString &path)
    {
        return run(work() + QStringList{u"--fault"_s, fault, method, path});
    }
    [[nodiscard]] Testimony goOn(const QString &lastLabel = {}) { return run(death(lastLabel)); }

    Witness witness;

private:
    [[nodiscard]] QStringList work() const
    {
        const Contract::Vendor &words = *Contract::findVendor(m_deed.vendor);
        const bool isServer = m_deed.kind == Domain::ResourceKind::Server;
        return {isServer ? u"server"_s : u"volume"_s, isServer ? words.server : words.volume,
                m_deed.operation};
    }
    [[nodiscard]] static QStringList death(const QString &lastLabel)
    {
        return lastLabel.isEmpty() ? QStringList() : QStringList{u"--die"_s, lastLabel};
    }

    [[nodiscard]] Testimony run(const QStringList &what)
    {
        const QDateTime now = witness.cloud->options().startTime.addDuration(m_skipped);
        Testimony told;
        const DoomedEnd end = runDoomed(
            u"victim"_s,
            QStringList{m_deed.vendor, witness.cloud->baseUrl().toString(),
                        now.toString(Qt::ISODateWithMs), m_folder.path()}
                + what,
            [&](const QString &word, const QString &rest) { hear(word, rest, told); },
            [this](std::chrono::milliseconds time) {
                witness.cloud->skipTime(time);
                m_skipped += time;
            });
        told.wasKilled = end.wasKilled;
        told.exitCode = end.exitCode;
        return told;
    }

    static void hear(const QString &word, const QString &rest, Testimony &told)
    {
        if (word == "at"_L1) {
            told.labels.append(rest);
        } else if (word == "served"_L1) {
            told.served.append(rest);
        } else if (word == "end"_L1) {
            told.ends.append(rest);
        } else if (word == "sample"_L1) {
            told.snapshotId = rest.section(u' ', 1, 1);
        }
    }

    Deed m_deed;
    QTemporaryDir m_folder;
    std::chrono::milliseconds m_skipped{0};
};

} // namespace Faults
