// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLocale>

#include <vector>

namespace Items {

/// The rank of each text as people who use the locale sort them: numbers within a text by their
/// value, letters whatever their case. Texts that are sorted alike have the same rank. Many texts
/// are shared out among threads; the call returns when all are done.
[[nodiscard]] std::vector<quint32> textRanks(const std::vector<QString> &texts,
                                             const QLocale &locale);

} // namespace Items
