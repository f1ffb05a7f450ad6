// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedcloud.h"
#include "support/contractjudge.h"
#include "support/contractproxy.h"

#include <QFile>
#include <QMultiMap>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace Contract {

/// What providers and their clouds said to each other, to be judged by the vendor's own contract.
class Recordings
{
public:
    /// Records everything the cloud is asked from now on.
    [[nodiscard]] bool record(Demo::SimulatedCloud &cloud)
    {
        const QString fileName = m_folder.filePath(QString::number(m_files.size()));
        m_files.insert(cloud.options().vendor, fileName);
        return cloud.recordTo(fileName);
    }

    /// For a test's last slot: fails with the complaints of the judge and of the proxy.
    void judgeOrSkip(const QString &vendor, const QString &contractName)
    {
        using Support::ContractJudge;
        if (contractName.isEmpty()) {
            QSKIP("the vendor publishes no contract");
        }
        const QString contract = ContractJudge::contract(contractName);
        if (contract.isEmpty()) {
            QSKIP(qPrintable(ContractJudge::missingContract(contractName)));
        }
        if (const QString obstacle = ContractJudge::obstacle(); !obstacle.isEmpty()) {
            QSKIP(qPrintable(obstacle));
        }
        const ContractJudge::Verdict verdict = judge(vendor, contract);
        QVERIFY2(verdict.isGood(), qPrintable(verdict.text));
        if (const QString obstacle = Support::ContractProxy::obstacle(); !obstacle.isEmpty()) {
            QSKIP(qPrintable(obstacle));
        }
        if (m_accepted.contains(vendor)) {
            return; // a vendor has a row for each of its kinds
        }
        const QString complaints = Support::ContractProxy(contract).judge(wholeFile(vendor));
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints));
        m_accepted.insert(vendor);
    }

private:
    [[nodiscard]] QString wholeFile(const QString &vendor) const
    {
        return m_folder.filePath(vendor);
    }

    [[nodiscard]] Support::ContractJudge::Verdict judge(const QString &vendor,
                                                        const QString &contract)
    {
        QFile whole(wholeFile(vendor));
        if (!whole.open(QIODevice::WriteOnly)) {
            return {-1, whole.errorString()};
        }
        for (const QString &fileName : m_files.values(vendor)) {
            QFile part(fileName);
            if (!part.open(QIODevice::ReadOnly)) {
                return {-1, part.errorString()};
            }
            whole.write(part.readAll());
        }
        whole.close();
        return Support::ContractJudge::judge(contract, whole.fileName(),
                                             Support::ContractJudge::OtherErrors::ByTheirShape);
    }

    QTemporaryDir m_folder;
    QMultiMap<QString, QString> m_files;
    QSet<QString> m_accepted;
};

} // namespace Contract
