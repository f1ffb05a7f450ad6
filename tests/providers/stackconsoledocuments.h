// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/stackconsole/stackconsoleparser.h"

#include <QStringList>

#include <functional>

/// Every answer that the parsers read, with what must be in it.
namespace StackConsoleDocuments {

using namespace Qt::StringLiterals;

/// Whether a parser took a document, whatever it makes of it.
using Verdict = std::function<Domain::Result<Domain::Done>(const QByteArray &)>;

template <class T>
Verdict verdict(Domain::Result<T> (*parse)(const QByteArray &))
{
    return [parse](const QByteArray &json) {
        return parse(json).transform([](const auto &) { return Domain::Done{}; });
    };
}

/// One answer of the API. Every other member may be absent or of any type.
struct Document
{
    QString name;
    QString fixture;
    Verdict parse;
    QStringList required; ///< of the first row
};

inline QList<Document> documents()
{
    using Parser = Providers::StackConsoleParser;
    const QStringList slug = {u"data.0.slug"_s};
    const QStringList ofSnapshot = {u"data.0.slug"_s, u"data.0.created_at"_s};
    return {
        {u"regions"_s, u"regions"_s, verdict(Parser::regions), slug},
        {u"projects"_s, u"projects"_s, verdict(Parser::projects), slug},
        {u"cloud providers"_s, u"cloud_providers"_s, verdict(Parser::cloudProviders), slug},
        {u"billing cycles"_s, u"billing_cycles"_s, verdict(Parser::billingCycles), slug},
        {u"plans"_s, u"plans"_s, verdict(Parser::plans), slug},
        {u"servers"_s, u"servers"_s, verdict(Parser::servers), slug},
        {u"volumes"_s, u"volumes"_s, verdict(Parser::volumes), slug},
        {u"server snapshots"_s, u"server_snapshots"_s, verdict(Parser::serverSnapshots),
         ofSnapshot},
        {u"volume snapshots"_s, u"volume_snapshots"_s, verdict(Parser::volumeSnapshots),
         ofSnapshot},
        {u"profile"_s, u"profile"_s, verdict(Parser::profile), {}},
        {u"balance"_s, u"balance"_s, verdict(Parser::balance), {}},
        {u"acceptance"_s, u"created"_s, verdict(Parser::acceptance), {}},
    };
}

} // namespace StackConsoleDocuments

Q_DECLARE_METATYPE(StackConsoleDocuments::Verdict)
Q_DECLARE_METATYPE(StackConsoleDocuments::Document)
