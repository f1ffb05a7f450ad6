// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/journaldesk.h"

#include "accounts/accountstore.h"
#include "app/username.h"
#include "operations/operationrunner.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace App {

using Domain::JournalEntry;
using Domain::Operation;
using Domain::Result;

namespace {

const auto journalTopic = u"journal"_s;

} // namespace

JournalDesk::JournalDesk(const QString &folder, Storage::StorageThread &thread,
                         Operations::OperationRunner &runner,
                         const Accounts::AccountStore &accounts, QObject *parent)
    : QObject(parent)
    , m_file(QDir(folder).filePath(u"journal.sqlite"_s))
    , m_runner(runner)
    , m_accounts(accounts)
    , m_journal(m_file, thread)
{
    runner.setKnowsAccount(
        [this](const Domain::AccountId &id) { return m_accounts.find(id).has_value(); });
    runner.setJournal([this](const Operation &operation) { return write(operation); });
    connect(&runner, &Operations::OperationRunner::journalFailed, this,
            [this](const Domain::Error &error) {
                Q_EMIT problemFound(Items::journalFailureText(error), journalTopic);
            });
}

JournalDesk::~JournalDesk()
{
    m_runner.stop();
}

/// Both are handed over before anything can be written: what is unfinished then is of an earlier
/// run.
void JournalDesk::open()
{
    m_journal.open().then(this, [this](const Result<Storage::Opened> &answer) { opened(answer); });
    m_journal.all().then(
        this, [this](const Result<Operations::JournalContents> &contents) { takeUp(contents); });
}

void JournalDesk::opened(const Result<Storage::Opened> &opened)
{
    m_isOpen = opened.has_value();
    if (!opened) {
        Q_EMIT problemFound(Items::journalFailureText(opened.error()), journalTopic);
        return;
    }
    switch (opened->condition) {
    case Storage::Condition::Good:
        break;
    case Storage::Condition::SetAside:
        Q_EMIT problemFound(Items::journalSetAsideText(opened->setAsideAs), journalTopic);
        break;
    case Storage::Condition::TooNew:
        Q_EMIT problemFound(Items::journalTooNewText(), journalTopic);
        break;
    }
}

void JournalDesk::takeUp(const Result<Operations::JournalContents> &contents)
{
    if (!contents) {
        return; // opened() has told it
    }
    Q_EMIT entriesRead(contents->entries);
    Q_EMIT unreadableFound({contents->unreadable, contents->unreadableUnfinished, m_file});
    QList<Operation> unfinished;
    for (const JournalEntry &entry : contents->entries) {
        if (!entry.operation.isOver()) {
            unfinished.append(entry.operation);
        }
    }
    m_runner.resume(unfinished);
}

QFuture<Result<Domain::Done>> JournalDesk::write(const Operation &operation)
{
    const std::optional<Domain::Account> account = m_accounts.find(operation.account);
    if (!m_isOpen) { // the disk may have room again
        m_journal.open().then(
            this, [this](const Result<Storage::Opened> &answer) { m_isOpen = answer.has_value(); });
    }
    const JournalEntry entry{operation, account ? account->name : QString(), userName()};
    QFuture<Result<Domain::Done>> written = m_journal.write(entry);
    Q_EMIT entryWritten(entry);
    return written;
}

} // namespace App
