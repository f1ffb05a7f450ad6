// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/errortext.h"

#include "rowbuilder.h"
#include "support/testenvironment.h"

#include <QTest>

#include <functional>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;
using namespace std::chrono_literals;

namespace {

const int kindCount = int(ErrorKind::Unknown) + 1;

/// A failure whose every vendor text would be recognised anywhere.
Error loudError(ErrorKind kind)
{
    Error error;
    error.kind = kind;
    error.message = u"vendor-message"_s;
    error.code = u"vendor-code"_s;
    error.requestId = u"vendor-request"_s;
    error.httpStatus = 418;
    error.fields = {{u"vendor-field"_s, u"vendor-remark"_s}, {u"vendor-limit"_s, {}}};
    return error;
}

Operation failed(OperationKind kind, const Error &error, Step::Role role = Step::Role::Main)
{
    Operation operation;
    operation.kind = kind;
    operation.resource = serverKey(u"7"_s);
    operation.resourceName = u"web-1"_s;
    operation.snapshotName = u"nightly"_s;
    operation.state =
        error.effect == Effect::Ambiguous ? OperationState::NeedsAnswer : OperationState::Failed;
    operation.error = error;
    Step step;
    step.role = role;
    step.state = Step::State::Failed;
    operation.steps = {step};
    return operation;
}

struct Function
{
    const char *name;
    std::function<ErrorText(const Error &)> text;
};

QList<Function> functions()
{
    QList<Function> functions{
        {"refresh",
         [](const Error &error) {
             return refreshErrorText(error, u"shop"_s);
         }},
        {"account",
         [](const Error &error) {
             return accountErrorText(error);
         }},
        {"secret",
         [](const Error &error) {
             return secretErrorText(error);
         }},
    };
    const QList<std::pair<const char *, OperationKind>> kinds{
        {"take", OperationKind::Take},
        {"roll back", OperationKind::RollBack},
        {"remove", OperationKind::Remove},
        {"rename", OperationKind::Rename},
        {"protect", OperationKind::Protect},
        {"power", OperationKind::Power},
        {"create server", OperationKind::CreateServer},
        {"create volume", OperationKind::CreateVolume}};
    for (const auto &[name, kind] : kinds) {
        functions.append({name, [kind](const Error &error) {
                              return operationErrorText(failed(kind, error));
                          }});
    }
    return functions;
}

/// What is wrong with a text made of whole sentences; empty when nothing is.
QString fault(const QString &text)
{
    if (text.isEmpty()) {
        return u"empty"_s;
    }
    if (!text.front().isUpper()) {
        return u"does not begin with a capital"_s;
    }
    if (!text.endsWith(u'.')) {
        return u"does not end with a full stop"_s;
    }
    if (text.contains(u"vendor") || text.contains(u"418")) {
        return u"shows the vendor's text"_s;
    }
    if (text.contains(u"%") || text.contains(u"  ") || text.contains(u"..")) {
        return u"is put together badly"_s;
    }
    return {};
}

QString whole(const ErrorText &text)
{
    return text.title + u'\n' + text.meaning + u'\n' + text.advice;
}

} // namespace

