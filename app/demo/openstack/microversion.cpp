// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/microversion.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const auto commonHeader = "OpenStack-API-Version"_ba;
const auto computeHeader = "X-OpenStack-Nova-API-Version"_ba;

QString serviceWord(Service service)
{
    return service == Service::Volume ? u"volume"_s : u"compute"_s;
}

// "volume 3.70", or a list of such; servers have a header of their own besides.
QString askedVersion(const Request &request, Service service)
{
    const QStringList parts =
        QString::fromLatin1(request.header(commonHeader)).split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QStringList words = part.simplified().split(u' ');
        if (words.size() == 2 && words.at(0) == serviceWord(service)) {
            return words.at(1);
        }
    }
    return service == Service::Compute ? QString::fromLatin1(request.header(computeHeader))
                                       : QString();
}

} // namespace

VersionRange versionRange(Service service, const Traits &traits)
{
    if (service == Service::Volume) {
        return {3, 0, traits.isOld ? 39 : 71};
    }
    return {2, 1, traits.isOld ? 72 : 96};
}

QString versionText(const VersionRange &range, int minor)
{
    return u"%1.%2"_s.arg(range.major).arg(minor);
}

std::expected<int, Answer> askedMinor(const Request &request, Service service,
                                      const VersionRange &range)
{
    static const QRegularExpression form(u"\\A(\\d+)\\.(\\d+)\\z"_s);
    const QString asked = askedVersion(request, service);
    if (asked.isEmpty()) {
        return range.least;
    }
    if (asked == "latest"_L1) {
        return range.most;
    }
    const QRegularExpressionMatch match = form.match(asked);
    if (!match.hasMatch()) {
        return std::unexpected(
            refuse(400,
                   u"API Version String %1 is of invalid format. Must be of format "
                   "MajorNum.MinorNum."_s.arg(asked)));
    }
    const int minor = match.captured(2).toInt();
    if (match.captured(1).toInt() != range.major || minor < range.least || minor > range.most) {
        Answer answer = refuse(
            406,
            u"Version %1 is not supported by the API. Minimum is %2 and maximum is %3."_s.arg(
                asked, versionText(range, range.least), versionText(range, range.most)));
        addVersion(answer, service, asked);
        return std::unexpected(answer);
    }
    return minor;
}

void addVersion(Answer &answer, Service service, const QString &version)
{
    const QByteArray number = version.toLatin1();
    answer.headers.append({commonHeader, serviceWord(service).toLatin1() + ' ' + number});
    if (service == Service::Compute) {
        answer.headers.append({computeHeader, number});
        answer.headers.append({"Vary"_ba, computeHeader});
        return;
    }
    answer.headers.append({"Vary"_ba, commonHeader});
}

} // namespace Demo::OpenStack
