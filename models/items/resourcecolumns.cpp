// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/resourcecolumns.h"

#include "items/displaytext.h"

#include <QCoreApplication>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::PowerState;
using Domain::ResourceKind;
using Tone = ResourceModel::Tone;

namespace {

class ResourceColumnWords
{
    Q_DECLARE_TR_FUNCTIONS(ResourceTable)
};

constexpr QStringView noValue = u"—";

QString orNoValue(const QString &text)
{
    return text.isEmpty() ? noValue.toString() : text;
}

QString nameOf(const ResourceRow &row)
{
    const QString name = row.resource.name.simplified();
    return name.isEmpty() ? row.resource.key.id.value : name;
}

QString lastGoodText(const ResourceRow &row, const QDateTime &now)
{
    switch (coverOf(row, now)) {
    case Cover::NotKnown:
        return ResourceColumnWords::tr("…", "loading");
    case Cover::NotPossible:
        return noValue.toString();
    case Cover::Missing:
        return ResourceColumnWords::tr("none", "no good snapshot");
    case Cover::TooOld:
    case Cover::Good:
        break;
    }
    return ageText(row.lastGood, now);
}

QString coverExplanation(const ResourceRow &row, const QDateTime &now)
{
    const CoverText text = coverText(row, now);
    const QString sentence = text.meaning.isEmpty()
        ? text.title
        : ResourceColumnWords::tr("%1 %2", "two sentences").arg(text.title, text.meaning);
    return row.lastGood.isValid() ? sentence + u'\n' + isoText(row.lastGood) : sentence;
}

QString locationWithProject(const ResourceRow &row)
{
    const QString location = row.locationName.isEmpty()
        ? ResourceColumnWords::tr("location not known")
        : row.locationName;
    return row.projectName.isEmpty()
        ? location
        : ResourceColumnWords::tr("%1, project %2").arg(location, inlineName(row.projectName));
}

} // namespace

QString headerText(ResourceModel::Column column)
{
    switch (column) {
    case ResourceModel::Name:
        return ResourceColumnWords::tr("Name");
    case ResourceModel::Kind:
        return ResourceColumnWords::tr("Kind");
    case ResourceModel::Size:
        return ResourceColumnWords::tr("Size");
    case ResourceModel::State:
        return ResourceColumnWords::tr("State");
    case ResourceModel::Location:
        return ResourceColumnWords::tr("Location");
    case ResourceModel::Account:
        return ResourceColumnWords::tr("Account");
    case ResourceModel::LastGood:
        return ResourceColumnWords::tr("Last good");
    case ResourceModel::Snapshots:
        return ResourceColumnWords::tr("Snapshots");
    case ResourceModel::ColumnCount:
        break;
    }
    return {};
}

QString headerToolTip(ResourceModel::Column column)
{
    switch (column) {
    case ResourceModel::Name:
        return ResourceColumnWords::tr("The name of the server or volume");
    case ResourceModel::Kind:
        return ResourceColumnWords::tr("Whether it is a server or a volume");
    case ResourceModel::Size:
        return ResourceColumnWords::tr("The size of its disk");
    case ResourceModel::State:
        return ResourceColumnWords::tr("Whether a server runs, and what a volume is attached to");
    case ResourceModel::Location:
        return ResourceColumnWords::tr("Where it is, and its project where there are several");
    case ResourceModel::Account:
        return ResourceColumnWords::tr("The account that owns it");
    case ResourceModel::LastGood:
        return ResourceColumnWords::tr("How old its last good snapshot is");
    case ResourceModel::Snapshots:
        return ResourceColumnWords::tr("How many snapshots of it there are, good or not");
    case ResourceModel::ColumnCount:
        break;
    }
    return {};
}

Qt::Alignment columnAlignment(ResourceModel::Column column)
{
    const bool isNumber = column == ResourceModel::Size || column == ResourceModel::Snapshots;
    return (isNumber ? Qt::AlignRight : Qt::AlignLeading) | Qt::AlignVCenter;
}

QString resourceStateText(const ResourceRow &row)
{
    if (row.resource.key.kind == ResourceKind::Server) {
        return powerText(row.resource.power, row.resource.rawState);
    }
    if (row.resource.attachedTo) {
        return ResourceColumnWords::tr("at %1", "a volume at its server").arg(row.serverName);
    }
    return orNoValue(row.resource.rawState.simplified());
}

QString displayText(const ResourceRow &row, ResourceModel::Column column, const QDateTime &now)
{
    switch (column) {
    case ResourceModel::Name:
        return nameOf(row);
    case ResourceModel::Kind:
        return kindText(row.resource.key.kind);
    case ResourceModel::Size:
        return row.resource.sizeBytes ? sizeText(*row.resource.sizeBytes, row.sizeUnit)
                                      : noValue.toString();
    case ResourceModel::State:
        return resourceStateText(row);
    case ResourceModel::Location:
        return orNoValue(row.locationName);
    case ResourceModel::Account:
        return orNoValue(row.accountName);
    case ResourceModel::LastGood:
        return lastGoodText(row, now);
    case ResourceModel::Snapshots:
        return QLocale().toString(row.snapshots);
    case ResourceModel::ColumnCount:
        break;
    }
    return {};
}

