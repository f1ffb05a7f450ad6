// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/pager.h"
#include "providers/asyncsteps.h"
#include "providers/openstack/openstackatlas.h"
#include "providers/openstack/openstackkind.h"

#include <memory>

namespace Providers {

/// Lists that are read by marker, each page by the last id of the one before. Of the services'
/// links nothing is taken but that there is one: what host they name is the server's own idea.
class OpenStackPages
{
public:
    /// The site must have the service.
    template <class Row>
    [[nodiscard]] static QFuture<Domain::Result<QList<Row>>> fetch(
        const OpenStackSiteRef &site, const Domain::ListProgress &progress)
    {
        return fetch<Row>(
            *OpenStackKind<Row>::service(*site),
            [site](const QString &after) { return OpenStackKind<Row>::page(*site, after); },
            progress);
    }

    /// `ask` makes the request for the page after an id, the first one for an empty id.
    template <class Row>
    [[nodiscard]] static QFuture<Domain::Result<QList<Row>>> fetch(
        Net::HttpClient &client, const std::function<Net::HttpRequest(const QString &after)> &ask,
        const Domain::ListProgress &progress)
    {
        const Domain::Deferred<QList<Row>> end;
        run<Row>({client, ask, progress}, 1, end);
        return end.future();
    }

private:
    /// The object that a page is asked by may be removed meanwhile; the list is read anew then.
    static constexpr int mostRounds = 3;

    template <class Row>
    struct Order
    {
        Net::HttpClient &client;
        std::function<Net::HttpRequest(const QString &after)> ask;
        Domain::ListProgress progress;
    };

    [[nodiscard]] static bool mayBeMarker(const Domain::Error &error)
    {
        return error.kind == Domain::ErrorKind::NotFound
            || error.kind == Domain::ErrorKind::InvalidInput;
    }

    template <class Row>
    static void run(const Order<Row> &order, int round, const Domain::Deferred<QList<Row>> &end)
    {
        // Asking and placing look at the same last ids, for as long as the list is read.
        const auto lastIds = std::make_shared<QHash<int, QString>>();
        const auto ask = [lastIds, order](int page) {
            return order.ask(lastIds->value(page - 1));
        };
        const auto place = [lastIds](int number, Net::Page<Row> &page) {
            page.number = number;
            if (page.next) {
                page.next = number + 1;
            }
            if (!page.rows.isEmpty()) {
                lastIds->insert(number, OpenStackKind<Row>::id(page.rows.constLast()));
            }
        };
        const QFuture<Domain::Result<QList<Row>>> rows = Net::fetchAll<Row>(
            order.client,
            {ask, OpenStackKind<Row>::parsePage, OpenStackKind<Row>::id, order.progress, place});
        Net::passOnCancel(end.future(), rows, &order.client);
        onEnd(rows, &order.client,
              [order, round, end, lastIds](const Domain::Result<QList<Row>> &all) {
                  const bool isAnew =
                      !all && !lastIds->isEmpty() && mayBeMarker(all.error()) && round < mostRounds;
                  if (isAnew && !end.isCancelled()) {
                      run<Row>(order, round + 1, end);
                  } else {
                      end.settle(all);
                  }
              });
    }
};

} // namespace Providers
