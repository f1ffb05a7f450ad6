// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/credentialimporter.h"
#include "providers/openstack/openstackforms.h"
#include "support/testenvironment.h"

#include <QDir>
#include <QSslCertificate>
#include <QTemporaryDir>
#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using App::CredentialImporter;

namespace {

// Of an authority that signs nothing; its key was thrown away.
constexpr QByteArrayView authority = R"(-----BEGIN CERTIFICATE-----
MIIBiDCCAS+gAwIBAgIUMCMaHX4cHKmSe4qo9mRx7GmJvnowCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOVGVzdCBhdXRob3JpdHkwIBcNMjYxMTIxMTI1NDQzWhgPMjEy
NjEwMjgxMjU0NDNaMBkxFzAVBgNVBAMMDlRlc3QgYXV0aG9yaXR5MFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAE0g8NC8Lmxsl2+GePqVFGGLnfNNMx/rIhF4Cf3xIX
TLajqMnFfLJvswacrxYBj0jUcmWZ6iECnyomkAOtNIn6wKNTMFEwHQYDVR0OBBYE
FPcRAh+mQ05mQ/veD8W8AekvZcPUMB8GA1UdIwQYMBaAFPcRAh+mQ05mQ/veD8W8
AekvZcPUMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgBqeApv6g
pZe83FN15ijgbEMlMEou+dkk/U8wlQEMSJwCIDGQ36zH6EerxwiyFt8cHW8/DTZo
ZCiTuIPTpMBGzl4V
-----END CERTIFICATE-----
)";

} // namespace

/// Files on the disk, read as the vendor's own tools read them.
class CredentialImporterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void findsTheUsualFiles();
    void readsTheSecretsBesideTheFile();
    void readsTheCertificateOfAnAuthority_data();
    void readsTheCertificateOfAnAuthority();
    void saysWhatIsWrongWithACertificate();
    void saysWhatCannotBeRead();

private:
    QString write(const QString &path, const QByteArray &bytes) const;
    [[nodiscard]] CredentialImport onlyOne(const QString &path) const;

    Support::TestEnvironment m_environment;
    std::unique_ptr<QTemporaryDir> m_folder;
    Providers::CredentialFile m_file = Providers::OpenStackForms::file();
};

void CredentialImporterTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString CredentialImporterTest::write(const QString &path, const QByteArray &bytes) const
{
    const QString whole = m_folder->filePath(path);
    QDir().mkpath(QFileInfo(whole).path());
    QFile file(whole);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return isWritten ? whole : QString();
}

CredentialImport CredentialImporterTest::onlyOne(const QString &path) const
{
    const CredentialImporter::Imports imports = CredentialImporter::read(m_file, path);
    if (!imports) {
        qWarning("%s", qPrintable(imports.error()));
        return {};
    }
    return imports->size() == 1 ? imports->first() : CredentialImport();
}

void CredentialImporterTest::findsTheUsualFiles()
{
    m_file.usualPlaces = {u"~/.config/clouds-of-the-test/clouds.yaml"_s,
                          write(u"etc/clouds.yaml"_s, "clouds: {}"),
                          m_folder->filePath(u"nowhere.yaml"_s), m_folder->path()};
    QCOMPARE(CredentialImporter::places(m_file), QStringList{m_file.usualPlaces.at(1)});
    const QString home = QDir::home().filePath(u".config/clouds-of-the-test/clouds.yaml"_s);
    QVERIFY(QDir().mkpath(QFileInfo(home).path()));
    QFile file(home);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(CredentialImporter::places(m_file), QStringList({home, m_file.usualPlaces.at(1)}));
}

void CredentialImporterTest::readsTheSecretsBesideTheFile()
{
    const QString path =
        write(u"clouds.yaml"_s,
              "clouds: {shop: {auth: {auth_url: 'https://c.example', username: anna}}}");
    QVERIFY(!onlyOne(path).credential.values.contains(u"password"_s));
    write(u"secure.yaml"_s, "clouds: {shop: {auth: {password: demo-secret}}}");
    const CredentialImport import = onlyOne(path);
    QCOMPARE(import.problems.join(u' '), QString());
    QCOMPARE(import.credential.values.value(u"password"_s).reveal(), "demo-secret"_ba);
}

void CredentialImporterTest::readsTheCertificateOfAnAuthority_data()
{
    QTest::addColumn<QString>("named");
    QTest::addColumn<QString>("file");
    QTest::addRow("beside it") << u"ca.pem"_s << u"ca.pem"_s;
    QTest::addRow("below it") << u"tls/ca.pem"_s << u"tls/ca.pem"_s;
    QTest::addRow("by its whole path") << u"@/ca.pem"_s << u"ca.pem"_s;
}

void CredentialImporterTest::readsTheCertificateOfAnAuthority()
{
    QFETCH(QString, named);
    QFETCH(QString, file);
    const QByteArray pem = authority.toByteArray();
    write(file,
          "a private key that must not be taken\n-----BEGIN PRIVATE KEY-----\nZGVtbw==\n"
          "-----END PRIVATE KEY-----\n"
              + pem);
    const QString whole = QString(named).replace(u"@"_s, m_folder->path());
    const CredentialImport import =
        onlyOne(write(u"clouds.yaml"_s,
                      "clouds: {shop: {cacert: '" + whole.toUtf8()
                          + "', auth: {auth_url: 'https://c.example', username: anna, "
                            "password: demo-secret}}}"));
    QCOMPARE(import.problems.join(u' '), QString());
    const QByteArray taken = import.credential.values.value(u"cacert"_s).reveal();
    QCOMPARE(QSslCertificate::fromData(taken), QSslCertificate::fromData(pem));
    QVERIFY(!taken.contains("PRIVATE"));
}

void CredentialImporterTest::saysWhatIsWrongWithACertificate()
{
    const QString path =
        write(u"clouds.yaml"_s,
              "clouds: {shop: {cacert: ca.pem, auth: {auth_url: 'https://c.example', "
              "username: anna, password: demo-secret}}}");
    QVERIFY(onlyOne(path).problems.value(0).contains(u"can't be read"_s));
    write(u"ca.pem"_s, "-----BEGIN CERTIFICATE-----\nnothing\n-----END CERTIFICATE-----\n");
    QVERIFY(onlyOne(path).problems.value(0).contains(u"no certificate in the file"_s));
}

void CredentialImporterTest::saysWhatCannotBeRead()
{
    const auto problem = [this](const QString &path) {
        const CredentialImporter::Imports imports = CredentialImporter::read(m_file, path);
        return imports ? u"no problem"_s : imports.error();
    };
    QVERIFY(problem(m_folder->filePath(u"nowhere.yaml"_s)).contains(u"can't be read"_s));
    QVERIFY(problem(m_folder->path()).contains(u"can't be read"_s));
    QVERIFY(problem(write(u"large.yaml"_s, QByteArray(1024 * 1024 + 1, ' ')))
                .contains(u"larger than 1 MB"_s));
    const QString good = write(u"clouds.yaml"_s, "clouds: {a: {}}");
    QCOMPARE(problem(good), u"no problem"_s);
    write(u"secure.yaml"_s, "clouds: [");
    QVERIFY(problem(good).startsWith(u"secure.yaml, line 1"_s));
}

QTEST_GUILESS_MAIN(CredentialImporterTest)
#include "credentialimportertest.moc"
