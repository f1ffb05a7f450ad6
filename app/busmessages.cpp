// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/busmessages.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QLoggingCategory>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace App {

namespace {

Q_LOGGING_CATEGORY(messagesLog, "app.messages", QtInfoMsg)

QString busName()
{
    return u"org.freedesktop.Notifications"_s;
}

QString busPath()
{
    return u"/org/freedesktop/Notifications"_s;
}

} // namespace

BusMessages::BusMessages()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(busName(), busPath(), busName(), u"ActionInvoked"_s, this,
                SLOT(onActionInvoked(uint, QString)));
    bus.connect(busName(), busPath(), busName(), u"NotificationClosed"_s, this,
                SLOT(onNotificationClosed(uint, uint)));
}

void BusMessages::show(const Items::OperationNews &news)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(busName(), busPath(), busName(), u"Notify"_s);
    const uchar urgency = news.isBad ? 2 : 1; // critical ones stay until they are seen
    const QVariantMap hints{{u"desktop-entry"_s, u"org.snapdeck.Snapdeck"_s},
                            {u"urgency"_s, QVariant::fromValue(urgency)}};
    const uint replacesNone = 0;
    const int itsOwnTime = -1;
    call << QCoreApplication::applicationName() << replacesNone << u"org.snapdeck.Snapdeck"_s
         << news.title << news.text.toHtmlEscaped() // the service takes markup
         << QStringList{u"default"_s, tr("Show Snapdeck")} << hints << itsOwnTime;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError()) {
            qCInfo(messagesLog) << "the desktop shows no messages:" << reply.error().name();
        } else {
            m_shown.insert(reply.value());
        }
        watcher->deleteLater();
    });
}

void BusMessages::onActionInvoked(uint id, const QString &action)
{
    if (action == "default"_L1 && m_shown.contains(id)) {
        Q_EMIT activated();
    }
}

void BusMessages::onNotificationClosed(uint id, uint reason)
{
    Q_UNUSED(reason)
    m_shown.remove(id);
}

} // namespace App
