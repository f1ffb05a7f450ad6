// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/providerregistry.h"

#include "providers/hetzner/hetznerprovider.h"
#include "providers/openstack/openstackprovider.h"
#include "providers/raff/raffprovider.h"
#include "providers/stackconsole/stackconsoleprovider.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Providers {

namespace {

class RegistryText
{
    Q_DECLARE_TR_FUNCTIONS(ProviderRegistry)
};

struct Vendor
{
    ProviderDescription (*describe)() = nullptr;
    std::unique_ptr<Domain::CloudProvider> (*make)(const ProviderContext &) = nullptr;
};

/// One line a vendor.
constexpr std::array vendors = {
    Vendor{HetznerProvider::description, HetznerProvider::make},
    Vendor{StackConsoleProvider::description, StackConsoleProvider::make},
    Vendor{RaffProvider::description, RaffProvider::make},
    Vendor{OpenStackProvider::description, OpenStackProvider::make},
};

} // namespace

const QList<ProviderDescription> &providers()
{
    static const QList<ProviderDescription> descriptions = [] {
        QList<ProviderDescription> list;
        for (const Vendor &vendor : vendors) {
            list.append(vendor.describe());
        }
        return list;
    }();
    return descriptions;
}

const ProviderDescription *findProvider(const QString &id)
{
    const auto found = std::ranges::find(providers(), id, &ProviderDescription::id);
    return found == providers().end() ? nullptr : &*found;
}

QList<Domain::CredentialForm> formsOf(const ProviderDescription &provider)
{
    if (!provider.forms.isEmpty()) {
        return provider.forms;
    }
    Domain::CredentialField token;
    token.key = u"token"_s;
    token.label = provider.credential.label;
    token.placeholder = provider.credential.placeholder;
    token.missing = RegistryText::tr("Enter the token.");
    token.content = Domain::CredentialField::Content::Word;
    token.isSecret = true;
    Domain::CredentialForm form;
    form.id = token.key;
    form.title = token.label;
    form.fields = {token};
    return {form};
}

Domain::Secret secretOf(const ProviderDescription &provider, const Domain::CredentialEntry &entry)
{
    if (entry.isEmpty()) {
        return {};
    }
    return provider.composeSecret ? provider.composeSecret(entry) : *entry.values.cbegin();
}

std::unique_ptr<Domain::CloudProvider> makeProvider(const ProviderContext &context)
{
    const ProviderDescription *description = findProvider(context.account.provider);
    if (!description) {
        return nullptr;
    }
    return vendors.at(static_cast<size_t>(description - providers().data())).make(context);
}

} // namespace Providers
