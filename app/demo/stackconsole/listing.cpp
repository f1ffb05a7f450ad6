// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/listing.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Demo::StackConsole {

namespace {

// A client can't ask for more.
const qsizetype perPage = 10;

QString lastValue(const Request &request, const QString &name)
{
    const QStringList values = request.queryValues(name);
    return values.isEmpty() ? QString() : values.last();
}

QJsonValue urlOrNull(const QString &path, qsizetype number, qsizetype last)
{
    if (number < 1 || number > last) {
        return QJsonValue::Null;
    }
    return u"%1?page=%2"_s.arg(path).arg(number);
}

QJsonValue placeOrNull(bool isEmpty, qsizetype place)
{
    return isEmpty ? QJsonValue(QJsonValue::Null) : QJsonValue(place);
}

} // namespace

Answer answerWith(int status, const QJsonObject &object)
{
    Answer answer;
    answer.status = status;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

Answer success(const QJsonValue &data)
{
    return answerWith(200,
                      {{u"status"_s, u"Success"_s},
                       {u"message"_s, u"OK"_s},
                       {u"timezone"_s, u"Asia/Yangon"_s},
                       {u"data"_s, data}});
}

Scope Scope::of(const Request &request)
{
    return {lastValue(request, u"filter[region]"_s), lastValue(request, u"filter[project]"_s),
            lastValue(request, u"include"_s).split(u',', Qt::SkipEmptyParts)};
}

bool Scope::admits(const QString &itsRegion, const QString &itsProject) const
{
    return (region.isEmpty() || region == itsRegion)
        && (project.isEmpty() || project == itsProject);
}

Page Page::of(const Request &request, qsizetype total)
{
    Page page;
    page.total = total;
    page.number = std::max(1, lastValue(request, u"page"_s).toInt());
    page.first = std::min(total, (page.number - 1) * perPage);
    page.end = std::min(total, page.first + perPage);
    return page;
}

// The links name the page alone: who follows them loses filters and includes.
Answer answerPage(const Request &request, const Page &page, const QJsonArray &entries)
{
    const QString path =
        u"http://%1%2"_s.arg(QString::fromLatin1(request.header("Host")), request.path);
    const qsizetype last = std::max<qsizetype>(1, (page.total + perPage - 1) / perPage);
    return answerWith(200,
                      {{u"status"_s, u"Success"_s},
                       {u"message"_s, u"OK"_s},
                       {u"timezone"_s, u"Asia/Yangon"_s},
                       {u"data"_s, entries},
                       {u"current_page"_s, page.number},
                       {u"last_page"_s, last},
                       {u"per_page"_s, perPage},
                       {u"total"_s, page.total},
                       {u"from"_s, placeOrNull(entries.isEmpty(), page.first + 1)},
                       {u"to"_s, placeOrNull(entries.isEmpty(), page.end)},
                       {u"first_page_url"_s, urlOrNull(path, 1, last)},
                       {u"last_page_url"_s, urlOrNull(path, last, last)},
                       {u"next_page_url"_s, urlOrNull(path, page.number + 1, last)},
                       {u"prev_page_url"_s, urlOrNull(path, page.number - 1, last)},
                       {u"path"_s, path}});
}

bool wantsOldestFirst(const Request &request)
{
    return lastValue(request, u"sort"_s) == "created_at"_L1;
}

} // namespace Demo::StackConsole
