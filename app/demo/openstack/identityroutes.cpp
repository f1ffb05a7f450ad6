// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/identityroutes.h"

#include "demo/openstack/endpoint.h"
#include "demo/openstack/words.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

QJsonObject identityVersion(const Call &call)
{
    const QJsonObject media{{u"base"_s, u"application/json"_s},
                            {u"type"_s, u"application/vnd.openstack.identity-v3+json"_s}};
    return {{u"id"_s, u"v3.14"_s},
            {u"status"_s, u"stable"_s},
            {u"updated"_s, u"2020-04-07T00:00:00Z"_s},
            {u"links"_s,
             QJsonArray{
                 QJsonObject{{u"rel"_s, u"self"_s}, {u"href"_s, QString(call.base + u"/v3/"_s)}}}},
            {u"media-types"_s, QJsonArray{media}}};
}

Answer listVersions(const Call &call)
{
    const QJsonObject values{{u"values"_s, QJsonArray{identityVersion(call)}}};
    Answer answer = answerWith(300, {{u"versions"_s, values}});
    answer.headers.append({"Location"_ba, call.base.toLatin1() + "/v3/"});
    return answer;
}

QJsonObject projectJson(const Project &project, const Call &call)
{
    return {{u"id"_s, project.id},
            {u"name"_s, project.name},
            {u"domain_id"_s, u"default"_s},
            {u"description"_s, project.description},
            {u"enabled"_s, true},
            {u"parent_id"_s, u"default"_s},
            {u"is_domain"_s, false},
            {u"tags"_s, QJsonArray()},
            {u"options"_s, QJsonObject()},
            {u"links"_s,
             QJsonObject{{u"self"_s, QString(call.base + u"/v3/projects/"_s + project.id)}}}};
}

Answer answerAll(const QString &name, const QJsonArray &entries, const Call &call,
                 const QString &path)
{
    return answerWith(200,
                      {{name, entries},
                       {u"links"_s,
                        QJsonObject{{u"next"_s, QJsonValue::Null},
                                    {u"self"_s, QString(call.base + path)},
                                    {u"previous"_s, QJsonValue::Null}}}});
}

// Every user reaches every project; an application credential means one.
Answer listProjects(const Call &call, const Cloud &cloud)
{
    QJsonArray entries;
    for (const Project &project : cloud.projects) {
        const bool isReached =
            call.token.applicationCredential.isEmpty() || project.id == call.token.project;
        if (isReached) {
            entries.append(projectJson(project, call));
        }
    }
    return answerAll(u"projects"_s, entries, call, u"/v3/auth/projects"_s);
}

Answer showProject(const Call &call, const Cloud &cloud)
{
    const Project *project = cloud.findProject(call.id());
    if (!project || call.token.project != project->id) {
        return refusePolicy(Service::Identity, u"identity:get_project"_s);
    }
    return answerWith(200, {{u"project"_s, projectJson(*project, call)}});
}

Answer showUser(const Call &call, const Cloud &cloud)
{
    if (call.id() != call.token.user) {
        return refusePolicy(Service::Identity, u"identity:get_user"_s);
    }
    const User &user = *cloud.directory.findUser(call.id());
    QJsonObject object{
        {u"id"_s, user.id},
        {u"name"_s, user.name},
        {u"domain_id"_s, u"default"_s},
        {u"enabled"_s, true},
        {u"password_expires_at"_s, QJsonValue::Null},
        {u"options"_s, QJsonObject()},
        {u"links"_s, QJsonObject{{u"self"_s, QString(call.base + u"/v3/users/"_s + user.id)}}}};
    if (!user.defaultProject.isEmpty()) {
        object.insert(u"default_project_id"_s, user.defaultProject);
    }
    return answerWith(200, {{u"user"_s, object}});
}

QJsonObject credentialJson(const ApplicationCredential &credential, const Call &call)
{
    QJsonArray roles;
    const QStringList names = roleNames(credential.role);
    for (const QString &name : names) {
        roles.append(QJsonObject{{u"id"_s, roleId(name)},
                                 {u"name"_s, name},
                                 {u"domain_id"_s, QJsonValue::Null},
                                 {u"description"_s, QJsonValue::Null},
                                 {u"options"_s, QJsonObject{{u"immutable"_s, true}}}});
    }
    const QString self = call.base + u"/v3/application_credentials/"_s + credential.id;
    return {{u"id"_s, credential.id},
            {u"name"_s, credential.name},
            {u"description"_s, textOrNull(credential.description)},
            {u"user_id"_s, credential.user},
            {u"project_id"_s, credential.project},
            {u"system"_s, QJsonValue::Null},
            {u"expires_at"_s, QJsonValue::Null},
            {u"unrestricted"_s, false},
            {u"roles"_s, roles},
            {u"links"_s, QJsonObject{{u"self"_s, self}}}};
}

