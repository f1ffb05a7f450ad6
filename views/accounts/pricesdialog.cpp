// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/pricesdialog.h"

#include "accounts/enteredprices.h"
#include "items/displaytext.h"
#include "views/accounts/accounttexts.h"
#include "views/accounts/formfield.h"
#include "views/common/inlinebanner.h"
#include "views/common/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Views {

using Domain::PriceUnit;
using Domain::SnapshotKind;
using Domain::SnapshotPrice;

namespace {

constexpr int currencyLetters = 3;
constexpr int longestAmount = 20;

/// With the point that Money is read with, whichever of the two was typed. Empty for what is no
/// amount.
QString decimalOf(const QString &typed)
{
    static const QRegularExpression amount(u"\\A[0-9]{1,9}([.,][0-9]{1,9})?\\z"_s);
    const QString text = typed.trimmed();
    return amount.match(text).hasMatch() ? QString(text).replace(u',', u'.') : QString();
}

QString shownAmount(const Domain::Money &money)
{
    return Accounts::decimalText(money).replace(u"."_s, QLocale().decimalPoint());
}

bool isCurrency(const QString &text)
{
    static const QRegularExpression code(u"\\A[A-Z]{3}\\z"_s);
    return code.match(text).hasMatch();
}

} // namespace

PricesDialog::PricesDialog(const EnteredPrices &entered, QWidget *parent)
    : Dialog(parent)
    , m_entered(entered)
    , m_banner(new InlineBanner(this))
{
    setObjectName(u"pricesDialog"_s);
    setTitle(tr("Prices of %1").arg(nameInTitle(entered.accountName)));
    content()->setSpacing(Metrics::wideMargin);
    content()->addWidget(
        makeText(tr("This provider tells no prices. With those of your operator's price list, "
                    "without tax, Snapdeck estimates what snapshots cost. They are marked as "
                    "entered by you, and stay on this computer."),
                 this));
    if (!entered.listed.isEmpty()) {
        content()->addWidget(makeText(tr("Where you enter none, the price list in the operator's "
                                         "profile holds."),
                                      this));
    }
    addCurrency();
    for (const SnapshotKind kind : entered.kinds) {
        addLine(kind);
    }
    m_banner->setObjectName(u"pricesBanner"_s);
    m_banner->hide();
    content()->addWidget(m_banner);
    Button *save = addAction(ButtonKind::Primary, u"check"_s, tr("Save prices"));
    save->setDefault(true);
    cancelButton()->setAutoDefault(false);
    connect(save, &Button::clicked, this, &PricesDialog::submit);
    m_currency->setFocus();
    if (!m_currency->text().isEmpty() && !m_lines.isEmpty()) {
        m_lines.constFirst().amount->setFocus();
    }
}

void PricesDialog::addCurrency()
{
    m_currency = new QLineEdit(this);
    m_currency->setObjectName(u"priceCurrency"_s);
    m_currency->setMaxLength(currencyLetters);
    m_currency->setPlaceholderText(u"EUR"_s);
    m_currency->setText(m_entered.prices.isEmpty()
                            ? m_entered.currency
                            : m_entered.prices.constFirst().price.amount.currency);
    m_currencyField = new FormField(tr("&Currency"), m_currency, this);
    content()->addWidget(m_currencyField);
    connect(m_currency, &QLineEdit::textChanged, this, [this] { m_currencyField->setError({}); });
}

