// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"
#include "domain/money.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <utility>

namespace Items {

/// What every export shares: files for other programs. Names of fields and words for values are the
/// same in every language and stay as they are; times are UTC in ISO 8601; sizes are bytes; money
/// is exact. What is not known is empty in a table and left out of a document. Pure functions of
/// values: good for any thread.

/// Cells of one row by the names of their columns.
using ExportCells = QList<std::pair<QLatin1StringView, QString>>;

/// RFC 4180, with a byte order mark: without one Excel takes UTF-8 for the system's old code page,
/// and every other program skips it. Text that a spreadsheet would take for a formula has an
/// apostrophe before it.
class CsvTable
{
public:
    /// The columns' names; their cells do not matter.
    explicit CsvTable(const ExportCells &columns);

    /// Of the same columns.
    void append(const ExportCells &row);
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

[[nodiscard]] QString exportWord(Domain::ResourceKind kind);
[[nodiscard]] QString exportTime(const QDateTime &time);
/// Empty for zero.
[[nodiscard]] QString exportNumber(qint64 number);
/// "0.0143": every digit that counts, and none besides.
[[nodiscard]] QString exportAmount(const Domain::Money &money);

/// A member that is not known is left out.
void insertText(QJsonObject &object, QLatin1StringView name, const QString &text);
void insertObject(QJsonObject &object, QLatin1StringView name, const QJsonObject &member);
/// `{"id": ..., "name": ...}`
[[nodiscard]] QJsonObject namedJson(const QString &id, const QString &name);
/// Indented, for people who look into it too.
[[nodiscard]] QByteArray documentBytes(const QJsonObject &document);

} // namespace Items
