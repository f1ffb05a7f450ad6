// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finding.h"
#include "providers/profilereader.h"

using namespace Qt::StringLiterals;

/// A profile that keeps the rules, or problems that all say something: anything else is a find.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Providers::ProfileResult<Domain::Profile> read =
        Providers::readProfile(Fuzz::bytes(data, size));
    if (!read) {
        const QStringList lines = Providers::problemLines(read.error());
        if (lines.isEmpty() || lines.contains(QString())) {
            qFatal("a problem without a reason");
        }
        return 0;
    }
    for (const QUrl &url : read->baseUrls) {
        if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty()) {
            qFatal("an address that must not be");
        }
    }
    if (read->id.isEmpty() || !read->texts.contains(u"en"_s)) {
        qFatal("half a profile");
    }
    return 0;
}
