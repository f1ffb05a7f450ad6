// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/notifier.h"

#include "app/desktopmessages.h"
#include "items/operationsmodel.h"
#include "support/testenvironment.h"

#include <QTest>
#include <QTimeZone>

using namespace Domain;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon({2026, 11, 20}, {12, 0}, QTimeZone::UTC);

Operation taking(const QString &id, OperationState state, int seconds = 60)
{
    Operation operation;
    operation.id = {id};
    operation.resourceName = u"web-"_s + id;
    operation.snapshotName = u"nightly"_s;
    operation.state = state;
    operation.started = noon;
    if (operation.isOver()) {
        operation.ended = noon.addSecs(seconds);
    }
    if (state == OperationState::Failed) {
        operation.error.kind = ErrorKind::Locked;
    }
    return operation;
}

class KeptMessages final : public App::DesktopMessages
{
public:
    void show(const Items::OperationNews &news) override { shown.append(news); }
    QList<Items::OperationNews> shown;
};

struct Desktop
{
    Items::OperationsModel operations;
    KeptMessages messages;
    bool isWanted = true;
    App::Notifier notifier{operations, messages, [this] {
                               return isWanted;
                           }};
};

} // namespace

class NotifierTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void tellsWhenLongWorkEnds()
    {
        Desktop desktop;
        desktop.operations.set(taking(u"1"_s, OperationState::Running));
        desktop.operations.set(taking(u"1"_s, OperationState::Succeeded));
        QTRY_COMPARE(desktop.messages.shown.size(), 1);
        QCOMPARE(desktop.messages.shown.at(0).title, u"web-1"_s);
        QVERIFY(!desktop.messages.shown.at(0).isBad);
    }

    void tellsAnEndOnce()
    {
        Desktop desktop;
        desktop.operations.set(taking(u"1"_s, OperationState::Running));
        Operation over = taking(u"1"_s, OperationState::Succeeded);
        desktop.operations.set(over);
        over.hasPassword = true;
        desktop.operations.set(over);
        QTRY_COMPARE(desktop.messages.shown.size(), 1);
        desktop.operations.set(taking(u"2"_s, OperationState::Running));
        desktop.operations.set(taking(u"2"_s, OperationState::Succeeded));
        QTRY_COMPARE(desktop.messages.shown.size(), 2);
        QCOMPARE(desktop.messages.shown.at(1).title, u"web-2"_s);
    }

    void tellsWhatEndsTogetherAsOne()
    {
        Desktop desktop;
        for (const QString &id : {u"1"_s, u"2"_s, u"3"_s}) {
            desktop.operations.set(taking(id, OperationState::Running));
        }
        desktop.operations.set(taking(u"1"_s, OperationState::Succeeded));
        desktop.operations.set(taking(u"2"_s, OperationState::Failed, 1));
        desktop.operations.set(taking(u"3"_s, OperationState::Succeeded, 5)); // short and well
        QTRY_COMPARE(desktop.messages.shown.size(), 1);
        QVERIFY2(desktop.messages.shown.at(0).title.startsWith(u"2 "_s),
                 qPrintable(desktop.messages.shown.at(0).title));
        QVERIFY(desktop.messages.shown.at(0).isBad);
    }

    void saysNothingToWhoSeesTheWindowOrWantsNone()
    {
        Desktop desktop;
        desktop.isWanted = false;
        desktop.operations.set(taking(u"1"_s, OperationState::Running));
        desktop.operations.set(taking(u"1"_s, OperationState::Failed));
        desktop.isWanted = true;
        desktop.operations.set(taking(u"2"_s, OperationState::Running));
        desktop.operations.set(taking(u"2"_s, OperationState::Succeeded));
        QTRY_COMPARE(desktop.messages.shown.size(), 1);
        QCOMPARE(desktop.messages.shown.at(0).title, u"web-2"_s);
    }

    void saysNothingOfWhatWasRefusedAtOnce()
    {
        Desktop desktop;
        desktop.operations.set(taking(u"1"_s, OperationState::Failed));
        desktop.operations.set(taking(u"2"_s, OperationState::Running));
        desktop.operations.set(taking(u"2"_s, OperationState::Succeeded));
        QTRY_COMPARE(desktop.messages.shown.size(), 1);
        QCOMPARE(desktop.messages.shown.at(0).title, u"web-2"_s);
    }
};

QTEST_GUILESS_MAIN(NotifierTest)
#include "notifiertest.moc"
