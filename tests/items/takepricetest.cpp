// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/takeprice.h"

#include "support/testenvironment.h"
#include "takestory.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace TakeStory;

class TakePriceTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

    static Pricing::PriceBook book(const TakeAccount &account)
    {
        Pricing::PriceBook prices;
        prices.setPrices(account.account.id, account.prices, account.capabilities.sizeUnit);
        return prices;
    }

    static TakePrice ofPlain(PriceUnit unit, qint64 nanos)
    {
        TakeAccount account = plain();
        account.prices.snapshots = {{SnapshotKind::Server, {}, {{nanos, u"EUR"_s}, unit}}};
        return takePrice(draftOf({account}), book(account));
    }

private Q_SLOTS:
    void tellsTheHourAndEstimatesTheMonth()
    {
        const TakePrice price = takePrice(ofMailDisk(), book(portal()));
        QCOMPARE(price.figure, u"K 9.00 an hour"_s);
        QCOMPARE(price.aside, u"about K 6,588 a month (732 h), estimate"_s);
        QCOMPARE(price.note,
                 u"Without tax: 120.00 GB, the whole disk, at K 0.075 per GB and hour. From when "
                 "it is ready until you remove it."_s);
    }

    void tellsTheMonthWhereThePriceIsByTheMonth()
    {
        const TakePrice price = ofPlain(PriceUnit::PerGbMonth, 14'300'000);
        QCOMPARE(price.figure, u"At most € 0.57 a month"_s);
        QCOMPARE(price.aside, u"Estimate"_s);
        QVERIFY(price.note.contains(u"40.00 GB"_s));
    }

    void saysThatAFlatPriceDoesNotHangOnTheSize()
    {
        const TakePrice price = ofPlain(PriceUnit::PerHour, 10'000'000);
        QCOMPARE(price.figure, u"€ 0.01 an hour"_s);
        QCOMPARE(price.aside, u"about € 7.32 a month (732 h), estimate"_s);
        QVERIFY(price.note.contains(u"whatever its size"_s));
    }

    void saysThatAPriceWasEntered()
    {
        const TakeAccount account = plain();
        Pricing::PriceBook prices = book(account);
        prices.setEnteredPrices(
            account.account.id,
            {{SnapshotKind::Server, {}, {{14'300'000, u"EUR"_s}, PriceUnit::PerGbMonth}}});
        const TakePrice price = takePrice(draftOf({account}), prices);
        QCOMPARE(price.figure, u"At most € 0.57 a month"_s);
        QCOMPARE(price.aside, u"Estimate"_s);
        QVERIFY2(price.note.contains(u"at € 0.0143 per GB and month (entered by you)."_s),
                 qPrintable(price.note));
    }

    void tellsTheRateWhereTheSizeIsNotKnown()
    {
        TakeAccount account = portal();
        account.resources[3].sizeBytes.reset();
        TakeDraft draft = draftOf({account});
        draft.prefill(Portal::volume(u"mail-disk"_s));
        QCOMPARE(takePrice(draft, book(account)).figure, u"K 0.075 per GB and hour"_s);
    }

    void saysThatNoPriceIsKnown()
    {
        const TakeAccount account = plain();
        QCOMPARE(takePrice(draftOf({account}), book(account)).figure, u"Cost not known"_s);
    }

    void tellsNothingWithoutAPlan()
    {
        TakeDraft draft = draftOf({portal()});
        draft.prefill(Portal::volume(u"scratch"_s));
        QCOMPARE(takePrice(draft, book(portal())), TakePrice());
    }
};

QTEST_GUILESS_MAIN(TakePriceTest)
#include "takepricetest.moc"
