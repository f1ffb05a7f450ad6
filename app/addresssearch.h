// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/deferred.h"
#include "views/accounts/accountdialogservices.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>

namespace App {

/// Asks one address after the other whether the API is there, until one confirms it. It knows no
/// credential, so none can reach an address that has not confirmed. Deletes itself once it has
/// answered; cancelling its future ends it.
class AddressSearch : public QObject
{
    Q_OBJECT

public:
    using Confirm = std::function<QFuture<Domain::Result<Domain::Done>>(const QUrl &)>;
    using Trying = std::function<void(const QUrl &)>;
    using Answer = QFuture<Domain::Result<Views::AddressFinding>>;

    [[nodiscard]] static Answer start(const QList<QUrl> &addresses, const Confirm &confirm,
                                      const Trying &trying, QObject *parent);
    ~AddressSearch() override;

private:
    AddressSearch(const QList<QUrl> &addresses, Confirm confirm, Trying trying, QObject *parent);

    void tryNext();
    void note(const QUrl &address, const Domain::Result<Domain::Done> &confirmed);
    void end(Domain::Result<Views::AddressFinding> finding);

    QList<QUrl> m_left;
    Confirm m_confirm;
    Trying m_trying;
    Views::AddressFinding m_finding;
    QFuture<Domain::Result<Domain::Done>> m_asked;
    Domain::Deferred<Views::AddressFinding> m_answer;
    QFutureWatcher<Domain::Result<Views::AddressFinding>> m_reader; ///< tells that it gave up
};

} // namespace App
