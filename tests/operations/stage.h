// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/operationrunner.h"
#include "operations/plans.h"
#include "support/fakeprovider.h"
#include "support/manualclock.h"

#include <QCoreApplication>
#include <QSignalSpy>

#include <map>

/// A runner with the accounts "a" and "b", whose providers answer what a test says, when it says.
class Stage
{
public:
    Stage()
        : runner(std::make_unique<Operations::OperationRunner>(
              [this](const Domain::AccountId &account) { return find(account); }, clock))
        , ended(runner.get(), &Operations::OperationRunner::ended)
    {
        clouds.emplace(QStringLiteral("a"), std::make_unique<Support::FakeProvider>());
        clouds.emplace(QStringLiteral("b"), std::make_unique<Support::FakeProvider>());
    }

    Support::FakeProvider &cloud(const QString &account = QStringLiteral("a"))
    {
        return *clouds.at(account);
    }

    /// As when a credential is replaced.
    void replaceCloud()
    {
        clouds[QStringLiteral("a")] = std::make_unique<Support::FakeProvider>();
        QCoreApplication::processEvents();
    }

    void removeCloud()
    {
        clouds.erase(QStringLiteral("a"));
        QCoreApplication::processEvents();
    }

    /// Sends the operation, has it accepted as this task.
    void startAccepted(const Domain::Operation &operation, const QString &task)
    {
        runner->start(operation);
        acceptLast(task, operation.account.value);
    }

    void acceptLast(const QString &task, const QString &account = QStringLiteral("a"))
    {
        const auto &call = cloud(account).requests.back();
        call.answer(Domain::Accepted{Answers::task(call.argument, task), {}});
    }

    /// Waits for the next question about tasks and answers it.
    void followed(const Support::FakeProvider::Progresses &answer)
    {
        const size_t before = cloud().follows.size();
        for (int tenths = 0; cloud().follows.size() == before && tenths < 600; ++tenths) {
            clock.advance(std::chrono::milliseconds(100));
        }
        cloud().follows.back().answer(answer);
    }

    [[nodiscard]] const Domain::Operation &operation(const QString &id) const
    {
        return *runner->find({id});
    }

    /// "Failed: Done Failed Skipped": the operation's state and its steps'.
    [[nodiscard]] QString state(const QString &id) const
    {
        const QStringList states{QStringLiteral("Waiting"),   QStringLiteral("Running"),
                                 QStringLiteral("Succeeded"), QStringLiteral("Failed"),
                                 QStringLiteral("Cancelled"), QStringLiteral("NeedsAnswer")};
        const QStringList steps{QStringLiteral("Waiting"),   QStringLiteral("Requesting"),
                                QStringLiteral("Following"), QStringLiteral("Done"),
                                QStringLiteral("Failed"),    QStringLiteral("Skipped")};
        QString text = states.at(static_cast<int>(operation(id).state)) + u':';
        for (const Domain::Step &step : operation(id).steps) {
            text += u' ' + steps.at(static_cast<int>(step.state));
        }
        return text;
    }

    /// Ids in the order they ended.
    [[nodiscard]] QString endedText() const
    {
        QStringList ids;
        for (const QList<QVariant> &arguments : ended) {
            ids.append(arguments.at(0).value<Domain::OperationId>().value);
        }
        return ids.join(u' ');
    }

    Support::ManualClock clock;
    std::map<QString, std::unique_ptr<Support::FakeProvider>> clouds;
    std::unique_ptr<Operations::OperationRunner> runner;
    QSignalSpy ended;

private:
    Domain::CloudProvider *find(const Domain::AccountId &account) const
    {
        const auto found = clouds.find(account.value);
        return found == clouds.end() ? nullptr : found->second.get();
    }
};
