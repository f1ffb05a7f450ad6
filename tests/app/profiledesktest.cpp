// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profiledesk.h"

#include "accounts/accountstore.h"
#include "accounts/memorysecretstore.h"
#include "app/accountconnector.h"
#include "app/application.h"
#include "items/displaytext.h"
#include "support/loopbackserver.h"
#include "views/windowfixture.h"

#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMimeData>
#include <QNetworkAccessManager>

using namespace Domain;
using namespace Qt::StringLiterals;

namespace {

QByteArray profileJson(const QByteArray &id, const QByteArray &name,
                       const QByteArray &url = "https://api.example")
{
    return "{\"version\": 1, \"id\": \"" + id + "\", \"name\": \"" + name
        + "\", \"provider\": \"hetzner\", \"baseUrls\": [\"" + url
        + "\"], \"currency\": \"XAF\", \"currencySymbol\": \"FCFA\", \"texts\": {\"en\": "
          "{\"tokenHelp\": \"In the portal.\"}}}";
}

/// "title | meaning" of the strips of that kind, newest first.
QStringList strips(const QWidget &window, const QString &objectName)
{
    QStringList texts;
    const QList<QWidget *> banners = window.findChildren<QWidget *>(objectName);
    for (const QWidget *banner : banners) {
        if (banner->isVisible()) {
            texts.append(banner->accessibleName() + u" | "_s + banner->accessibleDescription());
        }
    }
    return texts;
}

/// Drags the files over the window and lets them go; false when the window does not want them.
bool drop(QWidget &window, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths) {
        urls.append(QUrl::fromLocalFile(path));
    }
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.setAccepted(false);
    QApplication::sendEvent(&window, &enter);
    QDropEvent let(QPoint(200, 200), Qt::CopyAction, &data, Qt::LeftButton, {});
    let.setAccepted(false);
    QApplication::sendEvent(&window, &let);
    return enter.isAccepted() && let.isAccepted();
}

} // namespace

class ProfileDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void importsTheFileThatWasChosen();
    void nothingHappensWhenNoFileIsChosen();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void tellsTheFirstProblemsAndHowManyMore();
    void asksBeforeItReplacesAnImport();
    void replacesTheFileThatWasLookedAt();
    void refusesTheIdOfABuiltInProfile();
    void aReplacedProfileReachesItsAccounts();
    void saysWhenItCannotBeWritten();
    void tellsOfTheLatestImportOnly();
    void tellsDamagedFilesAtTheStart();

    void theWindowTakesADroppedProfileAndOffersIt();
    void theWindowTakesNothingElse();
    void theMenuLeadsToTheFile();

private:
    void openDesk();
    QString write(const QString &path, const QByteArray &bytes) const;
    [[nodiscard]] QStringList problems() const
    {
        return strips(*m_window->window, u"problemBanner"_s);
    }
    [[nodiscard]] QStringList news() const { return strips(*m_window->window, u"newsBanner"_s); }
    [[nodiscard]] QString folder() const { return m_home->filePath(u"profiles"_s); }

    Support::TestEnvironment m_environment;
    std::unique_ptr<Fixture::Window> m_window;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QSettings> m_settings;
    QNetworkAccessManager m_network;
    std::unique_ptr<Accounts::MemorySecretStore> m_secrets;
    std::unique_ptr<Accounts::AccountStore> m_store;
    std::unique_ptr<Providers::ProfileLibrary> m_profiles;
    std::unique_ptr<App::AccountConnector> m_connector;
    std::unique_ptr<App::ProfileDesk> m_desk;
};

void ProfileDeskTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<Fixture::Window>();
    m_settings =
        std::make_unique<QSettings>(m_home->filePath(u"accounts.ini"_s), QSettings::IniFormat);
    m_secrets = std::make_unique<Accounts::MemorySecretStore>();
    m_store = std::make_unique<Accounts::AccountStore>(*m_settings, *m_secrets);
    openDesk();
}

