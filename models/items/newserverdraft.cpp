// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/newserverdraft.h"

#include "items/consequences.h"
#include "items/copyname.h"
#include "items/newservertext.h"
#include "items/sshpublickey.h"
#include "pricing/pricebook.h"

#include <QCollator>

#include <algorithm>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::LocationId;
using Domain::Money;
using Domain::ServerFit;
using Domain::ServerType;
using Domain::UnitPrice;

namespace {

/// By which prices are compared; nothing for one that is not known.
std::optional<qint64> rankOf(const std::optional<UnitPrice> &price)
{
    if (!price) {
        return std::nullopt;
    }
    const qint64 hours =
        price->unit == Domain::PriceUnit::PerHour ? Pricing::operatorMonthHours : 1;
    const std::optional<Money> monthly = Domain::scaled(price->amount, hours, 1);
    return monthly ? std::optional(monthly->nanos) : std::nullopt;
}

/// Those that can be chosen first; cheap before dear, those without a price last; by name.
class ChoiceOrder
{
public:
    ChoiceOrder() { m_collator.setNumericMode(true); }

    bool operator()(const ServerTypeChoice &a, const ServerTypeChoice &b) const
    {
        if (a.reason.isEmpty() != b.reason.isEmpty()) {
            return a.reason.isEmpty();
        }
        const std::optional<qint64> priceOfA = rankOf(a.price);
        const std::optional<qint64> priceOfB = rankOf(b.price);
        if (priceOfA != priceOfB) {
            return priceOfA && (!priceOfB || *priceOfA < *priceOfB);
        }
        return m_collator.compare(a.type.name, b.type.name) < 0;
    }

private:
    QCollator m_collator{QLocale(QLocale::English)};
};

/// Of the first that it is true of; -1: of none.
template <class Value, class Predicate>
qsizetype indexWhere(const QList<Value> &values, const Predicate &isIt)
{
    const auto found = std::ranges::find_if(values, isIt);
    return found == values.cend() ? -1 : found - values.cbegin();
}

bool isOpen(const ServerPlace &place)
{
    return place.reason.isEmpty();
}

} // namespace

QString proposedServerName(const NewServerFacts &facts)
{
    const QString source = facts.source ? facts.source->name : facts.snapshot.sourceName;
    return copyName(source, u"server"_s, facts.capabilities.createServer.name, facts.serverNames);
}

NewServerDraft::NewServerDraft(const NewServerFacts &facts)
    : m_facts(facts)
    , m_name(proposedServerName(facts))
{
    resolvePlaces();
}

const Domain::CreateServerRules &NewServerDraft::rules() const
{
    return m_facts.capabilities.createServer;
}

Domain::ServerNeeds NewServerDraft::needs() const
{
    return Domain::needsOf(m_facts.snapshot, m_facts.source);
}

void NewServerDraft::setTypes(const QList<ServerType> &types)
{
    m_types = types;
    m_state = Types::Known;
    resolvePlaces();
}

void NewServerDraft::chooseLocation(const LocationId &location)
{
    m_wishedPlace = location;
    resolvePlace();
}

void NewServerDraft::chooseType(const Domain::ServerTypeId &type)
{
    m_wishedType = type;
    resolveType();
}

void NewServerDraft::clearType()
{
    m_wishedType = Domain::ServerTypeId();
    resolveType();
}

void NewServerDraft::typeSshKey(const QString &key)
{
    m_sshKey = isPrivateKey(key) ? QString() : key.trimmed();
}

/// Where the snapshot lies, else where its source stands; empty: not told.
LocationId NewServerDraft::home() const
{
    const LocationId &location = m_facts.snapshot.location;
    return location.isEmpty() && m_facts.source ? m_facts.source->location : location;
}

/// Those that the account lists, and those that only a server type knows.
void NewServerDraft::resolvePlaces()
{
    m_places.clear();
    const LocationId only = rules().onlyAtSnapshotsLocation ? home() : LocationId();
    const auto add = [this, &only](const Domain::Location &location) {
        const bool isKnown = std::ranges::any_of(
            m_places, [&](const ServerPlace &place) { return place.location.id == location.id; });
        const bool isOut = !only.isEmpty() && location.id != only;
        if (!isKnown && !isOut && !location.id.isEmpty()) {
            m_places.append({location, whyNoServerAt(location)});
        }
    };
    for (const Domain::Location &location : m_facts.locations) {
        add(location);
    }
    for (const ServerType &type : std::as_const(m_types)) {
        for (const Domain::ServerOffer &offer : type.offers) {
            add({offer.location, offer.location.value, {}, {}});
        }
    }
    add({only, only.value, {}, {}});
    resolvePlace();
}

void NewServerDraft::resolvePlace()
{
    const LocationId wanted = m_wishedPlace.value_or(home());
    m_place = indexWhere(m_places, [&wanted](const ServerPlace &place) {
        return place.location.id == wanted && isOpen(place);
    });
    if (m_place < 0 && !m_wishedPlace) {
        m_place = indexWhere(m_places, &isOpen);
    }
    resolveTypes();
}

void NewServerDraft::resolveTypes()
{
    m_choices.clear();
    const ServerPlace *chosen = place();
    if (chosen || m_places.isEmpty()) {
        const Domain::Location location = chosen ? chosen->location : Domain::Location();
        for (const ServerType &type : std::as_const(m_types)) {
            const Domain::ServerOffer *offer = Domain::offerAt(type, location.id);
            const ServerFit fit = Domain::fitOf(type, location.id, needs());
            m_choices.append({type, offer ? offer->price : std::nullopt,
                              m_facts.capabilities.sizeUnit, fitText(fit, *this, location)});
        }
    }
    std::ranges::stable_sort(m_choices, ChoiceOrder());
    resolveType();
}

/// The source's own where it fits, else the cheapest that does.
qsizetype NewServerDraft::usualType() const
{
    const QString own = m_facts.source ? m_facts.source->plan : QString();
    const qsizetype same = indexWhere(m_choices, [&own](const ServerTypeChoice &choice) {
        return !own.isEmpty() && choice.reason.isEmpty()
            && (choice.type.id.value == own || choice.type.name == own);
    });
    return same >= 0 ? same : indexWhere(m_choices, [](const ServerTypeChoice &choice) {
        return choice.reason.isEmpty();
    });
}

void NewServerDraft::resolveType()
{
    if (!m_wishedType) {
        m_type = usualType();
        return;
    }
    const Domain::ServerTypeId wished = *m_wishedType;
    m_type = indexWhere(m_choices, [&wished](const ServerTypeChoice &choice) {
        return choice.type.id == wished && choice.reason.isEmpty();
    });
}

const ServerPlace *NewServerDraft::place() const
{
    return m_place < 0 ? nullptr : &m_places.at(m_place);
}

const ServerTypeChoice *NewServerDraft::type() const
{
    return m_type < 0 ? nullptr : &m_choices.at(m_type);
}

QString NewServerDraft::nameProblem() const
{
    return Items::nameProblem(m_name, rules().name, m_facts.serverNames);
}

QString NewServerDraft::keyProblem() const
{
    return rules().needsSshKey ? sshKeyProblem(m_sshKey) : QString();
}

QString NewServerDraft::problem() const
{
    for (const QString &problem : {nameProblem(), typeProblem(*this), keyProblem()}) {
        if (!problem.isEmpty()) {
            return problem;
        }
    }
    return {};
}

} // namespace Items
