// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznererrors.h"

#include "net/answererror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Effect;
using Domain::Error;
using Domain::ErrorField;
using Domain::ErrorKind;

namespace {

struct CodeMeaning
{
    QLatin1StringView code;
    ErrorKind kind = ErrorKind::Unknown;
    Effect effect = Effect::None;
};

constexpr std::array codeMeanings = {
    CodeMeaning{"unauthorized"_L1, ErrorKind::Unauthorized},
    CodeMeaning{"token_readonly"_L1, ErrorKind::ReadOnlyCredential},
    CodeMeaning{"forbidden"_L1, ErrorKind::Forbidden},
    CodeMeaning{"maintenance"_L1, ErrorKind::Unavailable},
    CodeMeaning{"resource_limit_exceeded"_L1, ErrorKind::QuotaExceeded},
    CodeMeaning{"not_found"_L1, ErrorKind::NotFound},
    CodeMeaning{"uniqueness_error"_L1, ErrorKind::NameTaken},
    CodeMeaning{"conflict"_L1, ErrorKind::Conflict},
    CodeMeaning{"resource_unavailable"_L1, ErrorKind::Unavailable},
    CodeMeaning{"invalid_input"_L1, ErrorKind::InvalidInput},
    CodeMeaning{"unsupported_error"_L1, ErrorKind::Unsupported},
    CodeMeaning{"locked"_L1, ErrorKind::Locked},
    CodeMeaning{"protected"_L1, ErrorKind::Protected},
    CodeMeaning{"rate_limit_exceeded"_L1, ErrorKind::RateLimited},
    // A removed call and one that this program gets wrong have one cure: a newer program.
    CodeMeaning{"deprecated_api_endpoint"_L1, ErrorKind::Removed},
    CodeMeaning{"method_not_allowed"_L1, ErrorKind::Removed},
    CodeMeaning{"json_error"_L1, ErrorKind::Protocol},
    // Locked by Hetzner's staff: no other action will end and set it free.
    CodeMeaning{"resource_locked"_L1, ErrorKind::Forbidden},
    CodeMeaning{"placement_error"_L1, ErrorKind::Unavailable},
    CodeMeaning{"no_space_left_in_location"_L1, ErrorKind::Unavailable},
    CodeMeaning{"invalid_server_type"_L1, ErrorKind::InvalidInput},
    CodeMeaning{"server_not_stopped"_L1, ErrorKind::InvalidInput},
    CodeMeaning{"primary_ip_assigned"_L1, ErrorKind::InvalidInput},
    CodeMeaning{"primary_ip_version_mismatch"_L1, ErrorKind::InvalidInput},
    CodeMeaning{"primary_ip_datacenter_mismatch"_L1, ErrorKind::InvalidInput},
    // These come from behind the API: part of the work may have been done.
    CodeMeaning{"service_error"_L1, ErrorKind::ServerError, Effect::Ambiguous},
    CodeMeaning{"server_error"_L1, ErrorKind::ServerError, Effect::Ambiguous},
    CodeMeaning{"unknown_error"_L1, ErrorKind::ServerError, Effect::Ambiguous},
    CodeMeaning{"robot_unavailable"_L1, ErrorKind::Unavailable, Effect::Ambiguous},
    CodeMeaning{"unavailable"_L1, ErrorKind::Unavailable, Effect::Ambiguous},
    CodeMeaning{"bad_gateway"_L1, ErrorKind::ServerError, Effect::Ambiguous},
    CodeMeaning{"timeout"_L1, ErrorKind::TimedOut, Effect::Ambiguous},
};

constexpr int firstRefusal = 400;
constexpr int firstServerStatus = 500;

const CodeMeaning *findCode(const QString &code)
{
    const auto found = std::ranges::find(codeMeanings, code, &CodeMeaning::code);
    return found == codeMeanings.end() ? nullptr : &*found;
}

QString joinedTexts(const QJsonArray &values)
{
    QStringList texts;
    for (const QJsonValueConstRef value : values) {
        if (value.isString()) {
            texts.append(value.toString());
        }
    }
    return texts.join(u' ');
}

/// What stands in `details` depends on the code; whatever has another shape is left out.
QList<ErrorField> readDetails(const QJsonObject &details)
{
    QList<ErrorField> fields;
    for (const QLatin1StringView list : {"fields"_L1, "limits"_L1}) {
        const QJsonArray entries = details.value(list).toArray();
        for (const QJsonValueConstRef entry : entries) {
            const ErrorField field{entry["name"_L1].toString(),
                                   joinedTexts(entry["messages"_L1].toArray())};
            if (!field.name.isEmpty() || !field.message.isEmpty()) {
                fields.append(field);
            }
        }
    }
    const QString announcement = details.value("announcement"_L1).toString();
    if (!announcement.isEmpty()) {
        fields.append({u"announcement"_s, announcement});
    }
    return fields;
}

} // namespace

Error HetznerErrors::read(Net::Method method, int status, const QByteArray &body)
{
    const QJsonValue json = QJsonDocument::fromJson(body)["error"_L1];
    Error error = Net::errorForStatus(method, status);
    error.code = json["code"_L1].toString();
    error.fields = readDetails(json["details"_L1].toObject());
    const QString message = json["message"_L1].toString();
    if (!message.isEmpty()) {
        error.message = message;
    }
    if (const CodeMeaning *known = findCode(error.code)) {
        error.kind = known->kind;
        // Whatever the word, a server's own failure proves nothing.
        const bool provesNothing =
            known->effect == Effect::Ambiguous || status >= firstServerStatus;
        error.effect = provesNothing ? Net::lostEffect(method) : Effect::None;
    }
    return error;
}

bool HetznerErrors::isGone(const Error &error)
{
    const bool isFromAnswer = error.httpStatus < firstRefusal;
    return error.kind == ErrorKind::NotFound && (isFromAnswer || error.code == "not_found"_L1);
}

Error HetznerErrors::ofAction(const QString &code, const QString &message)
{
    const CodeMeaning *known = findCode(code);
    Error error;
    error.kind = known ? known->kind : ErrorKind::ServerError;
    error.code = code;
    error.message = message;
    return error;
}

} // namespace Providers
