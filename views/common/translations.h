// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocale>

namespace Views {

/// Loads the texts for the locale, where there are any, on top of the English plurals that the
/// source itself can't hold. To be called once, before anything is shown.
void installTranslations(const QLocale &locale);

} // namespace Views
