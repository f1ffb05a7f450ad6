// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Support {

// Has recorded exchanges judged by a vendor's own contract. The contracts belong to the vendors and
// are not part of the sources: the environment variable SNAPDECK_CONTRACTS names their folder.
class ContractJudge
{
public:
    struct Verdict
    {
        int exitCode = -1;
        // One complaint a line.
        QString text;

        [[nodiscard]] bool isGood() const { return exitCode == 0; }
    };

    // Why the judge can't work here, to be given as the reason of a skipped test. Empty: it can.
    [[nodiscard]] static QString obstacle();
    // The path of a contract; empty when there is none.
    [[nodiscard]] static QString contract(const QString &fileName);
    // Why there is no such contract.
    [[nodiscard]] static QString missingContract(const QString &fileName);
    enum class OtherErrors { Wrong, ByTheirShape };
    // Errors that an operation does not declare are wrong, or are judged as those that it does.
    [[nodiscard]] static Verdict judge(const QString &contract, const QString &exchanges,
                                       OtherErrors otherErrors = OtherErrors::Wrong);
};

} // namespace Support
