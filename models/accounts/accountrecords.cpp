// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/accountrecords.h"

#include "accounts/enteredprices.h"

#include <QLoggingCategory>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Accounts {

using Domain::Account;
using Domain::AccountId;
using Domain::Done;
using Domain::Result;

namespace {

Q_LOGGING_CATEGORY(recordsLog, "app.accounts")

QString groupName()
{
    return u"accounts"_s;
}

QString positionKey()
{
    return u"position"_s;
}

QString pathOf(const AccountId &id)
{
    Q_ASSERT(!id.isEmpty() && !id.value.contains(u'/'));
    return groupName() + u'/' + id.value;
}

QHash<AccountId, QVariantMap> readAll(QSettings &settings)
{
    QHash<AccountId, QVariantMap> records;
    settings.beginGroup(groupName());
    const QStringList ids = settings.childGroups();
    for (const QString &id : ids) {
        settings.beginGroup(id);
        QVariantMap &values = records[AccountId{id}];
        const QStringList keys = settings.childKeys();
        for (const QString &key : keys) {
            values.insert(key, settings.value(key));
        }
        settings.endGroup();
    }
    settings.endGroup();
    return records;
}

void replaceValues(QSettings &settings, const AccountId &id, const QVariantMap &values)
{
    settings.remove(pathOf(id));
    settings.beginGroup(pathOf(id));
    for (const auto &[key, value] : values.asKeyValueRange()) {
        settings.setValue(key, value);
    }
    settings.endGroup();
}

Account toAccount(const AccountId &id, const QVariantMap &values)
{
    Account account;
    account.id = id;
    account.name = values.value(u"name"_s).toString();
    account.provider = values.value(u"provider"_s).toString();
    account.profile = values.value(u"profile"_s).toString();
    account.baseUrl = QUrl(values.value(u"url"_s).toString(), QUrl::StrictMode);
    account.colour = values.value(u"colour"_s).toInt();
    return account;
}

QVariantMap toValues(const Account &account, int position)
{
    return {
        {u"name"_s, account.name},       {u"provider"_s, account.provider},
        {u"profile"_s, account.profile}, {u"url"_s, account.baseUrl.toString(QUrl::FullyEncoded)},
        {u"colour"_s, account.colour},   {positionKey(), position}};
}

bool isWhole(const Account &account)
{
    return !account.name.isEmpty() && !account.provider.isEmpty() && account.baseUrl.isValid()
        && !account.baseUrl.host().isEmpty();
}

} // namespace

AccountRecords::AccountRecords(QSettings &settings)
    : m_settings(settings)
    , m_records(readAll(settings))
{
}

QList<Account> AccountRecords::load() const
{
    struct Placed
    {
        int position = 0;
        Account account;
    };
    QList<Placed> found;
    for (const auto &[id, values] : m_records.asKeyValueRange()) {
        const Account account = toAccount(id, values);
        if (isWhole(account)) {
            found.append(Placed{values.value(positionKey()).toInt(), account});
        } else {
            qCWarning(recordsLog) << "left alone: the record of account" << id.value
                                  << "has no name, provider or address";
        }
    }
    std::ranges::sort(found, {}, [](const Placed &placed) {
        return std::pair(placed.position, placed.account.id.value);
    });
    QList<Account> accounts;
    std::ranges::transform(found, std::back_inserter(accounts), &Placed::account);
    return accounts;
}

bool AccountRecords::contains(const AccountId &id) const
{
    return m_records.contains(id);
}

bool AccountRecords::isWritable() const
{
    return m_settings.isWritable();
}

Result<Done> AccountRecords::write(const Account &account)
{
    const QVariant before = m_records.value(account.id).value(positionKey());
    const int position = before.isValid() ? before.toInt() : nextPosition();
    QVariantMap values = toValues(account, position);
    values.insert(priceValuesIn(m_records.value(account.id)));
    return change(account.id, values);
}

QList<Domain::SnapshotPrice> AccountRecords::prices(const AccountId &id) const
{
    return pricesIn(m_records.value(id));
}

Result<Done> AccountRecords::writePrices(const AccountId &id,
                                         const QList<Domain::SnapshotPrice> &prices)
{
    QVariantMap values = m_records.value(id);
    const QVariantMap before = priceValuesIn(values);
    for (const auto &[key, value] : before.asKeyValueRange()) {
        values.remove(key);
    }
    values.insert(recordOf(prices));
    return change(id, values);
}

Result<Done> AccountRecords::erase(const AccountId &id)
{
    return change(id, {});
}

Result<Done> AccountRecords::change(const AccountId &id, const QVariantMap &values)
{
    // QSettings never forgets an error that it met once, hence a fresh one for each change; both
    // share what is in memory.
    QSettings writer(m_settings.fileName(), m_settings.format());
    replaceValues(writer, id, values);
    writer.sync();
    if (writer.status() != QSettings::NoError) {
        replaceValues(writer, id, m_records.value(id));
        return notWritten();
    }
    if (values.isEmpty()) {
        m_records.remove(id);
    } else {
        m_records.insert(id, values);
    }
    return Done{};
}

std::unexpected<Domain::Error> AccountRecords::notWritten() const
{
    return Domain::failure(Domain::ErrorKind::Unknown,
                           u"The settings can't be written: %1"_s.arg(m_settings.fileName()));
}

int AccountRecords::nextPosition() const
{
    int last = 0;
    for (const QVariantMap &values : m_records) {
        last = std::max(last, values.value(positionKey()).toInt());
    }
    return last + 1;
}

} // namespace Accounts
