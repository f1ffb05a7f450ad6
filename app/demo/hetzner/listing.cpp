// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/listing.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

const int mostPerPage = 50;
const int largestNumber = 1'000'000'000;

std::expected<int, Answer> readNumber(const Request &request, const QString &name, int usual)
{
    const QStringList values = request.queryValues(name);
    if (values.isEmpty()) {
        return usual;
    }
    bool isNumber = false;
    const int number = values.last().toInt(&isNumber);
    if (!isNumber || number < 1 || number > largestNumber) {
        return std::unexpected(refuseInput({{name, u"must be a number above 0"_s}}));
    }
    return number;
}

QByteArray link(const Request &request, int page, const char *relation)
{
    QUrlQuery query;
    for (const QueryItem &item : request.query) {
        if (item.name != "page"_L1) {
            query.addQueryItem(item.name, QString::fromLatin1(QUrl::toPercentEncoding(item.value)));
        }
    }
    query.addQueryItem(u"page"_s, QString::number(page));
    const QByteArray host = request.header("Host");
    return "<http://" + host + request.path.toUtf8() + '?'
        + query.toString(QUrl::FullyEncoded).toUtf8() + ">; rel=\"" + relation + '"';
}

QJsonValue numberOrNull(int number, int least, int most)
{
    return number < least || number > most ? QJsonValue(QJsonValue::Null) : QJsonValue(number);
}

} // namespace

std::expected<Paging, Answer> readPaging(const Request &request)
{
    const Paging usual;
    const std::expected<int, Answer> page = readNumber(request, u"page"_s, usual.page);
    if (!page) {
        return std::unexpected(page.error());
    }
    const std::expected<int, Answer> perPage = readNumber(request, u"per_page"_s, usual.perPage);
    if (!perPage) {
        return std::unexpected(perPage.error());
    }
    return Paging{*page, std::min(*perPage, mostPerPage)};
}

std::expected<QList<SortKey>, Answer> readSorting(const Request &request,
                                                  const QStringList &sortable)
{
    QList<SortKey> keys;
    const QStringList texts = request.queryValues(u"sort");
    for (const QString &text : texts) {
        const QString field = text.section(u':', 0, 0);
        const QString order = text.section(u':', 1);
        const bool isDescending = order == "desc"_L1;
        if (!sortable.contains(field) || !(order.isEmpty() || order == "asc"_L1 || isDescending)) {
            return std::unexpected(refuseInput({{u"sort"_s, u"can't be sorted by"_s}}));
        }
        keys.append({field, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
    return keys;
}

std::expected<QStringList, Answer> readWords(const Request &request, const QString &name,
                                             const QStringList &allowed)
{
    QStringList words = request.queryValues(name);
    const auto isWrong = [&allowed](const QString &word) {
        return !allowed.contains(word);
    };
    if (std::ranges::any_of(words, isWrong)) {
        return std::unexpected(refuseInput({{name, u"unknown value"_s}}));
    }
    return words;
}

std::expected<QList<qint64>, Answer> readIds(const Request &request, const QString &name)
{
    QList<qint64> ids;
    const QStringList texts = request.queryValues(name);
    for (const QString &text : texts) {
        bool isNumber = false;
        ids.append(text.toLongLong(&isNumber));
        if (!isNumber || ids.last() < 1) {
            return std::unexpected(refuseInput({{name, u"must be an id"_s}}));
        }
    }
    return ids;
}

std::expected<LabelSelector, Answer> readSelector(const Request &request)
{
    const QStringList texts = request.queryValues(u"label_selector");
    const std::optional<LabelSelector> selector =
        LabelSelector::parse(texts.isEmpty() ? QString() : texts.last());
    if (!selector) {
        return std::unexpected(refuseInput({{u"label_selector"_s, u"is not a label selector"_s}}));
    }
    return *selector;
}

Answer pageAnswer(const Request &request, const QString &name, const QByteArrayList &entries,
                  const Paging &paging, int total)
{
    const int last = std::max(1, (total + paging.perPage - 1) / paging.perPage);
    const int next = paging.page + 1;
    const QJsonObject pagination{
        {u"page"_s, paging.page},
        {u"per_page"_s, paging.perPage},
        {u"previous_page"_s, numberOrNull(paging.page - 1, 1, last)},
        {u"next_page"_s, numberOrNull(next, 1, last)},
        {u"last_page"_s, last},
        {u"total_entries"_s, total},
    };
    const QJsonObject meta{{u"pagination"_s, pagination}};
    Answer answer;
    answer.body = "{\"" + name.toLatin1() + "\":[" + entries.join(',')
        + "],\"meta\":" + QJsonDocument(meta).toJson(QJsonDocument::Compact) + '}';
    QByteArrayList links;
    if (paging.page > 1 && paging.page - 1 <= last) {
        links.append(link(request, paging.page - 1, "prev"));
    }
    if (next <= last) {
        links.append(link(request, next, "next"));
        links.append(link(request, last, "last"));
    }
    if (!links.isEmpty()) {
        answer.headers.append({"Link"_ba, links.join(", ")});
    }
    return answer;
}

} // namespace Demo::Hetzner
