// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "contract/vendorwords.h"
#include "doomedprocess.h"
#include "witness.h"

#include <QTemporaryDir>

namespace Faults {

using namespace Qt::StringLiterals;

/// What is done, where, to what.
struct Deed
{
    QString vendor;
    Domain::ResourceKind kind = Domain::ResourceKind::Server;
    QString operation; ///< as the victim calls it
};

/// One of the requests that a run sends.
struct FaultyRequest
{
    QString method;
    QString path; ///< whole
    int before = 0; ///< so many of the same come first
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
    /// The first of the requests meets a fault of transport.
    [[nodiscard]] Testimony beginWithFault(const QString &fault, const FaultyRequest &request)
    {
        return run(work() + words(fault, request));
    }
    [[nodiscard]] Testimony goOn(const QString &lastLabel = {}) { return run(death(lastLabel)); }
    [[nodiscard]] Testimony goOnWithFault(const QString &fault, const FaultyRequest &request)
    {
        return run(words(fault, request));
    }

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

    [[nodiscard]] static QStringList words(const QString &fault, const FaultyRequest &request)
    {
        const QString path = u'^' + QRegularExpression::escape(request.path) + u"(\\?|$)"_s;
        return {u"--fault"_s, fault, request.method, path, QString::number(request.before)};
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
