// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/searchtext.h"

#include "items/displaytext.h"
#include "items/snapshotrow.h"

namespace Items {

void appendFolded(std::string &out, QStringView text)
{
    const size_t begin = out.size();
    out.resize(begin + size_t(text.size()));
    char *to = out.data() + begin;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit >= 0x80) {
            out.resize(begin);
            out += text.toString().toCaseFolded().toStdString();
            return;
        }
        *to++ = char(unit >= u'A' && unit <= u'Z' ? unit + (u'a' - u'A') : unit);
    }
}

std::string folded(QStringView text)
{
    std::string out;
    appendFolded(out, text);
    return out;
}

void appendSearchText(std::string &out, const SnapshotRow &row)
{
    const auto add = [&out](QStringView text) {
        if (!text.isEmpty()) {
            appendFolded(out, text);
            out += '\n';
        }
    };
    const Domain::Snapshot &snapshot = row.snapshot;
    add(snapshot.name);
    add(row.sourceName);
    add(row.locationName);
    add(row.locationCode);
    add(row.accountName);
    add(row.providerName);
    // Nearly all are ready: the word would tell nothing, and its letters would match everywhere.
    if (snapshot.status != Domain::SnapshotStatus::Ready || snapshot.isInUse) {
        add(statusText(snapshot));
    }
    for (const auto &[label, value] : snapshot.labels.asKeyValueRange()) {
        add(label);
        add(value);
    }
}

} // namespace Items
