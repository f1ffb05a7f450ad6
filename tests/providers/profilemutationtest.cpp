// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/profilereader.h"
#include "support/testenvironment.h"

#include <QDir>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using Providers::ProfileProblem;
using Providers::ProfileResult;

namespace {

QList<QByteArray> wholeProfiles()
{
    QList<QByteArray> profiles;
    const QDir folder(u":/profiles"_s);
    const QStringList fileNames = folder.entryList(QDir::Files);
    for (const QString &fileName : fileNames) {
        QFile file(folder.filePath(fileName));
        if (file.open(QIODevice::ReadOnly)) {
            profiles.append(file.readAll());
        }
    }
    return profiles;
}

/// Why the answer is no proper one; empty when it is: a profile that keeps the rules, or problems
/// that all say something.
QString complaint(const QByteArray &json)
{
    const ProfileResult<Domain::Profile> read = Providers::readProfile(json);
    if (!read) {
        for (const ProfileProblem &problem : read.error()) {
            if (problem.reason.isEmpty()) {
                return u"a problem without a reason"_s;
            }
        }
        return read.error().isEmpty() ? u"no profile and no problem"_s : QString();
    }
    for (const QUrl &url : read->baseUrls) {
        if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty()
            || url.scheme() != "https"_L1) {
            return u"an address that must not be: "_s + url.toString();
        }
    }
    const bool isWhole = !read->id.isEmpty() && !read->name.isEmpty() && !read->provider.isEmpty()
        && !read->texts.value(u"en"_s).tokenHelp.isEmpty();
    return isWhole ? QString() : u"half a profile"_s;
}

} // namespace

/// Whatever a file holds, reading it ends with a profile or with reasons. The sanitizers watch.
class ProfileMutationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void survivesEveryTruncation();
    void survivesEveryFlippedByte();
    void survivesGarbledBytes();

private:
    Support::TestEnvironment m_environment;
};

void ProfileMutationTest::survivesEveryTruncation()
{
    for (const QByteArray &whole : wholeProfiles()) {
        const qsizetype json = whole.trimmed().size();
        for (qsizetype length = 0; length < json; ++length) {
            const QByteArray cut = whole.first(length);
            QCOMPARE(complaint(cut), QString());
            QVERIFY2(!Providers::readProfile(cut), cut.constData());
        }
    }
}

void ProfileMutationTest::survivesEveryFlippedByte()
{
    int taken = 0;
    int refused = 0;
    QRandomGenerator random(1);
    for (const QByteArray &whole : wholeProfiles()) {
        for (qsizetype at = 0; at < whole.size(); ++at) {
            QByteArray flipped = whole;
            flipped[at] = static_cast<char>(flipped.at(at) ^ (1 << random.bounded(8)));
            QVERIFY2(complaint(flipped).isEmpty(), flipped.constData());
            ++(Providers::readProfile(flipped) ? taken : refused);
        }
    }
    // Letters in a help text may change; what holds the file together may not.
    QVERIFY(taken > 100);
    QVERIFY(refused > 100);
}

void ProfileMutationTest::survivesGarbledBytes()
{
    const QList<QByteArray> profiles = wholeProfiles();
    const QList<QByteArray> pieces{"\"",
                                   "\\u0000",
                                   "\\ud800",
                                   "{",
                                   "[[[[",
                                   "]}",
                                   "1e999",
                                   "null",
                                   "//",
                                   "\xff",
                                   "\xe2\x80\xae",
                                   ",,",
                                   "\"en\": {},",
                                   "http://a,",
                                   "-",
                                   "\xef\xbb\xbf",
                                   "\"version\": 1,"};
    QRandomGenerator random(2);
    for (int round = 0; round < 4'000; ++round) {
        QByteArray bytes = profiles.at(random.bounded(profiles.size()));
        const int changes = random.bounded(1, 6);
        for (int i = 0; i < changes; ++i) {
            const qsizetype at = random.bounded(bytes.size());
            if (random.bounded(2) == 0) {
                bytes.insert(at, pieces.at(random.bounded(pieces.size())));
            } else {
                bytes.remove(at, random.bounded(40));
            }
        }
        QVERIFY2(complaint(bytes).isEmpty(), bytes.constData());
    }
}

QTEST_GUILESS_MAIN(ProfileMutationTest)
#include "profilemutationtest.moc"
