// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/simulatedcloud.h"
#include "support/hetznercloud.h"
#include "support/testenvironment.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::HetznerCloud;
using Support::RawAnswer;
using Support::RawHttp;

namespace {

// Asks the path `count` times from each of `threads` threads and counts the answers of that status.
int askFromThreads(const Demo::SimulatedCloud &cloud, int threads, int count,
                   const std::function<int(RawHttp &, int)> &ask)
{
    std::atomic<int> good = 0;
    std::vector<std::unique_ptr<QThread>> running;
    for (int i = 0; i < threads; ++i) {
        running.emplace_back(QThread::create([&] {
            RawHttp http(cloud.baseUrl(), cloud.options().token);
            for (int n = 0; n < count; ++n) {
                good += ask(http, n);
            }
        }));
        running.back()->start();
    }
    for (const auto &thread : running) {
        thread->wait();
    }
    return good;
}

} // namespace

class SimulatedCloudTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void answersUnderItsBaseUrl()
    {
        HetznerCloud hetzner;
        QCOMPARE(hetzner.cloud().baseUrl().host(), u"127.0.0.1"_s);
        QCOMPARE(hetzner.cloud().baseUrl().path(), u"/v1"_s);
        QCOMPARE(hetzner.http().get(u"/servers"_s).status, 200);
    }

    void anUnknownVendorIsASentence()
    {
        Demo::SimulatedCloud cloud(Demo::CloudOptions::forVendor(u"moon"_s));
        const std::expected<QUrl, QString> url = cloud.start();
        QVERIFY(!url);
        QVERIFY(url.error().contains(u"moon"_s) && url.error().contains(u"hetzner"_s));
    }

    void aPortInUseIsASentence()
    {
        HetznerCloud first;
        Demo::CloudOptions options = HetznerCloud::options();
        options.port = static_cast<quint16>(first.cloud().baseUrl().port());
        Demo::SimulatedCloud second(options);
        const std::expected<QUrl, QString> url = second.start();
        QVERIFY(!url);
        QVERIFY(url.error().contains(QString::number(options.port)));
    }

    void keepsItsStateAndPortOverAStop()
    {
        HetznerCloud hetzner;
        const QUrl before = hetzner.cloud().baseUrl();
        const QString image = hetzner.imagePath(u"borg ready"_s);
        QCOMPARE(hetzner.http().del(image).status, 204);
        hetzner.cloud().stop();
        QCOMPARE(hetzner.http().get(image).status, 0);
        QVERIFY(hetzner.cloud().start());
        QCOMPARE(hetzner.cloud().baseUrl(), before);
        QCOMPARE(hetzner.http().get(image).status, 404);
        QCOMPARE(hetzner.http().get(u"/servers"_s).status, 200);
    }

    void aStopCutsALongLatencyShort()
    {
        HetznerCloud hetzner;
        hetzner.cloud().setLatency(1h);
        const std::unique_ptr<QThread> asking(QThread::create([&hetzner] {
            RawHttp http(hetzner.cloud().baseUrl(), hetzner.cloud().options().token);
            static_cast<void>(http.get(u"/servers"_s));
        }));
        asking->start();
        QTRY_COMPARE(hetzner.cloud().requestsServed(), 1);
        QElapsedTimer timer;
        timer.start();
        hetzner.cloud().stop();
        QVERIFY(timer.elapsed() < 5000);
        asking->wait();
    }

    void eachAnswerTakesTheLatency()
    {
        HetznerCloud hetzner;
        hetzner.cloud().setLatency(80ms);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(hetzner.http().get(u"/locations"_s).status, 200);
        QVERIFY(timer.elapsed() >= 80);
    }

    void survivesManyRequestsAtOnce()
    {
        HetznerCloud hetzner;
        hetzner.cloud().setLatency(2ms);
        const QString server =
            u"/servers/%1/actions/create_image"_s.arg(Support::idOf(hetzner.server(u"web-2"_s)));
        const int answered = askFromThreads(hetzner.cloud(), 24, 20, [&](RawHttp &http, int n) {
            const RawAnswer answer =
                n % 5 == 0 ? http.post(server, QJsonObject{}) : http.get(u"/images?per_page=50"_s);
            const bool isExpected = answer.status == 200 || answer.status == 201
                || answer.status == 423 || answer.status == 403;
            return isExpected && !answer.json().isEmpty() ? 1 : 0;
        });
        QCOMPARE(answered, 24 * 20);
        QVERIFY(hetzner.cloud().mostAtOnce() > 1);
    }

    void countsWhatItIsAsked()
    {
        HetznerCloud hetzner;
        QCOMPARE(hetzner.http().get(u"/servers"_s).status, 200);
        QCOMPARE(hetzner.http().get(u"/servers?page=2"_s).status, 200);
        QCOMPARE(hetzner.http().get(u"/nowhere"_s).status, 404);
        QCOMPARE(hetzner.cloud().requestsServed(), 3);
        QCOMPARE(hetzner.cloud().requestsServed("GET", u"/v1/servers"_s), 2);
        QCOMPARE(hetzner.cloud().requestsServed("POST", u"/v1/servers"_s), 0);
        QCOMPARE(hetzner.cloud().mostAtOnce(), 1);
        hetzner.cloud().resetCounts();
        QCOMPARE(hetzner.cloud().requestsServed(), 0);
    }

    void recordsExchangesWithoutTheToken()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"exchanges"_s);
        HetznerCloud hetzner;
        QVERIFY(hetzner.cloud().recordTo(file));
        const QString image = hetzner.imagePath(u"borg ready"_s);
        QCOMPARE(hetzner.http().put(image, {{u"description"_s, u"borg läuft"_s}}).status, 200);
        QFile recorded(file);
        QVERIFY(recorded.open(QIODevice::ReadOnly));
        const QByteArray text = recorded.readAll();
        QVERIFY(!text.contains("demo-secret-"));
        const QByteArrayList lines = text.trimmed().split('\n');
        const QJsonObject last = QJsonDocument::fromJson(lines.last()).object();
        QCOMPARE(last.value(u"method"_s), u"PUT"_s);
        QCOMPARE(last.value(u"path"_s), QString(u"/v1"_s + image));
        QCOMPARE(last.value(u"status"_s), 200);
        QCOMPARE(last.value(u"requestBody"_s), u"{\"description\":\"borg läuft\"}"_s);
        QVERIFY(last.value(u"responseBody"_s).toString().contains(u"borg läuft"_s));
    }

    void aFileThatCannotBeWrittenIsNotRecordedTo()
    {
        HetznerCloud hetzner;
        QVERIFY(!hetzner.cloud().recordTo(u"/no/such/folder/exchanges"_s));
    }

    void answersAPostThatNamesNoLength()
    {
        HetznerCloud hetzner;
        const QString path = u"/v1"_s + hetzner.actionPath(u"web-2"_s, u"reboot"_s);
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s,
                             static_cast<quint16>(hetzner.cloud().baseUrl().port()));
        QVERIFY(socket.waitForConnected());
        socket.write("POST " + path.toUtf8()
                     + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                     + hetzner.cloud().options().token.toUtf8() + "\r\n\r\n");
        QVERIFY(socket.waitForReadyRead(2000));
        QVERIFY(socket.readAll().startsWith("HTTP/1.1 201"));
    }
};

QTEST_GUILESS_MAIN(SimulatedCloudTest)
#include "simulatedcloudtest.moc"
