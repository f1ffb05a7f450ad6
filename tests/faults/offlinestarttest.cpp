// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/accountstore.h"
#include "app/application.h"
#include "demo/simulatedcloud.h"
#include "inventory/inventory.h"
#include "items/resourcetreemodel.h"
#include "items/snapshotmodel.h"
#include "support/loopbackserver.h"
#include "support/testenvironment.h"
#include "views/mainwindow/mainwindow.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSqlQuery>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using Domain::ErrorKind;
using Inventory::Freshness;
using Items::ResourceTreeModel;
using Support::LoopbackServer;
using Support::ServedRequest;

namespace {

constexpr int patience = 90'000;

} // namespace

/// The program ends with a full table and is started again where nothing answers: through the real
/// network code, cache and window.
class OfflineStartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsWhatWasThereLastAndItsAge();
    void isSearchedWithoutANetwork();
    void isFreshOnceTheNetworkIsBack();
    void showsWhatWasThereLastWithoutACredential();
    void showsWhatWasThereLastWhereTheAddressFails_data();
    void showsWhatWasThereLastWhereTheAddressFails();
    void showsNothingOfAnAccountThatWasRemoved();
    void showsNothingOfAnAccountThatIsElsewhereNow();
    void startsWithoutRowsFromADamagedFile();

private:
    void start();
    /// The program is closed, the network pulled, the program started again.
    void startOffline();
    void end() { m_application.reset(); }

    [[nodiscard]] const Inventory::AccountInventory &seen() const
    {
        return *m_application->inventory().find(m_account.id);
    }
    [[nodiscard]] int rowCount() const { return m_application->snapshots().rowCount(); }
    [[nodiscard]] QString labelText(const QString &name) const
    {
        const auto *label = m_application->window().findChild<QLabel *>(name);
        return label && label->isVisible() ? label->text() : QString();
    }
    /// What stands at the account's end of its line in the tree.
    [[nodiscard]] QString atTheAccount() const
    {
        const auto *tree = m_application->window().findChild<QTreeView *>(u"resourceTree"_s);
        const auto *model = qobject_cast<const ResourceTreeModel *>(tree->model());
        return model->indexOf(m_account.id).data(ResourceTreeModel::TrailingTextRole).toString();
    }
    [[nodiscard]] QString cacheFile() const
    {
        return m_session->cacheFolder() + u"/cache.sqlite"_s;
    }
    void move(const QUrl &url);
    void moveRows(const QUrl &url) const;

    const Support::TestEnvironment m_environment;
    std::unique_ptr<Demo::SimulatedCloud> m_cloud;
    std::unique_ptr<App::Session> m_session;
    std::unique_ptr<App::Application> m_application;
    Domain::Account m_account;
    int m_rows = 0;
};

void OfflineStartTest::start()
{
    App::CommandLine commandLine;
    commandLine.isDemo = true;
    m_application = std::make_unique<App::Application>(*m_session, commandLine);
    m_application->start();
}

void OfflineStartTest::init()
{
    m_cloud = std::make_unique<Demo::SimulatedCloud>(Demo::CloudOptions::forVendor(u"hetzner"_s));
    m_session = App::Session::demo(m_cloud->start().value().toString()).value();
    start();
    const App::DemoAccount &demo = m_session->demoAccounts().front();
    bool isSaved = false;
    m_application->accounts()
        .save(demo.account, demo.token, Accounts::AccountStore::Keep::Keychain)
        .then(m_application.get(), [&](const Domain::Result<Domain::Account> &saved) {
            m_account = saved.value();
            isSaved = true;
        });
    QTRY_VERIFY(isSaved && m_application->inventory().find(m_account.id));
    QTRY_COMPARE_WITH_TIMEOUT(seen().freshness, Freshness::Fresh, patience);
    m_rows = rowCount();
    QVERIFY(m_rows > 20);
}

void OfflineStartTest::cleanup()
{
    end();
    m_session.reset();
    m_cloud.reset();
}

void OfflineStartTest::startOffline()
{
    end();
    m_cloud->stop();
    start();
}

void OfflineStartTest::showsWhatWasThereLastAndItsAge()
{
    const QList<Domain::Snapshot> before = seen().snapshots;
    const QDateTime asOf = seen().asOf;
    startOffline();
    QTRY_COMPARE(rowCount(), m_rows);
    QVERIFY(seen().freshness != Freshness::Failed); // before anything was known of the network
    QCOMPARE(seen().asOf, asOf);
    const QString time = asOf.toLocalTime().toString(u"HH:mm"_s);
    const QString age = u"as of "_s + time;
    QVERIFY2(labelText(u"statusFreshness"_s).startsWith(age),
             qPrintable(labelText(u"statusFreshness"_s)));
    QCOMPARE(atTheAccount(), time);

    QTRY_COMPARE_WITH_TIMEOUT(seen().freshness, Freshness::Failed, patience);
    QCOMPARE(seen().error.kind, ErrorKind::NoConnection);
    QCOMPARE(rowCount(), m_rows);
    QCOMPARE(labelText(u"statusFreshness"_s), age);
    QCOMPARE(atTheAccount(), time);
    QCOMPARE(seen().snapshots.size(), before.size());
    for (qsizetype i = 0; i < before.size(); ++i) {
        Domain::Snapshot expected = before.at(i);
        expected.raw.clear(); // asked for again, not kept
        QVERIFY2(seen().snapshots.at(i) == expected, qPrintable(expected.name));
    }
}

