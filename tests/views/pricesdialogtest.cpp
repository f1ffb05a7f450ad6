// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/pricesdialog.h"
#include "support/testenvironment.h"
#include "views/common/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QTest>

using namespace Domain;
using namespace Views;
using namespace Qt::StringLiterals;

namespace {

SnapshotPrice priceOf(SnapshotKind kind, qint64 nanos, PriceUnit unit)
{
    SnapshotPrice price;
    price.kind = kind;
    price.price = {{nanos, u"EUR"_s}, unit};
    return price;
}

} // namespace

class PricesDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void init();
    void cleanup();

    void asksForTheKindsThatTheProviderHas();
    void savesWhatWasEntered();
    void anEmptyAmountIsNoPrice();
    void showsWhatWasEnteredBefore();
    void takesThePointOfThePersonsLanguage();
    void saysWhatIsWrongUnderTheField_data();
    void saysWhatIsWrongUnderTheField();
    void aFailureIsSaidAndNothingIsLost();
    void everyControlHasANameAndAPlaceInTheTabOrder();

private:
    void open();
    [[nodiscard]] QLineEdit *field(const QString &name) const
    {
        return m_dialog->findChild<QLineEdit *>(name);
    }
    [[nodiscard]] QString errorBelow(const QString &name) const;
    void save() const { m_dialog->findChild<Button *>(u"confirmButton"_s)->click(); }

    Support::TestEnvironment m_environment;
    std::unique_ptr<Theme> m_theme;
    EnteredPrices m_entered;
    QPointer<PricesDialog> m_dialog;
    QList<QList<SnapshotPrice>> m_saved;
    Result<Done> m_answer = Done{};
};

void PricesDialogTest::init()
{
    m_saved.clear();
    m_answer = Done{};
    m_entered = EnteredPrices();
    m_entered.accountName = u"shop"_s;
    m_entered.kinds = {SnapshotKind::Server, SnapshotKind::Volume};
    m_entered.save = [this](const QList<SnapshotPrice> &prices) {
        m_saved.append(prices);
        return m_answer;
    };
}

void PricesDialogTest::cleanup()
{
    delete m_dialog;
    QLocale::setDefault(QLocale::c());
}

