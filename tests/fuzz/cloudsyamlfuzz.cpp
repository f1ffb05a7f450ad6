// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finding.h"
#include "net/baseurl.h"
#include "providers/openstack/openstackclouds.h"
#include "providers/openstack/openstackforms.h"

namespace {

/// One that can be used has an address that a credential may go to, and makes a credential.
void expectWhatCanBeUsed(const Domain::CredentialImport &import)
{
    if (!import.problems.isEmpty()) {
        return;
    }
    if (!Net::checkedBaseUrl(import.baseUrl)) {
        qFatal("an address that must not be");
    }
    if (Providers::OpenStackForms::compose(import.credential).isEmpty()) {
        qFatal("an account without a credential");
    }
}

} // namespace

/// Both files at once, the secure one behind a line of its own: clouds that keep the rules, or a
/// sentence that says why not.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray input = Fuzz::bytes(data, size);
    const QByteArray border = "\n=====\n";
    const qsizetype at = input.indexOf(border);
    const QByteArray clouds = at < 0 ? input : input.first(at);
    const QByteArray secure = at < 0 ? QByteArray() : input.sliced(at + border.size());
    const auto imports = Providers::readClouds(clouds, secure);
    if (!imports) {
        if (imports.error().isEmpty()) {
            qFatal("an error without a reason");
        }
        return 0;
    }
    for (const Domain::CredentialImport &import : *imports) {
        if (import.problems.contains(QString()) || import.notes.contains(QString())) {
            qFatal("a problem without a reason");
        }
        expectWhatCanBeUsed(import);
    }
    return 0;
}