void OfflineStartTest::isSearchedWithoutANetwork()
{
    const QString source = seen().snapshots.constFirst().sourceName;
    startOffline();
    QTRY_COMPARE_WITH_TIMEOUT(seen().freshness, Freshness::Failed, patience);
    auto *field = m_application->window().findChild<QLineEdit *>(u"searchField"_s);
    field->setFocus();
    QTest::keyClicks(field, source);
    QTRY_VERIFY(rowCount() < m_rows);
    QVERIFY(rowCount() > 0);
    field->clear();
    QTRY_COMPARE(rowCount(), m_rows);
    auto *take = m_application->window().findChild<QAction *>(u"actionTake"_s);
    QVERIFY2(take->isEnabled(), qPrintable(take->toolTip())); // it says what fails when it does
}

void OfflineStartTest::isFreshOnceTheNetworkIsBack()
{
    const QDateTime asOf = seen().asOf;
    startOffline();
    QTRY_COMPARE_WITH_TIMEOUT(seen().freshness, Freshness::Failed, patience);
    QVERIFY(m_cloud->start());
    Q_EMIT m_application->window().refreshRequested(std::nullopt);
    QTRY_COMPARE_WITH_TIMEOUT(seen().freshness, Freshness::Fresh, patience);
    QVERIFY(seen().isCurrent);
    QVERIFY(seen().asOf > asOf);
    QCOMPARE(rowCount(), m_rows);
    QCOMPARE(atTheAccount(), QString::number(m_rows));
    QVERIFY(!seen().snapshots.constFirst().raw.isEmpty());
}

void OfflineStartTest::showsWhatWasThereLastWithoutACredential()
{
    end();
    bool isRemoved = false;
    m_session->secrets().remove(m_account.id).then(this, [&](const Domain::Result<Domain::Done> &) {
        isRemoved = true;
    });
    QTRY_VERIFY(isRemoved);
    start();
    QTRY_COMPARE(seen().freshness, Freshness::Failed);
    QTRY_COMPARE(rowCount(), m_rows);
    QVERIFY2(atTheAccount().contains(u':'), qPrintable(atTheAccount()));
    QVERIFY(seen().capabilities.server.canTake);
}

void OfflineStartTest::showsWhatWasThereLastWhereTheAddressFails_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addRow("an unknown name") << ErrorKind::HostNotFound;
    QTest::addRow("a certificate that is refused") << ErrorKind::Tls;
}

void OfflineStartTest::showsWhatWasThereLastWhereTheAddressFails()
{
    QFETCH(ErrorKind, kind);
    LoopbackServer impostor([](const ServedRequest &) { return Support::ServedAnswer(); },
                            LoopbackServer::Identity::SelfSigned);
    const QUrl url =
        kind == ErrorKind::Tls ? impostor.url() : QUrl(u"https://snapdeck.invalid/v1"_s);
    end();
    move(url);
    moveRows(url);
    start();
    QTRY_COMPARE_WITH_TIMEOUT(seen().freshness, Freshness::Failed, patience);
    QCOMPARE(seen().error.kind, kind);
    QTRY_COMPARE(rowCount(), m_rows);
    QCOMPARE(impostor.requests().size(), 0); // no token left for it
}

void OfflineStartTest::showsNothingOfAnAccountThatWasRemoved()
{
    bool isRemoved = false;
    m_application->accounts()
        .remove(m_account.id)
        .then(m_application.get(), [&](const Domain::Result<Domain::Done> &) { isRemoved = true; });
    QTRY_VERIFY(isRemoved);
    QCOMPARE(rowCount(), 0);
    end();
    QFile file(cacheFile());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains(m_account.id.value.toLatin1()));
    start();
    QTRY_COMPARE(labelText(u"stateTitle"_s), u"Connect your first account"_s);
    QVERIFY(m_application->inventory().accounts().isEmpty());
}

void OfflineStartTest::showsNothingOfAnAccountThatIsElsewhereNow()
{
    end();
    move(QUrl(u"https://snapdeck.invalid/v1"_s));
    start();
    QTRY_COMPARE_WITH_TIMEOUT(seen().freshness, Freshness::Failed, patience);
    QCOMPARE(rowCount(), 0);
    QVERIFY(!seen().asOf.isValid());
}

void OfflineStartTest::startsWithoutRowsFromADamagedFile()
{
    end();
    QFile file(cacheFile());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QCOMPARE(file.write(QByteArray(200, 'x')), 200);
    file.close();
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged"_s));
    start();
    QTRY_COMPARE_WITH_TIMEOUT(seen().freshness, Freshness::Fresh, patience);
    QCOMPARE(rowCount(), m_rows);
    QCOMPARE(labelText(u"problemBanner"_s), QString());
    startOffline();
    QTRY_COMPARE(rowCount(), m_rows);
}

void OfflineStartTest::move(const QUrl &url)
{
    Accounts::AccountStore store(m_session->settings(), m_session->secrets());
    m_account.baseUrl = url;
    bool isSaved = false;
    store.save(m_account, Domain::Secret(), Accounts::AccountStore::Keep::Keychain)
        .then(&store,
              [&](const Domain::Result<Domain::Account> &saved) { isSaved = saved.has_value(); });
    QTRY_VERIFY(isSaved);
}

/// As if they had been seen there.
void OfflineStartTest::moveRows(const QUrl &url) const
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"behind"_s);
        database.setDatabaseName(cacheFile());
        QVERIFY(database.open());
        QSqlQuery query(database);
        query.prepare(u"UPDATE inventories SET address = ?"_s);
        query.addBindValue(url.toString());
        QVERIFY(query.exec());
        QCOMPARE(query.numRowsAffected(), 1);
    }
    QSqlDatabase::removeDatabase(u"behind"_s);
}

QTEST_MAIN(OfflineStartTest)
#include "offlinestarttest.moc"
