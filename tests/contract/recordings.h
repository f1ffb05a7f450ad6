// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedcloud.h"
#include "support/contractjudge.h"

#include <QFile>
#include <QMultiMap>
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

    /// For a test's last slot: fails with the judge's complaints.
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
    }

private:
    [[nodiscard]] Support::ContractJudge::Verdict judge(const QString &vendor,
                                                        const QString &contract)
    {
        QFile whole(m_folder.filePath(vendor));
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
};

} // namespace Contract
