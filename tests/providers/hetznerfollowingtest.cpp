// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hetznerscript.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;

namespace {

const QString serverActions = u"/v1/servers/48210337/actions?sort=started:desc&per_page=50"_s;
const QString withMarker =
    u"/v1/images?sort=id:asc&page=1&per_page=50&type=snapshot&label_selector=snapdeck%2Fop%3D"_s
    + HetznerScript::marker;

} // namespace

/// Tasks and lost requests where the API answers as the simulated cloud does not.
class HetznerFollowingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_script = std::make_unique<HetznerScript>(); }
    void cleanup();
    void followsManyTasksInFewCalls();
    void looksAtTheObjectOfAnUnknownAction();
    void waitsForTheImageBehindTheAction();
    void failsARoundThatIsNotWhole_data();
    void failsARoundThatIsNotWhole();
    void findsASnapshotWithItsAction();
    void findsASnapshotWhoseServerIsGone();
    void isNotMisledByAnUnfilteredList();
    void cannotTellWithoutAMarker();
    void passesOnThatItCouldNotLook_data();
    void passesOnThatItCouldNotLook();

private:
    Support::TestEnvironment m_environment;
    std::unique_ptr<HetznerScript> m_script;
};

void HetznerFollowingTest::cleanup()
{
    const bool isPlayed = m_script->network().isPlayed();
    m_script.reset();
    QVERIFY(isPlayed);
}

void HetznerFollowingTest::followsManyTasksInFewCalls()
{
    QList<RemoteTask> tasks;
    QStringList targets(3, u"/v1/actions?"_s);
    QList<QJsonArray> answers(3);
    QJsonObject action = QJsonDocument::fromJson(HetznerFixtures::read(u"actions"_s))["actions"_L1]
                             .toArray()
                             .first()
                             .toObject();
    for (int i = 0; i < 60; ++i) {
        tasks.append({{QString::number(1000 + i)}, HetznerScript::take, HetznerScript::image.id});
        targets[i / 25] += (i % 25 ? u"&id=%1"_s : u"id=%1"_s).arg(1000 + i);
        action.insert("id"_L1, 1000 + i);
        action.insert("progress"_L1, i);
        answers[i / 25].prepend(action); // in any order
    }
    for (int i = 0; i < 3; ++i) {
        m_script->expectGet(targets.at(i),
                            QJsonDocument(QJsonObject{{u"actions"_s, answers.at(i)}})
                                .toJson(QJsonDocument::Compact));
    }

    const auto progress = m_script->answer(m_script->provider().follow(tasks));

    QVERIFY(progress);
    QCOMPARE(progress->size(), 60);
    for (int i = 1; i < 60; ++i) {
        QCOMPARE(progress->at(i).percent, i);
    }
}

void HetznerFollowingTest::looksAtTheObjectOfAnUnknownAction()
{
    m_script->expectGet(u"/v1/actions?id=1"_s, R"({"actions":[]})");
    m_script->expectGet(HetznerScript::imageTarget, HetznerFixtures::read(u"snapshot"_s));
    m_script->expectGet(u"/v1/actions?id=1"_s, HetznerScript::refusal("not_found"), 404);
    m_script->expectGet(HetznerScript::imageTarget, HetznerScript::refusal("not_found"), 404);
    const RemoteTask task = {{u"1"_s}, HetznerScript::take, HetznerScript::image.id};

    const auto visible = m_script->answer(m_script->provider().follow({task}));
    const auto lost = m_script->answer(m_script->provider().follow({task}));

    QVERIFY(visible && lost);
    QCOMPARE(visible->first().state, TaskState::Succeeded);
    QCOMPARE(lost->first().state, TaskState::Failed);
    QCOMPARE(lost->first().error.kind, ErrorKind::NotFound);
}

void HetznerFollowingTest::waitsForTheImageBehindTheAction()
{
    const QByteArray done =
        HetznerFixtures::with(u"actions"_s, u"actions.0.status"_s, u"success"_s);
    QList<TaskState> states;
    for (const QString &status : {u"creating"_s, u"available"_s, u"unavailable"_s}) {
        m_script->expectGet(u"/v1/actions?id=2201"_s, done);
        m_script->expectGet(HetznerScript::imageTarget,
                            HetznerFixtures::with(u"snapshot"_s, u"image.status"_s, status));
        const auto progress = m_script->answer(m_script->provider().follow(
            {{{u"2201"_s}, HetznerScript::take, HetznerScript::image.id}}));
        QVERIFY(progress);
        QCOMPARE(progress->first().made, HetznerScript::image.id);
        states.append(progress->first().state);
    }
    QCOMPARE(states, (QList{TaskState::Running, TaskState::Succeeded, TaskState::Failed}));
}

