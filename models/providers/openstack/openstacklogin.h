// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"
#include "providers/asyncsteps.h"
#include "providers/openstack/openstackkeystone.h"

class QNetworkAccessManager;

namespace Providers {

/// Gets tokens from Keystone, for one credential.
///
/// - A password without a project logs in once for all of its projects, and gets their tokens by
///   that login.
/// - A login that was cut off on its way is tried once more: it may have made a token that nobody
///   knows, and nothing else.
/// - A credential that was refused is not shown again for a while unless forgetRefusal() says so: a
///   cloud may lock out a user after a few wrong passwords, and many who ask at the same moment
///   share one try.
class OpenStackLogin
{
public:
    struct Access
    {
        QUrl authUrl;
        QList<QSslCertificate> authorities; ///< empty: the system's
    };

    /// The manager, the clock and the context must outlive it; answers come on the context's thread
    /// and not once it is gone.
    OpenStackLogin(OpenStackCredential credential, const Access &access,
                   QNetworkAccessManager &network, Domain::Clock &clock, QObject *context);

    /// Answers what is open with Cancelled. The context must be gone by then.
    void close();

    /// A new one by the credential itself.
    [[nodiscard]] QFuture<Domain::Result<OpenStackToken>> prove();
    /// New ones, of every project that the credential reaches.
    [[nodiscard]] QFuture<Domain::Result<QList<OpenStackToken>>> tokens();
    /// A new one of a project that tokens() answered.
    [[nodiscard]] QFuture<Domain::Result<OpenStackToken>> token(const Domain::ProjectId &project);

    void forgetRefusal() { m_refusal.reset(); }

private:
    using Token = Domain::Result<OpenStackToken>;
    using TokenEnd = Domain::Deferred<OpenStackToken>;
    enum class Login { Kept, New };

    [[nodiscard]] bool reachesMany() const;
    [[nodiscard]] Net::HttpClientOptions options(const Access &access) const;
    enum class Try { First, Second };

    [[nodiscard]] QFuture<Token> ask(const Net::HttpRequest &request);
    void ask(const Net::HttpRequest &request, Try time, const TokenEnd &end);
    void noteLogin(const Token &token);
    [[nodiscard]] QFuture<Token> login();
    void scope(const Domain::ProjectId &project, Login login, const TokenEnd &end);
    [[nodiscard]] QFuture<Domain::Result<QList<OpenStackToken>>> tokensOfAll();

    OpenStackCredential m_credential;
    Domain::Clock &m_clock;
    QObject *m_context;
    std::shared_ptr<Net::BodyAuth> m_bodyAuth;
    std::shared_ptr<Net::TokenAuth> m_loginAuth; ///< the token that opens every project
    Domain::Secret m_loginToken; ///< the same, for bodies
    SharedAnswer<OpenStackToken> m_loginAnswer;
    std::optional<Domain::Error> m_refusal;
    std::chrono::milliseconds m_refusedAt{0};
    std::unique_ptr<Net::HttpClient> m_tokens;
    std::unique_ptr<Net::HttpClient> m_projects;
};

} // namespace Providers
