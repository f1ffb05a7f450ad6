// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/accountstore.h"
#include "app/application.h"
#include "inventory/inventory.h"
#include "items/errortext.h"
#include "items/snapshotmodel.h"
#include "support/loopbackserver.h"
#include "support/testenvironment.h"
#include "views/mainwindow/mainwindow.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;
using Domain::ErrorKind;
using Support::LoopbackServer;
using Support::ServedAnswer;
using Support::ServedRequest;

namespace {

constexpr int rows = 3;

QJsonObject pagination(int number, const QJsonValue &next, int total)
{
    return {
        {u"pagination"_s,
         QJsonObject{{u"page"_s, number},
                     {u"per_page"_s, 50},
                     {u"previous_page"_s, QJsonValue::Null},
                     {u"next_page"_s, next},
                     {u"last_page"_s, next.isNull() ? QJsonValue(1) : QJsonValue(QJsonValue::Null)},
                     {u"total_entries"_s,
                      next.isNull() ? QJsonValue(total) : QJsonValue(QJsonValue::Null)}}}};
}

QJsonObject image(int id)
{
    return {{u"id"_s, id},
            {u"type"_s, u"snapshot"_s},
            {u"status"_s, u"available"_s},
            {u"name"_s, QJsonValue::Null},
            {u"description"_s, u"before update %1"_s.arg(id)},
            {u"image_size"_s, 2.5},
            {u"disk_size"_s, 40},
            {u"created"_s, u"2026-05-01T10:00:00Z"_s},
            {u"created_from"_s, QJsonValue::Null},
            {u"bound_to"_s, QJsonValue::Null},
            {u"os_flavor"_s, u"debian"_s},
            {u"os_version"_s, u"12"_s},
            {u"rapid_deploy"_s, false},
            {u"protection"_s, QJsonObject{{u"delete"_s, false}}},
            {u"deprecated"_s, QJsonValue::Null},
            {u"deleted"_s, QJsonValue::Null},
            {u"architecture"_s, u"x86"_s},
            {u"labels"_s, QJsonObject()}};
}

ServedAnswer json(const QJsonObject &body, int status = 200)
{
    return {.status = status, .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

ServedAnswer error(int status, const QString &code)
{
    return json({{u"error"_s,
                  QJsonObject{{u"code"_s, code},
                              {u"message"_s, u"words of the vendor"_s},
                              {u"details"_s, QJsonValue::Null}}}},
                status);
}

ServedAnswer withHeader(ServedAnswer answer, const QByteArray &name, const QByteArray &value)
{
    answer.headers.append(name, value);
    return answer;
}

ServedAnswer html(int status)
{
    return withHeader({.status = status, .body = "<html><body>Sign in</body></html>"},
                      "Content-Type", "text/html; charset=utf-8");
}

ServedAnswer images(const QJsonArray &list, const QJsonValue &next = QJsonValue::Null)
{
    return json(
        {{u"images"_s, list}, {u"meta"_s, pagination(1, next, static_cast<int>(list.size()))}});
}

/// What the vendor answers on a good day.
ServedAnswer healthy(const ServedRequest &request)
{
    const QByteArray path = request.path();
    if (path.endsWith("/images")) {
        return images({image(1), image(2), image(3)});
    }
    if (path.endsWith("/pricing")) {
        const QJsonObject price{{u"net"_s, u"0.0110000000"_s}, {u"gross"_s, u"0.0130900000"_s}};
        return json({{u"pricing"_s,
                      QJsonObject{{u"currency"_s, u"EUR"_s},
                                  {u"vat_rate"_s, u"19.00"_s},
                                  {u"image"_s, QJsonObject{{u"price_per_gb_month"_s, price}}}}}});
    }
    const QString name = QString::fromLatin1(path.sliced(path.lastIndexOf('/') + 1));
    return json({{name, QJsonArray()}, {u"meta"_s, pagination(1, QJsonValue::Null, 0)}});
}

using Fault = std::function<ServedAnswer(const ServedRequest &)>;

Fault always(const ServedAnswer &answer)
{
    return [answer](const ServedRequest &) {
        return answer;
    };
}

/// The fault in the list of snapshots alone.
Fault inSnapshots(const std::function<ServedAnswer(const ServedRequest &)> &fault)
{
    return [fault](const ServedRequest &request) {
        return request.path().endsWith("/images") ? fault(request) : healthy(request);
    };
}

ServedAnswer cutShort()
{
    ServedAnswer answer = images({image(1), image(2), image(3)});
    answer.say = ServedAnswer::Say::CutShort;
    answer.then = ServedAnswer::Then::Close;
    return answer;
}

ServedAnswer mistyped()
{
    QJsonObject bad = image(2);
    bad.insert(u"created"_s, 7);
    return images({image(1), bad});
}

ServedAnswer missing()
{
    QJsonObject bad = image(2);
    bad.remove(u"id"_s);
    return images({image(1), bad});
}

ServedAnswer endless(const ServedRequest &request)
{
    const int page = std::max(1, request.query(u"page"_s).toInt());
    return json({{u"images"_s, QJsonArray{image(page)}}, {u"meta"_s, pagination(page, page, 0)}});
}

} // namespace

/// One account, three rows, then trouble: through the real network code, provider, inventory and
/// window.
class TableKeepsRowsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_fault = healthy;
        m_server = std::make_unique<LoopbackServer>(
            [this](const ServedRequest &request) { return m_fault(request); });
        m_session = App::Session::demo(m_server->url().toString()).value();
        App::CommandLine commandLine;
        commandLine.isDemo = true;
        m_application = std::make_unique<App::Application>(*m_session, commandLine);
        m_application->start();
        m_application->connectDemoAccounts();
        QTRY_COMPARE(m_application->snapshots().rowCount(), rows);
        QTRY_COMPARE(seen().freshness, Inventory::Freshness::Fresh);
    }