QString secondaryText(const ResourceRow &row, ResourceModel::Column column)
{
    return column == ResourceModel::Location && !row.projectName.isEmpty()
        ? u" · "_s + row.projectName.simplified()
        : QString();
}

QString explanation(const ResourceRow &row, ResourceModel::Column column, const QDateTime &now)
{
    switch (column) {
    case ResourceModel::Size:
        return row.resource.sizeBytes
            ? displayText(row, column, now)
            : ResourceColumnWords::tr("The provider does not tell the size.");
    case ResourceModel::Location:
        return locationWithProject(row);
    case ResourceModel::Account:
        return row.providerName.isEmpty()
            ? row.accountName
            : ResourceColumnWords::tr("%1 at %2", "account and provider")
                  .arg(row.accountName, row.providerName);
    case ResourceModel::LastGood:
    case ResourceModel::Snapshots:
        return coverExplanation(row, now);
    case ResourceModel::State:
        return row.resource.attachedTo
            ? ResourceColumnWords::tr("Attached to %1").arg(inlineName(row.serverName))
            : displayText(row, column, now);
    case ResourceModel::Name:
    case ResourceModel::Kind:
    case ResourceModel::ColumnCount:
        break;
    }
    return displayText(row, column, now);
}

QString accessibleText(const ResourceRow &row, ResourceModel::Column column, const QDateTime &now)
{
    switch (column) {
    case ResourceModel::LastGood:
        return coverText(row, now).title;
    case ResourceModel::Location:
        return locationWithProject(row);
    case ResourceModel::Name:
        return ResourceColumnWords::tr("%1, %2", "name and kind")
            .arg(nameOf(row), kindText(row.resource.key.kind));
    case ResourceModel::State:
        return row.resource.attachedTo ? explanation(row, column, now)
                                       : displayText(row, column, now);
    case ResourceModel::Kind:
    case ResourceModel::Size:
    case ResourceModel::Account:
    case ResourceModel::Snapshots:
    case ResourceModel::ColumnCount:
        break;
    }
    const QString shown = displayText(row, column, now);
    return shown == noValue ? ResourceColumnWords::tr("not known") : shown;
}

QVariant sortValue(const ResourceRow &row, ResourceModel::Column column)
{
    switch (column) {
    case ResourceModel::Name:
        return nameOf(row);
    case ResourceModel::Kind:
        return int(row.resource.key.kind);
    case ResourceModel::Size:
        return row.resource.sizeBytes.value_or(-1);
    case ResourceModel::State:
        return resourceStateText(row);
    case ResourceModel::Location:
        return QString(row.locationName + u'\n' + row.projectName);
    case ResourceModel::Account:
        return row.accountName;
    case ResourceModel::LastGood:
        // What has none is the oldest of all; what can't have one is no concern.
        if (!row.lastGood.isValid()) {
            return row.canTake ? qint64(-1) : std::numeric_limits<qint64>::max();
        }
        return row.lastGood.toMSecsSinceEpoch();
    case ResourceModel::Snapshots:
        return row.snapshots;
    case ResourceModel::ColumnCount:
        break;
    }
    return {};
}

QString iconName(const ResourceRow &row, ResourceModel::Column column, const QDateTime &now)
{
    if (column == ResourceModel::Name) {
        return row.resource.key.kind == ResourceKind::Server ? u"server"_s : u"hard-drive"_s;
    }
    if (column == ResourceModel::LastGood) {
        const Cover cover = coverOf(row, now);
        return cover == Cover::Missing || cover == Cover::TooOld ? u"triangle-alert"_s : QString();
    }
    return {};
}

Tone toneOf(const ResourceRow &row, ResourceModel::Column column, const QDateTime &now)
{
    switch (column) {
    case ResourceModel::LastGood: {
        const Cover cover = coverOf(row, now);
        return cover == Cover::Missing || cover == Cover::TooOld ? Tone::Warning : Tone::Plain;
    }
    case ResourceModel::State:
        return row.resource.power == PowerState::Running
                && row.resource.key.kind == ResourceKind::Server
            ? Tone::Good
            : Tone::Dim;
    case ResourceModel::Kind:
    case ResourceModel::Location:
    case ResourceModel::Account:
        return Tone::Dim;
    case ResourceModel::Name:
    case ResourceModel::Size:
    case ResourceModel::Snapshots:
    case ResourceModel::ColumnCount:
        break;
    }
    return Tone::Plain;
}

} // namespace Items
