// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/contractjudge.h"

#include <QFileInfo>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

const int longestRunMs = 120'000;

ContractJudge::Verdict runPython(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"python3"_s, arguments);
    if (!process.waitForFinished(longestRunMs)) {
        process.kill();
        process.waitForFinished();
        return {-1, u"python3 did not end: %1"_s.arg(process.errorString())};
    }
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, QString::fromUtf8(process.readAll())};
}

} // namespace

QString ContractJudge::obstacle()
{
    return runPython({u"-c"_s, u"import jsonschema"_s}).isGood()
        ? QString()
        : u"The judge needs python3 with jsonschema (package python3-jsonschema)."_s;
}

QString ContractJudge::contract(const QString &fileName)
{
    const QString folder = qEnvironmentVariable("SNAPDECK_CONTRACTS");
    const QString path = folder + u'/' + fileName;
    return !folder.isEmpty() && QFileInfo::exists(path) ? path : QString();
}

QString ContractJudge::missingContract(const QString &fileName)
{
    return u"Set SNAPDECK_CONTRACTS to the folder that holds the vendor's contract %1."_s.arg(
        fileName);
}

ContractJudge::Verdict ContractJudge::judge(const QString &contract, const QString &exchanges,
                                            OtherErrors otherErrors)
{
    QStringList arguments{QStringLiteral(SOURCE_ROOT "/tests/contract/judge.py")};
    if (otherErrors == OtherErrors::ByTheirShape) {
        arguments.append(QStringLiteral("--other-errors"));
    }
    return runPython(arguments + QStringList{contract, exchanges});
}

} // namespace Support
