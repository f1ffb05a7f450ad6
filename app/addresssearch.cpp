// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/addresssearch.h"

namespace App {

using Domain::Done;
using Domain::ErrorKind;
using Domain::Result;
using Views::AddressFinding;

AddressSearch::Answer AddressSearch::start(const QList<QUrl> &addresses, const Confirm &confirm,
                                           const Trying &trying, QObject *parent)
{
    auto *search = new AddressSearch(addresses, confirm, trying, parent);
    Answer answer = search->m_answer.future(); // it may be settled before the next line
    search->tryNext();
    return answer;
}

AddressSearch::AddressSearch(const QList<QUrl> &addresses, Confirm confirm, Trying trying,
                             QObject *parent)
    : QObject(parent)
    , m_left(addresses)
    , m_confirm(std::move(confirm))
    , m_trying(std::move(trying))
{
    connect(&m_reader, &QFutureWatcherBase::canceled, this,
            [this] { end(Domain::failure(ErrorKind::Cancelled)); });
    m_reader.setFuture(m_answer.future());
}

AddressSearch::~AddressSearch()
{
    m_asked.cancel();
}

void AddressSearch::tryNext()
{
    if (m_left.isEmpty()) {
        end(m_finding);
        return;
    }
    const QUrl address = m_left.takeFirst();
    m_trying(address);
    m_asked = m_confirm(address);
    m_asked.then(this, [this, address](const Result<Done> &confirmed) {
        if (!m_answer.isSettled()) {
            note(address, confirmed);
        }
    });
}

void AddressSearch::note(const QUrl &address, const Result<Done> &confirmed)
{
    if (confirmed) {
        m_finding.confirmed = address;
        end(m_finding);
        return;
    }
    m_finding.trials.append({address, confirmed.error()});
    tryNext();
}

void AddressSearch::end(Result<AddressFinding> finding)
{
    deleteLater();
    m_asked.cancel();
    m_answer.settle(std::move(finding));
}

} // namespace App
