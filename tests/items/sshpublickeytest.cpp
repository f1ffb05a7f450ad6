// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/sshpublickey.h"

#include "support/sshkeys.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Support::publicKey;

class SshPublicKeyTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

private Q_SLOTS:
    void takesOnePublicKeyOfAnyUsualKind_data()
    {
        QTest::addColumn<QString>("key");
        for (const char *kind :
             {"ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "sk-ssh-ed25519@openssh.com"}) {
            QTest::addRow("%s", kind) << publicKey(kind);
        }
        QTest::addRow("with a comment") << publicKey("ssh-ed25519", u"me@laptop, at home"_s);
        QTest::addRow("with the line's end") << publicKey() + u'\n';
    }

    void takesOnePublicKeyOfAnyUsualKind()
    {
        QFETCH(const QString, key);
        QCOMPARE(Items::sshKeyProblem(key), QString());
        QVERIFY(!Items::isPrivateKey(key));
    }

    void saysWhatIsWrongWithAnother_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("begins");
        QTest::addRow("nothing") << u" "_s << u"A public SSH key is needed."_s;
        QTest::addRow("words") << u"hunter2"_s << u"This is not a public SSH key."_s;
        QTest::addRow("a fingerprint") << u"SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDoE7bGMt4uIS8VQzA"_s
                                       << u"This is not a public SSH key."_s;
        QTest::addRow("two") << publicKey() + u'\n' + publicKey("ssh-rsa")
                             << u"Only one key can be given."_s;
        QTest::addRow("the kind alone") << u"ssh-ed25519"_s << u"The key is cut off:"_s;
        QTest::addRow("cut") << publicKey().first(20) << u"The key is damaged or cut off."_s;
        QTest::addRow("no base64") << u"ssh-ed25519 AAAA!!!!"_s << u"The key is damaged"_s;
        QString other = publicKey("ssh-rsa");
        QTest::addRow("another kind inside")
            << other.replace(u"ssh-rsa "_s, u"ssh-ed25519 "_s) << u"The key is damaged"_s;
    }

    void saysWhatIsWrongWithAnother()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, begins);
        const QString problem = Items::sshKeyProblem(text);
        QVERIFY2(problem.startsWith(begins), qPrintable(problem));
        QVERIFY(!problem.contains(u"hunter2"_s));
    }

    void knowsAPrivateKeyByItsFirstWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("OpenSSH") << Support::privateKey();
        QTest::addRow("RSA") << u"-----BEGIN RSA PRIVATE KEY-----"_s;
        QTest::addRow("encrypted") << u"-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIF"_s;
        QTest::addRow("PuTTY") << u"PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none"_s;
        QTest::addRow("behind a public one") << publicKey() + u'\n' + Support::privateKey();
    }

    void knowsAPrivateKeyByItsFirstWords()
    {
        QFETCH(const QString, text);
        QVERIFY(Items::isPrivateKey(text));
        QCOMPARE(Items::sshKeyProblem(text), Items::privateKeyText());
    }
};

QTEST_GUILESS_MAIN(SshPublicKeyTest)
#include "sshpublickeytest.moc"
