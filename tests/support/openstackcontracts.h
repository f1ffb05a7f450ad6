// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSet>
#include <QString>

namespace Support {

// Has recorded exchanges judged by the contracts of OpenStack's services. These were not taken from
// the services' answers but from their documentation, and the services themselves break them in
// places: what a captured exchange with the real services is blamed for, ours may do too.
class OpenStackContracts
{
public:
    // A service: its contract, where it is below our listener, and the port at which the real one
    // was when exchanges with it were captured.
    struct Service
    {
        QString contract;
        QString path;
        int port = 0;
    };

    // Those of volumes, of servers and of images.
    [[nodiscard]] static const QList<Service> &services();
    // Why they can't be judged by here, to be given as the reason of a skipped test. Empty: they
    // can.
    [[nodiscard]] static QString obstacle();
    // What recorded exchanges with the service are blamed for beyond the captured ones, without
    // what differs from object to object. Of a refusal what was asked is judged and not the answer:
    // the contracts document no body for any, and few of the statuses. In the answers' bodies one
    // text may be replaced by another before.
    [[nodiscard]] static QSet<QString> complaints(const Service &service, const QString &exchanges,
                                                  const QString &from = {}, const QString &to = {});
};

} // namespace Support
