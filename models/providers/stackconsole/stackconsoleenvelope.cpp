// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsoleenvelope.h"

#include "providers/stackconsole/stackconsoleerrors.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Providers {

namespace {

/// The data of a list may be a page of its own, with its rows in another "data".
QJsonValue innermostData(const QJsonObject &frame)
{
    const QJsonValue data = frame.value("data"_L1);
    const QJsonValue inner = data["data"_L1];
    return inner.isArray() || inner.isNull() ? inner : data;
}

std::optional<int> pageNumber(const LenientFields &fields, QLatin1StringView key)
{
    const std::optional<qint64> number = fields.integer(key);
    const bool isNumber = number && *number >= 0 && *number < std::numeric_limits<int>::max();
    return isNumber ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

} // namespace

StackConsoleEnvelope::StackConsoleEnvelope(const QJsonObject &object)
    : m_frame(object)
{
}

Domain::Result<StackConsoleEnvelope> StackConsoleEnvelope::read(const QByteArray &json)
{
    return readReply(json).and_then(
        [](const StackConsoleEnvelope &envelope) -> Domain::Result<StackConsoleEnvelope> {
            if (!envelope.m_frame.json().contains("data"_L1)) {
                return Domain::failure(Domain::ErrorKind::Protocol, u"data is missing"_s);
            }
            return envelope;
        });
}

Domain::Result<StackConsoleEnvelope> StackConsoleEnvelope::readReply(const QByteArray &json)
{
    if (json.trimmed().startsWith('<')) {
        return Domain::failure(Domain::ErrorKind::Protocol,
                               u"a web page came instead of the API's JSON"_s);
    }
    const Domain::Result<QJsonObject> object = readJsonObject(json);
    if (!object) {
        return std::unexpected(object.error());
    }
    StackConsoleEnvelope envelope(*object);
    if (StackConsoleErrors::isRefusal(envelope.m_frame)) {
        return std::unexpected(StackConsoleErrors::ofRefusal(envelope.m_frame));
    }
    if (!object->contains("status"_L1) && !object->contains("data"_L1)) {
        return Domain::failure(Domain::ErrorKind::Protocol, u"status and data are missing"_s);
    }
    return envelope;
}

LenientFields StackConsoleEnvelope::object() const
{
    return m_frame.object("data"_L1);
}

QJsonArray StackConsoleEnvelope::rows(JsonFault &fault) const
{
    const QJsonValue data = innermostData(m_frame.json());
    if (!data.isArray() && !data.isNull()) {
        fault.note(u"data is not a list"_s);
    }
    return data.toArray();
}

StackConsoleEnvelope::Numbers StackConsoleEnvelope::numbers() const
{
    const bool isInside =
        !m_frame.json().contains("current_page"_L1) && m_frame.json().value("data"_L1).isObject();
    const LenientFields paging = isInside ? m_frame.object("data"_L1) : m_frame;
    Numbers told;
    told.number = std::max(1, pageNumber(paging, "current_page"_L1).value_or(1));
    told.last = pageNumber(paging, "last_page"_L1);
    told.total = paging.integer("total"_L1);
    // Where the end is not known, an empty page is one, whatever it says of a next.
    const bool isEmpty = innermostData(m_frame.json()).toArray().isEmpty();
    told.hasNext =
        told.last ? told.number < *told.last : !isEmpty && paging.isSet("next_page_url"_L1);
    return told;
}

} // namespace Providers
