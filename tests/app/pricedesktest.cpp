// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pricedesk.h"

#include "accounts/accountstore.h"
#include "accounts/memorysecretstore.h"
#include "items/displaytext.h"
#include "providers/profilelibrary.h"
#include "views/windowfixture.h"

#include <QAbstractItemView>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>

using namespace Domain;
using namespace Qt::StringLiterals;
using Keep = Accounts::AccountStore::Keep;

namespace {

/// At a provider that tells no prices.
Fixture::Holdings withoutPrices()
{
    Fixture::Holdings holdings;
    holdings.prices = PriceList();
    return holdings;
}

/// Of an operator whose price list is known.
QByteArray listedProfile()
{
    return "{\"version\": 1, \"id\": \"listed\", \"name\": \"Listed\", \"provider\": \"hetzner\", "
           "\"baseUrls\": [\"https://api.shop.example\"], "
           "\"texts\": {\"en\": {\"tokenHelp\": \"In the portal.\"}}, "
           "\"prices\": {\"currency\": \"CHF\", \"source\": \"https://www.example.com/prices\", "
           "\"date\": \"2026-01-31\", "
           "\"serverSnapshot\": {\"amount\": \"0.04\", \"unit\": \"GB-month\"}}}";
}

} // namespace

/// From the dialog to the rows.
class PriceDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatIsEnteredIsOnTheRowsAtOnce();
    void whatWasEnteredIsThereAfterARestart();
    void pricesTakenBackLeaveTheRows();
    void theEmptyPageAndTheDetailsTellThemToo();
    void theOperatorsListHoldsUntilAPriceIsEntered();
    void areEnteredOnlyWhereTheProviderTellsNone();

private:
    void start();
    void enter(const QString &amount);
    [[nodiscard]] QString perMonth(int row) const;
    [[nodiscard]] QString explanation(int row) const;

    Support::TestEnvironment m_environment;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<Fixture::Window> m_window;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Accounts::MemorySecretStore> m_secrets;
    std::unique_ptr<Accounts::AccountStore> m_store;
    std::unique_ptr<Providers::ProfileLibrary> m_profiles;
    std::unique_ptr<App::PriceDesk> m_desk;
};

void PriceDeskTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_secrets = std::make_unique<Accounts::MemorySecretStore>();
    m_profiles = std::make_unique<Providers::ProfileLibrary>(m_home->filePath(u"profiles"_s),
                                                             QStringList{u"hetzner"_s});
    start();
    Account account = m_window->account;
    account.baseUrl = QUrl(u"https://api.shop.example"_s);
    const auto saved = m_store->save(account, Secret("demo-secret"), Keep::Keychain);
    QTRY_VERIFY(saved.isFinished());
    QVERIFY(saved.result());
}

void PriceDeskTest::cleanup()
{
    m_desk.reset();
    m_store.reset();
    m_window.reset();
    m_settings.reset();
}

/// With what the last one left on the disk.
void PriceDeskTest::start()
{
    cleanup();
    m_window = std::make_unique<Fixture::Window>();
    m_settings =
        std::make_unique<QSettings>(m_home->filePath(u"accounts.ini"_s), QSettings::IniFormat);
    m_store = std::make_unique<Accounts::AccountStore>(*m_settings, *m_secrets);
    m_desk = std::make_unique<App::PriceDesk>(App::PriceDesk::Parts{
        *m_store, m_window->inventory, *m_profiles, m_window->feed, *m_window->window});
}

void PriceDeskTest::enter(const QString &amount)
{
    m_desk->edit(m_window->account.id);
    QDialog *dialog = m_window->dialog();
    QVERIFY(dialog);
    dialog->findChild<QLineEdit *>(u"priceCurrency"_s)->setText(u"CHF"_s);
    dialog->findChild<QLineEdit *>(u"priceServer"_s)->setText(amount);
    dialog->findChild<QPushButton *>(u"confirmButton"_s)->click();
    QTRY_VERIFY(!m_window->dialog());
}

QString PriceDeskTest::perMonth(int row) const
{
    const Items::SnapshotModel &rows = m_window->snapshots;
    return rows.index(row, Items::SnapshotModel::PerMonth).data().toString();
}

QString PriceDeskTest::explanation(int row) const
{
    const Items::SnapshotModel &rows = m_window->snapshots;
    return rows.index(row, Items::SnapshotModel::PerMonth).data(Qt::ToolTipRole).toString();
}