class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasSentencesForEveryKindEverywhere_data()
    {
        QTest::addColumn<int>("function");
        const QList<Function> all = functions();
        for (int i = 0; i < all.size(); ++i) {
            QTest::addRow("%s", all.at(i).name) << i;
        }
    }
    void hasSentencesForEveryKindEverywhere()
    {
        QFETCH(const int, function);
        const Function asked = functions().at(function);
        QStringList seen;
        for (int kind = 0; kind < kindCount; ++kind) {
            const ErrorText text = asked.text(loudError(ErrorKind(kind)));
            for (const QString &part : {text.title, text.meaning, text.advice}) {
                const QString wrong = fault(part);
                QVERIFY2(wrong.isEmpty(),
                         qPrintable(u"kind %1: %2: %3"_s.arg(kind).arg(wrong, part)));
            }
            QVERIFY(text.title != text.meaning && text.meaning != text.advice);
            QVERIFY2(!seen.contains(text.meaning), qPrintable(text.meaning));
            seen.append(text.meaning);
        }
    }

    void tellsTheFunctionsApart()
    {
        for (int kind = 0; kind < kindCount; ++kind) {
            QStringList seen;
            const QList<Function> all = functions();
            for (const Function &function : all) {
                const QString text = whole(function.text(loudError(ErrorKind(kind))));
                QVERIFY2(!seen.contains(text), qPrintable(text));
                seen.append(text);
            }
        }
    }

    void givesEveryCauseASentenceOfItsOwn()
    {
        QStringList seen;
        for (int kind = 0; kind < kindCount; ++kind) {
            const QString cause = causeText(loudError(ErrorKind(kind)));
            QCOMPARE(fault(cause), QString());
            QVERIFY2(!seen.contains(cause), qPrintable(cause));
            seen.append(cause);
        }
    }

    void namesTheHostThatCouldNotBeReached()
    {
        for (const ErrorKind kind : {ErrorKind::HostNotFound, ErrorKind::NoConnection,
                                     ErrorKind::TimedOut, ErrorKind::Tls}) {
            Error error = loudError(kind);
            error.host = u"api.example.org"_s;
            QVERIFY(causeText(error).contains(u"api.example.org"));
            QCOMPARE(fault(causeText(error)), QString());
        }
    }

    void keepsTheVendorsTextForTheDetails()
    {
        QCOMPARE(errorDetails(loudError(ErrorKind::Locked)),
                 u"vendor-message\nField vendor-field: vendor-remark\nField: vendor-limit\n"
                 "Code: vendor-code\nHTTP status: 418\nRequest id: vendor-request"_s);
        QCOMPARE(errorDetails({}), QString());
        Error error = loudError(ErrorKind::Locked);
        error.host = u"api.example.org"_s;
        QVERIFY(errorDetails(error).endsWith(u"\nHost: api.example.org"));
        const QList<Function> all = functions();
        for (const Function &function : all) {
            QCOMPARE(function.text(error).details, errorDetails(error));
        }
    }

    void saysHowLongToWait()
    {
        Error error = loudError(ErrorKind::RateLimited);
        QCOMPARE(accountErrorText(error).advice, u"Wait a few minutes, then try again."_s);
        error.retryAfter = 90s;
        QCOMPARE(accountErrorText(error).advice, u"Try again in 2 min."_s);
    }

    void saysForEachFaultOfAFileWhatToDo()
    {
        QStringList seen;
        for (const QString &code :
             {u"full"_s, u"read-only"_s, u"locked"_s, u"damaged"_s, u"disk"_s}) {
            Error error = loudError(ErrorKind::StorageFailed);
            error.code = code;
            for (const QString &text : {causeText(error), accountErrorText(error).advice}) {
                QCOMPARE(fault(text), QString());
                QVERIFY2(!seen.contains(text), qPrintable(text));
                seen.append(text);
            }
        }
    }

    void saysOfARollbackThatWasHeldBackWhyAndWhatToDo_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("advice");
        const auto add = [](const QString &code, ErrorKind kind, const QString &cause,
                            const QString &advice) {
            QTest::addRow("%s, kind %d", qPrintable(code), int(kind))
                << code << kind << cause << advice;
        };
        add(u"snapshot-not-ready"_s, ErrorKind::Locked, u"The snapshot is not ready"_s,
            u"Wait until the snapshot is ready"_s);
        add(u"snapshot-not-ready"_s, ErrorKind::InvalidInput, u"The snapshot is not ready"_s,
            u"Refresh and look at the snapshot's status."_s);
        add(u"not-latest"_s, ErrorKind::InvalidInput, u"The volume has a newer snapshot"_s,
            u"Refresh, then roll back to the latest one"_s);
        add(u"same-second"_s, ErrorKind::InvalidInput,
            u"Another snapshot of the volume was taken within the same second."_s,
            u"Remove the other one if it is not needed"_s);
        add(u"attached"_s, ErrorKind::InvalidInput, u"The volume is attached to a server"_s,
            u"Detach the volume in the provider's panel"_s);
        add(u"volume-not-available"_s, ErrorKind::Locked, u"The provider is busy with the volume"_s,
            u"Wait until the provider is done with the volume"_s);
        add(u"volume-not-available"_s, ErrorKind::InvalidInput,
            u"The volume is in a state in which it can't be rolled back"_s,
            u"The details name the volume's state."_s);
        add(u"other-size"_s, ErrorKind::InvalidInput,
            u"The volume has been resized since the snapshot was taken"_s,
            u"Make a new volume from the snapshot instead."_s);
        add(u"other-volume"_s, ErrorKind::InvalidInput, u"The snapshot is of another volume"_s,
            u"Roll back to a snapshot of this volume"_s);
    }
    void saysOfARollbackThatWasHeldBackWhyAndWhatToDo()
    {
        QFETCH(const QString, code);
        QFETCH(const ErrorKind, kind);
        QFETCH(const QString, cause);
        QFETCH(const QString, advice);
        Error error;
        error.kind = kind;
        error.code = code;
        error.message = u"vendor-message"_s;
        Operation operation = failed(OperationKind::RollBack, error);
        operation.resource->kind = ResourceKind::Volume;
        const ErrorText text = operationErrorText(operation);
        QCOMPARE(text.title,
                 u"The volume web-1 could not be rolled back to the snapshot “nightly”."_s);
        QVERIFY2(text.meaning.startsWith(cause), qPrintable(text.meaning));
        QVERIFY2(text.meaning.endsWith(u": nothing was sent. The disk was not touched."_s),
                 qPrintable(text.meaning));
        QVERIFY2(text.advice.startsWith(advice), qPrintable(text.advice));
        QCOMPARE(fault(text.meaning), QString());
        QCOMPARE(fault(text.advice), QString());
        // An answer's own word of the same letters is the vendor's.
        error.httpStatus = 400;
        QVERIFY(!operationErrorText(failed(OperationKind::RollBack, error))
                     .meaning.contains(u"nothing was sent"));
    }

    void leadsToTheAccountWhereTheCredentialIsAtFault()
    {
        const auto action = [](ErrorKind kind) {
            return refreshErrorText(loudError(kind), u"shop"_s).action;
        };
        QCOMPARE(action(ErrorKind::Unauthorized), ErrorText::Action::EditAccount);
        QCOMPARE(action(ErrorKind::ReadOnlyCredential), ErrorText::Action::EditAccount);
        QCOMPARE(action(ErrorKind::NoConnection), ErrorText::Action::Retry);
        QCOMPARE(action(ErrorKind::Removed), ErrorText::Action::None);
        QCOMPARE(secretErrorText(loudError(ErrorKind::NotFound)).action,
                 ErrorText::Action::EditAccount);
        QCOMPARE(secretErrorText(loudError(ErrorKind::SecretUnavailable)).action,
                 ErrorText::Action::Retry);
    }

    void offersNoRepetitionOfWhatMayHaveBeenDone_data()
    {
        QTest::addColumn<int>("kind");
        for (int kind = int(OperationKind::Take); kind <= int(OperationKind::CreateVolume);
             ++kind) {
            QTest::addRow("kind %d", kind) << kind;
        }
    }
    void offersNoRepetitionOfWhatMayHaveBeenDone()
    {
        QFETCH(const int, kind);
        Error error = loudError(ErrorKind::TimedOut);
        QCOMPARE(operationErrorText(failed(OperationKind(kind), error)).action,
                 ErrorText::Action::Retry);
        error.effect = Effect::Ambiguous;
        const ErrorText text = operationErrorText(failed(OperationKind(kind), error));
        QCOMPARE(text.action, ErrorText::Action::None);
        QVERIFY2(text.title.startsWith(u"It is not certain whether"), qPrintable(text.title));
        QVERIFY2(text.meaning.contains(u"may have been carried out"), qPrintable(text.meaning));
        QVERIFY2(text.advice.startsWith(u"Refresh and look"), qPrintable(text.advice));
        for (const QString &part : {text.title, text.meaning, text.advice}) {
            QCOMPARE(fault(part), QString());
        }
    }

    void tellsAnUnseenEndFromALostAnswer()
    {
        Error error = loudError(ErrorKind::Unknown);
        error.effect = Effect::Ambiguous;
        Operation operation = failed(OperationKind::RollBack, error);
        operation.steps[0].task = RemoteTask();
        const QString meaning = operationErrorText(operation).meaning;
        QVERIFY2(meaning.contains(u"accepted the request"), qPrintable(meaning));
        QVERIFY2(!meaning.contains(u"never came"), qPrintable(meaning));
        QCOMPARE(fault(meaning), QString());
    }

    void tellsRefusedFromBegun()
    {
        Operation operation = failed(OperationKind::RollBack, loudError(ErrorKind::ServerError));
        QVERIFY(operationErrorText(operation).meaning.endsWith(u"The disk was not touched."));
        operation.steps[0].task = RemoteTask();
        QVERIFY(operationErrorText(operation).meaning.contains(
            u"the disk may hold the old state, the new one or neither"));
        for (int kind = int(OperationKind::Take); kind <= int(OperationKind::CreateVolume);
             ++kind) {
            operation.kind = OperationKind(kind);
            QCOMPARE(fault(operationErrorText(operation).meaning), QString());
        }
    }

    void saysThatTheServerMayBeOff()
    {
        Operation operation = failed(OperationKind::Take, loudError(ErrorKind::QuotaExceeded));
        Step stop;
        stop.role = Step::Role::StopServer;
        stop.state = Step::State::Done;
        Step start;
        start.role = Step::Role::StartServer;
        start.state = Step::State::Failed;
        operation.steps.prepend(stop);
        operation.steps.append(start);
        const QString off = u"The server was asked to stop for this and may still be off."_s;
        QVERIFY(operationErrorText(operation).meaning.endsWith(off));
        operation.steps[2].state = Step::State::Done;
        QVERIFY(!operationErrorText(operation).meaning.contains(off));
    }

    void saysWhichStepFailed()
    {
        const Error error = loudError(ErrorKind::TimedOut);
        const auto title = [&error](Step::Role role) {
            Operation operation = failed(OperationKind::RollBack, error, role);
            operation.steps[0].request =
                TakeSnapshot{*operation.resource, u"before rollback"_s, {}, {}};
            return operationErrorText(operation).title;
        };
        QCOMPARE(title(Step::Role::Main),
                 u"The server web-1 could not be rolled back to the snapshot “nightly”."_s);
        QCOMPARE(title(Step::Role::StopServer), u"The server web-1 could not be shut down."_s);
        QCOMPARE(title(Step::Role::StartServer), u"The server web-1 could not be started."_s);
        QCOMPARE(title(Step::Role::SafetySnapshot),
                 u"The safety snapshot “before rollback” of web-1 could not be taken."_s);
        Operation volume = failed(OperationKind::RollBack, error);
        volume.resource->kind = ResourceKind::Volume;
        QCOMPARE(operationErrorText(volume).title,
                 u"The volume web-1 could not be rolled back to the snapshot “nightly”."_s);
        volume.steps[0].role = Step::Role::StartServer;
        QCOMPARE(operationErrorText(volume).title,
                 u"The server of the volume web-1 could not be started."_s);
    }

    void saysThatTheMainStepWasDone()
    {
        Operation operation =
            failed(OperationKind::Take, loudError(ErrorKind::TimedOut), Step::Role::StartServer);
        Step main;
        main.state = Step::State::Done;
        operation.steps.prepend(main);
        QVERIFY(operationErrorText(operation).meaning.contains(u"The snapshot itself was taken."));
    }

    void namesTheSafetySnapshotThatWasTaken()
    {
        Operation operation = failed(OperationKind::RollBack, loudError(ErrorKind::TimedOut));
        Step safety;
        safety.request = TakeSnapshot{*operation.resource, u"before rollback"_s, {}, {}};
        safety.role = Step::Role::SafetySnapshot;
        safety.state = Step::State::Done;
        operation.steps.prepend(safety);
        const QString named = u"The safety snapshot “before rollback”"_s;
        const auto meaning = [&operation] {
            return operationErrorText(operation).meaning;
        };
        QVERIFY(meaning().contains(named + u" was taken and stays."));
        operation.steps[1].task = RemoteTask();
        QVERIFY(meaning().contains(named + u" holds the state of before"));
        QCOMPARE(fault(meaning()), QString());
        operation.steps[0].state = Step::State::Failed;
        QVERIFY(!meaning().contains(named));
    }

    void survivesAnOperationWithoutNamesOrSteps()
    {
        Operation operation;
        operation.state = OperationState::Failed;
        for (int kind = int(OperationKind::Take); kind <= int(OperationKind::CreateVolume);
             ++kind) {
            operation.kind = OperationKind(kind);
            QCOMPARE(fault(operationErrorText(operation).title), QString());
            QCOMPARE(fault(operationErrorText(operation).meaning), QString());
        }
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(ErrorTextTest)
#include "errortexttest.moc"
