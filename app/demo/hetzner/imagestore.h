// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/hetzner/entities.h"

#include <QByteArray>

#include <map>

namespace Demo::Hetzner {

// The images of a project in the order of their ids. It keeps each image's wire form until the
// image changes: a page of a list of ten thousand costs no more than one of forty.
class ImageStore
{
public:
    struct Entry
    {
        Image image;
        // Empty: not made yet, or out of date.
        mutable QByteArray wire;
    };

    [[nodiscard]] const std::map<qint64, Entry> &all() const;
    // Null when there is none.
    [[nodiscard]] const Image *find(qint64 id) const;
    // By id, or by the name of a system image for the architecture.
    [[nodiscard]] const Image *find(const QString &idOrName, Architecture architecture) const;
    // The only way to change an image. The pointer is good until the next call.
    [[nodiscard]] Image *edit(qint64 id);
    void add(const Image &image);
    void remove(qint64 id);
    [[nodiscard]] int snapshotCount() const;
    // The images a server is destroyed together with.
    [[nodiscard]] QList<qint64> backupsOf(qint64 serverId) const;

private:
    std::map<qint64, Entry> m_entries;
};

} // namespace Demo::Hetzner
