// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/parsing.h"

#include "net/answererror.h"

namespace Net {

Domain::Error unreadable(Domain::Error error, const HttpClient &client, const HttpRequest &request,
                         const HttpAnswer &answer)
{
    error.httpStatus = answer.status;
    error.requestId = answer.requestId;
    error.host = client.host();
    error.effect = lostEffect(request.method);
    return error;
}

} // namespace Net
