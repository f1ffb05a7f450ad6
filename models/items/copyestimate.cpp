// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/copyestimate.h"

#include "items/activitymodel.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <vector>

namespace Items {

using namespace std::chrono_literals;
using Domain::JournalEntry;
using Domain::Operation;
using Domain::OperationKind;
using Domain::Step;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr qsizetype mostTimes = 20;
constexpr qsizetype leastTimes = 3;
constexpr qint64 widestRatio = 8; ///< of two sizes that tell something about each other
/// Years back a provider was another one; and a look must stay quick.
constexpr qsizetype mostEntries = 2000;
constexpr qsizetype mostNeighbours = 50;

class EstimateWords
{
    Q_DECLARE_TR_FUNCTIONS(CopyEstimate)
};

bool isCopy(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Take:
    case OperationKind::RollBack:
    case OperationKind::CreateServer:
    case OperationKind::CreateVolume:
        return true;
    case OperationKind::Remove:
    case OperationKind::Rename:
    case OperationKind::Protect:
    case OperationKind::Power:
        break;
    }
    return false;
}

/// A new server is not known before it is there; it is of its snapshot's kind.
Domain::ResourceKind kindOf(const Operation &operation)
{
    if (operation.resource) {
        return operation.resource->kind;
    }
    return operation.snapshot ? operation.snapshot->kind : Domain::ResourceKind::Server;
}

bool hasSafetySnapshot(const Operation &operation)
{
    return std::ranges::any_of(
        operation.steps, [](const Step &step) { return step.role == Step::Role::SafetySnapshot; });
}

/// The step that makes what was asked for; null where its times were not written down.
const Step *timedCopy(const Operation &operation)
{
    const auto main = std::ranges::find(operation.steps, Step::Role::Main, &Step::role);
    const bool isTimed =
        main != operation.steps.end() && main->started.isValid() && main->ended.isValid();
    return isTimed ? &*main : nullptr;
}

/// Where steps have no times, like is held against like. A safety snapshot is a copy of its own, of
/// another size: what is told is the time of the rest.
QList<Step::Role> shapeOf(const Operation &operation)
{
    QList<Step::Role> roles;
    for (const Step &step : operation.steps) {
        if (step.role != Step::Role::SafetySnapshot) {
            roles.append(step.role);
        }
    }
    return roles;
}

milliseconds copyDuration(const Operation &operation)
{
    const Step *copy = timedCopy(operation);
    return milliseconds(copy ? copy->started.msecsTo(copy->ended)
                             : operation.started.msecsTo(operation.ended));
}

bool isSimilar(qint64 one, qint64 other)
{
    return one > 0 && other > 0 && one / widestRatio <= other && other / widestRatio <= one;
}

qint64 roundedUp(seconds time, seconds unit)
{
    return (time.count() + unit.count() - 1) / unit.count();
}

/// Whole units where the number is large enough to be read as about that much.
QString roundSizeText(qint64 bytes, Domain::SizeUnit unit)
{
    const bool isBinary = unit == Domain::SizeUnit::Gibibyte;
    const double value = double(bytes) / (isBinary ? 1024.0 * 1024 * 1024 : 1e9);
    const QString number = QLocale().toString(value, 'f', value < 10 ? 1 : 0);
    return (isBinary ? EstimateWords::tr("%1 GiB") : EstimateWords::tr("%1 GB")).arg(number);
}

} // namespace

std::optional<CopyEstimate> usualTime(const QList<CopyTime> &newestFirst, qint64 bytes)
{
    std::vector<double> secondsPerByte;
    for (const CopyTime &time : newestFirst) {
        const bool tells = isSimilar(time.bytes, bytes) && time.duration > 0ms;
        if (tells && std::ssize(secondsPerByte) < mostTimes) {
            secondsPerByte.push_back(double(time.duration.count()) / 1000.0 / double(time.bytes));
        }
    }
    if (std::ssize(secondsPerByte) < leastTimes) {
        return std::nullopt;
    }
    std::ranges::sort(secondsPerByte);
    const size_t cut = secondsPerByte.size() / 4;
    const auto scaled = [&secondsPerByte, bytes](size_t place) {
        return seconds(qRound64(secondsPerByte.at(place) * double(bytes)));
    };
    return CopyEstimate{CopyEstimate::Source::History, scaled(cut),
                        scaled(secondsPerByte.size() - 1 - cut)};
}

CopyEstimates::CopyEstimates(const ActivityModel &history)
    : m_history(history)
{
}

void CopyEstimates::setAccount(const Domain::AccountId &account, const AccountFacts &facts)
{
    m_accounts.insert(account, facts);
}

