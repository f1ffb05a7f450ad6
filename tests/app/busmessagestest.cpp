// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/busmessages.h"

#include "support/testenvironment.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusContext>
#include <QDBusMessage>
#include <QProcess>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QVariantMap>

using namespace Qt::StringLiterals;

namespace {

constexpr int startTime = 30'000;

struct Shown
{
    QString title;
    QString text;
    QStringList actions;
    QVariantMap hints;
};

} // namespace

/// What a desktop has at org.freedesktop.Notifications.
class FakeService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QList<Shown> shown;

public Q_SLOTS:
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &hints, int)
    {
        shown.append({title, text, actions, hints});
        return uint(shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

/// On a bus of its own: nothing is shown to whoever runs the test.
class BusMessagesTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;
    QProcess m_bus;
    FakeService m_service;

    [[nodiscard]] bool startService()
    {
        QDBusConnection bus =
            QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"service"_s);
        return bus.isConnected()
            && bus.registerObject(u"/org/freedesktop/Notifications"_s, &m_service,
                                  QDBusConnection::ExportAllSlots
                                      | QDBusConnection::ExportAllSignals)
            && bus.registerService(u"org.freedesktop.Notifications"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bus.start(u"dbus-daemon"_s,
                    {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address"_s});
        QVERIFY(m_bus.waitForStarted(startTime));
        QVERIFY(m_bus.waitForReadyRead(startTime));
        const QByteArray address = m_bus.readLine().trimmed();
        QVERIFY(!address.isEmpty());
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"service"_s);
        m_bus.kill();
        m_bus.waitForFinished(startTime);
    }

    void staysQuietWhereTheDesktopHasNoMessages()
    {
        App::BusMessages messages;
        QSignalSpy activated(&messages, &App::BusMessages::activated);
        QTest::ignoreMessage(QtInfoMsg, QRegularExpression(u"the desktop shows no messages"_s));
        messages.show({u"web-1"_s, u"taken"_s, false});
        // By the same connection, so the bus has refused the call when this is answered.
        QVERIFY(!QDBusConnection::sessionBus().interface()->isServiceRegistered(
            u"org.freedesktop.Notifications"_s));
        QVERIFY(startService());
        messages.show({u"web-2"_s, u"taken"_s, false});
        QTRY_COMPARE(m_service.shown.size(), 1);
        QCOMPARE(m_service.shown.at(0).title, u"web-2"_s);
    }

    void showsTitleTextAndUrgency()
    {
        m_service.shown.clear();
        App::BusMessages messages;
        messages.show({u"web-1"_s, u"<b>“nightly”</b> & more"_s, true});
        QTRY_COMPARE(m_service.shown.size(), 1);
        const Shown &shown = m_service.shown.at(0);
        QCOMPARE(shown.title, u"web-1"_s);
        QCOMPARE(shown.text, u"&lt;b&gt;“nightly”&lt;/b&gt; &amp; more"_s);
        QCOMPARE(shown.actions.value(0), u"default"_s);
        QCOMPARE(shown.hints.value(u"urgency"_s).value<uchar>(), uchar(2));
        QCOMPARE(shown.hints.value(u"desktop-entry"_s).toString(), u"org.snapdeck.Snapdeck"_s);
    }

    void aClickOnItsOwnMessageWantsTheWindow()
    {
        m_service.shown.clear();
        App::BusMessages messages;
        QSignalSpy activated(&messages, &App::BusMessages::activated);
        messages.show({u"web-1"_s, u"taken"_s, false});
        QTRY_COMPARE(m_service.shown.size(), 1);
        Q_EMIT m_service.ActionInvoked(1, u"default"_s);
        QTRY_COMPARE(activated.size(), 1);
        messages.show({u"web-2"_s, u"taken"_s, false});
        QTRY_COMPARE(m_service.shown.size(), 2);
        // Of these, which come in this order, the last alone counts.
        Q_EMIT m_service.NotificationClosed(1, 2);
        Q_EMIT m_service.ActionInvoked(1, u"default"_s);
        Q_EMIT m_service.ActionInvoked(77, u"default"_s);
        Q_EMIT m_service.ActionInvoked(2, u"settings"_s);
        Q_EMIT m_service.ActionInvoked(2, u"default"_s);
        QTRY_COMPARE(activated.size(), 2);
    }
};

QTEST_GUILESS_MAIN(BusMessagesTest)
#include "busmessagestest.moc"
