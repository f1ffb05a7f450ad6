// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffcloner.h"

#include "net/parsing.h"
#include "providers/raff/raffcatalogueparser.h"
#include "providers/raff/rafferrors.h"
#include "providers/raff/raffparser.h"

namespace Providers {

using Domain::Accepted;
using Domain::Error;
using Domain::ErrorKind;
using Domain::ProjectId;
using Domain::RemoteTask;
using Domain::Result;

namespace {

Accepted withImage(const Domain::SaveImage &save, const Domain::ImageId &image)
{
    RemoteTask task = {{}, save, {}};
    task.image = image;
    return {task, {}};
}

Accepted withServer(const Domain::CreateServer &create, const Domain::ResourceId &server)
{
    RemoteTask task = {{}, create, {}};
    task.server = server;
    return {task, {}};
}

} // namespace

RaffCloner::RaffCloner(Net::HttpClient &client, RaffBook &book, RaffLists &lists,
                       RaffObjects &objects, RaffPrices &catalogue, QObject *context)
    : m_client(client)
    , m_book(book)
    , m_lists(lists)
    , m_objects(objects)
    , m_catalogue(catalogue)
    , m_context(context)
{
}

void RaffCloner::begin(const Domain::SaveImage &save, const Answer &end)
{
    const QFuture<Result<RaffResource>> source = m_objects.row(save.source);
    Net::passOnCancel(end.future(), source, m_context);
    onValue(source, m_context, end,
            [this, save, end](const RaffResource &row) { saveUnlessWindows(save, row, end); });
}

/// An image stays and is billed, so none is saved that no VM could be made of. Where the catalogue
/// does not tell, the API decides.
void RaffCloner::saveUnlessWindows(const Domain::SaveImage &save, const RaffResource &source,
                                   const Answer &end)
{
    const QFuture<Result<QSet<QString>>> windows = m_catalogue.windowsTemplates();
    Net::passOnCancel(end.future(), windows, m_context);
    QFuture(windows).then(m_context,
                          [this, save, source, end](const Result<QSet<QString>> &templates) {
                              if (templates && templates->contains(source.templateId)) {
                                  end.settle(std::unexpected(RaffErrors::needsPassword()));
                              } else {
                                  order(save, source.resource.project, end);
                              }
                          });
}

void RaffCloner::order(const Domain::SaveImage &save, const ProjectId &project, const Answer &end)
{
    if (end.isCancelled()) {
        return;
    }
    const QFuture<Result<RaffImage>> sent = Net::sendAndParse<RaffImage>(
        m_client, RaffRequests::change(save, project), RaffCatalogueParser::image);
    Net::passOnCancel(end.future(), sent, m_context);
    QFuture(sent).then(m_context, [this, save, end](const Result<RaffImage> &image) {
        if (!image) {
            explain(save, image.error(), end);
            return;
        }
        if (image->isWindows) {
            m_windows.insert(image->id);
        }
        end.settle(withImage(save, image->id));
    });
}

/// What is being copied or restored can't be saved meanwhile.
void RaffCloner::explain(const Domain::SaveImage &save, const Error &error, const Answer &end)
{
    if (!RaffErrors::mayBeAboutState(error)) {
        end.settle(std::unexpected(error));
        return;
    }
    m_objects.row(save.source).then(m_context, [error, end](const Result<RaffResource> &row) {
        Error told = error;
        if (row && row->resource.power == Domain::PowerState::Changing) {
            told.kind = ErrorKind::Locked;
        }
        end.settle(std::unexpected(told));
    });
}

void RaffCloner::begin(const Domain::CreateServer &create, const Answer &end)
{
    if (m_windows.contains(create.image)) {
        end.settle(std::unexpected(RaffErrors::needsPassword()));
    } else if (!create.project.isEmpty()) {
        order(create, create.project, end);
    } else {
        onValue(m_lists.projectOf(create.snapshot), m_context, end,
                [this, create, end](const ProjectId &project) { order(create, project, end); });
    }
}

void RaffCloner::order(const Domain::CreateServer &create, const ProjectId &project,
                       const Answer &end)
{
    if (end.isCancelled()) {
        return;
    }
    const QFuture<Result<RaffResource>> sent = Net::sendAndParse<RaffResource>(
        m_client, RaffRequests::change(create, project), RaffParser::server);
    Net::passOnCancel(end.future(), sent, m_context);
    QFuture(sent).then(m_context, [this, create, project, end](const Result<RaffResource> &row) {
        if (!row) {
            end.settle(std::unexpected(judged(create.image, row.error())));
            return;
        }
        const Domain::ResourceId made = row->resource.key.id;
        m_refusals.remove(create.image);
        m_book.expect(create, project, made);
        end.settle(withServer(create, made));
    });
}

/// Believed at last, it is told as the API told it.
Error RaffCloner::judged(const Domain::ImageId &image, const Error &error)
{
    if (!RaffErrors::mayBeAboutImage(error)) {
        return error;
    }
    const int refusals = ++m_refusals[image];
    if (refusals > imageTries) {
        m_refusals.remove(image);
        return error;
    }
    Error early = error;
    early.kind = ErrorKind::Locked;
    early.code = RaffErrors::imageNotReady;
    if (refusals > quickTries) {
        early.retryAfter = longPause;
    }
    return early;
}

} // namespace Providers
