// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDir>
#include <QFile>
#include <QString>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>
#endif

namespace Faults {

/// A disk of the test's own, of any size, in memory: it can be full and it can refuse to be
/// written, which a folder of root's can't. Only this program sees it.
class OwnDisk
{
public:
    /// In main(), while there is one thread: from here on, what the program mounts is mounted for
    /// itself alone. For that a person needs no rights.
    static void prepare();
    /// Empty where disks can be made.
    [[nodiscard]] static QString whyThereIsNone() { return refusal(); }

    /// The folder must be there, and outlive it.
    OwnDisk(const QString &folder, qint64 bytes);
    ~OwnDisk();
    OwnDisk(const OwnDisk &) = delete;
    OwnDisk &operator=(const OwnDisk &) = delete;

    [[nodiscard]] QString file(const QString &name) const { return QDir(m_folder).filePath(name); }
    /// To the last byte.
    [[nodiscard]] bool fill();
    [[nodiscard]] bool makeRoom() { return QFile::remove(file(filler())); }
    /// Nothing on it may be open for writing.
    [[nodiscard]] bool makeReadOnly() { return remount(Access::Read); }
    [[nodiscard]] bool makeWritable() { return remount(Access::Write); }

private:
    enum class Access { Read, Write };
    [[nodiscard]] bool remount(Access access);

    static QString &refusal()
    {
        static QString text;
        return text;
    }
    static QString filler() { return QStringLiteral("filler"); }

    QString m_folder;
};

#ifdef Q_OS_LINUX

inline void OwnDisk::prepare()
{
    const auto put = [](const QString &name, const QByteArray &text) {
        QFile file(name);
        return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(text) > 0;
    };
    const auto same = [](uint id) -> QByteArray {
        return QByteArray::number(id) + ' ' + QByteArray::number(id) + " 1";
    };
    const uid_t user = ::getuid();
    const gid_t group = ::getgid();
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) {
        refusal() = QStringLiteral("no namespace can be made here: %1").arg(qt_error_string());
    } else if (!put(QStringLiteral("/proc/self/setgroups"), "deny")
               || !put(QStringLiteral("/proc/self/uid_map"), same(user))
               || !put(QStringLiteral("/proc/self/gid_map"), same(group))
               || ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
        refusal() = QStringLiteral("nothing can be mounted here: %1").arg(qt_error_string());
    }
}

inline OwnDisk::OwnDisk(const QString &folder, qint64 bytes)
    : m_folder(folder)
{
    const QByteArray options = "size=" + QByteArray::number(bytes);
    if (::mount("none", QFile::encodeName(m_folder).constData(), "tmpfs", 0, options.constData())
        != 0) {
        qFatal("no disk could be made: %s", qPrintable(qt_error_string()));
    }
}

inline OwnDisk::~OwnDisk()
{
    ::umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
}

inline bool OwnDisk::remount(Access access)
{
    const unsigned long flags = access == Access::Read ? MS_REMOUNT | MS_RDONLY : MS_REMOUNT;
    return ::mount("none", QFile::encodeName(m_folder).constData(), "tmpfs", flags, nullptr) == 0;
}

#else

inline void OwnDisk::prepare()
{
    refusal() = QStringLiteral("only Linux has disks that a test may make");
}

inline OwnDisk::OwnDisk(const QString &folder, qint64)
    : m_folder(folder)
{
}

inline OwnDisk::~OwnDisk() = default;

inline bool OwnDisk::remount(Access)
{
    return false;
}

#endif

inline bool OwnDisk::fill()
{
    QFile file(this->file(filler()));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        return false;
    }
    const QByteArray block(4096, 'x');
    while (file.write(block) > 0) {}
    return file.error() == QFileDevice::ResourceError || file.error() == QFileDevice::WriteError;
}

} // namespace Faults
