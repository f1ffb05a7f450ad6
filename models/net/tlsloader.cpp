// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/tlsloader.h"

#include "domain/deferred.h"

#include <QSslConfiguration>
#include <QThreadPool>

namespace Net {

void loadTls(QObject *context, const std::function<void()> &ready)
{
    const Domain::Deferred<Domain::Done> loaded;
    loaded.future().then(context, [ready](const Domain::Result<Domain::Done> &) { ready(); });
    QThreadPool::globalInstance()->start([loaded] {
        const QSslConfiguration touched = QSslConfiguration::defaultConfiguration();
        Q_UNUSED(touched)
        loaded.settle(Domain::Done{});
    });
}

} // namespace Net
