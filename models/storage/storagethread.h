// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QThread>

#include <functional>

namespace Storage {

/// The one thread that owns the SQLite connections: a disk may take its time, and the window must
/// not wait for it. Work is done in the order in which it was handed over.
class StorageThread
{
public:
    StorageThread();
    /// Waits for what was handed over.
    ~StorageThread();
    StorageThread(const StorageThread &) = delete;
    StorageThread &operator=(const StorageThread &) = delete;

    /// From any thread. The work runs on the storage thread, once.
    void post(std::function<void()> work);

private:
    QThread m_thread;
    QObject m_worker;
};

} // namespace Storage
