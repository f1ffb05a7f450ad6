// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

#include <memory>

namespace App {

/// One program a folder: a second start raises the first one's window and ends.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    /// `folder` is made if it is missing; the lock and the name of the local socket come from it.
    explicit SingleInstance(const QString &folder, QObject *parent = nullptr);
    ~SingleInstance() override;

    /// True for the first. Otherwise the first one has been asked to show itself.
    [[nodiscard]] bool claim();

Q_SIGNALS:
    /// Another start asked for the window.
    void raiseRequested();

private:
    QString m_socketName;
    QLockFile m_lock;
    std::unique_ptr<QLocalServer> m_server;
};

} // namespace App
