// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/newservertext.h"

#include "newserverstory.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace NewServerStory;

class NewServerTextTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

    static NewServerPrice priceAt(const std::optional<UnitPrice> &price)
    {
        NewServerDraft one(facts());
        ServerType only = type(u"only"_s, 80, 0);
        only.offers[0].price = price;
        one.setTypes({only});
        return newServerPrice(one);
    }

private Q_SLOTS:
    void tellsThePriceAsTheProviderDoes()
    {
        const NewServerPrice monthly = priceAt(euroAMonth(379));
        QCOMPARE(monthly.figure, u"€ 3.79 a month"_s);
        QCOMPARE(monthly.note,
                 u"Estimate, without tax. From when it is created until you remove "
                 "it at the provider."_s);
        const NewServerPrice hourly = priceAt(dollarAnHour(6'800'000));
        QCOMPARE(hourly.figure, u"$ 0.0068 an hour"_s);
        QVERIFY2(hourly.note.startsWith(u"Estimate, without tax: about $ 4.98 a month (732 h)."_s),
                 qPrintable(hourly.note));
        QCOMPARE(priceAt(std::nullopt).figure, u"Cost not known"_s);
    }

    void showsSoldSizesWithoutDecimalsThatSayNothing()
    {
        QCOMPARE(soldSizeText(80 * gigabyte, SizeUnit::Gigabyte), u"80 GB"_s);
        QCOMPARE(soldSizeText(gigabyte / 2, SizeUnit::Gigabyte), u"0.5 GB"_s);
        QCOMPARE(soldSizeText(1'234'000'000, SizeUnit::Gigabyte), u"1.23 GB"_s);
        QCOMPARE(soldSizeText(4LL << 30, SizeUnit::Gibibyte), u"4 GiB"_s);
    }

    void saysWhatTheServerStartsAs()
    {
        QCOMPARE(
            newServerMeaning(draft(), moment()),
            u"A copy of web-1 as it was yesterday 14:05, with the same host name, passwords and "
            "scheduled jobs, but addresses of its own."_s);
        NewServerFacts withVolume = facts();
        withVolume.source->volumes = {{{u"shop"_s}, ResourceKind::Volume, {u"9"_s}}};
        withVolume.capabilities.server.excludesAttachedVolumes = true;
        QVERIFY(newServerMeaning(draft(withVolume), moment())
                    .endsWith(u"Attached volumes are not part of it."_s));
        NewServerFacts gone = facts();
        gone.source.reset();
        gone.snapshot.sourceName.clear();
        QVERIFY(newServerMeaning(draft(gone), moment())
                    .startsWith(u"A copy of all that the snapshot holds"_s));
    }

    void warnsOfWhatIsLeftOpenAndOfWhatStays()
    {
        QVERIFY(newServerWarnings(draft()).isEmpty());
        NewServerFacts byImage = facts();
        byImage.capabilities.createServer.needsImage = true;
        byImage.capabilities.createServer.isExperimental = true;
        const QStringList warnings = newServerWarnings(draft(byImage));
        QCOMPARE(warnings.size(), 2);
        QVERIFY(warnings.at(0).startsWith(u"Experimental:"_s));
        QVERIFY(warnings.at(1).contains(u"is billed until you remove it"_s));
    }

    void tellsWhatATypeNeeds()
    {
        QCOMPARE(needsText(draft()),
                 u"The snapshot needs at least 80 GB of disk and is for x86 "
                 "processors."_s);
        NewServerFacts untold = facts();
        untold.source.reset();
        untold.snapshot.diskBytes.reset();
        untold.snapshot.architecture.clear();
        QCOMPARE(needsText(draft(untold)), QString());
    }

    void tellsWhyTheListIsMissing()
    {
        Error error;
        error.kind = ErrorKind::TimedOut;
        error.requestId = u"req-1"_s;
        const ErrorText text = serverTypesErrorText(error);
        QCOMPARE(text.title, u"The server types could not be read."_s);
        QCOMPARE(text.meaning, u"The provider did not answer in time. Nothing was changed."_s);
        QVERIFY(text.details.contains(u"req-1"_s));
    }
};

QTEST_GUILESS_MAIN(NewServerTextTest)
#include "newservertexttest.moc"
