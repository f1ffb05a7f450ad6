// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QLabel;
class QString;
class QWidget;

namespace Views {

/// Below a list: why the row that one stands on can't be chosen. Its room is kept while it is
/// empty, so that the list does not jump.
[[nodiscard]] QLabel *makeReasonLine(const QString &objectName, QWidget *parent);

} // namespace Views
