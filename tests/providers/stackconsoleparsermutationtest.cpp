// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mutator.h"
#include "providers/stackconsole/stackconsoleerrors.h"
#include "stackconsoledocuments.h"
#include "stackconsolefixtures.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using StackConsoleDocuments::Document;
using StackConsoleDocuments::documents;

namespace {

/// A value, or an error that says what is wrong.
bool isProperEnd(const Result<Done> &result)
{
    return result
        || (result.error().kind == ErrorKind::Protocol && !result.error().message.isEmpty());
}

} // namespace

/// Whatever an answer holds, reading it ends, and ends properly. The sanitizers watch.
class StackConsoleParserMutationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesGarbledBytes_data() { addDocuments(); }
    void survivesGarbledBytes();
    void survivesTwistedValues_data() { addDocuments(); }
    void survivesTwistedValues();
    void survivesGarbledErrors();

private:
    static void addDocuments();

    Support::TestEnvironment m_environment;
};

void StackConsoleParserMutationTest::addDocuments()
{
    QTest::addColumn<Document>("document");
    for (const Document &document : documents()) {
        QTest::addRow("%s", qPrintable(document.name)) << document;
    }
}

void StackConsoleParserMutationTest::survivesGarbledBytes()
{
    QFETCH(const Document, document);
    const QByteArray whole = StackConsoleFixtures::read(document.fixture);
    Mutator mutator(1);
    int refused = 0;

    for (int round = 0; round < 300; ++round) {
        const QByteArray bytes = mutator.garble(whole);
        const Result<Done> result = document.parse(bytes);
        QVERIFY2(isProperEnd(result), bytes.constData());
        refused += result ? 0 : 1;
    }
    QVERIFY2(refused > 150, qPrintable(QString::number(refused)));
}

void StackConsoleParserMutationTest::survivesTwistedValues()
{
    QFETCH(const Document, document);
    const QJsonObject whole =
        QJsonDocument::fromJson(StackConsoleFixtures::read(document.fixture)).object();
    Mutator mutator(2);
    int taken = 0;
    int refused = 0;

    for (int round = 0; round < 300; ++round) {
        const QByteArray bytes = QJsonDocument(mutator.twist(whole).toObject()).toJson();
        const Result<Done> result = document.parse(bytes);
        QVERIFY2(isProperEnd(result), bytes.constData());
        ++(result ? taken : refused);
    }
    // Both ends were reached: the values were neither all harmless nor all hopeless.
    QVERIFY(taken > 0);
    QVERIFY(refused > 0);
}

void StackConsoleParserMutationTest::survivesGarbledErrors()
{
    const QByteArray whole = R"({"success":false,"message":"Validation errors",)"
                             R"("data":{"name":["The name has already been taken."]}})";
    Mutator mutator(3);

    for (int round = 0; round < 2'000; ++round) {
        const Error error =
            Providers::StackConsoleErrors::read(Net::Method::Post, 422, mutator.garble(whole));
        QCOMPARE(error.httpStatus, 422);
        QCOMPARE(error.effect, Effect::None);
        QVERIFY(!error.message.isEmpty());
    }
}

QTEST_GUILESS_MAIN(StackConsoleParserMutationTest)
#include "stackconsoleparsermutationtest.moc"
