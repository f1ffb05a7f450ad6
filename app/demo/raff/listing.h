// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

#include <functional>

// What answers are wrapped in, and lists as the vendor gives them: a stretch at a time.
namespace Demo::Raff {

[[nodiscard]] Answer answerWith(int status, const QJsonObject &object);
// {"success":true,"data":..}
[[nodiscard]] Answer answerData(int status, const QJsonObject &data);
// {"success":true,"message":..}
[[nodiscard]] Answer answerDone(const QString &message);

// The last value of a query; empty when it is not asked for.
[[nodiscard]] QString queried(const Request &request, const QString &name);

struct Stretch
{
    [[nodiscard]] static Stretch of(const Request &request, qsizetype usual, qsizetype total);

    qsizetype first = 0;
    qsizetype end = 0;
};

[[nodiscard]] Answer answerStretch(const QJsonArray &entries, qsizetype total);

// `usual` is how many are given unless the request tells a limit.
template <typename T>
[[nodiscard]] Answer answerList(const Request &request, const QList<const T *> &entries,
                                qsizetype usual, const std::function<QJsonObject(const T &)> &wire)
{
    const Stretch stretch = Stretch::of(request, usual, entries.size());
    QJsonArray array;
    for (qsizetype i = stretch.first; i < stretch.end; ++i) {
        array.append(wire(*entries.at(i)));
    }
    return answerStretch(array, entries.size());
}

} // namespace Demo::Raff
