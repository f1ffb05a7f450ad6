// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/refresherrors.h"

#include "inventory/ledger.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Domain;
using Inventory::Freshness;

namespace {

Error errorOf(ErrorKind kind)
{
    return failure(kind, u"in the vendor's words"_s).error();
}

} // namespace

/// What failing lists leave, and which failure is told.
class RefreshErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordersFailuresByWhatCanBeDone();
    void keepsTheRowsWhenAListFails_data();
    void keepsTheRowsWhenAListFails();
    void failsWithNothingToShow();
    void takesTheListsThatSucceed();
    void recoversFromAFailure();
    void tellsTheWorstFailure();
    void doesNotFailForPricesOrLocations_data();
    void doesNotFailForPricesOrLocations();
    void bearsProvidersWithoutProjectsOrPrices();

private:
    Support::TestEnvironment m_environment;
};

void RefreshErrorsTest::ordersFailuresByWhatCanBeDone()
{
    using Inventory::worstOf;
    const auto worst = [](const QList<ErrorKind> &kinds) {
        QList<Error> errors;
        for (const ErrorKind kind : kinds) {
            errors.append(errorOf(kind));
        }
        return worstOf(errors).value_or(errorOf(ErrorKind::Cancelled)).kind;
    };
    using enum ErrorKind;
    QCOMPARE(worst({}), Cancelled);
    QCOMPARE(worst({Cancelled, Cancelled}), Cancelled);
    QCOMPARE(worst({Cancelled, Unknown}), Unknown);
    QCOMPARE(worst({ServerError, Unauthorized, NoConnection}), Unauthorized);
    QCOMPARE(worst({Protocol, NoConnection, ServerError}), NoConnection);
    QCOMPARE(worst({Protocol, Tls}), Tls);
    for (int kind = 0; kind <= static_cast<int>(Unknown); ++kind) {
        const auto each = static_cast<ErrorKind>(kind);
        QCOMPARE(worst({Cancelled, each}), each); // none is forgotten
    }
}

void RefreshErrorsTest::keepsTheRowsWhenAListFails_data()
{
    QTest::addColumn<ErrorKind>("kind");

    using enum ErrorKind;
    QTest::addRow("wrong token") << Unauthorized;
    QTest::addRow("right missing") << Forbidden;
    QTest::addRow("no network") << NoConnection;
    QTest::addRow("no such host") << HostNotFound;
    QTest::addRow("certificate refused") << Tls;
    QTest::addRow("timed out") << TimedOut;
    QTest::addRow("connection lost") << Interrupted;
    QTest::addRow("429") << RateLimited;
    QTest::addRow("5xx") << ServerError;
    QTest::addRow("HTML, truncated JSON, missing field") << Protocol;
    QTest::addRow("too large") << TooLarge;
    QTest::addRow("maintenance") << Unavailable;
    QTest::addRow("call removed") << Removed;
    QTest::addRow("not paid") << PaymentRequired;
    QTest::addRow("keychain") << SecretUnavailable;
    QTest::addRow("unsupported") << Unsupported;
    QTest::addRow("unknown") << Unknown;
}

void RefreshErrorsTest::keepsTheRowsWhenAListFails()
{
    QFETCH(const ErrorKind, kind);
    const auto refuse = [kind](const auto &calls) {
        calls.back().refuse(errorOf(kind));
    };
    const QList<std::function<void(Support::FakeProvider &)>> lists{
        [&](Support::FakeProvider &cloud) { refuse(cloud.snapshotLists); },
        [&](Support::FakeProvider &cloud) { refuse(cloud.resourceLists); },
    };
    for (const auto &fail : lists) {
        Ledger ledger;
        ledger.load();
        ledger.inventory.refresh(ledger.account.id);
        fail(*ledger.cloud);
        ledger.answerAll();

        QCOMPARE(ledger.state().freshness, Freshness::Failed);
        QCOMPARE(ledger.state().error, errorOf(kind));
        QCOMPARE(ledger.rowText(), u"901 902 | 7 8"_s);
        QCOMPARE(ledger.state().loaded, 0);
        ledger.clock.advance(1h);
        QCOMPARE(ledger.cloud->snapshotLists.size(), 2); // nothing is tried on its own
    }
}

