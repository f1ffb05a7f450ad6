// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benches.h"

#include "domain/clock.h"
#include "heartbeat.h"
#include "net/httpclient.h"
#include "report.h"

#include <QCoreApplication>
#include <QFile>
#include <QNetworkAccessManager>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

QByteArray certificate(const QString &name)
{
    QFile file(QStringLiteral(CERTIFICATES "/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no %s", qPrintable(file.fileName()));
    }
    return file.readAll();
}

void answerAll(QTcpServer &server)
{
    while (QTcpSocket *socket = server.nextPendingConnection()) {
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            if (socket->readAll().endsWith("\r\n\r\n")) {
                socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                              "Content-Length: 2\r\n\r\n{}");
            }
        });
    }
}

} // namespace

int serveTls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(certificate(u"trusted.crt"_s)));
    tls.setPrivateKey(QSslKey(certificate(u"trusted.key"_s), QSsl::Ec));
    QSslServer server;
    server.setSslConfiguration(tls);
    QObject::connect(&server, &QTcpServer::pendingConnectionAvailable, &server,
                     [&server] { answerAll(server); });
    if (!server.listen(QHostAddress::LocalHost)) {
        return 1;
    }
    QTextStream(stdout) << server.serverPort() << Qt::endl;
    return QCoreApplication::exec();
}

/// Only the first use of TLS in a process is slow, so this comes before all others and once. The
/// server is a process of its own: it would load the library here. The system's authorities don't
/// know it, which is found out after all that takes time.
void benchTls()
{
    QProcess process;
    process.start(QCoreApplication::applicationFilePath(), {u"serve-tls"_s});
    waitFor([&process] { return process.canReadLine(); }, u"the TLS server"_s);
    QNetworkAccessManager manager;
    Domain::SystemClock clock;
    Net::HttpClientOptions options;
    options.baseUrl =
        QUrl(u"https://127.0.0.1:"_s + QString::fromLatin1(process.readLine().trimmed()));
    Heartbeat heartbeat;
    heartbeat.start();
    Net::HttpClient client(options, manager, clock);
    Net::HttpRequest request;
    request.path = u"servers"_s;
    const auto answer = client.send(request);
    waitFor([&answer] { return answer.isFinished(); }, u"the first answer over TLS"_s);
    if (answer.result() || answer.result().error().kind != Domain::ErrorKind::Tls) {
        qFatal("a server that nobody vouches for was not refused");
    }
    process.terminate();
    process.waitForFinished(5000);
    const double ms = heartbeat.longest();
    print(u"Longest block of the UI thread at the first request over TLS (ratio: to the goal)"_s,
          {Line{u"first request of the process"_s, u"%1 ms, goal 16 ms"_s.arg(ms, 0, 'f', 1),
                ms / 16, 1, Line::Sense::AtMost}});
}

} // namespace Bench
