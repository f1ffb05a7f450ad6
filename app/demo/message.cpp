// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/message.h"

namespace Demo {

QByteArray Request::header(QByteArrayView name) const
{
    for (const Header &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0) {
            return header.value;
        }
    }
    return {};
}

QStringList Request::queryValues(QStringView name) const
{
    QStringList values;
    for (const QueryItem &item : query) {
        if (item.name == name) {
            values.append(item.value);
        }
    }
    return values;
}

bool Request::isWrite() const
{
    return method != "GET" && method != "HEAD" && method != "OPTIONS";
}

} // namespace Demo
