// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/databasefiles.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

using namespace Qt::StringLiterals;

namespace Storage {

namespace {

constexpr auto logSuffix = "-wal"_L1;

/// The log and the index to it.
constexpr std::array logSuffixes{logSuffix, "-shm"_L1};
/// All that SQLite makes of a database.
constexpr std::array suffixes{""_L1, logSuffix, "-shm"_L1, "-journal"_L1};

// The beginning of a log, https://sqlite.org/fileformat2.html#walformat
constexpr qsizetype logHeaderSize = 32;
constexpr qsizetype checkedSize = 24;
constexpr quint32 logMagic = 0x377f0682; ///< and 1 where the sums are of big-endian numbers

quint32 bigEndianAt(const QByteArray &bytes, qsizetype offset)
{
    return qFromBigEndian<quint32>(bytes.constData() + offset);
}

/// Its own sums over it are right.
bool isLogHeader(const QByteArray &header)
{
    if (header.size() < logHeaderSize || (bigEndianAt(header, 0) & ~1U) != logMagic) {
        return false;
    }
    const bool isBig = (bigEndianAt(header, 0) & 1U) != 0;
    const auto number = [&](qsizetype offset) {
        return isBig ? bigEndianAt(header, offset)
                     : qFromLittleEndian<quint32>(header.constData() + offset);
    };
    quint32 first = 0;
    quint32 second = 0;
    for (qsizetype offset = 0; offset < checkedSize; offset += 8) {
        first += number(offset) + second;
        second += number(offset + 4) + first;
    }
    return first == bigEndianAt(header, checkedSize)
        && second == bigEndianAt(header, checkedSize + 4);
}

} // namespace

DatabaseFiles::DatabaseFiles(QString file)
    : m_file(std::move(file))
{
}

bool DatabaseFiles::isThere() const
{
    return QFile::exists(m_file);
}

DatabaseFiles::Part DatabaseFiles::lostIfOpened() const
{
    const bool hasLog = QFileInfo(m_file + logSuffix).size() > 0;
    if (isThere() ? QFileInfo(m_file).size() == 0 : hasLog) {
        return Part::All;
    }
    return hasLog && !isLogReadable() ? Part::Log : Part::Nothing;
}

std::optional<QString> DatabaseFiles::setAside(Part part) const
{
    const QString aside = freeName();
    const std::span<const QLatin1StringView> parts =
        part == Part::Log ? std::span<const QLatin1StringView>(logSuffixes) : suffixes;
    for (const QLatin1StringView suffix : parts) {
        const QString file = m_file + suffix;
        if (QFile::exists(file) && !QFile::rename(file, aside + suffix)) {
            return std::nullopt;
        }
    }
    return QFile::exists(aside) ? aside : aside + logSuffix;
}

void DatabaseFiles::remove() const
{
    for (const QLatin1StringView suffix : suffixes) {
        QFile::remove(m_file + suffix);
    }
}

/// One that may not be read is for SQLite to complain of.
bool DatabaseFiles::isLogReadable() const
{
    QFile log(m_file + logSuffix);
    return !log.open(QIODevice::ReadOnly) || isLogHeader(log.read(logHeaderSize));
}

QString DatabaseFiles::freeName() const
{
    const auto isTaken = [](const QString &name) {
        return std::ranges::any_of(
            suffixes, [&name](QLatin1StringView suffix) { return QFile::exists(name + suffix); });
    };
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    const QString first = m_file + u".damaged-"_s + time;
    QString name = first;
    for (int other = 2; isTaken(name); ++other) {
        name = first + u'-' + QString::number(other);
    }
    return name;
}

} // namespace Storage
