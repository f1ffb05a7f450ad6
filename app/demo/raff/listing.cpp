// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/listing.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

// A client gets no more at once, whatever it asks for.
const qsizetype mostAtOnce = 100;

qsizetype numberIn(const Request &request, const QString &name, qsizetype least, qsizetype usual)
{
    bool isNumber = false;
    const qlonglong value = queried(request, name).toLongLong(&isNumber);
    return isNumber && value >= least ? static_cast<qsizetype>(value) : usual;
}

} // namespace

Answer answerWith(int status, const QJsonObject &object)
{
    Answer answer;
    answer.status = status;
    answer.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return answer;
}

Answer answerData(int status, const QJsonObject &data)
{
    return answerWith(status, {{u"success"_s, true}, {u"data"_s, data}});
}

Answer answerDone(const QString &message)
{
    return answerWith(200, {{u"success"_s, true}, {u"message"_s, message}});
}

QString queried(const Request &request, const QString &name)
{
    const QStringList values = request.queryValues(name);
    return values.isEmpty() ? QString() : values.last();
}

Stretch Stretch::of(const Request &request, qsizetype usual, qsizetype total)
{
    const qsizetype limit = std::min(mostAtOnce, numberIn(request, u"limit"_s, 1, usual));
    Stretch stretch;
    stretch.first = std::min(total, numberIn(request, u"offset"_s, 0, 0));
    stretch.end = std::min(total, stretch.first + limit);
    return stretch;
}

Answer answerStretch(const QJsonArray &entries, qsizetype total)
{
    return answerWith(200, {{u"success"_s, true}, {u"data"_s, entries}, {u"total"_s, total}});
}

} // namespace Demo::Raff
