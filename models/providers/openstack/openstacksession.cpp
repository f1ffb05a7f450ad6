// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstacksession.h"

#include "domain/clock.h"
#include "net/baseurl.h"
#include "providers/openstack/openstackclients.h"
#include "providers/openstack/openstacklogin.h"
#include "providers/openstack/openstackmicroversion.h"
#include "providers/openstack/openstacknegotiator.h"

#include <QSslCertificate>

#include <map>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Done;
using Domain::Error;
using Domain::ErrorKind;
using Domain::Project;
using Domain::ProjectId;
using Domain::Result;
using Site = OpenStackSession::Site;
using Sites = OpenStackSession::Sites;

namespace {

Result<QList<QSslCertificate>> readAuthorities(const OpenStackCredential &credential)
{
    if (credential.authorities.isEmpty()) {
        return QList<QSslCertificate>();
    }
    QList<QSslCertificate> authorities =
        QSslCertificate::fromData(credential.authorities, QSsl::Pem);
    if (authorities.isEmpty()) {
        return Domain::failure(ErrorKind::InvalidInput,
                               u"the credential's CA certificate can't be read"_s);
    }
    return authorities;
}

QString titleOf(const OpenStackToken &token)
{
    return token.project ? u"%1 (%2)"_s.arg(token.user, token.project->name) : token.user;
}

Error nothingToReach(const QList<OpenStackToken> &tokens, const OpenStackCatalog::Choice &choice)
{
    Error error;
    if (tokens.isEmpty()) {
        error.kind = ErrorKind::Forbidden;
        error.message = u"the user has no role in any project"_s;
        return error;
    }
    error.kind = ErrorKind::InvalidInput;
    error.message = choice.region.isEmpty()
        ? u"the cloud's catalog has neither block storage nor servers nor images at its %1 addresses"_s
              .arg(choice.catalogInterface)
        : u"the cloud's catalog has neither block storage nor servers nor images at its %1 addresses in the region %2"_s
              .arg(choice.catalogInterface, choice.region);
    return error;
}

} // namespace

class OpenStackSession::Private
{
public:
    Private(const QUrl &authUrl, const Domain::Secret &text, QNetworkAccessManager &network,
            Domain::Clock &clock);

    void close();
    /// Why nothing can be asked at all.
    [[nodiscard]] std::optional<Error> refusal() const;
    [[nodiscard]] QFuture<Result<Sites>> readSites();
    [[nodiscard]] const std::optional<Sites> &sites() const { return m_sites; }
    [[nodiscard]] const QList<Project> &projects() const { return m_projects; }
    [[nodiscard]] OpenStackLogin &login() { return *m_login; } ///< where there is no refusal
    void forgetRefusal();
    [[nodiscard]] QObject *context() { return m_context.get(); }

private:
    /// A project's token, which all of its clients share.
    struct Pass
    {
        std::shared_ptr<Net::TokenAuth> auth;
        SharedAnswer<Done> renewal;
    };
    struct KnownSite
    {
        Site site;
        OpenStackServices services;
    };
    using SiteKey = std::pair<ProjectId, QString>;

    void setUp(const QUrl &authUrl, const Result<OpenStackCredential> &credential);
    void negotiate(const QList<OpenStackToken> &tokens, const Domain::Deferred<Sites> &end);
    [[nodiscard]] QFuture<Result<Site>> siteOf(const ProjectId &project,
                                               const OpenStackServices &services);
    [[nodiscard]] Site keptOrMade(const ProjectId &project, const OpenStackServices &services,
                                  const OpenStackVersions &versions);
    [[nodiscard]] OpenStackClients::Use use(const QUrl &address, OpenStackService service,
                                            const QString &region, const ProjectId &project);
    [[nodiscard]] Result<Done> notePass(const ProjectId &project, const OpenStackToken &token);
    [[nodiscard]] QFuture<Result<Done>> renew(const ProjectId &project);

    QNetworkAccessManager &m_network;
    Domain::Clock &m_clock;
    std::optional<Error> m_fault; ///< of the credential
    OpenStackCatalog::Choice m_choice;
    bool m_isClosing = false;

    /// What all that is under way is told to; goes first.
    std::unique_ptr<QObject> m_context = std::make_unique<QObject>();
    std::unique_ptr<OpenStackClients> m_clients; ///< where the credential has no fault
    std::unique_ptr<OpenStackLogin> m_login; ///< the same
    OpenStackNegotiator m_negotiator{m_context.get()};
    std::map<ProjectId, Pass> m_passes;
    std::map<SiteKey, KnownSite> m_known;
    std::optional<Sites> m_sites;
    QList<Project> m_projects;
    SharedAnswer<Sites> m_sitesAnswer;
};

