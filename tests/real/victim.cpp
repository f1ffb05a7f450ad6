// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program without its window, at a real cloud: it does one operation, or takes up what it finds
// unfinished, and can be told when to kill itself. On the standard output it says by "end STATE
// STATUS MESSAGE" what the journal has of the operation when nothing goes on any more.
// Arguments: URL FOLDER MOMENT, then nothing or KIND RESOURCE SNAPSHOT OPERATION NAME. The moment
// is "never", or one of those of Moment.

#include "faults/boundaries.h"
#include "operations/enumwords.h"
#include "operations/journal.h"
#include "operations/operationrunner.h"
#include "operations/planner.h"
#include "realcloud.h"
#include "storage/storagethread.h"

#include <QCoreApplication>
#include <QEventLoop>

using namespace Qt::StringLiterals;
using namespace Domain;

namespace {

/// Around the one request that changes something: "before-request", "after-answer",
/// "before-write", "after-write", "following".
class Moment
{
public:
    explicit Moment(const QString &word)
        : m_word(word)
    {
    }

    bool operator()(const QString &label, int)
    {
        const bool isChange = label.contains(u'/') && !label.contains(" GET "_L1)
            && !label.contains("/auth/tokens"_L1);
        if (!m_isAnswered) {
            m_isAnswered = isChange && label.startsWith("answer"_L1);
            return isChange && m_word == (m_isAnswered ? "after-answer"_L1 : "before-request"_L1);
        }
        if (!m_isWritten) {
            m_isWritten = label.startsWith("written"_L1);
            const bool isBegun = label.startsWith("write "_L1);
            return (isBegun && m_word == "before-write"_L1)
                || (m_isWritten && m_word == "after-write"_L1);
        }
        return label.startsWith("answer GET"_L1) && m_word == "following"_L1;
    }

private:
    QString m_word;
    bool m_isAnswered = false;
    bool m_isWritten = false;
};

class Victim final : public QObject
{
public:
    Victim(const QUrl &url, const QString &folder, const QString &moment)
        : m_boundaries(Moment(moment))
        , m_wire(m_boundaries)
        , m_provider(Real::Cloud().makeProvider(url, m_wire, m_clock))
        , m_journal(folder + u"/journal.sqlite"_s, m_thread)
        , m_runner([this](const AccountId &) { return m_provider.get(); }, m_clock)
    {
        m_boundaries.isTold = false;
        m_runner.setJournal([this](const Operation &operation) { return write(operation); });
        connect(
            &m_runner, &Operations::OperationRunner::ended, this, [this] { rest(); },
            Qt::QueuedConnection);
    }

    [[nodiscard]] bool begin(const QStringList &words)
    {
        const ResourceKind kind =
            words.at(0) == "server"_L1 ? ResourceKind::Server : ResourceKind::Volume;
        const auto resource =
            Real::answer(m_provider->readResource({{u"real"_s}, kind, {words.at(1)}}));
        const auto snapshot =
            Real::answer(m_provider->readSnapshot({{u"real"_s}, kind, {words.at(2)}}));
        const Result<Operation> plan = planOf(words.at(3), words.at(4), resource, snapshot);
        if (!plan || !Real::answer(m_journal.open())) {
            return false;
        }
        m_boundaries.arm();
        m_runner.start(*plan);
        finish();
        return true;
    }

    [[nodiscard]] bool resume()
    {
        const auto opened = Real::answer(m_journal.open());
        const auto contents = Real::answer(m_journal.all());
        if (!opened || !contents) {
            return false;
        }
        QList<Operation> unfinished;
        for (const JournalEntry &entry : contents->entries) {
            if (!entry.operation.isOver()) {
                unfinished.append(entry.operation);
            }
        }
        m_boundaries.arm();
        m_runner.resume(unfinished);
        finish();
        return true;
    }

    void tellEnds()
    {
        const auto contents = Real::answer(m_journal.all());
        for (const JournalEntry &entry : contents.value_or(Operations::JournalContents()).entries) {
            const Operation &operation = entry.operation;
            Faults::tell(u"end %1 %2 %3"_s.arg(Operations::wordOf(operation.state))
                             .arg(operation.error.httpStatus)
                             .arg(operation.error.message.simplified()));
        }
    }

private:
    [[nodiscard]] Result<Operation> planOf(const QString &what, const QString &name,
                                           const Result<Resource> &resource,
                                           const Result<Snapshot> &snapshot) const
    {
        using namespace Operations;
        const PlanIdentity identity{{name}, m_clock.now()};
        const Capabilities &rules = m_provider->capabilities();
        if (!resource || (!snapshot && what != "take"_L1)) {
            return failure(ErrorKind::NotFound);
        }
        if (what == "remove"_L1) {
            return planRemove({*snapshot}, rules, identity);
        }
        return what == "roll-back"_L1 ? planRollBack({*resource, *snapshot}, rules, identity)
                                      : planTake({*resource, name}, rules, identity);
    }

    [[nodiscard]] QFuture<Result<Done>> write(const Operation &operation)
    {
        m_boundaries.pass(u"write"_s);
        ++m_writing;
        const Deferred<Done> answer;
        m_journal.write({operation, operation.account.value, u"nobody"_s})
            .then(this, [this, answer](const Result<Done> &written) {
                --m_writing;
                m_boundaries.pass(u"written"_s);
                answer.settle(written);
                rest();
            });
        return answer.future();
    }

    void finish()
    {
        if (!isResting()) {
            m_loop.exec();
        }
    }
    [[nodiscard]] bool isResting() const { return !m_runner.hasRunning() && m_writing == 0; }
    void rest()
    {
        if (isResting()) {
            m_loop.quit();
        }
    }

    Faults::Boundaries m_boundaries;
    Faults::Wire m_wire;
    SystemClock m_clock;
    std::unique_ptr<CloudProvider> m_provider;
    Storage::StorageThread m_thread;
    Operations::Journal m_journal;
    Operations::OperationRunner m_runner;
    QEventLoop m_loop;
    int m_writing = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    constexpr int resuming = 4;
    constexpr int beginning = 9;
    if (arguments.size() != resuming && arguments.size() != beginning) {
        return 2;
    }
    Victim victim(QUrl(arguments.at(1)), arguments.at(2), arguments.at(3));
    const bool hasRun =
        arguments.size() == resuming ? victim.resume() : victim.begin(arguments.sliced(resuming));
    if (!hasRun) {
        return 3;
    }
    victim.tellEnds();
    return 0;
}
