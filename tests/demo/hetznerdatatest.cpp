// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/hetznercloud.h"
#include "support/testenvironment.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;
using Support::HetznerCloud;
using Support::idOf;

namespace {

QJsonArray snapshots(HetznerCloud &hetzner)
{
    return hetzner.all(u"/images?type=snapshot"_s, u"images"_s);
}

QByteArray everything(const Demo::CloudOptions &options)
{
    HetznerCloud hetzner(options);
    QByteArray text;
    for (const QString &path :
         {u"/servers?per_page=50"_s, u"/images?per_page=50"_s, u"/images?per_page=50&page=2"_s,
          u"/volumes"_s, u"/servers/actions"_s}) {
        text += hetzner.http().get(path).body;
    }
    return text;
}

template <typename Condition>
qsizetype count(const QJsonArray &array, Condition condition)
{
    return std::ranges::count_if(
        array, [&condition](const QJsonValue &value) { return condition(value.toObject()); });
}

} // namespace

class HetznerDataTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void holdsFifteenServersInThreeLocations()
    {
        HetznerCloud hetzner;
        const QJsonArray servers = hetzner.all(u"/servers?"_s, u"servers"_s);
        QCOMPARE(servers.size(), 15);
        QSet<QString> places;
        for (const QJsonValueConstRef server : servers) {
            places.insert(server[u"location"_s][u"name"_s].toString());
        }
        QCOMPARE(places, QSet<QString>({u"fsn1"_s, u"nbg1"_s, u"hel1"_s}));
        const auto isOff = [](const QJsonObject &server) {
            return server.value(u"status"_s) == u"off"_s;
        };
        QCOMPARE(count(servers, isOff), 1);
        const auto isArm = [](const QJsonObject &server) {
            return server.value(u"server_type"_s)[u"architecture"_s] == u"arm"_s;
        };
        QCOMPARE(count(servers, isArm), 1);
    }

    void holdsFortySnapshotsOfOneYear()
    {
        HetznerCloud hetzner;
        const QJsonArray images = snapshots(hetzner);
        QCOMPARE(images.size(), 40);
        const QDateTime now = HetznerCloud::options().startTime;
        for (const QJsonValueConstRef image : images) {
            const QDateTime created =
                QDateTime::fromString(image[u"created"_s].toString(), Qt::ISODate);
            QVERIFY(created < now && created > now.addDays(-366));
        }
    }

    void snapshotsAreOfEverySort()
    {
        HetznerCloud hetzner;
        const QJsonArray images = snapshots(hetzner);
        QSet<qint64> living;
        for (const QJsonValueConstRef server : hetzner.all(u"/servers?"_s, u"servers"_s)) {
            living.insert(idOf(server.toObject()));
        }
        const auto isOrphan = [&living](const QJsonObject &image) {
            const QJsonValue source = image.value(u"created_from"_s);
            return source.isObject() && !living.contains(idOf(source.toObject()));
        };
        const auto hasNoSource = [](const QJsonObject &image) {
            return image.value(u"created_from"_s).isNull();
        };
        const auto isProtected = [](const QJsonObject &image) {
            return image.value(u"protection"_s)[u"delete"_s].toBool();
        };
        const auto isFailed = [](const QJsonObject &image) {
            return image.value(u"status"_s) == u"unavailable"_s
                && image.value(u"image_size"_s).isNull();
        };
        QCOMPARE(count(images, isOrphan), 5);
        QCOMPARE(count(images, hasNoSource), 1);
        QCOMPARE(count(images, isProtected), 4);
        QCOMPARE(count(images, isFailed), 1);
    }

    void descriptionsAreAsPeopleWriteThem()
    {
        HetznerCloud hetzner;
        QStringList descriptions;
        for (const QJsonValueConstRef image : snapshots(hetzner)) {
            descriptions.append(image[u"description"_s].toString());
        }
        const QString text = descriptions.join(u'\n');
        QVERIFY(text.contains(u"🚀"_s));
        QVERIFY(text.contains(u"<b>DO NOT DELETE</b>"_s));
        QVERIFY(text.contains(u"Kündigung"_s));
        QVERIFY(!text.contains(u'{'));
        qsizetype longest = 0;
        for (const QString &description : descriptions) {
            longest = std::max(longest, description.size());
        }
        QCOMPARE(longest, 128);
        QVERIFY(QSet<QString>(descriptions.begin(), descriptions.end()).size()
                < descriptions.size());
    }

    void volumesAreAttachedAndNot()
    {
        HetznerCloud hetzner;
        const QJsonArray volumes = hetzner.all(u"/volumes?"_s, u"volumes"_s);
        QCOMPARE(volumes.size(), 6);
        const auto isLoose = [](const QJsonObject &volume) {
            return volume.value(u"server"_s).isNull();
        };
        QCOMPARE(count(volumes, isLoose), 2);
        const QJsonArray ofMail = hetzner.server(u"mail"_s).value(u"volumes"_s).toArray();
        QCOMPARE(ofMail.size(), 1);
        const QJsonObject spool = hetzner.http()
                                      .get(u"/volumes/%1"_s.arg(ofMail.first().toInteger()))
                                      .object(u"volume"_s);
        QCOMPARE(spool.value(u"name"_s), u"mail-spool"_s);
    }

    void oneSeedGivesOneCloud()
    {
        Demo::CloudOptions options = HetznerCloud::options();
        const QByteArray first = everything(options);
        QCOMPARE(everything(options), first);
        options.seed = 2;
        QVERIFY(everything(options) != first);
    }

    void holdsAsManySnapshotsAsAskedFor_data()
    {
        QTest::addColumn<int>("wanted");
        QTest::addRow("none") << 0;
        QTest::addRow("one") << 1;
        QTest::addRow("a few") << 12;
        QTest::addRow("one more") << 41;
        QTest::addRow("hundreds") << 230;
    }

    void holdsAsManySnapshotsAsAskedFor()
    {
        QFETCH(int, wanted);
        Demo::CloudOptions options = HetznerCloud::options();
        options.snapshotCount = wanted;
        HetznerCloud hetzner(options);
        const QJsonArray images = snapshots(hetzner);
        QCOMPARE(images.size(), wanted);
        QSet<qint64> ids;
        for (const QJsonValueConstRef image : images) {
            ids.insert(idOf(image.toObject()));
            QVERIFY(QDateTime::fromString(image[u"created"_s].toString(), Qt::ISODate)
                    < options.startTime);
        }
        QCOMPARE(ids.size(), wanted);
    }

    // Measured in processor time, which does not hang on what else the machine does. The bound is
    // far above what it takes; it catches work for each page that grows with the whole.
    void tenThousandSnapshotsAreServedCheaply()
    {
        Demo::CloudOptions options = HetznerCloud::options();
        options.snapshotCount = 10'000;
        HetznerCloud hetzner(options);
        const std::clock_t before = std::clock();
        QCOMPARE(snapshots(hetzner).size(), 10'000);
        const double seconds = double(std::clock() - before) / CLOCKS_PER_SEC;
        QVERIFY2(seconds < 15, qPrintable(u"%1 s"_s.arg(seconds)));
    }

    void theNewestSnapshotsWereMadeByActionsThatCanBeSeen()
    {
        HetznerCloud hetzner;
        const QJsonObject image = hetzner.snapshot(u"vor Rabattaktion"_s);
        const QJsonArray actions =
            hetzner.http().get(u"/images/%1/actions"_s.arg(idOf(image))).array(u"actions"_s);
        QCOMPARE(actions.size(), 1);
        QCOMPARE(actions.first()[u"command"_s], u"create_image"_s);
        QCOMPARE(actions.first()[u"status"_s], u"success"_s);
        QCOMPARE(actions.first()[u"started"_s], image.value(u"created"_s));
    }
};

QTEST_GUILESS_MAIN(HetznerDataTest)
#include "hetznerdatatest.moc"
