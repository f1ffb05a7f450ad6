// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/storagethread.h"

#include <utility>

namespace Storage {

StorageThread::StorageThread()
{
    m_thread.setObjectName(QStringLiteral("storage"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

StorageThread::~StorageThread()
{
    // Behind all that was handed over before.
    post([this] { m_thread.quit(); });
    m_thread.wait();
}

void StorageThread::post(std::function<void()> work)
{
    QMetaObject::invokeMethod(&m_worker, std::move(work), Qt::QueuedConnection);
}

} // namespace Storage