void ProfileDeskTest::cleanup()
{
    m_desk.reset();
    m_connector.reset();
    m_store.reset();
    m_window.reset();
}

void ProfileDeskTest::openDesk()
{
    m_desk.reset();
    m_connector.reset();
    m_profiles = std::make_unique<Providers::ProfileLibrary>(folder(), QStringList{u"hetzner"_s});
    m_connector = std::make_unique<App::AccountConnector>(*m_store, m_window->inventory, m_network,
                                                          m_window->clock, *m_profiles);
    m_desk = std::make_unique<App::ProfileDesk>(App::ProfileDesk::Parts{
        *m_profiles, *m_store, *m_connector, *m_window->window, m_window->prompts});
}

QString ProfileDeskTest::write(const QString &path, const QByteArray &bytes) const
{
    const QString whole = m_home->filePath(path);
    QDir().mkpath(QFileInfo(whole).path());
    QFile file(whole);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return isWritten ? whole : QString();
}

void ProfileDeskTest::importsTheFileThatWasChosen()
{
    m_window->prompts.file = write(u"acme.json"_s, profileJson("acme", "Acme"));

    m_desk->choose();

    QCOMPARE(m_window->prompts.fileQuestions.size(), 1);
    QCOMPARE(m_window->prompts.fileQuestions.constFirst().filter, u"Profiles (*.json)"_s);
    QCOMPARE(news(),
             QStringList{u"The profile “Acme” was imported. | It is among the choices when you add "
                         u"an account."_s});
    QCOMPARE(problems(), QStringList());
    QVERIFY(m_profiles->find(u"acme"_s));
    QVERIFY(QFile::exists(folder() + u"/acme.json"_s));
    QCOMPARE(Items::moneyText({1'500'000'000, u"XAF"_s}), u"FCFA 1.50"_s);
}

void ProfileDeskTest::nothingHappensWhenNoFileIsChosen()
{
    m_desk->choose();
    QCOMPARE(news() + problems(), QStringList());
    QVERIFY(!QDir(folder()).exists());
}

void ProfileDeskTest::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const QByteArray whole = profileJson("acme", "Acme");
    QTest::addRow("wrong JSON") << whole.chopped(1) << u"line 1, column "_s;
    QTest::addRow("an unknown field")
        << QByteArray(whole).replace("\"currency\"", "\"curency\": 1, \"currency\"")
        << u"curency: This field is not known here."_s;
    QTest::addRow("http") << profileJson("acme", "Acme", "http://api.example")
                          << u"baseUrls[0]: It must begin with https://"_s;
    QTest::addRow("another program's file") << QByteArray("[1, 2]") << u"It is JSON, but no"_s;
    QTest::addRow("no provider of ours")
        << QByteArray(whole).replace("hetzner", "teleport") << u"provider: This Snapdeck can't"_s;
}

void ProfileDeskTest::saysWhatIsWrongAndWhere()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, reason);

    m_desk->import(write(u"acme.json"_s, bytes));

    QCOMPARE(problems().size(), 1);
    const QString told = problems().constFirst();
    QVERIFY2(told.startsWith(u"No profile was imported from “acme.json”. | Nothing was changed."_s),
             qPrintable(told));
    QVERIFY2(told.contains(u"\n• "_s + reason), qPrintable(told));
    QCOMPARE(news(), QStringList());
    QVERIFY(!QDir(folder()).exists());
}

void ProfileDeskTest::tellsTheFirstProblemsAndHowManyMore()
{
    m_desk->import(write(u"a.json"_s, R"({"a": 1, "b": 2, "c": 3})"));
    const QStringList lines = problems().constFirst().split(u'\n');
    QCOMPARE(lines.size(), 1 + 6 + 1);
    QVERIFY2(lines.last().contains(u"3 more"_s), qPrintable(lines.last()));
}

