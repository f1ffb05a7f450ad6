// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/refusals.h"

#include "demo/stackconsole/listing.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Demo::StackConsole {

namespace {

QJsonObject fields(const FieldProblems &problems)
{
    QJsonObject object;
    for (auto it = problems.cbegin(); it != problems.cend(); ++it) {
        object.insert(it.key(), QJsonArray{it.value()});
    }
    return object;
}

Answer page(int status, const QByteArray &body)
{
    Answer answer;
    answer.status = status;
    answer.contentType = "text/html; charset=UTF-8";
    answer.body = body;
    return answer;
}

} // namespace

Answer refuse(int status, const QString &message)
{
    return answerWith(status, {{u"status"_s, u"Error"_s}, {u"message"_s, message}});
}

Answer refuseByErrors(const FieldProblems &problems)
{
    return answerWith(422,
                      {{u"status"_s, u"Error"_s},
                       {u"message"_s, u"The given data was invalid."_s},
                       {u"errors"_s, fields(problems)}});
}

Answer refuseByData(const FieldProblems &problems)
{
    return answerWith(422,
                      {{u"success"_s, false},
                       {u"message"_s, u"Validation errors"_s},
                       {u"data"_s, fields(problems)}});
}

Answer refuseInvalid(const QString &thing)
{
    return refuse(403, u"The provided %1 is invalid."_s.arg(thing));
}

Answer refuseRoute(int status, const QString &path)
{
    return refuse(status, u"The route %1 could not be found."_s.arg(path));
}

Answer refuseNothing()
{
    return refuse(500, u"Attempt to read property \"id\" on null"_s);
}

Answer refuseModel(const QString &model, const QString &slug)
{
    return refuse(500, u"No query results for model [App\\Models\\%1] %2"_s.arg(model, slug));
}

Answer refusePermission()
{
    return refuse(403, u"User does not have the right permissions."_s);
}

Answer refuseTooMany()
{
    return answerWith(429, {{u"message"_s, u"Too Many Attempts."_s}});
}

Answer unauthenticated()
{
    return refuse(401, u"Unauthenticated."_s);
}

Answer portalPage()
{
    return page(200,
                "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                "<title>One Cloud Next-Gen</title>\n"
                "<script type=\"module\" src=\"/assets/index.js\"></script>\n</head>\n"
                "<body><div id=\"app\"></div></body>\n</html>\n");
}

Answer frontPage(int status, const QByteArray &reason)
{
    const QByteArray title = QByteArray::number(status) + ' ' + reason;
    return page(status,
                "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>"
                    + title
                    + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n");
}

Answer asPage(const Answer &refusal)
{
    const QString message =
        QJsonDocument::fromJson(refusal.body)[u"message"_s].toString().toHtmlEscaped();
    Answer answer =
        page(refusal.status,
             "<!DOCTYPE html>\n<html lang=\"en\">\n<head><title>" + message.toUtf8()
                 + "</title></head>\n<body><p>" + message.toUtf8() + "</p></body>\n</html>\n");
    answer.headers = refusal.headers;
    return answer;
}

} // namespace Demo::StackConsole
