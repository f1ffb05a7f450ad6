// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/newvolumetext.h"

#include "items/consequences.h"
#include "items/copyname.h"
#include "items/displaytext.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::SizeUnit;

namespace {

class NewVolumeWords
{
    Q_DECLARE_TR_FUNCTIONS(NewVolume)
};

constexpr qint64 bytesIn(SizeUnit unit)
{
    return unit == SizeUnit::Gibibyte ? qint64(1) << 30 : qint64(1'000'000'000);
}

QString sourceNameOf(const NewVolumeFacts &facts)
{
    return facts.source ? facts.source->name : facts.snapshot.sourceName;
}

} // namespace

QString proposedVolumeName(const NewVolumeFacts &facts)
{
    return copyName(sourceNameOf(facts), u"volume"_s, facts.capabilities.createVolume.name,
                    facts.volumeNames);
}

QString newVolumeNameProblem(const QString &name, const NewVolumeFacts &facts)
{
    return nameProblem(name, facts.capabilities.createVolume.name, facts.volumeNames);
}

std::optional<qint64> leastVolumeBytes(const NewVolumeFacts &facts)
{
    if (facts.snapshot.diskBytes) {
        return facts.snapshot.diskBytes;
    }
    if (facts.snapshot.sizeBytes.value_or(0) > 0) {
        return facts.snapshot.sizeBytes;
    }
    return facts.source ? facts.source->sizeBytes : std::nullopt;
}

int wholeUnits(qint64 bytes, SizeUnit unit)
{
    const qint64 one = bytesIn(unit);
    const qint64 units = bytes / one + (bytes % one > 0 ? 1 : 0);
    return int(std::clamp<qint64>(units, 0, std::numeric_limits<int>::max()));
}

qint64 volumeBytes(int units, const NewVolumeFacts &facts)
{
    const SizeUnit unit = facts.capabilities.sizeUnit;
    const std::optional<qint64> least = leastVolumeBytes(facts);
    const bool isMore = least && units > wholeUnits(*least, unit);
    return isMore ? units * bytesIn(unit) : 0;
}

QString newVolumeMeaning(const NewVolumeFacts &facts, const QDateTime &now)
{
    const QString name = sourceNameOf(facts);
    return name.isEmpty() || !facts.snapshot.created.isValid()
        ? NewVolumeWords::tr("A copy of all that the snapshot holds, attached to no server.")
        : NewVolumeWords::tr("A copy of %1 as it was %2, attached to no server.")
              .arg(inlineName(name),
                   timestampText(facts.snapshot.created, now, TextPlace::InSentence));
}

} // namespace Items