void ProfileDeskTest::asksBeforeItReplacesAnImport()
{
    m_desk->import(write(u"a.json"_s, profileJson("acme", "Acme")));
    const QString other = write(u"b.json"_s, profileJson("acme", "Acme Two"));

    m_desk->import(other);

    QCOMPARE(m_window->prompts.questions.size(), 1);
    QCOMPARE(m_window->prompts.questions.constFirst().title, u"Replace the profile “Acme”?"_s);
    QVERIFY(m_window->prompts.questions.constFirst().text.contains(u"“b.json”"_s));
    QCOMPARE(m_profiles->find(u"acme"_s)->name, u"Acme"_s);
    QCOMPARE(news().size(), 1);

    m_window->prompts.says = Fixture::ScriptedPrompts::Says::Yes;
    m_desk->import(other);
    QCOMPARE(m_profiles->find(u"acme"_s)->name, u"Acme Two"_s);
    QCOMPARE(news().size(), 1);
    QVERIFY(news().constFirst().startsWith(u"The profile “Acme Two” was replaced."_s));
}

void ProfileDeskTest::replacesTheFileThatWasLookedAt()
{
    /// Says yes, but only after the file has become another one.
    class SlowPrompts final : public Views::Prompts
    {
    public:
        void confirm(QWidget *, const Views::Question &, std::function<void()> confirmed) override
        {
            answer = std::move(confirmed);
        }
        void chooseFile(QWidget *, const Views::FileQuestion &,
                        std::function<void(const QString &)>) override
        {
        }
        void chooseNewFile(QWidget *, const Views::NewFileQuestion &,
                           std::function<void(const QString &)>) override
        {
        }
        std::function<void()> answer;
    } prompts;
    App::ProfileDesk desk({*m_profiles, *m_store, *m_connector, *m_window->window, prompts});
    desk.import(write(u"a.json"_s, profileJson("acme", "Acme")));
    desk.import(write(u"a.json"_s, profileJson("acme", "Seen")));
    write(u"a.json"_s, profileJson("acme", "Unseen"));
    prompts.answer();
    QCOMPARE(m_profiles->find(u"acme"_s)->name, u"Seen"_s);
}

void ProfileDeskTest::refusesTheIdOfABuiltInProfile()
{
    m_desk->import(write(u"a.json"_s, profileJson("1cng", "Mine")));
    QCOMPARE(problems().size(), 1);
    QVERIFY(problems().constFirst().contains(u"id: “1cng” is the id of a profile that Snapdeck"_s));
    QVERIFY(m_window->prompts.questions.isEmpty());
}

void ProfileDeskTest::aReplacedProfileReachesItsAccounts()
{
    Support::LoopbackServer server([](const Support::ServedRequest &) {
        return Support::ServedAnswer{.body = R"({"images": [], "servers": [], "volumes": []})"};
    });
    m_desk->import(write(u"a.json"_s, profileJson("acme", "Acme")));
    Account account;
    account.name = u"shop"_s;
    account.provider = u"hetzner"_s;
    account.profile = u"acme"_s;
    account.baseUrl = server.url();
    const QFuture<Result<Account>> saved = m_store->save(account, Secret("demo-secret-0123456789"),
                                                         Accounts::AccountStore::Keep::SessionOnly);
    QTRY_VERIFY(server.requests().size() >= 3);
    const AccountId id = saved.result()->id;
    const CloudProvider *before = m_window->inventory.provider(id);
    QVERIFY(before);

    m_window->prompts.says = Fixture::ScriptedPrompts::Says::Yes;
    m_desk->import(write(u"b.json"_s, profileJson("acme", "Acme Two", "https://moved.example")));

    QVERIFY(m_window->prompts.questions.constFirst().points.constFirst().contains(
        u"1 account uses it. It keeps its token"_s));
    QTRY_VERIFY(m_window->inventory.provider(id) != before);
    QCOMPARE(m_store->find(id)->baseUrl, server.url());
    QVERIFY(m_connector->isConnected(id));
}

