// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/pagedlist.h"
#include "net/pagewalk.h"
#include "net/parsing.h"

#include <QPointer>
#include <QSet>

#include <map>

namespace Net {

/// One run of fetchAll. Lives until it has settled, or as long as the client. (A template: there is
/// no source file to move the rest to.)
template <class Row>
class ListFetch final : public QObject
{
public:
    using Rows = QList<Row>;

    ListFetch(HttpClient &client, PagedList<Row> list)
        : QObject(&client)
        , m_client(client)
        , m_list(std::move(list))
    {
    }

    QFuture<Domain::Result<Rows>> start()
    {
        QFuture<Domain::Result<Rows>> future = m_whole.future();
        auto *watcher = new QFutureWatcher<Domain::Result<Rows>>(this);
        connect(watcher, &QFutureWatcherBase::canceled, this,
                [this] { finish(Domain::failure(Domain::ErrorKind::Cancelled)); });
        watcher->setFuture(future);
        ask();
        return future;
    }

private:
    static constexpr int mostRounds = 3;

    void ask()
    {
        // Enough to keep the client busy, few enough to be taken back cheaply.
        const QList<int> numbers = m_walk.ask(2 * m_client.connections());
        for (const int number : numbers) {
            if (m_whole.isSettled()) {
                return;
            }
            QFuture<Domain::Result<Page<Row>>> page = sendAndParse(
                m_client, m_list.request(number), m_list.parse, HttpClient::Priority::List);
            m_open[number] = page;
            page.then(this, [this, number](const Domain::Result<Page<Row>> &result) {
                arrived(number, result);
            });
        }
    }

    void arrived(int number, const Domain::Result<Page<Row>> &page)
    {
        if (m_whole.isSettled()) {
            return;
        }
        m_open.erase(number);
        if (!page) {
            finish(std::unexpected(page.error()));
            return;
        }
        Page<Row> told = *page;
        if (m_list.place) {
            m_list.place(number, told);
        }
        Rows fresh = onlyNew(told.rows);
        const PageWalk::Arrival arrival{told.rows.size(), fresh.size(), told.next, told.last,
                                        told.total};
        m_pages[number] = std::move(fresh);
        if (const auto walked = m_walk.arrived(number, arrival); !walked) {
            fail(walked.error().kind, walked.error().message);
            return;
        }
        const QPointer<QObject> alive(this);
        if (m_list.progress) {
            m_list.progress(m_ids.size(), m_walk.total());
        }
        if (alive && !m_whole.isSettled()) {
            m_walk.isWhole() ? judge() : ask();
        }
    }

    Rows onlyNew(const Rows &rows)
    {
        Rows fresh;
        fresh.reserve(rows.size());
        for (const Row &row : rows) {
            const qsizetype before = m_ids.size();
            m_ids.insert(m_list.id(row));
            if (m_ids.size() != before) {
                fresh.append(row);
            }
        }
        return fresh;
    }

    /// Whole as the pages tell; the count tells whether it is.
    void judge()
    {
        Rows rows;
        rows.reserve(m_ids.size());
        for (auto &[number, fresh] : std::exchange(m_pages, {})) {
            rows.append(std::move(fresh));
        }
        const std::optional<qint64> total = m_walk.total();
        const bool adds = !total || *total == rows.size();
        // A count that is off by the same each time is the vendor's, not a list that moves.
        const bool isOff = m_walk.isSteady() && m_lastCount == rows.size();
        if ((m_walk.isSteady() && adds) || isOff) {
            finish(std::move(rows));
            return;
        }
        m_lastCount = m_walk.isSteady() ? std::optional(rows.size()) : std::nullopt;
        if (++m_round == mostRounds) {
            fail(Domain::ErrorKind::Conflict,
                 QStringLiteral("the list kept changing while it was read"));
            return;
        }
        m_walk = {};
        m_ids.clear();
        ask();
    }

    void fail(Domain::ErrorKind kind, const QString &message)
    {
        Domain::Error error;
        error.kind = kind;
        error.message = message;
        error.host = m_client.host();
        finish(std::unexpected(error));
    }

    void finish(Domain::Result<Rows> result)
    {
        // The last first: taking back what is on the wire would send what waits behind it.
        auto open = std::exchange(m_open, {});
        for (auto page = open.rbegin(); page != open.rend(); ++page) {
            page->second.cancel();
        }
        deleteLater();
        m_whole.settle(std::move(result));
    }

    HttpClient &m_client;
    PagedList<Row> m_list;
    PageWalk m_walk;
    Domain::Deferred<Rows> m_whole;
    std::map<int, QFuture<Domain::Result<Page<Row>>>> m_open;
    std::map<int, Rows> m_pages; ///< in page order, each id once
    QSet<QString> m_ids;
    std::optional<qsizetype> m_lastCount;
    int m_round = 0;
};

} // namespace Net
