// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testenvironment.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

#include <vector>

using namespace Qt::StringLiterals;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// The inputs that a fuzz target was interested in, or once stopped at, by every compiler and in
/// every run of the tests. A find ends the program; the row before it says which input it is.
class Corpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsNoFind_data();
    void holdsNoFind();

private:
    /// Of the target that this program is made of.
    [[nodiscard]] static QString folder()
    {
        QString target = QCoreApplication::applicationName();
        target.remove(u"fuzz_"_s).remove(u"corpustest"_s);
        return QStringLiteral(SOURCE_ROOT) + u"/tests/fuzz/corpus/"_s + target;
    }

    Support::TestEnvironment m_environment;
};

void Corpus::holdsNoFind_data()
{
    QTest::addColumn<QString>("file");
    const QDir inputs(folder());
    const QStringList names = inputs.entryList(QDir::Files, QDir::Name);
    if (names.isEmpty()) {
        QFAIL("the corpus is not there");
    }
    for (const QString &name : names) {
        QTest::addRow("%s", qPrintable(name)) << inputs.filePath(name);
    }
}

void Corpus::holdsNoFind()
{
    QFETCH(const QString, file);
    QFile input(file);
    QVERIFY(input.open(QIODevice::ReadOnly));
    const QByteArray bytes = input.readAll();
    QCOMPARE(bytes.size(), input.size());
    // An exact copy, so that a byte read behind its end is seen.
    const std::vector<uint8_t> data(bytes.cbegin(), bytes.cend());
    QCOMPARE(LLVMFuzzerTestOneInput(data.data(), data.size()), 0);
}

QTEST_GUILESS_MAIN(Corpus)
#include "corpus.moc"