void PricesDialogTest::open()
{
    delete m_dialog;
    m_dialog = new PricesDialog(m_entered);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

QString PricesDialogTest::errorBelow(const QString &name) const
{
    const auto *error = field(name)->parentWidget()->findChild<QLabel *>(u"fieldError"_s);
    return error->isVisible() ? error->text() : QString();
}

void PricesDialogTest::asksForTheKindsThatTheProviderHas()
{
    open();
    QVERIFY(field(u"priceServer"_s) && field(u"priceVolume"_s));
    QVERIFY(m_dialog->windowTitle().contains(u"shop"_s));
    QCOMPARE(QApplication::focusWidget(), field(u"priceCurrency"_s));

    m_entered.kinds = {SnapshotKind::Volume};
    m_entered.currency = u"CHF"_s;
    open();
    QVERIFY(!field(u"priceServer"_s));
    QCOMPARE(field(u"priceCurrency"_s)->text(), u"CHF"_s);
    QCOMPARE(QApplication::focusWidget(), field(u"priceVolume"_s));
}

void PricesDialogTest::savesWhatWasEntered()
{
    open();
    QTest::keyClicks(field(u"priceCurrency"_s), u"eur"_s);
    QTest::keyClicks(field(u"priceServer"_s), u" 0.05 "_s);
    QTest::keyClicks(field(u"priceVolume"_s), u"0.000012345"_s);
    auto *unit = m_dialog->findChild<QComboBox *>(u"priceVolumeUnit"_s);
    unit->setFocus();
    QTest::keyClick(unit, Qt::Key_Down);
    save();
    const QList<SnapshotPrice> expected{
        priceOf(SnapshotKind::Server, 50'000'000, PriceUnit::PerGbMonth),
        priceOf(SnapshotKind::Volume, 12'345, PriceUnit::PerGbHour)};
    QCOMPARE(m_saved.size(), 1);
    QCOMPARE(m_saved.first(), expected);
    QTRY_VERIFY(!m_dialog);
}

void PricesDialogTest::anEmptyAmountIsNoPrice()
{
    m_entered.prices = {priceOf(SnapshotKind::Server, 50'000'000, PriceUnit::PerGbMonth)};
    open();
    field(u"priceServer"_s)->clear();
    field(u"priceCurrency"_s)->clear();
    save();
    QCOMPARE(m_saved.size(), 1);
    QVERIFY(m_saved.first().isEmpty());

    open();
    QTest::keyClicks(field(u"priceVolume"_s), u"0"_s); // free, which is a price
    save();
    QCOMPARE(m_saved.last().size(), 2);
}

void PricesDialogTest::showsWhatWasEnteredBefore()
{
    m_entered.prices = {priceOf(SnapshotKind::Volume, 12'345, PriceUnit::PerGbHour)};
    m_entered.currency = u"CHF"_s;
    open();
    QCOMPARE(field(u"priceCurrency"_s)->text(), u"EUR"_s);
    QCOMPARE(field(u"priceServer"_s)->text(), QString());
    QCOMPARE(field(u"priceVolume"_s)->text(), u"0.000012345"_s);
    save();
    QCOMPARE(m_saved.value(0), m_entered.prices);
}

void PricesDialogTest::takesThePointOfThePersonsLanguage()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    m_entered.prices = {priceOf(SnapshotKind::Server, 50'000'000, PriceUnit::PerGbMonth)};
    open();
    QCOMPARE(field(u"priceServer"_s)->text(), u"0,05"_s);
    QTest::keyClicks(field(u"priceVolume"_s), u"0.5"_s);
    save();
    QCOMPARE(m_saved.value(0).value(0).price.amount.nanos, 50'000'000);
    QCOMPARE(m_saved.value(0).value(1).price.amount.nanos, 500'000'000);
}

void PricesDialogTest::saysWhatIsWrongUnderTheField_data()
{
    QTest::addColumn<QString>("currency");
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("wrong");
    QTest::addRow("no currency") << QString() << u"1"_s << u"priceCurrency"_s;
    QTest::addRow("a sign of a currency") << u"€"_s << u"1"_s << u"priceCurrency"_s;
    QTest::addRow("two letters") << u"EU"_s << u"1"_s << u"priceCurrency"_s;
    QTest::addRow("words") << u"EUR"_s << u"cheap"_s << u"priceServer"_s;
    QTest::addRow("with a currency") << u"EUR"_s << u"1 EUR"_s << u"priceServer"_s;
    QTest::addRow("negative") << u"EUR"_s << u"-1"_s << u"priceServer"_s;
    QTest::addRow("two points") << u"EUR"_s << u"1.000,5"_s << u"priceServer"_s;
    QTest::addRow("ten digits behind the point")
        << u"EUR"_s << u"0.1234567891"_s << u"priceServer"_s;
    QTest::addRow("an exponent") << u"EUR"_s << u"1e3"_s << u"priceServer"_s;
}

void PricesDialogTest::saysWhatIsWrongUnderTheField()
{
    QFETCH(QString, currency);
    QFETCH(QString, amount);
    QFETCH(QString, wrong);
    open();
    field(u"priceCurrency"_s)->setText(currency);
    field(u"priceServer"_s)->setText(amount);
    save();
    QVERIFY(m_saved.isEmpty());
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!errorBelow(wrong).isEmpty());
    QCOMPARE(QApplication::focusWidget(), field(wrong));
    field(wrong)->setText(u"x"_s);
    QVERIFY(errorBelow(wrong).isEmpty());
}

void PricesDialogTest::aFailureIsSaidAndNothingIsLost()
{
    m_answer = failure(ErrorKind::Unknown, u"the disk is full"_s);
    open();
    field(u"priceCurrency"_s)->setText(u"EUR"_s);
    field(u"priceServer"_s)->setText(u"1"_s);
    save();
    QVERIFY(m_dialog->isVisible());
    QVERIFY(m_dialog->findChild<QWidget *>(u"pricesBanner"_s)->isVisible());
    QCOMPARE(field(u"priceServer"_s)->text(), u"1"_s);
    m_answer = Done{};
    save();
    QTRY_VERIFY(!m_dialog);
}

void PricesDialogTest::everyControlHasANameAndAPlaceInTheTabOrder()
{
    open();
    QStringList visited;
    QWidget *first = field(u"priceCurrency"_s);
    do {
        QWidget *at = QApplication::focusWidget();
        visited.append(at->objectName());
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(at);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(at->objectName()));
        QTest::keyClick(at, Qt::Key_Tab);
    } while (QApplication::focusWidget() != first && visited.size() < 20);
    const QStringList expected{u"priceCurrency"_s, u"priceServer"_s,     u"priceServerUnit"_s,
                               u"priceVolume"_s,   u"priceVolumeUnit"_s, u"confirmButton"_s,
                               u"cancelButton"_s};
    QCOMPARE(visited.join(u", "_s), expected.join(u", "_s));
}

QTEST_MAIN(PricesDialogTest)
#include "pricesdialogtest.moc"
