// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cloudprocess.h"

#include "report.h"

using namespace Qt::StringLiterals;

namespace Bench {

CloudProcess::CloudProcess(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(PROGRAMS "/snapdeck-cloud"),
                    QStringList{u"--provider"_s, u"hetzner"_s, u"--port"_s, u"0"_s, u"--token"_s,
                                QString::fromLatin1(token())}
                        + arguments);
    waitFor([this] { return m_process.canReadLine(); }, u"the simulated cloud"_s);
    const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
    m_url = QUrl(line.section(u' ', -1));
}

CloudProcess::~CloudProcess()
{
    m_process.terminate();
    m_process.waitForFinished(5000);
}

QByteArray CloudProcess::token()
{
    return QByteArrayLiteral("demo-secret-").leftJustified(64, 'b');
}

} // namespace Bench