std::optional<CopyEstimate> CopyEstimates::estimate(const Operation &operation) const
{
    const auto known = m_accounts.constFind(operation.account);
    if (known == m_accounts.cend() || !isCopy(operation.kind)) {
        return std::nullopt;
    }
    const std::optional<CopyEstimate> usual =
        operation.sizeBytes ? usualTime(timesLike(operation), *operation.sizeBytes) : std::nullopt;
    if (usual) {
        return usual;
    }
    for (const Domain::PublishedTime &time : known->published) {
        if (time.operation == operation.kind && time.resource == kindOf(operation)) {
            return CopyEstimate{CopyEstimate::Source::Vendor, time.least, time.most};
        }
    }
    return std::nullopt;
}

QList<CopyTime> CopyEstimates::timesLike(const Operation &operation) const
{
    const QString place = m_accounts.value(operation.account).place;
    const QList<Step::Role> shape = shapeOf(operation);
    const QList<JournalEntry> &entries = m_history.entries();
    const qsizetype end = qMax(qsizetype(0), entries.size() - mostEntries);
    QList<CopyTime> times;
    for (qsizetype i = entries.size() - 1; i >= end && times.size() < mostTimes; --i) {
        const Operation &past = entries.at(i).operation;
        const bool isLike = past.state == Domain::OperationState::Succeeded
            && past.kind == operation.kind && kindOf(past) == kindOf(operation)
            && isSimilar(past.sizeBytes.value_or(0), operation.sizeBytes.value_or(0))
            && past.id != operation.id
            && (timedCopy(past) || (!hasSafetySnapshot(past) && shapeOf(past) == shape));
        const auto account = isLike ? m_accounts.constFind(past.account) : m_accounts.cend();
        if (account != m_accounts.cend() && account->place == place
            && (timedCopy(past) || !hasWaited(i))) {
            times.append({past.sizeBytes.value_or(0), copyDuration(past)});
        }
    }
    return times;
}

/// Whether an earlier operation on the same thing was still running when it was begun: its time is
/// that of the queue too.
bool CopyEstimates::hasWaited(qsizetype entry) const
{
    const QList<JournalEntry> &entries = m_history.entries();
    const Operation &operation = entries.at(entry).operation;
    const qsizetype end = qMax(qsizetype(0), entry - mostNeighbours);
    for (qsizetype i = entry - 1; i >= end; --i) {
        const Operation &earlier = entries.at(i).operation;
        const bool isOfSame = (operation.resource && earlier.resource == operation.resource)
            || (operation.snapshot && earlier.snapshot == operation.snapshot);
        if (isOfSame && (!earlier.ended.isValid() || earlier.ended > operation.started)) {
            return true;
        }
    }
    return false;
}

QString CopyEstimates::phrase(const Operation &operation) const
{
    const std::optional<CopyEstimate> usual = estimate(operation);
    if (!usual) {
        return {};
    }
    const QString range = timeRangeText(usual->least, usual->most);
    return usual->source == CopyEstimate::Source::Vendor
        ? EstimateWords::tr("%1 by the provider's own figure", "a time").arg(range)
        : EstimateWords::tr("usually %1 for %2 here", "a time, a size")
              .arg(range,
                   roundSizeText(operation.sizeBytes.value_or(0),
                                 m_accounts.value(operation.account).sizeUnit));
}

QString CopyEstimates::sentence(const Operation &operation) const
{
    const std::optional<CopyEstimate> usual = estimate(operation);
    if (!usual) {
        return {};
    }
    const QString range = timeRangeText(usual->least, usual->most);
    return usual->source == CopyEstimate::Source::Vendor
        ? EstimateWords::tr("The provider's own figure for the time it takes is %1; a large disk "
                            "takes longer.",
                            "a time")
              .arg(range)
        : EstimateWords::tr("It usually takes %1 for %2 here.", "a time, a size")
              .arg(range,
                   roundSizeText(operation.sizeBytes.value_or(0),
                                 m_accounts.value(operation.account).sizeUnit));
}

QString timeRangeText(seconds least, seconds most)
{
    if (most < 1min) {
        return EstimateWords::tr("less than a minute");
    }
    const bool areHours = most >= 2h;
    const seconds unit = areHours ? seconds(1h) : seconds(1min);
    const qint64 from = least.count() / unit.count();
    const qint64 to = roundedUp(most, unit);
    if (from == 0) {
        return areHours ? EstimateWords::tr("up to %L1 h").arg(to)
                        : EstimateWords::tr("up to %L1 min").arg(to);
    }
    if (from == to) {
        return areHours ? EstimateWords::tr("about %L1 h").arg(to)
                        : EstimateWords::tr("about %L1 min").arg(to);
    }
    return areHours ? EstimateWords::tr("%L1–%L2 h", "from, to").arg(from).arg(to)
                    : EstimateWords::tr("%L1–%L2 min", "from, to").arg(from).arg(to);
}

} // namespace Items