void HetznerFollowingTest::failsARoundThatIsNotWhole_data()
{
    QTest::addColumn<int>("actionsStatus");
    QTest::addColumn<QByteArray>("actions");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addRow("no right to read actions")
        << 403 << HetznerScript::refusal("forbidden") << ErrorKind::Forbidden;
    QTest::addRow("the token was deleted")
        << 401 << HetznerScript::refusal("unauthorized") << ErrorKind::Unauthorized;
    QTest::addRow("actions that can't be read") << 200 << "{}"_ba << ErrorKind::Protocol;
    QTest::addRow("the object can't be read")
        << 200 << R"({"actions":[]})"_ba << ErrorKind::Forbidden;
}

void HetznerFollowingTest::failsARoundThatIsNotWhole()
{
    QFETCH(const int, actionsStatus);
    QFETCH(const QByteArray, actions);
    QFETCH(const ErrorKind, kind);
    m_script->expectGet(u"/v1/actions?id=1"_s, actions, actionsStatus);
    if (actions.contains("[]")) {
        m_script->expectGet(HetznerScript::imageTarget, HetznerScript::refusal("forbidden"), 403);
    }

    const auto progress = m_script->answer(
        m_script->provider().follow({{{u"1"_s}, HetznerScript::take, HetznerScript::image.id}}));

    QVERIFY(!progress);
    QCOMPARE(progress.error().kind, kind);
}

void HetznerFollowingTest::findsASnapshotWithItsAction()
{
    m_script->expectGet(withMarker, HetznerFixtures::read(u"snapshots"_s));
    m_script->expectGet(
        serverActions,
        HetznerFixtures::with(u"server_actions"_s, u"actions.0.resources.1.id"_s, 311200101));

    const Result<Finding> finding =
        m_script->answer(m_script->provider().findEffect(HetznerScript::take));

    QVERIFY(finding);
    QCOMPARE(*finding,
             (Finding{Trace::Found, {{u"2201"_s}, HetznerScript::take, HetznerScript::image.id}}));
}

void HetznerFollowingTest::findsASnapshotWhoseServerIsGone()
{
    m_script->expectGet(withMarker, HetznerFixtures::read(u"snapshots"_s));
    m_script->expectGet(serverActions, HetznerScript::refusal("not_found"), 404);

    const Result<Finding> finding =
        m_script->answer(m_script->provider().findEffect(HetznerScript::take));

    QVERIFY(finding);
    QCOMPARE(*finding, (Finding{Trace::Found, {{}, HetznerScript::take, HetznerScript::image.id}}));
}

void HetznerFollowingTest::isNotMisledByAnUnfilteredList()
{
    m_script->expectGet(withMarker,
                        HetznerFixtures::with(u"snapshots"_s, u"images.0.labels"_s,
                                              QJsonObject{{u"snapdeck/op"_s, u"another"_s}}));

    const Result<Finding> finding =
        m_script->answer(m_script->provider().findEffect(HetznerScript::take));

    QVERIFY(finding);
    QCOMPARE(finding->trace, Trace::NotFound);
}

void HetznerFollowingTest::cannotTellWithoutAMarker()
{
    const auto finding = m_script->answer(
        m_script->provider().findEffect(TakeSnapshot{HetznerScript::server, u"n"_s, {}, {}}));

    QVERIFY(finding);
    QCOMPARE(finding->trace, Trace::CanNotTell);
}

void HetznerFollowingTest::passesOnThatItCouldNotLook_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("target");
    QTest::addRow("take") << HetznerScript::take << withMarker;
    QTest::addRow("roll back") << Request(
        RollBack{HetznerScript::server, HetznerScript::image, QDateTime::currentDateTimeUtc()})
                               << serverActions;
    QTest::addRow("remove") << Request(RemoveSnapshot{HetznerScript::image})
                            << HetznerScript::imageTarget;
    QTest::addRow("power") << Request(SetPower{HetznerScript::server, PowerAction::Start})
                           << u"/v1/servers/48210337"_s;
}

void HetznerFollowingTest::passesOnThatItCouldNotLook()
{
    QFETCH(const Request, request);
    QFETCH(const QString, target);
    m_script->expectGet(target, HetznerScript::refusal("server_error"), 500);

    const Result<Finding> finding = m_script->answer(m_script->provider().findEffect(request));

    QVERIFY(!finding);
    QCOMPARE(finding.error().kind, ErrorKind::ServerError);
}

QTEST_GUILESS_MAIN(HetznerFollowingTest)
#include "hetznerfollowingtest.moc"
