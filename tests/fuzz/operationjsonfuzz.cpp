// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finding.h"
#include "operations/operationjson.h"

#include <QJsonDocument>

using Domain::Operation;
using Domain::Result;
using namespace Qt::StringLiterals;

namespace {

Result<Operation> readEntry(const QByteArray &json)
{
    return Operations::operationFromJson(QJsonDocument::fromJson(json).object());
}

void expectDamageToBeNamed(const Domain::Error &error)
{
    if (error.kind != Domain::ErrorKind::StorageFailed || error.code != "damaged"_L1) {
        qFatal("an entry that can't be read, and is not called damaged");
    }
    if (error.message.isEmpty() || error.message.endsWith(u": "_s)) {
        qFatal("damage without a reason");
    }
}

} // namespace

/// An entry of the journal: what could be read is the same after it was written once more.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const Result<Operation> read = readEntry(Fuzz::bytes(data, size));
    if (!read) {
        expectDamageToBeNamed(read.error());
        return 0;
    }
    // Its way into the file leads over a text.
    const QString written =
        QString::fromUtf8(QJsonDocument(Operations::toJson(*read)).toJson(QJsonDocument::Compact));
    const Result<Operation> again = readEntry(written.toUtf8());
    if (!again) {
        qFatal("what was written can't be read: %s", qPrintable(again.error().message));
    }
    if (*again != *read) {
        qFatal("what was read changes when it is written");
    }
    return 0;
}