OpenStackSession::Private::Private(const QUrl &authUrl, const Domain::Secret &text,
                                   QNetworkAccessManager &network, Domain::Clock &clock)
    : m_network(network)
    , m_clock(clock)
{
    setUp(authUrl, OpenStackCredential::read(text));
}

void OpenStackSession::Private::setUp(const QUrl &authUrl,
                                      const Result<OpenStackCredential> &credential)
{
    const Result<QList<QSslCertificate>> authorities = credential.and_then(readAuthorities);
    if (!authorities) {
        m_fault = authorities.error();
        return;
    }
    using PlainText = OpenStackCatalog::Choice::PlainText;
    m_choice.catalogInterface = credential->catalogInterface;
    m_choice.region = credential->region;
    m_choice.plainText =
        Net::isLoopback(authUrl.host()) ? PlainText::OnThisMachine : PlainText::Refused;
    m_clients = std::make_unique<OpenStackClients>(m_network, *authorities, m_clock);
    m_login =
        std::make_unique<OpenStackLogin>(*credential, OpenStackLogin::Access{authUrl, *authorities},
                                         m_clients->network(), m_clock, m_context.get());
}

/// While all of it still stands: a reader that is told so may ask again.
void OpenStackSession::Private::close()
{
    m_isClosing = true;
    m_context.reset();
    if (m_login) {
        m_clients->close();
        m_login->close();
    }
    m_negotiator.close();
    for (auto &[project, pass] : m_passes) {
        pass.renewal.settle(Domain::failure(ErrorKind::Cancelled));
    }
    m_sitesAnswer.settle(Domain::failure(ErrorKind::Cancelled));
}

std::optional<Error> OpenStackSession::Private::refusal() const
{
    return m_isClosing ? Domain::failure(ErrorKind::Cancelled).error() : m_fault;
}

void OpenStackSession::Private::forgetRefusal()
{
    if (m_login) {
        m_login->forgetRefusal();
    }
}

QFuture<Result<Sites>> OpenStackSession::Private::readSites()
{
    const bool isUnderWay = m_sitesAnswer.isUnderWay();
    QFuture<Result<Sites>> answer = m_sitesAnswer.join();
    if (isUnderWay) {
        return answer;
    }
    const Domain::Deferred<Sites> whole;
    onEnd(whole.future(), m_context.get(), [this](const Result<Sites> &sites) {
        if (sites) {
            m_sites = *sites;
        }
        m_sitesAnswer.settle(sites);
    });
    onValue(m_login->tokens(), m_context.get(), whole,
            [this, whole](const QList<OpenStackToken> &tokens) { negotiate(tokens, whole); });
    return answer;
}

void OpenStackSession::Private::negotiate(const QList<OpenStackToken> &tokens,
                                          const Domain::Deferred<Sites> &end)
{
    QList<Project> projects;
    QList<QFuture<Result<Site>>> answers;
    for (const OpenStackToken &token : tokens) {
        const Project project = token.project.value_or(Project());
        OpenStackCatalog::Choice choice = m_choice;
        choice.project = project.id.value;
        const Result<QList<OpenStackServices>> regions =
            notePass(project.id, token).and_then([&](const Done &) {
                return OpenStackCatalog::services(token.catalog, choice);
            });
        if (!regions) {
            end.settle(std::unexpected(regions.error()));
            return;
        }
        projects.append(project);
        for (const OpenStackServices &services : *regions) {
            answers.append(siteOf(project.id, services));
        }
    }
    if (answers.isEmpty()) {
        end.settle(std::unexpected(nothingToReach(tokens, m_choice)));
        return;
    }
    onEnd(gather(answers, m_context.get()), m_context.get(),
          [this, projects, end](const Result<Sites> &sites) {
              if (sites) {
                  m_projects = projects;
              }
              end.settle(sites);
          });
}

QFuture<Result<Site>> OpenStackSession::Private::siteOf(const ProjectId &project,
                                                        const OpenStackServices &services)
{
    const auto makeClient = [this, project, region = services.region](const QUrl &address,
                                                                      OpenStackService service) {
        return m_clients->make(use(address, service, region, project));
    };
    const Domain::Deferred<Site> end;
    onValue(m_negotiator.versions(services, makeClient), m_context.get(), end,
            [this, project, services, end](const OpenStackVersions &versions) {
                end.settle(keptOrMade(project, services, versions));
            });
    return end.future();
}

