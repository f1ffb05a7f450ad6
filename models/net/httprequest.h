// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QUrlQuery>

#include <functional>
#include <utility>

namespace Net {

using HeaderList = QList<std::pair<QByteArray, QByteArray>>;

enum class Method { Get, Post, Put, Patch, Delete };

/// A request relative to the client's base URL. Path segments with ids in them come
/// percent-encoded.
struct HttpRequest
{
    Method method = Method::Get;
    QString path; ///< "servers/42/actions/create_image", no slash in front
    QString pathTemplate; ///< "servers/{id}/actions/create_image": what is logged
    QUrlQuery query;
    QByteArray body; ///< JSON; empty: no content
    /// What the vendor wants to be told beside the path: a project, or the body's Content-Type
    /// where it isn't application/json. Never a credential.
    HeaderList headers = {};
    /// Names of headers of the answer that the caller reads: "Location".
    QList<QByteArray> answerHeaders = {};
};

/// A 2xx answer.
struct HttpAnswer
{
    int status = 0;
    QByteArray body;
    QString requestId;
    QByteArray link; ///< the Link header
    /// Of those that the request named, what came, by the name as it was asked. May hold a token.
    QHash<QByteArray, QByteArray> headers = {};
};

/// What an answer that is neither 2xx nor a redirect means at this vendor: kind, code, message,
/// fields, effect. Called with bodies that are not HTML and not empty; for the rest the client
/// reads the status (answererror.h). The client fills in status, request id, Retry-After and host,
/// makes 429, and 413 with a Retry-After, RateLimited, and 408 and 5xx (but 501) to a writing
/// request Ambiguous.
using ErrorReader = std::function<Domain::Error(Method method, int status, const QByteArray &body)>;

} // namespace Net
