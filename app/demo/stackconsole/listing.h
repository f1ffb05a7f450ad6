// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <functional>

// What answers are wrapped in, and lists as the vendor gives them: filtered, a page at a time.
namespace Demo::StackConsole {

[[nodiscard]] Answer answerWith(int status, const QJsonObject &object);
// {"status":"Success","message":"OK","timezone":..,"data":..}
[[nodiscard]] Answer success(const QJsonValue &data);

// Which region and project a list is about, and what its entries bring along.
struct Scope
{
    [[nodiscard]] static Scope of(const Request &request);
    [[nodiscard]] bool admits(const QString &itsRegion, const QString &itsProject) const;

    // Slugs; empty: all.
    QString region;
    QString project;
    QStringList included;
};

struct Page
{
    [[nodiscard]] static Page of(const Request &request, qsizetype total);

    qsizetype number = 1;
    qsizetype first = 0;
    qsizetype end = 0;
    qsizetype total = 0;
};

[[nodiscard]] Answer answerPage(const Request &request, const Page &page,
                                const QJsonArray &entries);
// The newest entries come first unless the request wants another order.
[[nodiscard]] bool wantsOldestFirst(const Request &request);

// The entries are ordered by their age, the oldest first.
template <typename T>
[[nodiscard]] Answer answerList(const Request &request, QList<const T *> entries,
                                const std::function<QJsonObject(const T &)> &wire)
{
    if (!wantsOldestFirst(request)) {
        std::ranges::reverse(entries);
    }
    const Page page = Page::of(request, entries.size());
    QJsonArray array;
    for (qsizetype i = page.first; i < page.end; ++i) {
        array.append(wire(*entries.at(i)));
    }
    return answerPage(request, page, array);
}

} // namespace Demo::StackConsole
