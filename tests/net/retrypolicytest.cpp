// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/retrypolicy.h"
#include "net/answererror.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace std::chrono_literals;
using Domain::Effect;
using Domain::Error;
using Domain::ErrorKind;
using Net::Method;
using Net::RetryPolicy;
using Wait = std::optional<std::chrono::milliseconds>;

namespace {

Error outcome(ErrorKind kind, int status = 0, Effect effect = Effect::None, Wait retryAfter = {})
{
    Error error;
    error.kind = kind;
    error.httpStatus = status;
    error.effect = effect;
    error.retryAfter = retryAfter;
    return error;
}

constexpr std::array writing{Method::Post, Method::Put, Method::Delete};

void addReads()
{
    const auto row = [](const char *name, int attempt, Method method, const Error &error,
                        Wait wait) {
        QTest::addRow("%s", name) << attempt << method << error << wait;
    };
    using enum ErrorKind;
    row("GET after a lost connection", 1, Method::Get, outcome(Interrupted), 500ms);
    row("GET after a second one", 2, Method::Get, outcome(Interrupted), 1s);
    row("GET after too many", 4, Method::Get, outcome(Interrupted), {});
    row("GET after a time-out", 1, Method::Get, outcome(TimedOut), 500ms);
    row("GET after two time-outs", 2, Method::Get, outcome(TimedOut), {});
    row("GET refused by the host", 1, Method::Get, outcome(NoConnection), 500ms);
    row("GET refused by the host twice", 2, Method::Get, outcome(NoConnection), {});
    row("GET of an unknown host", 1, Method::Get, outcome(HostNotFound), {});
    row("GET with a bad certificate", 1, Method::Get, outcome(Tls), {});
    row("GET answered 500", 1, Method::Get, outcome(ServerError, 500), {});
    row("GET answered 502", 1, Method::Get, outcome(ServerError, 502), 500ms);
    row("GET answered 503", 2, Method::Get, outcome(Unavailable, 503), 1s);
    row("GET answered 504", 3, Method::Get, outcome(ServerError, 504), 2s);
    row("GET answered 503 with Retry-After", 1, Method::Get,
        outcome(Unavailable, 503, Effect::None, 7s), 7s);
    row("GET during maintenance", 1, Method::Get, outcome(Unavailable, 403), {});
    row("GET answered 429", 1, Method::Get, outcome(RateLimited, 429, Effect::None, 3s), 3s);
    row("GET answered 429 too often", 5, Method::Get, outcome(RateLimited, 429), {});
    row("GET told to wait too long", 1, Method::Get, outcome(RateLimited, 429, Effect::None, 61s),
        {});
    row("GET not allowed", 1, Method::Get, outcome(Unauthorized, 401), {});
    row("GET of what is not there", 1, Method::Get, outcome(NotFound, 404), {});
    row("GET that makes no sense", 1, Method::Get, outcome(Protocol, 200), {});
    row("GET too large", 1, Method::Get, outcome(TooLarge, 200), {});
}

void addWrites()
{
    using enum ErrorKind;
    for (const Method method : writing) {
        const auto write = [method](const char *name, int attempt, const Error &error, Wait wait) {
            QTest::addRow("%s %s", Net::verb(method).constData(), name)
                << attempt << method << error << wait;
        };
        write("answered 429", 1, outcome(RateLimited, 429, Effect::None, 3s), 3s);
        write("answered 429 too often", 5, outcome(RateLimited, 429), {});
        write("answered conflict", 1, outcome(Conflict, 409), 500ms);
        write("answered conflict that may have run", 1, outcome(Conflict, 409, Effect::Ambiguous),
              {});
        write("answered 503", 1, outcome(Unavailable, 503), {});
        write("refused by the host", 1, outcome(NoConnection), {});
        write("on a locked object", 1, outcome(Locked, 423), {});
    }
}

} // namespace

class RetryPolicyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decidesByTable_data();
    void decidesByTable();
    void neverRepeatsAWriteThatMayHaveHappened();
    void triesNothingForEver();
    void waitsLongerEachTimeButNotTooLong();
    void waitsAtLeastAsLongAsAsked();

private:
    Support::TestEnvironment m_environment;
};

void RetryPolicyTest::decidesByTable_data()
{
    QTest::addColumn<int>("attempt");
    QTest::addColumn<Method>("method");
    QTest::addColumn<Error>("error");
    QTest::addColumn<Wait>("wait");
    addReads();
    addWrites();
}

void RetryPolicyTest::decidesByTable()
{
    QFETCH(const int, attempt);
    QFETCH(const Method, method);
    QFETCH(const Error, error);
    QFETCH(const Wait, wait);
    QCOMPARE(RetryPolicy::next(attempt, method, error), wait);
}

void RetryPolicyTest::neverRepeatsAWriteThatMayHaveHappened()
{
    for (int kind = 0; kind <= int(ErrorKind::Unknown); ++kind) {
        for (const int status : {0, 200, 408, 409, 429, 500, 502, 503, 504}) {
            for (const Method method : writing) {
                const Error error = outcome(ErrorKind(kind), status, Effect::Ambiguous);
                QCOMPARE(RetryPolicy::next(1, method, error), std::nullopt);
            }
        }
    }
}

void RetryPolicyTest::triesNothingForEver()
{
    for (int kind = 0; kind <= int(ErrorKind::Unknown); ++kind) {
        for (const int status : {0, 200, 404, 409, 429, 500, 502, 503, 504}) {
            for (const Method method : {Method::Get, Method::Post}) {
                const Error error = outcome(ErrorKind(kind), status);
                QCOMPARE(RetryPolicy::next(RetryPolicy::mostTries, method, error), std::nullopt);
            }
        }
    }
}

void RetryPolicyTest::waitsLongerEachTimeButNotTooLong()
{
    std::chrono::milliseconds last{0};
    for (int attempt = 1; attempt < RetryPolicy::mostTries; ++attempt) {
        const Wait wait =
            RetryPolicy::next(attempt, Method::Post, outcome(ErrorKind::Conflict, 409));
        QVERIFY(wait);
        QVERIFY(*wait > last);
        QVERIFY(*wait <= 8s);
        last = *wait;
    }
}

void RetryPolicyTest::waitsAtLeastAsLongAsAsked()
{
    const Error brief = outcome(ErrorKind::Unavailable, 503, Effect::None, 1ms);
    QCOMPARE(RetryPolicy::next(1, Method::Get, brief), Wait(500ms));
    const Error longest =
        outcome(ErrorKind::Unavailable, 503, Effect::None, RetryPolicy::longestWait);
    QCOMPARE(RetryPolicy::next(1, Method::Get, longest), Wait(RetryPolicy::longestWait));
}

QTEST_GUILESS_MAIN(RetryPolicyTest)
#include "retrypolicytest.moc"
