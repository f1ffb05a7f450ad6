// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/textranks.h"

#include "support/testenvironment.h"

#include <QTest>

using namespace Items;
using namespace Qt::StringLiterals;

using Ranks = std::vector<quint32>;

namespace {

const QLocale english(QLocale::English);

} // namespace

class TextRanksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranksNoneAndOne()
    {
        QCOMPARE(textRanks({}, english), Ranks());
        QCOMPARE(textRanks({u"web"_s}, english), Ranks{0});
    }

    void ranksNumbersByValueAndLettersWhateverTheirCase()
    {
        QCOMPARE(textRanks({u"web-10"_s, u"Web-9"_s, u"db"_s, u"web-9"_s}, english),
                 (Ranks{2, 1, 0, 1}));
    }

    void ranksNumbersByValueWithoutALocaleToo()
    {
        QCOMPARE(textRanks({u"web-10"_s, u"web-9"_s}, QLocale::c()), (Ranks{1, 0}));
    }

    /// So many that threads share them, each text in two of the threads' parts.
    void ranksManyAsOneList()
    {
        constexpr quint32 different = 30'000;
        std::vector<QString> texts;
        Ranks expected;
        for (quint32 i = 0; i < 2 * different; ++i) {
            const quint32 number = (i * 7'919) % different; // a prime: every number, in disorder
            texts.push_back(u"web-%1"_s.arg(number));
            expected.push_back(number);
        }
        QCOMPARE(textRanks(texts, english), expected);
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(TextRanksTest)
#include "textrankstest.moc"
