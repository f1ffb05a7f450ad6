// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/newservertext.h"

#include "items/displaytext.h"
#include "items/taketext.h"
#include "pricing/pricebook.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Items {

using Domain::Money;
using Domain::PriceUnit;
using Domain::ServerFit;

namespace {

class NewServerWords
{
    Q_DECLARE_TR_FUNCTIONS(NewServer)
};

bool areAllTooSmall(const NewServerDraft &draft)
{
    const Domain::ServerNeeds needs = draft.needs();
    return needs.diskBytes
        && std::ranges::all_of(draft.types(), [&needs](const ServerTypeChoice &choice) {
               return choice.type.diskBytes < *needs.diskBytes;
           });
}

QString noneFitsText(const NewServerDraft &draft)
{
    if (draft.types().isEmpty()) {
        return NewServerWords::tr("The provider lists no server types.");
    }
    if (const std::optional<qint64> disk = draft.needs().diskBytes; disk && areAllTooSmall(draft)) {
        return NewServerWords::tr("No server type has the %1 of disk that the snapshot needs.")
            .arg(soldSizeText(*disk, draft.facts().capabilities.sizeUnit));
    }
    if (draft.isPlaceAsked() && draft.place()) {
        return NewServerWords::tr("No server type in %1 fits the snapshot. Each one says why; "
                                  "another location may have one.")
            .arg(inlineName(locationTitle(draft.place()->location)));
    }
    return NewServerWords::tr("No server type fits the snapshot. Each one says why.");
}

bool hasFitting(const NewServerDraft &draft)
{
    return std::ranges::any_of(
        draft.types(), [](const ServerTypeChoice &choice) { return choice.reason.isEmpty(); });
}

} // namespace

QString soldSizeText(qint64 bytes, Domain::SizeUnit unit)
{
    const bool isBinary = unit == Domain::SizeUnit::Gibibyte;
    const double base = isBinary ? 1024.0 : 1000.0;
    const auto hundredths = qRound64(double(bytes) / (base * base * base) * 100);
    const int digits = hundredths % 100 == 0 ? 0 : hundredths % 10 == 0 ? 1 : 2;
    const QString number = QLocale().toString(double(hundredths) / 100, 'f', digits);
    return isBinary ? NewServerWords::tr("%1 GiB").arg(number)
                    : NewServerWords::tr("%1 GB").arg(number);
}

QString fitText(ServerFit fit, const NewServerDraft &draft, const Domain::Location &location)
{
    const Domain::ServerNeeds needs = draft.needs();
    const QString place = location.id.isEmpty() ? QString() : inlineName(locationTitle(location));
    switch (fit) {
    case ServerFit::Fits:
        break;
    case ServerFit::DiskTooSmall:
        return NewServerWords::tr("Too small: %1 needed.", "a disk")
            .arg(soldSizeText(needs.diskBytes.value_or(0), draft.facts().capabilities.sizeUnit));
    case ServerFit::OtherArchitecture:
        return NewServerWords::tr("The snapshot is for %1.", "kind of processor")
            .arg(needs.architecture);
    case ServerFit::NotSoldThere:
        return place.isEmpty() ? NewServerWords::tr("Not sold at present.")
                               : NewServerWords::tr("Not sold in %1.").arg(place);
    case ServerFit::SoldOut:
        return place.isEmpty() ? NewServerWords::tr("Sold out at present.")
                               : NewServerWords::tr("Sold out in %1.").arg(place);
    }
    return {};
}

QString whyNoServerAt(const Domain::Location &location)
{
    return location.isComingSoon
        ? NewServerWords::tr("Announced: nothing can be ordered there yet.")
        : QString();
}

QString needsText(const NewServerDraft &draft)
{
    const Domain::ServerNeeds needs = draft.needs();
    const QString disk = needs.diskBytes
        ? soldSizeText(*needs.diskBytes, draft.facts().capabilities.sizeUnit)
        : QString();
    if (disk.isEmpty()) {
        return needs.architecture.isEmpty()
            ? QString()
            : NewServerWords::tr("The snapshot is for %1 processors.").arg(needs.architecture);
    }
    return needs.architecture.isEmpty()
        ? NewServerWords::tr("The snapshot needs at least %1 of disk.").arg(disk)
        : NewServerWords::tr("The snapshot needs at least %1 of disk and is for %2 processors.")
              .arg(disk, needs.architecture);
}