void ProfileDeskTest::saysWhenItCannotBeWritten()
{
    write(u"profiles"_s, "a file where the folder should be");
    m_desk->import(write(u"a.json"_s, profileJson("acme", "Acme")));
    QCOMPARE(problems().size(), 1);
    QVERIFY(problems().constFirst().contains(u"It can't be written to "_s));
    QVERIFY(!m_profiles->find(u"acme"_s));
}

void ProfileDeskTest::tellsOfTheLatestImportOnly()
{
    m_desk->import(write(u"a.json"_s, "{"));
    m_desk->import(write(u"a.json"_s, "["));
    QCOMPARE(problems().size(), 1);
    m_desk->import(write(u"a.json"_s, profileJson("acme", "Acme")));
    QCOMPARE(problems().size(), 0);
    QCOMPARE(news().size(), 1);
}

void ProfileDeskTest::tellsDamagedFilesAtTheStart()
{
    m_desk->tellDamaged();
    QCOMPARE(problems(), QStringList());

    write(u"profiles/acme.json"_s, profileJson("acme", "Acme"));
    write(u"profiles/broken.json"_s, "{");
    openDesk();
    m_desk->tellDamaged();

    QCOMPARE(problems().size(), 1);
    const QString told = problems().constFirst();
    QVERIFY2(told.contains(u"broken.json, line 1, column 2: "_s), qPrintable(told));
    QVERIFY(told.contains(QDir::toNativeSeparators(folder())));
    QVERIFY(QFile::exists(folder() + u"/broken.json"_s));
}

/// The real wiring from here on.
void ProfileDeskTest::theWindowTakesADroppedProfileAndOffersIt()
{
    const std::unique_ptr<App::Session> session =
        App::Session::demo(u"http://127.0.0.1:1"_s).value();
    App::Application application(*session, {});
    application.start();
    const QString path = write(u"Acme.JSON"_s, profileJson("acme", "Acme"));

    QVERIFY(drop(application.window(), {path}));

    QCOMPARE(strips(application.window(), u"newsBanner"_s).size(), 1);
    QVERIFY(QFile::exists(session->stateFolder() + u"/profiles/acme.json"_s));
    Q_EMIT application.window().addAccountRequested();
    auto *list = application.window().findChild<QComboBox *>(u"accountProvider"_s);
    QVERIFY(list && list->findText(u"Acme"_s) >= 0);
}

void ProfileDeskTest::theWindowTakesNothingElse()
{
    QSignalSpy dropped(m_window->window.get(), &Views::MainWindow::profileDropped);
    QVERIFY(!drop(*m_window->window, {write(u"a.txt"_s, "x")}));
    QVERIFY(!drop(*m_window->window, {}));
    QVERIFY(!drop(*m_window->window, {write(u"a.json"_s, "{}"), write(u"b.json"_s, "{}")}));
    QCOMPARE(dropped.count(), 0);
    QVERIFY(drop(*m_window->window, {write(u"a.json"_s, "{}")}));
    QCOMPARE(dropped.count(), 1);
}

void ProfileDeskTest::theMenuLeadsToTheFile()
{
    const std::unique_ptr<App::Session> session =
        App::Session::demo(u"http://127.0.0.1:1"_s).value();
    App::Application application(*session, {});
    application.start();
    application.window().findChild<QAction *>(u"actionImportProfile"_s)->trigger();
    auto *dialog = application.window().findChild<QFileDialog *>(u"fileDialog"_s);
    QVERIFY(dialog);
    dialog->setDirectory(m_home->path());
    dialog->selectFile(write(u"broken.json"_s, "{"));
    static_cast<QDialog *>(dialog)->accept();
    QTRY_COMPARE(strips(application.window(), u"problemBanner"_s).size(), 1);
}

QTEST_MAIN(ProfileDeskTest)
#include "profiledesktest.moc"
