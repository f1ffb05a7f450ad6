// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo {

// Waits until the program is told to end: Ctrl+C or a polite kill. Make it before any other thread,
// for the threads inherit that they are not the ones to be interrupted.
class StopSignal
{
public:
    StopSignal();
    void wait();
};

} // namespace Demo
