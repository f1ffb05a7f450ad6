// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "items/exportfile.h"

#include <QFuture>
#include <QStringList>

#include <functional>

namespace Views {

/// The content of a file of that format. Called on a worker: it has all it needs with it.
using ExportContent = std::function<QByteArray(Items::ExportFormat)>;

/// Puts the content together and writes it behind the window's back: a large table takes a while.
[[nodiscard]] QFuture<Domain::Result<Domain::Done>> exportTo(const QString &path,
                                                             ExportContent content);

/// The formats, for the question where to.
[[nodiscard]] QStringList exportFilters();

} // namespace Views
