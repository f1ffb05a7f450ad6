// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/operationnews.h"

#include <QObject>

#include <memory>

namespace App {

class Tray;

/// Messages of the desktop, outside the window.
class DesktopMessages : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Never blocks. Where the desktop has no messages nothing happens.
    virtual void show(const Items::OperationNews &news) = 0;

Q_SIGNALS:
    /// A person chose the message: the window is wanted.
    void activated();
};

/// What this platform has. The tray must outlive it.
[[nodiscard]] std::unique_ptr<DesktopMessages> makeDesktopMessages(Tray &tray);

} // namespace App
