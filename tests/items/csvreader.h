// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QStringList>

#include <utility>

namespace ItemsTest {

using namespace Qt::StringLiterals;

/// Reads comma separated values as RFC 4180 has them, a character at a time. False at what the
/// standard does not allow.
class CsvReader
{
public:
    [[nodiscard]] bool read(const QByteArray &bytes)
    {
        const QString text = QString::fromUtf8(bytes);
        enum class At { Start, Plain, Quoted, AfterQuote } at = At::Start;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar c = text.at(i);
            if (at == At::Quoted) {
                if (c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"') {
                    m_cell += text.at(++i);
                } else if (c == u'"') {
                    at = At::AfterQuote;
                } else {
                    m_cell += c;
                }
            } else if (c == u',') {
                endCell();
                at = At::Start;
            } else if (c == u'\r') {
                if (i + 1 == text.size() || text.at(++i) != u'\n') {
                    return false;
                }
                endCell();
                rows.append(std::exchange(m_row, {}));
                at = At::Start;
            } else if (c == u'"' && at == At::Start) {
                at = At::Quoted;
            } else if (c == u'"' || c == u'\n' || at == At::AfterQuote) {
                return false;
            } else {
                m_cell += c;
                at = At::Plain;
            }
        }
        return at == At::Start && m_cell.isEmpty() && m_row.isEmpty();
    }

    [[nodiscard]] QString cell(int row, const QString &column) const
    {
        const qsizetype place = rows.value(0).indexOf(column);
        return place < 0 ? u"no such column"_s : rows.value(row).value(place);
    }

    QList<QStringList> rows;

private:
    void endCell() { m_row.append(std::exchange(m_cell, {})); }

    QStringList m_row;
    QString m_cell;
};

/// Empty where the mark is missing.
inline QByteArray withoutMark(const QByteArray &csv)
{
    return csv.startsWith("\xEF\xBB\xBF") ? csv.sliced(3) : QByteArray();
}

} // namespace ItemsTest