void PricesDialog::addLine(SnapshotKind kind)
{
    const bool isServer = kind == SnapshotKind::Server;
    Line line;
    line.kind = kind;
    line.amount = new QLineEdit(this);
    line.amount->setObjectName(isServer ? u"priceServer"_s : u"priceVolume"_s);
    line.amount->setMaxLength(longestAmount);
    const auto listed = std::ranges::find(m_entered.listed, kind, &SnapshotPrice::kind);
    line.amount->setPlaceholderText(
        listed == m_entered.listed.end()
            ? tr("no price")
            : tr("%1 by the profile", "a price").arg(Items::rateText(listed->price.amount)));
    line.unit = new QComboBox(this);
    line.unit->setObjectName(isServer ? u"priceServerUnit"_s : u"priceVolumeUnit"_s);
    line.unit->setAccessibleName(tr("What the price is for"));
    const bool isBinary = m_entered.unit == Domain::SizeUnit::Gibibyte;
    line.unit->addItem(isBinary ? tr("per GiB and month") : tr("per GB and month"),
                       static_cast<int>(PriceUnit::PerGbMonth));
    line.unit->addItem(isBinary ? tr("per GiB and hour") : tr("per GB and hour"),
                       static_cast<int>(PriceUnit::PerGbHour));
    line.field = new FormField(isServer ? tr("Snapshot of a &server") : tr("Snapshot of a &volume"),
                               line.amount, this);
    line.field->addBeside(line.unit);
    const auto known = std::ranges::find(m_entered.prices, kind, &SnapshotPrice::kind);
    if (known != m_entered.prices.end()) {
        line.amount->setText(shownAmount(known->price.amount));
        const int unit = line.unit->findData(static_cast<int>(known->price.unit));
        line.unit->setCurrentIndex(std::max(unit, 0));
    }
    content()->addWidget(line.field);
    connect(line.amount, &QLineEdit::textChanged, line.field,
            [field = line.field] { field->setError({}); });
    m_lines.append(line);
}

/// Errors come and go, and a dialog does not follow their height by itself.
bool PricesDialog::event(QEvent *event)
{
    const bool isHandled = Dialog::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible()) {
        layout()->activate();
        resize(width(), layout()->totalHeightForWidth(width()));
    }
    return isHandled;
}

QString PricesDialog::currency() const
{
    return m_currency->text().trimmed().toUpper();
}

/// Shows everything that is wrong and goes to the first of it.
bool PricesDialog::checkAll()
{
    QList<QLineEdit *> wrong;
    const bool isAnyEntered = std::ranges::any_of(
        m_lines, [](const Line &line) { return !line.amount->text().trimmed().isEmpty(); });
    const bool isCurrencyWrong = isAnyEntered && !isCurrency(currency());
    m_currencyField->setError(
        isCurrencyWrong ? tr("Enter the three letters of the currency, such as EUR.") : QString());
    if (isCurrencyWrong) {
        wrong.append(m_currency);
    }
    for (const Line &line : std::as_const(m_lines)) {
        const QString typed = line.amount->text().trimmed();
        const bool isWrong =
            !typed.isEmpty() && !Domain::moneyFromDecimal(decimalOf(typed), currency());
        line.field->setError(
            isWrong ? tr("Enter an amount alone, such as %1: digits, with at most nine behind the "
                         "point.")
                          .arg(shownAmount({50'000'000, {}}))
                    : QString());
        if (isWrong) {
            wrong.append(line.amount);
        }
    }
    if (!wrong.isEmpty()) {
        wrong.constFirst()->setFocus(Qt::OtherFocusReason);
        wrong.constFirst()->selectAll();
    }
    return wrong.isEmpty();
}

QList<SnapshotPrice> PricesDialog::prices() const
{
    QList<SnapshotPrice> prices;
    for (const Line &line : m_lines) {
        const auto amount = Domain::moneyFromDecimal(decimalOf(line.amount->text()), currency());
        if (amount) {
            SnapshotPrice price;
            price.kind = line.kind;
            price.price = {*amount, static_cast<PriceUnit>(line.unit->currentData().toInt())};
            prices.append(price);
        }
    }
    return prices;
}

void PricesDialog::submit()
{
    m_banner->hide();
    if (!checkAll()) {
        return;
    }
    const Domain::Result<Domain::Done> saved = m_entered.save(prices());
    if (saved) {
        accept();
        return;
    }
    const Items::ErrorText text = pricesErrorText(saved.error());
    m_banner->setTitle(text.title);
    m_banner->setMeaning(text.meaning + u'\n' + text.advice);
    m_banner->setDetails(text.details);
    m_banner->show();
}

} // namespace Views
