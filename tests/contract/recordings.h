// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/simulatedcloud.h"
#include "support/contractjudge.h"
#include "support/contractproxy.h"
#include "support/openstackcontracts.h"
#include "vendorwords.h"

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
    void judgeOrSkip(const Vendor &vendor)
    {
        switch (vendor.contracts) {
        case Vendor::Contracts::None:
            QSKIP("the vendor publishes no contract");
        case Vendor::Contracts::OneOfEachService:
            judgeServices(vendor.id);
            return;
        case Vendor::Contracts::One:
            judgeWhole(vendor.id, vendor.contract);
            return;
        }
    }

private:
    void judgeServices(const QString &vendor)
    {
        using Support::OpenStackContracts;
        if (const QString obstacle = OpenStackContracts::obstacle(); !obstacle.isEmpty()) {
            QSKIP(qPrintable(obstacle));
        }
        if (m_accepted.contains(vendor)) {
            return; // a vendor has a row for each of its kinds
        }
        const QString trouble = writeWhole(vendor);
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        for (const OpenStackContracts::Service &service : OpenStackContracts::services()) {
            const QStringList complaints =
                OpenStackContracts::complaints(service, wholeFile(vendor)).values();
            QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
        }
        m_accepted.insert(vendor);
    }

    void judgeWhole(const QString &vendor, const QString &contractName)
    {
        using Support::ContractJudge;
        const QString contract = ContractJudge::contract(contractName);
        if (contract.isEmpty()) {
            QSKIP(qPrintable(ContractJudge::missingContract(contractName)));
        }
        if (const QString obstacle = ContractJudge::obstacle(); !obstacle.isEmpty()) {
            QSKIP(qPrintable(obstacle));
        }
        const QString trouble = writeWhole(vendor);
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        const ContractJudge::Verdict verdict = ContractJudge::judge(
            contract, wholeFile(vendor), ContractJudge::OtherErrors::ByTheirShape);
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

    [[nodiscard]] QString wholeFile(const QString &vendor) const
    {
        return m_folder.filePath(vendor);
    }

    /// Answers why it could not.
    [[nodiscard]] QString writeWhole(const QString &vendor) const
    {
        QFile whole(wholeFile(vendor));
        if (!whole.open(QIODevice::WriteOnly)) {
            return whole.errorString();
        }
        const QStringList parts = m_files.values(vendor);
        for (const QString &fileName : parts) {
            QFile part(fileName);
            if (!part.open(QIODevice::ReadOnly)) {
                return part.errorString();
            }
            whole.write(part.readAll());
        }
        return {};
    }

    QTemporaryDir m_folder;
    QMultiMap<QString, QString> m_files;
    QSet<QString> m_accepted;
};

} // namespace Contract
