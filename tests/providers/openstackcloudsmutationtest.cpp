// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/baseurl.h"
#include "providers/openstack/openstackclouds.h"
#include "providers/openstack/openstackforms.h"
#include "support/testenvironment.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace Domain;
using namespace Providers;
using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> wholeFiles()
{
    QList<QByteArray> files;
    const QDir folder(QStringLiteral(SOURCE_ROOT "/tests/fuzz/corpus/cloudsyaml"));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly)) {
            files.append(file.readAll());
        }
    }
    return files;
}

/// Why the answer is no proper one; empty when it is: clouds that keep the rules, or a sentence.
QString complaint(const QByteArray &bytes)
{
    const auto imports = readClouds(bytes, {});
    if (!imports) {
        return imports.error().isEmpty() ? u"an error without a reason"_s : QString();
    }
    for (const CredentialImport &import : *imports) {
        if (import.problems.contains(QString()) || import.notes.contains(QString())) {
            return u"a problem without a reason"_s;
        }
        if (import.problems.isEmpty() && !Net::checkedBaseUrl(import.baseUrl)) {
            return u"an address that must not be: "_s + import.baseUrl.toString();
        }
        if (import.problems.isEmpty() && OpenStackForms::compose(import.credential).isEmpty()) {
            return u"an account without a credential"_s;
        }
    }
    return {};
}

} // namespace

/// Whatever a file holds, reading it ends with clouds or with a reason. The sanitizers watch.
class OpenStackCloudsMutationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesEveryTruncation();
    void survivesEveryFlippedByte();
    void survivesGarbledBytes();

private:
    Support::TestEnvironment m_environment;
};

void OpenStackCloudsMutationTest::survivesEveryTruncation()
{
    for (const QByteArray &whole : wholeFiles()) {
        for (qsizetype length = 0; length <= whole.size(); ++length) {
            const QByteArray cut = whole.first(length);
            QVERIFY2(complaint(cut).isEmpty(), cut.constData());
        }
    }
}

void OpenStackCloudsMutationTest::survivesEveryFlippedByte()
{
    int taken = 0;
    int refused = 0;
    QRandomGenerator random(1);
    for (const QByteArray &whole : wholeFiles()) {
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray flipped = whole;
            flipped[at] = static_cast<char>(flipped.at(at) ^ (1 << random.bounded(8)));
            QVERIFY2(complaint(flipped).isEmpty(), flipped.constData());
            ++(readClouds(flipped, {}) ? taken : refused);
        }
    }
    QVERIFY(taken > 100);
    QVERIFY(refused > 100);
}

void OpenStackCloudsMutationTest::survivesGarbledBytes()
{
    const QList<QByteArray> files = wholeFiles();
    const QList<QByteArray> pieces{
        "&a ", "*a",  "<<: *a\n", "? ",     ": ",       "- ",      "[",     "]",    "{",
        "}",   "|\n", ">-\n",     "!!map ", "%TAG x\n", "---\n",   "...\n", "\t",   "\n  ",
        "\"",  "'",   "#",        "\xff",   "\\x",      "clouds:", "auth:", "~",    "verify: no\n",
        "@",   ",",   "?",        "//",     "\r",       "\x85",    "0x",    "null", "profile: a\n"};
    QRandomGenerator random(2);
    for (int round = 0; round < 4'000; ++round) {
        QByteArray bytes = files.at(random.bounded(files.size()));
        const int changes = random.bounded(1, 6);
        for (int i = 0; i < changes; ++i) {
            const qsizetype at = random.bounded(bytes.size() + 1);
            if (random.bounded(2) == 0) {
                bytes.insert(at, pieces.at(random.bounded(pieces.size())));
            } else {
                bytes.remove(at, random.bounded(40));
            }
        }
        QVERIFY2(complaint(bytes).isEmpty(), bytes.constData());
    }
}

QTEST_GUILESS_MAIN(OpenStackCloudsMutationTest)
#include "openstackcloudsmutationtest.moc"