QString typeProblem(const NewServerDraft &draft)
{
    switch (draft.state()) {
    case NewServerDraft::Types::Loading:
        return NewServerWords::tr("The server types are still being read.");
    case NewServerDraft::Types::Failed:
        return NewServerWords::tr("The server types could not be read.");
    case NewServerDraft::Types::Known:
        break;
    }
    if (draft.type()) {
        return {};
    }
    if (!draft.places().isEmpty() && !draft.place()) {
        return NewServerWords::tr("Choose a location.");
    }
    return hasFitting(draft) ? NewServerWords::tr("Choose a server type.") : noneFitsText(draft);
}

QString serverPriceText(const std::optional<Domain::UnitPrice> &price)
{
    if (!price) {
        return {};
    }
    switch (price->unit) {
    case PriceUnit::PerMonth:
        return NewServerWords::tr("%1 a month").arg(moneyText(price->amount));
    case PriceUnit::PerHour:
        return NewServerWords::tr("%1 an hour").arg(rateText(price->amount));
    case PriceUnit::PerGbMonth:
    case PriceUnit::PerGbHour:
        break;
    }
    return unitPriceText(*price);
}

NewServerPrice newServerPrice(const NewServerDraft &draft)
{
    const ServerTypeChoice *type = draft.type();
    if (!type) {
        return {};
    }
    if (!type->price) {
        return {NewServerWords::tr("Cost not known"),
                NewServerWords::tr("The provider tells no price for it.")};
    }
    const QString figure = serverPriceText(type->price);
    const std::optional<Money> monthly = type->price->unit == PriceUnit::PerHour
        ? Domain::scaled(type->price->amount, Pricing::operatorMonthHours, 1)
        : std::nullopt;
    return {figure,
            monthly ? NewServerWords::tr("Estimate, without tax: about %1 a month (%2 h). From "
                                         "when it is created until you remove it at the provider.")
                          .arg(moneyText(*monthly), QLocale().toString(Pricing::operatorMonthHours))
                    : NewServerWords::tr("Estimate, without tax. From when it is created until "
                                         "you remove it at the provider.")};
}

ErrorText serverTypesErrorText(const Domain::Error &error)
{
    return {NewServerWords::tr("The server types could not be read."),
            NewServerWords::tr("%1 Nothing was changed.", "after a whole sentence")
                .arg(causeText(error)),
            {},
            errorDetails(error),
            ErrorText::Action::Retry};
}

QString newServerMeaning(const NewServerDraft &draft, const QDateTime &now)
{
    const NewServerFacts &facts = draft.facts();
    const QString name = facts.source ? facts.source->name : facts.snapshot.sourceName;
    const QString meaning = name.isEmpty() || !facts.snapshot.created.isValid()
        ? NewServerWords::tr("A copy of all that the snapshot holds, host name, passwords and "
                             "scheduled jobs too, but with addresses of its own.")
        : NewServerWords::tr("A copy of %1 as it was %2, with the same host name, passwords and "
                             "scheduled jobs, but addresses of its own.")
              .arg(inlineName(name),
                   timestampText(facts.snapshot.created, now, TextPlace::InSentence));
    const bool hasVolumes = facts.source && !facts.source->volumes.isEmpty();
    return hasVolumes && facts.capabilities.server.excludesAttachedVolumes
        ? NewServerWords::tr("%1 Attached volumes are not part of it.", "after whole sentences")
              .arg(meaning)
        : meaning;
}

QStringList newServerWarnings(const NewServerDraft &draft)
{
    QStringList warnings;
    if (draft.rules().isExperimental) {
        warnings.append(NewServerWords::tr(
            "Experimental: the provider's documents leave open whether this works. Look at the new "
            "server before you rely on it."));
    }
    if (draft.rules().needsImage) {
        warnings.append(
            NewServerWords::tr("An image is saved of the snapshot first. It stays, and is billed "
                               "until you remove it in the provider's panel."));
    }
    return warnings;
}

} // namespace Items
