// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTemporaryDir>

namespace Support {

/// The same ground for every test: UTC, the C locale, and a home folder of its own, so that no test
/// meets the settings of the person who runs it or of the test beside it. Make one as the first
/// member of the test class; it lives as long as the test does.
class TestEnvironment
{
public:
    TestEnvironment();

    [[nodiscard]] QString home() const;

private:
    QTemporaryDir m_home;
};

} // namespace Support