Answer listCredentials(const Call &call, const Cloud &cloud)
{
    QJsonArray entries;
    const auto own = cloud.directory.credentialsOf(call.token.user);
    for (const ApplicationCredential *credential : own) {
        entries.append(credentialJson(*credential, call));
    }
    return answerAll(u"application_credentials"_s, entries, call,
                     u"/v3/users/%1/application_credentials"_s.arg(call.id()));
}

Answer createCredential(const Call &call, Cloud &cloud)
{
    const QJsonValue told = QJsonDocument::fromJson(call.request.body)[u"application_credential"_s];
    ApplicationCredential credential;
    credential.id = cloud.newId().remove(u'-');
    credential.name = told[u"name"_s].toString();
    credential.description = told[u"description"_s].toString();
    credential.secret = told[u"secret"_s].toString(u"demo-secret-"_s + credential.id);
    credential.user = call.token.user;
    credential.project = call.token.project;
    credential.role = call.token.role;
    if (credential.name.isEmpty()) {
        return refuseIdentity(400, u"'name' is a required property"_s);
    }
    cloud.directory.addCredential(credential);
    QJsonObject object = credentialJson(credential, call);
    object.insert(u"secret"_s, credential.secret);
    return answerWith(201, {{u"application_credential"_s, object}});
}

const ApplicationCredential *ownCredential(const Call &call, const Cloud &cloud)
{
    const ApplicationCredential *credential =
        cloud.directory.findCredential(call.captured.value(1));
    return credential && credential->user == call.token.user ? credential : nullptr;
}

Answer refuseCredential(const Call &call)
{
    return refuseIdentity(
        404, u"Could not find Application Credential: %1."_s.arg(call.captured.value(1)));
}

// One application credential has nothing to say about others.
Answer refuseDelegate()
{
    return refusePolicy(Service::Identity,
                        u"Using method 'application_credential' is not allowed for managing "
                        "additional application credentials."_s);
}

void addCredentialRoutes(Endpoint &endpoint, Cloud &cloud)
{
    const QString all = u"/v3/users/{user_id}/application_credentials"_s;
    const QString one = all + u"/{id}"_s;
    const auto guarded = [](const Endpoint::Act &act) {
        return [act](const Call &call) {
            if (call.id() != call.token.user) {
                return refusePolicy(Service::Identity, u"identity:list_application_credentials"_s);
            }
            return !call.request.isWrite() || call.token.applicationCredential.isEmpty()
                ? act(call)
                : refuseDelegate();
        };
    };
    endpoint.add("GET", all,
                 guarded([&cloud](const Call &call) { return listCredentials(call, cloud); }));
    endpoint.add("POST", all,
                 guarded([&cloud](const Call &call) { return createCredential(call, cloud); }));
    endpoint.add("GET", one, guarded([&cloud](const Call &call) {
                     const ApplicationCredential *own = ownCredential(call, cloud);
                     return own
                         ? answerWith(200,
                                      {{u"application_credential"_s, credentialJson(*own, call)}})
                         : refuseCredential(call);
                 }));
    endpoint.add("DELETE", one, guarded([&cloud](const Call &call) {
                     if (!ownCredential(call, cloud)) {
                         return refuseCredential(call);
                     }
                     cloud.directory.removeCredential(call.captured.value(1));
                     return answerEmpty(204);
                 }));
}

} // namespace

void addIdentityRoutes(Endpoint &endpoint, Cloud &cloud)
{
    endpoint.open("GET", {}, listVersions);
    endpoint.open("GET", u"/v3"_s, [](const Call &call) {
        return answerWith(200, {{u"version"_s, identityVersion(call)}});
    });
    endpoint.add("GET", u"/v3/auth/projects"_s,
                 [&cloud](const Call &call) { return listProjects(call, cloud); });
    endpoint.add("GET", u"/v3/projects"_s, [](const Call &) {
        return refusePolicy(Service::Identity, u"identity:list_projects"_s);
    });
    endpoint.add("GET", u"/v3/projects/{project_id}"_s,
                 [&cloud](const Call &call) { return showProject(call, cloud); });
    endpoint.add("GET", u"/v3/users/{user_id}/projects"_s, [&cloud](const Call &call) {
        return call.id() == call.token.user
            ? listProjects(call, cloud)
            : refusePolicy(Service::Identity, u"identity:list_user_projects"_s);
    });
    endpoint.add("GET", u"/v3/users/{user_id}"_s,
                 [&cloud](const Call &call) { return showUser(call, cloud); });
    addCredentialRoutes(endpoint, cloud);
}

} // namespace Demo::OpenStack