void RefreshErrorsTest::failsWithNothingToShow()
{
    Ledger ledger;
    ledger.inventory.refresh(ledger.account.id);
    ledger.cloud->snapshotLists.back().refuse(errorOf(ErrorKind::TimedOut));
    ledger.answerAll();

    QCOMPARE(ledger.state().freshness, Freshness::Failed);
    QCOMPARE(ledger.rowText(), u" | 7 8"_s);
    QVERIFY(!ledger.state().asOf.isValid());
    ledger.inventory.refresh(ledger.account.id);
    QCOMPARE(ledger.state().freshness, Freshness::Loading);
    QCOMPARE(ledger.state().error, Error());
}

void RefreshErrorsTest::takesTheListsThatSucceed()
{
    Ledger ledger;
    ledger.load();
    const QDateTime before = ledger.state().asOf;
    ledger.inventory.refresh(ledger.account.id);
    ledger.clock.advance(1s);
    ledger.cloud->resourceLists.back().answer(QList{ledger.server(u"9"_s)});
    ledger.cloud->snapshotLists.back().refuse(errorOf(ErrorKind::ServerError));
    ledger.answerAll();

    QCOMPARE(ledger.rowText(), u"901 902 | 9"_s);
    QCOMPARE(ledger.state().asOf, before);
}

void RefreshErrorsTest::recoversFromAFailure()
{
    Ledger ledger;
    ledger.inventory.refresh(ledger.account.id);
    ledger.cloud->snapshotLists.back().refuse(errorOf(ErrorKind::NoConnection));
    ledger.cloud->projectLists.back().refuse(errorOf(ErrorKind::NoConnection));
    ledger.answerAll();
    ledger.load();

    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
    QCOMPARE(ledger.state().error, Error());
}

void RefreshErrorsTest::tellsTheWorstFailure()
{
    Ledger ledger;
    ledger.inventory.refresh(ledger.account.id);
    ledger.cloud->resourceLists.back().refuse(errorOf(ErrorKind::Unauthorized));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"account \"acc\" list 6 failed"_s));
    ledger.cloud->snapshotLists.back().refuse(errorOf(ErrorKind::ServerError));
    ledger.answerAll();

    QCOMPARE(ledger.state().error.kind, ErrorKind::Unauthorized);
}

void RefreshErrorsTest::doesNotFailForPricesOrLocations_data()
{
    using Fail = std::function<void(Support::FakeProvider &)>;
    QTest::addColumn<Fail>("fail");
    const auto refuse = [](const auto &calls) {
        calls.back().refuse(errorOf(ErrorKind::ServerError));
    };
    QTest::addRow("prices") << Fail([=](Support::FakeProvider &c) { refuse(c.priceLists); });
    QTest::addRow("locations") << Fail([=](Support::FakeProvider &c) { refuse(c.locationLists); });
    QTest::addRow("identity") << Fail([=](Support::FakeProvider &c) { refuse(c.identities); });
}

void RefreshErrorsTest::doesNotFailForPricesOrLocations()
{
    QFETCH(const std::function<void(Support::FakeProvider &)>, fail);
    Ledger ledger;
    ledger.load();
    ledger.inventory.refresh(ledger.account.id);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"account \"acc\" list . failed"_s));
    fail(*ledger.cloud);
    ledger.answerAll();

    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
    QCOMPARE(ledger.state().prices.currency, u"EUR"_s); // as known before
    QCOMPARE(ledger.state().locations.size(), 1);
}

void RefreshErrorsTest::bearsProvidersWithoutProjectsOrPrices()
{
    Ledger ledger;
    ledger.inventory.refresh(ledger.account.id);
    const Error unsupported = errorOf(ErrorKind::Unsupported);
    ledger.cloud->projectLists.back().refuse(unsupported);
    ledger.cloud->priceLists.back().refuse(unsupported);
    ledger.cloud->locationLists.back().refuse(unsupported);
    ledger.answerAll();

    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
    QCOMPARE(ledger.state().prices, PriceList()); // not known
}

QTEST_GUILESS_MAIN(RefreshErrorsTest)
#include "refresherrorstest.moc"
