// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/memorysecretstore.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Accounts;
using namespace Domain;
using namespace Qt::StringLiterals;

class MemorySecretStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadUntilItIsRemoved()
    {
        const AccountId account{u"a"_s};
        MemorySecretStore store;
        QVERIFY(store.write(account, Secret("demo-secret-1")).result());
        QVERIFY(store.write(account, Secret("demo-secret-2")).result());
        QCOMPARE(store.read(account).result()->reveal(), "demo-secret-2"_ba);

        QVERIFY(store.remove(account).result());
        QCOMPARE(store.read(account).result().error().kind, ErrorKind::NotFound);
    }

    void whatIsNotThereIsNotFound()
    {
        MemorySecretStore store;
        QVERIFY(store.write(AccountId{u"a"_s}, Secret("demo-secret-1")).result());

        QCOMPARE(store.read(AccountId{u"b"_s}).result().error().kind, ErrorKind::NotFound);
        QCOMPARE(store.remove(AccountId{u"b"_s}).result().error().kind, ErrorKind::NotFound);
        QVERIFY(store.read(AccountId{u"a"_s}).result());
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(MemorySecretStoreTest)
#include "memorysecretstoretest.moc"
