// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackforms.h"

#include "providers/openstack/openstackclouds.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::CredentialEntry;
using Domain::CredentialField;
using Domain::CredentialForm;
using Domain::Secret;

namespace {

using Content = CredentialField::Content;

class FormText
{
    Q_DECLARE_TR_FUNCTIONS(OpenStackForms)
};

QString defaultDomain()
{
    return u"Default"_s;
}

CredentialField neededField(QLatin1StringView key, const QString &label, const QString &missing,
                            Content content = Content::Line)
{
    CredentialField field;
    field.key = key;
    field.label = label;
    field.missing = missing;
    field.content = content;
    return field;
}

CredentialField hiddenField(QLatin1StringView key, const QString &label, const QString &missing)
{
    CredentialField field = neededField(key, label, missing, Content::Exact);
    field.isSecret = true;
    return field;
}

CredentialField optionalField(QLatin1StringView key, const QString &label,
                              const QString &placeholder)
{
    CredentialField field;
    field.key = key;
    field.label = label;
    field.placeholder = placeholder;
    field.isRequired = false;
    return field;
}

CredentialField domainField(QLatin1StringView key, const QString &label)
{
    CredentialField field = optionalField(key, label, defaultDomain());
    field.defaultValue = defaultDomain();
    field.place = CredentialField::Place::BesidePrevious;
    return field;
}

CredentialField secretField()
{
    return hiddenField(OpenStackKey::secret, FormText::tr("Secret"),
                       FormText::tr("Enter the secret. It was shown once, when the application "
                                    "credential was made."));
}

CredentialField userField()
{
    return neededField(OpenStackKey::user, FormText::tr("User"),
                       FormText::tr("Enter the user's name."));
}

CredentialField userDomainField()
{
    return domainField(OpenStackKey::userDomain, FormText::tr("Domain of the user"));
}

CredentialField regionField()
{
    return optionalField(OpenStackKey::region, FormText::tr("Region"),
                         FormText::tr("every region"));
}

CredentialForm formById()
{
    CredentialForm form;
    form.id = OpenStackKey::byId;
    form.title = FormText::tr("Application credential");
    form.help = FormText::tr("It can be revoked without changing a password.");
    form.fields = {neededField(OpenStackKey::id, FormText::tr("ID"),
                               FormText::tr("Enter the ID of the application credential."),
                               Content::Word),
                   secretField(), regionField()};
    return form;
}

CredentialForm formByName()
{
    CredentialForm form;
    form.id = OpenStackKey::byName;
    form.title = FormText::tr("Application credential by its name");
    form.help = formById().help;
    form.fields = {neededField(OpenStackKey::name,
                               FormText::tr("Name of the application credential"),
                               FormText::tr("Enter the name of the application credential.")),
                   secretField(), userField(), userDomainField(), regionField()};
    return form;
}

CredentialForm formByPassword()
{
    CredentialForm form;
    form.id = OpenStackKey::byPassword;
    form.title = FormText::tr("User and password");
    form.help = FormText::tr("An application credential is safer, where the cloud offers one.");
    form.fields = {userField(),
                   userDomainField(),
                   hiddenField(OpenStackKey::password, FormText::tr("Password"),
                               FormText::tr("Enter the password.")),
                   optionalField(OpenStackKey::project, FormText::tr("Project"),
                                 FormText::tr("every project")),
                   domainField(OpenStackKey::projectDomain, FormText::tr("Domain of the project")),
                   regionField()};
    return form;
}

QString enteredText(const CredentialEntry &entry, const QString &key)
{
    return QString::fromUtf8(entry.values.value(key).reveal());
}

/// What is kept of a field: what was entered, or what an empty one stands for.
QString keptValue(const CredentialField &field, const CredentialEntry &entry)
{
    const QString entered = enteredText(entry, field.key);
    return entered.isEmpty() ? field.defaultValue : entered;
}

/// Whether the field still shows what it did when it was filled in.
bool isAsShown(const CredentialEntry &entry, const QString &key)
{
    return enteredText(entry, key) == enteredText(entry, key + OpenStackKey::shownSuffix);
}

/// Puts an imported id in the place of the name in the field that shows it.
void preferId(QJsonObject &object, const CredentialEntry &entry, const QString &key)
{
    const QString id = enteredText(entry, key + OpenStackKey::idSuffix);
    if (!id.isEmpty() && isAsShown(entry, key)) {
        object.remove(key);
        object.insert(key + OpenStackKey::idSuffix, id);
    }
}

/// Of a user or a project: the id stands for both, unless one of them was changed.
void preferIds(QJsonObject &object, const CredentialEntry &entry, const QString &key,
               const QString &domainKey)
{
    preferId(object, entry, domainKey);
    if (isAsShown(entry, domainKey)) {
        preferId(object, entry, key);
    }
    if (object.contains(key + OpenStackKey::idSuffix) || !object.contains(key)) {
        object.remove(domainKey);
        object.remove(domainKey + OpenStackKey::idSuffix);
    }
}

} // namespace

QList<CredentialForm> OpenStackForms::forms()
{
    return {formById(), formByName(), formByPassword()};
}

/// One of the few places that open a Secret: several become one here.
Secret OpenStackForms::compose(const CredentialEntry &entry)
{
    const QList<CredentialForm> all = forms();
    const auto form = std::ranges::find(all, entry.form, &CredentialForm::id);
    if (form == all.end()) {
        return {};
    }
    QJsonObject object{{u"v"_s, 1}, {u"method"_s, form->id}};
    const auto put = [&object](const QString &key, const QString &value) {
        if (!value.isEmpty()) {
            object.insert(key, value);
        }
    };
    for (const CredentialField &field : form->fields) {
        put(field.key, keptValue(field, entry));
    }
    if (form->id != OpenStackKey::byId) {
        preferIds(object, entry, OpenStackKey::user, OpenStackKey::userDomain);
    }
    if (form->id == OpenStackKey::byPassword) {
        preferIds(object, entry, OpenStackKey::project, OpenStackKey::projectDomain);
    }
    for (const QLatin1StringView key :
         {OpenStackKey::certificate, OpenStackKey::endpointInterface}) {
        put(key, QString::fromUtf8(entry.values.value(key).reveal()));
    }
    return Secret(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

CredentialFile OpenStackForms::file()
{
    CredentialFile file;
    file.action = FormText::tr("Import from clouds.yaml…");
    file.filter = FormText::tr("clouds.yaml (*.yaml *.yml)");
    file.usualPlaces = {u"~/.config/openstack/clouds.yaml"_s, u"/etc/openstack/clouds.yaml"_s};
    file.companion = u"secure.yaml"_s;
    file.read = readClouds;
    file.certificateKey = OpenStackKey::certificate;
    return file;
}

void OpenStackForms::describe(ProviderDescription &description)
{
    description.forms = forms();
    description.composeSecret = compose;
    description.credentialFile = file();
}

} // namespace Providers
