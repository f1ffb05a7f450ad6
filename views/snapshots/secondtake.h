// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"

#include <functional>

class QWidget;

namespace Views {

struct MainWindowServices;

/// Goes on at once, unless a snapshot of the source is being taken already: then the person is
/// asked first, and it goes on only if they want another one.
void askBeforeSecondTake(const MainWindowServices &services, QWidget *parent,
                         const Domain::ResourceKey &source, const std::function<void()> &goOn);

} // namespace Views
