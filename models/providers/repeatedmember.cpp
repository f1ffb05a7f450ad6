// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/repeatedmember.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <vector>

namespace Providers {

namespace {

/// An object or a list that is open at the place that was read.
struct OpenValue
{
    bool isObject = false;
    QSet<QString> names = {};
};

/// Just behind the closing quotation mark of the text that begins here.
qsizetype endOfText(const QByteArray &json, qsizetype start)
{
    qsizetype at = start + 1;
    while (at < json.size() && json.at(at) != '"') {
        at += json.at(at) == '\\' ? 2 : 1;
    }
    return std::min(at + 1, json.size());
}

/// With its escapes resolved: "\u0069d" is "id" too.
QString textOf(QByteArrayView quoted)
{
    const QByteArray list = '[' + quoted.toByteArray() + ']';
    return QJsonDocument::fromJson(list).array().first().toString();
}

} // namespace

std::optional<RepeatedMember> findRepeatedMember(const QByteArray &json)
{
    std::vector<OpenValue> open;
    bool isNameNext = false;
    for (qsizetype at = 0; at < json.size(); ++at) {
        const char c = json.at(at);
        if (c == '{' || c == '[') {
            open.push_back({c == '{'});
            isNameNext = c == '{';
        } else if ((c == '}' || c == ']') && !open.empty()) {
            open.pop_back();
            isNameNext = false;
        } else if (c == ',') {
            isNameNext = !open.empty() && open.back().isObject;
        } else if (c == '"') {
            const qsizetype end = endOfText(json, at);
            if (isNameNext) {
                const QString name = textOf(QByteArrayView(json).sliced(at, end - at));
                if (open.back().names.contains(name)) {
                    return RepeatedMember{name, at};
                }
                open.back().names.insert(name);
            }
            isNameNext = false;
            at = end - 1;
        }
    }
    return std::nullopt;
}

} // namespace Providers
