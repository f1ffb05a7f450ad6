// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/pricelist.h"
#include "domain/result.h"

#include <QHash>
#include <QVariantMap>

class QSettings;

namespace Accounts {

/// The account records as they stand in the settings file: no secret is ever among them. A change
/// is on the disk when it answers Done; when it could not be written, nothing has changed. What was
/// read at the start is kept, as QSettings forgets it when the file can't be read again.
class AccountRecords
{
public:
    /// The settings must outlive this.
    explicit AccountRecords(QSettings &settings);

    /// In the order they were added. A record that can't be understood is left alone and logged.
    [[nodiscard]] QList<Domain::Account> load() const;
    [[nodiscard]] bool contains(const Domain::AccountId &id) const;
    /// False when a change is bound to fail.
    [[nodiscard]] bool isWritable() const;

    [[nodiscard]] Domain::Result<Domain::Done> write(const Domain::Account &account);
    /// Of an account that is here. What a person entered; empty when nothing was.
    [[nodiscard]] QList<Domain::SnapshotPrice> prices(const Domain::AccountId &id) const;
    [[nodiscard]] Domain::Result<Domain::Done> writePrices(
        const Domain::AccountId &id, const QList<Domain::SnapshotPrice> &prices);
    [[nodiscard]] Domain::Result<Domain::Done> erase(const Domain::AccountId &id);
    /// What write() and erase() answer when the file can't be written.
    [[nodiscard]] std::unexpected<Domain::Error> notWritten() const;

private:
    [[nodiscard]] Domain::Result<Domain::Done> change(const Domain::AccountId &id,
                                                      const QVariantMap &values);
    [[nodiscard]] int nextPosition() const;

    QSettings &m_settings;
    QHash<Domain::AccountId, QVariantMap> m_records;
};

} // namespace Accounts