Site OpenStackSession::Private::keptOrMade(const ProjectId &project,
                                           const OpenStackServices &services,
                                           const OpenStackVersions &versions)
{
    KnownSite &known = m_known[{project, services.region}];
    if (known.site && known.services == services && known.site->versions == versions) {
        return known.site;
    }
    const auto client = [&](OpenStackService service, const std::optional<QUrl> &address,
                            std::optional<int> minor) -> Net::HttpClient * {
        if (!address) {
            return nullptr;
        }
        OpenStackClients::Use made = use(*address, service, services.region, project);
        made.headers = OpenStackMicroversion::headers(service, minor);
        return m_clients->keep(made);
    };
    OpenStackSite site;
    site.project = project;
    site.region = Domain::LocationId{services.region};
    site.versions = versions;
    site.hasNetworks = services.hasNetworks;
    site.volume = client(OpenStackService::Volume, services.volume, versions.volume);
    site.compute = client(OpenStackService::Compute, services.compute, versions.compute);
    site.image = client(OpenStackService::Image, services.image, {});
    known.services = services;
    known.site = std::make_shared<const OpenStackSite>(site);
    return known.site;
}

OpenStackClients::Use OpenStackSession::Private::use(const QUrl &address, OpenStackService service,
                                                     const QString &region,
                                                     const ProjectId &project)
{
    return {address, service, region, m_passes[project].auth, [this, project] {
                return renew(project);
            }};
}

Result<Done> OpenStackSession::Private::notePass(const ProjectId &project,
                                                 const OpenStackToken &token)
{
    Pass &pass = m_passes[project];
    if (!pass.auth) {
        pass.auth = std::make_shared<Net::TokenAuth>("X-Auth-Token"_ba);
    }
    if (!pass.auth->replace(token.id, token.due(m_clock.now()))) {
        return Domain::failure(ErrorKind::Protocol, u"X-Subject-Token can't be sent back"_s);
    }
    return Done();
}

QFuture<Result<Done>> OpenStackSession::Private::renew(const ProjectId &project)
{
    SharedAnswer<Done> &renewal = m_passes[project].renewal;
    const bool isUnderWay = renewal.isUnderWay();
    QFuture<Result<Done>> answer = renewal.join();
    if (!isUnderWay) {
        onEnd(m_login->token(project), m_context.get(),
              [this, project](const Result<OpenStackToken> &token) {
                  const Result<Done> noted = token.and_then(
                      [&](const OpenStackToken &fresh) { return notePass(project, fresh); });
                  m_passes[project].renewal.settle(noted);
              });
    }
    return answer;
}

OpenStackSession::OpenStackSession(const QUrl &authUrl, const Domain::Secret &credential,
                                   QNetworkAccessManager &network, Domain::Clock &clock,
                                   QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(authUrl, credential, network, clock))
{
}

OpenStackSession::~OpenStackSession()
{
    d->close();
}

QFuture<Result<Sites>> OpenStackSession::sites()
{
    const bool isKnown = d->sites().has_value() && !d->refusal();
    return isKnown ? Domain::settled<Sites>(d->sites().value_or(Sites())) : askSites();
}

QFuture<Result<Sites>> OpenStackSession::freshSites()
{
    d->forgetRefusal();
    return askSites();
}

QFuture<Result<Sites>> OpenStackSession::askSites()
{
    const std::optional<Error> refusal = d->refusal();
    return refusal ? Domain::settled<Sites>(std::unexpected(*refusal)) : d->readSites();
}

QFuture<Result<QList<Project>>> OpenStackSession::projects()
{
    const Domain::Deferred<QList<Project>> end;
    const std::optional<Error> refusal = d->refusal();
    if (refusal) {
        end.settle(std::unexpected(*refusal));
    } else {
        onValue(sites(), d->context(), end,
                [this, end](const Sites &) { end.settle(d->projects()); });
    }
    return end.future();
}

QFuture<Result<Domain::Identity>> OpenStackSession::identity()
{
    const Domain::Deferred<Domain::Identity> end;
    const std::optional<Error> refusal = d->refusal();
    if (refusal) {
        end.settle(std::unexpected(*refusal));
    } else {
        onValue(d->login().prove(), d->context(), end, [end](const OpenStackToken &token) {
            end.settle(Domain::Identity{titleOf(token), std::nullopt});
        });
    }
    return end.future();
}

} // namespace Providers
