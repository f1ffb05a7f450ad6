// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/exporttext.h"

#include <QJsonDocument>

#include <algorithm>

namespace Items {

using namespace Qt::StringLiterals;

namespace {

/// Whether a spreadsheet would compute it. The wide signs are taken for the narrow ones by some.
bool isFormula(const QString &text)
{
    constexpr QStringView signs = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    const QString shown = text.trimmed();
    return !text.isEmpty()
        && (signs.contains(text.front()) || (!shown.isEmpty() && signs.contains(shown.front())));
}

void appendCell(QByteArray &csv, const QString &text)
{
    constexpr QStringView special = u",;\t\r\n\"";
    QString cell = isFormula(text) ? QString(u'\'' + text) : text;
    const bool isQuoted = cell != cell.trimmed()
        || std::ranges::any_of(cell, [special](QChar c) { return special.contains(c); });
    if (isQuoted) {
        cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    }
    csv += cell.toUtf8();
}

} // namespace

CsvTable::CsvTable(const ExportCells &columns)
    : m_bytes("\xEF\xBB\xBF")
{
    ExportCells names = columns;
    for (auto &[name, cell] : names) {
        cell = name;
    }
    append(names);
}

void CsvTable::append(const ExportCells &row)
{
    bool isFirst = true;
    for (const auto &[name, cell] : row) {
        if (!std::exchange(isFirst, false)) {
            m_bytes += ',';
        }
        appendCell(m_bytes, cell);
    }
    m_bytes += "\r\n";
}

QString exportWord(Domain::ResourceKind kind)
{
    return kind == Domain::ResourceKind::Volume ? u"volume"_s : u"server"_s;
}

QString exportTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString exportNumber(qint64 number)
{
    return number == 0 ? QString() : QString::number(number);
}

QString exportAmount(const Domain::Money &money)
{
    constexpr quint64 whole = 1'000'000'000;
    constexpr int decimals = 9;
    // Unsigned, since the least number has no positive one.
    const quint64 nanos =
        money.nanos < 0 ? quint64(0) - quint64(money.nanos) : quint64(money.nanos);
    QString fraction = QString::number(nanos % whole).rightJustified(decimals, u'0');
    while (fraction.endsWith(u'0')) {
        fraction.chop(1);
    }
    const QString amount = QString::number(nanos / whole)
        + (fraction.isEmpty() ? QString() : QString(u'.' + fraction));
    return money.nanos < 0 ? QString(u'-' + amount) : amount;
}

void insertText(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty()) {
        object.insert(name, text);
    }
}

void insertObject(QJsonObject &object, QLatin1StringView name, const QJsonObject &member)
{
    if (!member.isEmpty()) {
        object.insert(name, member);
    }
}

QJsonObject namedJson(const QString &id, const QString &name)
{
    QJsonObject object;
    insertText(object, "id"_L1, id);
    insertText(object, "name"_L1, name);
    return object;
}

QByteArray documentBytes(const QJsonObject &document)
{
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

} // namespace Items
