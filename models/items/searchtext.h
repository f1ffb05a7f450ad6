// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <string>

namespace Items {

struct SnapshotRow;

/// Appends the text casefolded, as UTF-8. Plain ASCII, nearly everything, takes a short way.
void appendFolded(std::string &out, QStringView text);
[[nodiscard]] std::string folded(QStringView text);

/// Appends everything of a row that plain words are looked for in, a line each.
void appendSearchText(std::string &out, const SnapshotRow &row);

} // namespace Items
