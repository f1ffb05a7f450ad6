// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/bannerstack.h"

#include "inventory/inventory.h"
#include "items/displaytext.h"
#include "items/errortext.h"
#include "views/common/button.h"
#include "views/common/inlinebanner.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

BannerStack::BannerStack(const MainWindowServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"banners"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    const Inventory::Inventory *inventory = &services.inventory;
    connect(inventory, &Inventory::Inventory::stateChanged, this, &BannerStack::updateAccount);
    connect(inventory, &Inventory::Inventory::accountAdded, this, &BannerStack::updateAccount);
    connect(inventory, &Inventory::Inventory::accountRemoved, this, &BannerStack::removeAccount);
    for (const Domain::AccountId &account : inventory->accounts()) {
        updateAccount(account);
    }
}

InlineBanner *BannerStack::bannerOf(const Domain::AccountId &account)
{
    InlineBanner *&banner = m_ofAccounts[account];
    if (!banner) {
        banner = new InlineBanner(this);
        banner->setObjectName(u"accountBanner"_s);
        connect(banner, &InlineBanner::retryClicked, this,
                [this, account] { Q_EMIT retryClicked(account); });
        connect(banner, &InlineBanner::editAccountClicked, this,
                [this, account] { Q_EMIT editAccountClicked(account); });
        m_column->addWidget(banner);
        banner->show();
    }
    return banner;
}

void BannerStack::updateAccount(const Domain::AccountId &account)
{
    const Inventory::AccountInventory *found = m_services.inventory.find(account);
    const bool isRunning = found
        && (found->freshness == Inventory::Freshness::Refreshing
            || found->freshness == Inventory::Freshness::Loading);
    if (isRunning) {
        return; // a strip that stands stays until the answer is there
    }
    if (!found || found->freshness != Inventory::Freshness::Failed) {
        removeAccount(account);
        return;
    }
    const QString name = Items::inlineName(found->account.name);
    const Items::ErrorText text = Items::refreshErrorText(found->error, found->account.name);
    InlineBanner *banner = bannerOf(account);
    banner->setSubject(name);
    banner->setText(text);
    InlineBanner::Actions actions = InlineBanner::Retry;
    if (text.action == Items::ErrorText::Action::EditAccount) {
        actions |= InlineBanner::EditAccount;
    }
    banner->setActions(actions);
}

void BannerStack::removeAccount(const Domain::AccountId &account)
{
    if (InlineBanner *banner = m_ofAccounts.take(account)) {
        banner->hide();
        banner->deleteLater(); // it may be the sender
    }
}

void BannerStack::addProblem(const Items::ErrorText &text, const QString &topic)
{
    InlineBanner *banner = addStrip(text.title, text.meaning, topic);
    banner->setObjectName(u"problemBanner"_s);
    banner->setKind(InlineBanner::Kind::Warning);
    banner->setText(text);
}

void BannerStack::addNews(const QString &title, const QString &meaning, const QString &topic)
{
    InlineBanner *banner = addStrip(title, meaning, topic);
    banner->setObjectName(u"newsBanner"_s);
    banner->setKind(InlineBanner::Kind::Information);
}

void BannerStack::setDue(int count, int days)
{
    if (count == m_dueCount) {
        return;
    }
    const bool isNews = count > m_dueCount;
    m_dueCount = count;
    if (count == 0 || (!m_due && !isNews)) {
        delete m_due;
        return;
    }
    if (!m_due) {
        m_due = addStrip({}, {}, {});
        m_due->setObjectName(u"dueBanner"_s);
        m_due->setKind(InlineBanner::Kind::Information);
        const Button *show = m_due->addButton(u"dueShowButton"_s, u"search"_s, tr("Show them"));
        const Button *keep = m_due->addButton(u"dueKeepButton"_s, u"calendar-clock"_s,
                                              tr("Keep %n more day(s)", nullptr, days));
        connect(show, &Button::clicked, this, &BannerStack::showDueClicked);
        connect(keep, &Button::clicked, this, &BannerStack::keepDueClicked, Qt::QueuedConnection);
    }
    m_due->setTitle(tr("%n snapshot(s) are past the date they were kept for", nullptr, count));
    m_due->setMeaning(tr("Nothing is removed by itself. Look at them, and remove what is not "
                         "needed any more."));
}

InlineBanner *BannerStack::addStrip(const QString &title, const QString &meaning,
                                    const QString &topic)
{
    auto *banner = new InlineBanner(this);
    if (!topic.isEmpty()) {
        delete m_ofTopics.value(topic);
        m_ofTopics.insert(topic, banner);
    }
    banner->setTitle(title);
    banner->setMeaning(meaning);
    banner->setActions(InlineBanner::Dismiss);
    connect(banner, &InlineBanner::dismissClicked, banner, [banner] {
        banner->hide();
        banner->deleteLater();
    });
    m_column->insertWidget(0, banner);
    banner->show();
    return banner;
}

} // namespace Views
