// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/stackconsole/stackconsoleprovider.h"
#include "providerstub.h"
#include "stackconsolefixtures.h"

/// A StackConsole provider for the account "a" in front of a server that answers what the test
/// tells it to, by default the fixtures.
class StackConsoleStub final : public ProviderStub
{
public:
    static inline const QByteArray token = "demo-secret-1f3a|Zx_9~two|three";
    static inline const QString base = QStringLiteral("/backend/api");
    static inline const QByteArray volumeList =
        "GET /blockstorages"
        "?include=cloud_provider,region,virtual_machine,project,offering&page=1";
    static inline const QByteArray serverList =
        "GET /virtual-machines?include=networks,ipaddresses,offering&page=1";
    static inline const QByteArray volumeSnapshots =
        "GET /blockstorages/snapshots"
        "?include=blockstorage,region,cloud_provider,project&page=1";
    static inline const QByteArray serverSnapshots = "GET /virtual-machines/snapshots?page=1";

    StackConsoleStub()
        : ProviderStub(base, refusal("unexpected"))
        , m_provider(std::make_unique<Providers::StackConsoleProvider>(context()))
    {
        const auto fixture = [](const char *name) {
            return StackConsoleFixtures::read(QString::fromLatin1(name));
        };
        always("GET /regions", fixture("regions"));
        always("GET /projects", fixture("projects"));
        always("GET /cloud-providers", fixture("cloud_providers"));
        always("GET /billing-cycles", fixture("billing_cycles"));
        always("GET /profile", fixture("profile"));
        always("GET /account/balance", fixture("balance"));
        always(volumeList, fixture("volumes"));
        always(serverList, fixture("servers"));
        always(volumeSnapshots, fixture("volume_snapshots"));
        always(serverSnapshots, fixture("server_snapshots"));
    }

    [[nodiscard]] Domain::CloudProvider &provider() { return *m_provider; }
    void destroyProvider() { m_provider.reset(); }

    [[nodiscard]] static QByteArray refusal(const QByteArray &message)
    {
        return R"({"status":"Error","message":")" + message + R"("})";
    }
    [[nodiscard]] static QByteArray success(const QByteArray &data)
    {
        return R"({"status":"Success","message":"OK","data":)" + data + "}";
    }

private:
    [[nodiscard]] Providers::ProviderContext context()
    {
        Domain::Account account;
        account.id = {QStringLiteral("a")};
        account.name = QStringLiteral("shop");
        account.provider = QStringLiteral("stackconsole");
        account.baseUrl = url();
        Domain::Profile profile;
        profile.currency = QStringLiteral("MMK");
        return {account, Domain::Secret(token), network(), clock(), profile};
    }

    std::unique_ptr<Domain::CloudProvider> m_provider;
};