void PriceDeskTest::whatIsEnteredIsOnTheRowsAtOnce()
{
    QVERIFY(m_window->load(withoutPrices()));
    const QString before = perMonth(0);
    QVERIFY(explanation(0).contains(u"No price is known"_s));

    enter(u"0.05"_s);

    // 20 GB of each.
    QVERIFY(perMonth(0) != before);
    QCOMPARE(perMonth(0), Items::moneyText({1'000'000'000, u"CHF"_s}));
    QVERIFY2(explanation(0).contains(u"entered by you"_s), qPrintable(explanation(0)));
    QVERIFY(explanation(0).contains(u"Estimate"_s));
    m_window->window->selectSnapshot(Fixture::snapshotKey(u"100"_s));
    QTRY_VERIFY(m_window->find<QLabel>(u"costNote"_s)->text().contains(u"that you entered"_s));
}

void PriceDeskTest::whatWasEnteredIsThereAfterARestart()
{
    QVERIFY(m_window->load(withoutPrices()));
    enter(u"0.05"_s);
    start();
    QVERIFY(m_window->load(withoutPrices()));
    QCOMPARE(perMonth(0), Items::moneyText({1'000'000'000, u"CHF"_s}));
    m_desk->edit(m_window->account.id);
    QDialog *dialog = m_window->dialog();
    QCOMPARE(dialog->findChild<QLineEdit *>(u"priceServer"_s)->text(), u"0.05"_s);
    // The provider makes no snapshots of volumes.
    QVERIFY(!dialog->findChild<QLineEdit *>(u"priceVolume"_s));
}

void PriceDeskTest::pricesTakenBackLeaveTheRows()
{
    QVERIFY(m_window->load(withoutPrices()));
    const QString before = perMonth(0);
    enter(u"0.05"_s);
    enter({});
    QCOMPARE(perMonth(0), before);
}

/// Where there is no row that would change.
void PriceDeskTest::theEmptyPageAndTheDetailsTellThemToo()
{
    Fixture::Holdings holdings = withoutPrices();
    holdings.snapshots.clear();
    QVERIFY(m_window->load(holdings));
    const auto pageText = [this] {
        return m_window->find<QLabel>(u"stateText"_s)->text();
    };
    QTRY_VERIFY(m_window->sees(u"statePage"_s));
    QVERIFY2(!pageText().contains(u"A snapshot costs"_s), qPrintable(pageText()));
    m_window->find<QAbstractItemView>(u"resourceTree"_s)
        ->setCurrentIndex(m_window->tree.indexOf(Fixture::serverKey(u"1"_s)));
    QVERIFY(!m_window->sees(u"costCard"_s));

    enter(u"0.05"_s);
    QVERIFY2(pageText().contains(u"A snapshot costs"_s), qPrintable(pageText()));
    QVERIFY(m_window->sees(u"costCard"_s));
    enter({});
    QVERIFY2(!pageText().contains(u"A snapshot costs"_s), qPrintable(pageText()));
    QVERIFY(!m_window->sees(u"costCard"_s));
}

void PriceDeskTest::theOperatorsListHoldsUntilAPriceIsEntered()
{
    QVERIFY(QDir().mkpath(m_profiles->folder()));
    QFile file(QDir(m_profiles->folder()).filePath(u"listed.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(listedProfile()) > 0);
    file.close();
    *m_profiles = Providers::ProfileLibrary(m_profiles->folder(), QStringList{u"hetzner"_s});
    m_window->feed.setProfiles(*m_profiles);
    m_window->account.profile = u"listed"_s;
    Account account = m_window->account;
    account.baseUrl = QUrl(u"https://api.shop.example"_s);
    const auto saved = m_store->save(account, Secret("demo-secret"), Keep::Keychain);
    QTRY_VERIFY(saved.isFinished());
    QVERIFY(saved.result());

    QVERIFY(m_window->load(withoutPrices()));
    QCOMPARE(perMonth(0), Items::moneyText({800'000'000, u"CHF"_s}));
    QVERIFY2(explanation(0).contains(u"by the operator's price list"_s),
             qPrintable(explanation(0)));
    m_window->window->selectSnapshot(Fixture::snapshotKey(u"100"_s));
    const auto note = [this] {
        return m_window->find<QLabel>(u"costNote"_s)->text();
    };
    QVERIFY2(note().contains(u"By the operator's price list"_s), qPrintable(note()));

    enter(u"0.05"_s);
    QCOMPARE(perMonth(0), Items::moneyText({1'000'000'000, u"CHF"_s}));
    QVERIFY(explanation(0).contains(u"entered by you"_s));
    QVERIFY2(note().contains(u"that you entered"_s), qPrintable(note()));
    enter({});
    QCOMPARE(perMonth(0), Items::moneyText({800'000'000, u"CHF"_s}));

    m_desk->edit(m_window->account.id);
    QVERIFY(m_window->dialog());
    const QString hint =
        m_window->dialog()->findChild<QLineEdit *>(u"priceServer"_s)->placeholderText();
    QVERIFY2(hint.contains(u"0.04"_s) && hint.endsWith(u"by the profile"_s), qPrintable(hint));
}

void PriceDeskTest::areEnteredOnlyWhereTheProviderTellsNone()
{
    QAction &action = m_window->action(u"actionEditPrices"_s);
    QVERIFY(!action.isEnabled());
    QVERIFY(m_window->load());
    QTRY_VERIFY(action.toolTip().contains(u"tells its prices itself"_s));
    QVERIFY(!action.isEnabled());

    start();
    QSignalSpy asked(m_window->window.get(), &Views::MainWindow::editPricesRequested);
    QVERIFY(m_window->load(withoutPrices()));
    QTRY_VERIFY(m_window->action(u"actionEditPrices"_s).isEnabled());
    m_window->action(u"actionEditPrices"_s).trigger();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().value<AccountId>(), m_window->account.id);
}

QTEST_MAIN(PriceDeskTest)
#include "pricedesktest.moc"
