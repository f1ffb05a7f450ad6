// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hetznerdocuments.h"
#include "hetznerfixtures.h"
#include "providers/hetzner/hetznererrors.h"
#include "support/testenvironment.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using HetznerDocuments::Document;
using HetznerDocuments::documents;

namespace {

/// Breaks answers in ways that repeat with the seed.
class Mutator
{
public:
    explicit Mutator(quint32 seed)
        : m_random(seed)
    {
    }

    /// Bytes flipped, dropped, doubled: mostly no JSON any more.
    QByteArray garble(QByteArray bytes)
    {
        const int changes = m_random.bounded(1, 5);
        for (int i = 0; i < changes && !bytes.isEmpty(); ++i) {
            const qsizetype at = m_random.bounded(bytes.size());
            const qsizetype length =
                m_random.bounded(std::min<qsizetype>(64, bytes.size() - at) + 1);
            switch (m_random.bounded(4)) {
            case 0:
                bytes[at] = static_cast<char>(m_random.bounded(256));
                break;
            case 1:
                bytes.remove(at, length);
                break;
            case 2:
                bytes.insert(at, bytes.sliced(at, length));
                break;
            default:
                bytes.truncate(at);
                break;
            }
        }
        return bytes;
    }

    /// Still JSON, with values of all types where they do not belong.
    QJsonValue twist(const QJsonValue &json)
    {
        if (m_random.bounded(40) == 0) {
            return anyValue();
        }
        if (json.isArray()) {
            QJsonArray twisted;
            const QJsonArray values = json.toArray();
            for (const QJsonValue value : values) {
                twisted.append(twist(value));
            }
            return twisted;
        }
        if (json.isObject()) {
            QJsonObject twisted;
            const QJsonObject members = json.toObject();
            for (auto it = members.begin(); it != members.end(); ++it) {
                if (m_random.bounded(60) != 0) {
                    twisted.insert(it.key(), twist(it.value()));
                }
            }
            return twisted;
        }
        return json;
    }

private:
    QJsonValue anyValue()
    {
        const QList<QJsonValue> values = {QJsonValue::Null,
                                          true,
                                          0,
                                          -1,
                                          1.5,
                                          1e308,
                                          -1e308,
                                          qint64(9'223'372'036'854'775'807),
                                          QString(),
                                          u"0.1"_s,
                                          u"2026-02-30T25:61:61Z"_s,
                                          QString(QChar(0xd800)),
                                          QString(4096, u'x'),
                                          QJsonArray{},
                                          QJsonArray{1, u"2"_s, QJsonValue::Null},
                                          QJsonObject{},
                                          QJsonObject{{u"id"_s, 1}}};
        return values.at(m_random.bounded(values.size()));
    }

    QRandomGenerator m_random;
};

/// A value, or an error that says what is wrong.
bool isProperEnd(const Result<Done> &result)
{
    const bool isKnownError = !result
        && (result.error().kind == ErrorKind::Protocol
            || result.error().kind == ErrorKind::NotFound);
    return result || (isKnownError && !result.error().message.isEmpty());
}

} // namespace

/// Whatever an answer holds, reading it ends, and ends properly. The sanitizers watch.
class HetznerParserMutationTest : public QObject
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

void HetznerParserMutationTest::addDocuments()
{
    QTest::addColumn<Document>("document");
    for (const Document &document : documents()) {
        QTest::addRow("%s", qPrintable(document.name)) << document;
    }
}

void HetznerParserMutationTest::survivesGarbledBytes()
{
    QFETCH(const Document, document);
    const QByteArray whole = HetznerFixtures::read(document.fixture);
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

void HetznerParserMutationTest::survivesTwistedValues()
{
    QFETCH(const Document, document);
    const QJsonObject whole =
        QJsonDocument::fromJson(HetznerFixtures::read(document.fixture)).object();
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

void HetznerParserMutationTest::survivesGarbledErrors()
{
    const QByteArray whole = R"({"error":{"code":"invalid_input","message":"no","details":)"
                             R"({"fields":[{"name":"image","messages":["is odd"]}]}}})";
    Mutator mutator(3);

    for (int round = 0; round < 2'000; ++round) {
        const Error error =
            Providers::HetznerErrors::read(Net::Method::Post, 422, mutator.garble(whole));
        QCOMPARE(error.httpStatus, 422);
        QCOMPARE(error.effect, Effect::None);
    }
}

QTEST_GUILESS_MAIN(HetznerParserMutationTest)
#include "hetznerparsermutationtest.moc"
