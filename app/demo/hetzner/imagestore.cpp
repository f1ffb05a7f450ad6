// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/imagestore.h"

#include <algorithm>

namespace Demo::Hetzner {

const std::map<qint64, ImageStore::Entry> &ImageStore::all() const
{
    return m_entries;
}

const Image *ImageStore::find(qint64 id) const
{
    const auto found = m_entries.find(id);
    return found == m_entries.end() ? nullptr : &found->second.image;
}

const Image *ImageStore::find(const QString &idOrName, Architecture architecture) const
{
    bool isId = false;
    const qint64 id = idOrName.toLongLong(&isId);
    if (isId) {
        return find(id);
    }
    const auto found = std::ranges::find_if(m_entries, [&](const auto &entry) {
        const Image &image = entry.second.image;
        return !idOrName.isEmpty() && image.name == idOrName && image.architecture == architecture;
    });
    return found == m_entries.end() ? nullptr : &found->second.image;
}

Image *ImageStore::edit(qint64 id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end()) {
        return nullptr;
    }
    found->second.wire.clear();
    return &found->second.image;
}

void ImageStore::add(const Image &image)
{
    m_entries.insert_or_assign(image.id, Entry{image, {}});
}

void ImageStore::remove(qint64 id)
{
    m_entries.erase(id);
}

int ImageStore::snapshotCount() const
{
    return static_cast<int>(std::ranges::count_if(m_entries, [](const auto &entry) {
        return entry.second.image.type == ImageType::Snapshot;
    }));
}

QList<qint64> ImageStore::backupsOf(qint64 serverId) const
{
    QList<qint64> ids;
    for (const auto &[id, entry] : m_entries) {
        if (entry.image.boundTo == serverId) {
            ids.append(id);
        }
    }
    return ids;
}

} // namespace Demo::Hetzner
