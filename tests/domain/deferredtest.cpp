// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/deferred.h"
#include "support/testenvironment.h"

#include <QTest>
#include <QThreadPool>

#include <memory>

using namespace Qt::StringLiterals;
using Domain::Deferred;
using Domain::ErrorKind;
using Domain::Result;

class DeferredTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settlesWithAValue();
    void settlesWithAnError();
    void ignoresASecondSettle();
    void settlesWithCancelledWhenDestroyed();
    void livesAsLongAsItsLastCopy();
    void answersAReaderWhoComesLate();
    void runsAContinuationAtOnce();
    void runsNoContinuationOfAReaderWhoIsGone();
    void knowsThatItsReaderCancelled();
    void settlesFromAnotherThread();
    void carriesValuesThatAreSettledAlready();

private:
    Support::TestEnvironment m_environment;
};

void DeferredTest::settlesWithAValue()
{
    const Deferred<int> deferred;
    const QFuture<Result<int>> future = deferred.future();
    QVERIFY(!future.isFinished());
    QVERIFY(!deferred.isSettled());
    QVERIFY(deferred.settle(7));
    QVERIFY(deferred.isSettled());
    QVERIFY(future.isFinished());
    QCOMPARE(future.resultCount(), 1);
    QCOMPARE(future.result(), Result<int>(7));
}

void DeferredTest::settlesWithAnError()
{
    const Deferred<int> deferred;
    deferred.settle(Domain::failure(ErrorKind::NotFound, u"gone"_s));
    QCOMPARE(deferred.future().result().error().kind, ErrorKind::NotFound);
    QCOMPARE(deferred.future().result().error().message, u"gone"_s);
}

void DeferredTest::ignoresASecondSettle()
{
    const Deferred<int> deferred;
    QVERIFY(deferred.settle(1));
    QVERIFY(!deferred.settle(2));
    QCOMPARE(deferred.future().resultCount(), 1);
    QCOMPARE(deferred.future().result(), Result<int>(1));
}

void DeferredTest::settlesWithCancelledWhenDestroyed()
{
    auto deferred = std::make_unique<Deferred<int>>();
    const QFuture<Result<int>> future = deferred->future();
    deferred.reset();
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().error().kind, ErrorKind::Cancelled);
}

void DeferredTest::livesAsLongAsItsLastCopy()
{
    auto first = std::make_unique<Deferred<int>>();
    auto second = std::make_unique<Deferred<int>>(*first);
    const QFuture<Result<int>> future = first->future();
    first.reset();
    QVERIFY(!future.isFinished());
    second->settle(3);
    QCOMPARE(future.result(), Result<int>(3));
}

void DeferredTest::answersAReaderWhoComesLate()
{
    int read = 0;
    const Deferred<int> deferred;
    deferred.settle(5);
    deferred.future().then(this, [&read](const Result<int> &result) { read = *result; });
    QTRY_COMPARE(read, 5);
}

void DeferredTest::runsAContinuationAtOnce()
{
    int read = 0;
    const Deferred<int> deferred;
    deferred.future().then(this, [&read](const Result<int> &result) { read = *result; });
    deferred.settle(5);
    QCOMPARE(read, 5);
}

void DeferredTest::runsNoContinuationOfAReaderWhoIsGone()
{
    bool isRead = false;
    auto reader = std::make_unique<QObject>();
    const Deferred<int> deferred;
    deferred.future().then(reader.get(), [&isRead](const Result<int> &) { isRead = true; });
    reader.reset();
    deferred.settle(5);
    QCoreApplication::processEvents();
    QVERIFY(!isRead);
}

void DeferredTest::knowsThatItsReaderCancelled()
{
    const Deferred<int> deferred;
    QFuture<Result<int>> future = deferred.future();
    QVERIFY(!deferred.isCancelled());
    future.cancel();
    QVERIFY(deferred.isCancelled());
    QVERIFY(deferred.settle(5)); // nobody hears it
    QVERIFY(future.isFinished());
}

void DeferredTest::settlesFromAnotherThread()
{
    QThread *readOn = nullptr;
    {
        const Deferred<int> deferred;
        deferred.future().then(
            this, [&readOn](const Result<int> &) { readOn = QThread::currentThread(); });
        QThreadPool::globalInstance()->start([deferred] { deferred.settle(1); });
    }
    QTRY_COMPARE(readOn, thread());
}

void DeferredTest::carriesValuesThatAreSettledAlready()
{
    const QFuture<Result<QString>> future = Domain::settled<QString>(u"here"_s);
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().value(), u"here"_s);
}

QTEST_GUILESS_MAIN(DeferredTest)
#include "deferredtest.moc"
