// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QUrl>

namespace Bench {

/// `snapdeck-cloud` in a process of its own, so that its work is not counted as ours.
class CloudProcess
{
public:
    explicit CloudProcess(const QStringList &arguments);
    ~CloudProcess();
    CloudProcess(const CloudProcess &) = delete;
    CloudProcess &operator=(const CloudProcess &) = delete;

    [[nodiscard]] QUrl url() const { return m_url; }
    [[nodiscard]] static QByteArray token();

private:
    QProcess m_process;
    QUrl m_url;
};

} // namespace Bench