    void cleanup()
    {
        m_application.reset();
        m_session.reset();
        m_server.reset();
    }

    void keepsItsRowsAndSaysWhatFailed_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addRow("wrong token")
            << always(error(401, u"unauthorized"_s)) << ErrorKind::Unauthorized;
        QTest::addRow("forbidden") << always(error(403, u"forbidden"_s)) << ErrorKind::Forbidden;
        QTest::addRow("429 with Retry-After")
            << always(withHeader(error(429, u"rate_limit_exceeded"_s), "Retry-After", "1"))
            << ErrorKind::RateLimited;
        QTest::addRow("429 without Retry-After") << always(
            withHeader(error(429, u"rate_limit_exceeded"_s), "RateLimit-Limit", "3600000"))
                                                 << ErrorKind::RateLimited;
        QTest::addRow("500") << always(error(500, u"server_error"_s)) << ErrorKind::ServerError;
        QTest::addRow("503") << always(error(503, u"unavailable"_s)) << ErrorKind::Unavailable;
        QTest::addRow("HTML instead of JSON")
            << inSnapshots(always(html(200))) << ErrorKind::Protocol;
        QTest::addRow("truncated body")
            << inSnapshots(always(cutShort())) << ErrorKind::Interrupted;
        QTest::addRow("truncated JSON")
            << inSnapshots(always({.status = 200, .body = "{\"images\":[{\"id\":1,"}))
            << ErrorKind::Protocol;
        QTest::addRow("missing field") << inSnapshots(always(missing())) << ErrorKind::Protocol;
        QTest::addRow("mistyped field") << inSnapshots(always(mistyped())) << ErrorKind::Protocol;
        QTest::addRow("a page that never ends") << inSnapshots(endless) << ErrorKind::Protocol;
    }

    void keepsItsRowsAndSaysWhatFailed()
    {
        QFETCH(Fault, fault);
        QFETCH(ErrorKind, kind);
        m_fault = fault;
        Q_EMIT m_application->window().refreshRequested(std::nullopt);
        expectFailure(kind);
        m_fault = healthy;
        Q_EMIT m_application->window().refreshRequested(std::nullopt);
        QTRY_COMPARE_WITH_TIMEOUT(seen().freshness, Inventory::Freshness::Fresh, 30'000);
    }

    void keepsItsRowsWithoutNetwork()
    {
        m_server.reset();
        Q_EMIT m_application->window().refreshRequested(std::nullopt);
        expectFailure(ErrorKind::NoConnection);
    }

    void forgetsItsRowsWhenTheAccountMovesElsewhere()
    {
        LoopbackServer impostor(healthy, LoopbackServer::Identity::SelfSigned);
        moveTo(impostor.url());
        QTRY_COMPARE_WITH_TIMEOUT(seen().freshness, Inventory::Freshness::Failed, 90'000);
        QCOMPARE(seen().error.kind, ErrorKind::Tls);
        QCOMPARE(m_application->snapshots().rowCount(), 0);
        QCOMPARE(impostor.requests().size(), 0); // no token left for it
        moveTo(m_server->url());
        QTRY_COMPARE(m_application->snapshots().rowCount(), rows);
    }

private:
    [[nodiscard]] const Inventory::AccountInventory &seen() const
    {
        return *m_application->inventory().find(m_application->inventory().accounts().constFirst());
    }

    void moveTo(const QUrl &url)
    {
        Domain::Account account = seen().account;
        account.baseUrl = url;
        m_application->accounts()
            .save(account, Domain::Secret(), Accounts::AccountStore::Keep::SessionOnly)
            .then(m_application.get(),
                  [](const Domain::Result<Domain::Account> &saved) { QVERIFY(saved); });
    }

    [[nodiscard]] bool shows(const QString &sentence) const
    {
        for (const QLabel *label : m_application->window().findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == sentence) {
                return true;
            }
        }
        return false;
    }

    void expectFailure(ErrorKind kind)
    {
        QTRY_COMPARE_WITH_TIMEOUT(seen().freshness, Inventory::Freshness::Failed, 90'000);
        QCOMPARE(seen().error.kind, kind);
        QCOMPARE(m_application->snapshots().rowCount(), rows);
        const Items::ErrorText text = Items::refreshErrorText(seen().error, seen().account.name);
        QVERIFY(!text.title.isEmpty() && !text.meaning.isEmpty());
        QTRY_VERIFY2(shows(text.title), qPrintable(text.title));
    }

    const Support::TestEnvironment m_environment;
    Fault m_fault;
    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<App::Session> m_session;
    std::unique_ptr<App::Application> m_application;
};

QTEST_MAIN(TableKeepsRowsTest)
#include "tablekeepsrowstest.moc"
