// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace Storage {

/// A database as it lies on the disk: its file, and beside it the log of the newest writes. What is
/// damaged is moved aside and never deleted; so it has to be seen before SQLite sees it, which
/// takes an empty file for a new database, and a log that it can't read for none.
class DatabaseFiles
{
public:
    explicit DatabaseFiles(QString file);

    enum class Part { Nothing, Log, All };

    [[nodiscard]] bool isThere() const;
    /// What SQLite would write over without a word.
    [[nodiscard]] Part lostIfOpened() const;
    /// The new path of the database, or of the log; nothing where they can't be moved.
    [[nodiscard]] std::optional<QString> setAside(Part part) const;
    /// What an attempt to make the file has left behind.
    void remove() const;

private:
    [[nodiscard]] bool isLogReadable() const;
    [[nodiscard]] QString freeName() const;

    QString m_file;
};

} // namespace Storage
