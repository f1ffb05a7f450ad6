// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackprobe.h"

#include "openstackexchanges.h"
#include "providerstub.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::OpenStackProbe;

/// Whether a Keystone is at an address, found out without a credential.
class OpenStackProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stub = std::make_unique<ProviderStub>(u"/identity"_s, "{}"_ba); }

    void isConfirmedByKeystonesRefusal()
    {
        m_stub->always("GET /v3/auth/projects",
                       R"({"error":{"code":401,"message":"no","title":"Unauthorized"}})", 401);

        QVERIFY(confirm());
        QVERIFY(!m_stub->server().requests().constLast().headers.contains("X-Auth-Token"));
    }

    void isNotConfirmedByAnythingElse_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("a page") << 200 << "<html>welcome</html>"_ba;
        QTest::addRow("another API") << 401 << R"({"message":"no"})"_ba;
        QTest::addRow("nothing there") << 404 << "{}"_ba;
    }

    void isNotConfirmedByAnythingElse()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        m_stub->always("GET /v3/auth/projects", body, status);

        const auto confirmed = confirm();

        QVERIFY(!confirmed);
        QCOMPARE(confirmed.error().kind, ErrorKind::Protocol);
        QVERIFY(confirmed.error().message.contains("Keystone"_L1));
    }

private:
    [[nodiscard]] Result<Done> confirm()
    {
        return m_stub->answer(
            OpenStackProbe::confirm(m_stub->url(), m_stub->network(), m_stub->clock()));
    }

    Support::TestEnvironment m_environment;
    std::unique_ptr<ProviderStub> m_stub;
};

QTEST_GUILESS_MAIN(OpenStackProbeTest)
#include "openstackprobetest.moc"
