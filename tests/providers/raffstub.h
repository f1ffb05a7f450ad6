// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/raff/raffprovider.h"
#include "providerstub.h"
#include "rafffixtures.h"

/// A Raff provider for the account "a" in front of a server that answers what the test tells it to,
/// by default the fixtures: all is in the project "Shop", the project "Lab" is empty. A call is
/// named with the project in its header, "GET /volumes/42 @Shop". The key must be on every call but
/// those of the catalogue, where it must not be: else the call is named with a "!".
class RaffStub final : public ProviderStub
{
public:
    static inline const QByteArray token = "demo-secret-raff_17d70fcf";
    static inline const QString base = QStringLiteral("/api/v1");
    static inline const QByteArray nothing = R"({"success":true,"data":[],"total":0})";
    static inline const QByteArray done = R"({"success":true,"message":"OK"})";

    RaffStub()
        : ProviderStub(base, refusal("unexpected"))
        , m_provider(std::make_unique<Providers::RaffProvider>(context()))
    {
        const auto fixture = [](const char *name) {
            return RaffFixtures::read(QString::fromLatin1(name));
        };
        always("GET /public/regions", fixture("regions"));
        always("GET /public/pricing/snapshot?region=us-east", fixture("snapshot_price"));
        always("GET /public/pricing/vm", fixture("plans"));
        always("GET /public/templates", fixture("templates"));
        always("GET /projects?limit=100&offset=0", fixture("projects"));
        always("GET /projects?limit=1&offset=0", fixture("projects"));
        always(list("vms?project_id=Shop&"), fixture("servers"));
        always(list("volumes?"), fixture("volumes"));
        always(list("snapshots?type=vm&"), fixture("server_snapshots"));
        always(list("snapshots?type=volume&"), fixture("volume_snapshots"));
        always(list("snapshots?volume_id=42&"),
               RaffFixtures::rows(QStringLiteral("volume_snapshots"), {0, 1}));
        always(list("snapshots?volume_id=43&"), nothing);
        for (const char *path :
             {"vms?project_id=Lab&", "volumes?", "snapshots?type=vm&", "snapshots?type=volume&"}) {
            always(list(path, "Lab"), nothing);
        }
    }

    [[nodiscard]] Domain::CloudProvider &provider() { return *m_provider; }
    void destroyProvider() { m_provider.reset(); }

    /// The first page of a list.
    [[nodiscard]] static QByteArray list(const QByteArray &path, const QByteArray &project = "Shop")
    {
        return "GET /" + path + "limit=100&offset=0 @" + project;
    }
    [[nodiscard]] static QByteArray refusal(const QByteArray &message)
    {
        return R"({"error":"Refused","message":")" + message + R"("})";
    }

protected:
    [[nodiscard]] QByteArray callOf(const Support::ServedRequest &request) const override
    {
        const QByteArray project = request.headers.value("X-Project-ID").toByteArray();
        const QByteArray key = request.headers.value("X-API-Key").toByteArray();
        QByteArray call = ProviderStub::callOf(request);
        const bool isOpen = call.contains(" /public/");
        const bool isRight = isOpen ? key.isEmpty() && project.isEmpty() : key == token;
        if (!project.isEmpty()) {
            call += " @" + project;
        }
        call.replace(RaffFixtures::shop.toLatin1(), "Shop");
        call.replace(RaffFixtures::lab.toLatin1(), "Lab");
        call.replace(RaffFixtures::web.toLatin1(), "Web");
        call.replace(RaffFixtures::finance.toLatin1(), "Finance");
        return isRight ? call : '!' + call;
    }

private:
    [[nodiscard]] Providers::ProviderContext context()
    {
        Domain::Account account;
        account.id = {QStringLiteral("a")};
        account.name = QStringLiteral("shop");
        account.provider = QStringLiteral("raff");
        account.baseUrl = url();
        return {account, Domain::Secret(token), network(), clock()};
    }

    std::unique_ptr<Domain::CloudProvider> m_provider;
};
