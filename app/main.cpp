// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/application.h"
#include "app/commandline.h"
#include "app/logging.h"
#include "app/platform.h"
#include "app/realtour.h"
#include "app/session.h"
#include "app/singleinstance.h"
#include "app/tour.h"
#include "views/common/translations.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

int answerAndEnd(const App::CommandLineAnswer &answer)
{
    std::fputs(qPrintable(answer.text), answer.exitCode == 0 ? stdout : stderr);
    return answer.exitCode;
}

std::unique_ptr<App::Session> openSession(const App::CommandLine &commandLine)
{
    if (!commandLine.isDemo && commandLine.tourFolder.isEmpty()) {
        return App::Session::real();
    }
    std::expected<std::unique_ptr<App::Session>, QString> session =
        commandLine.isDemo ? App::Session::demo(commandLine.demoUrl) : App::Session::passing();
    if (!session) {
        std::fprintf(stderr, "%s\n", qPrintable(session.error()));
        return nullptr;
    }
    return std::move(*session);
}

std::unique_ptr<App::Scenes> makeTour(App::Application &application, App::Session &session,
                                      const App::CommandLine &commandLine)
{
    if (commandLine.tourFolder.isEmpty()) {
        return nullptr;
    }
    std::unique_ptr<App::Scenes> tour;
    if (commandLine.isDemo) {
        tour = std::make_unique<App::Tour>(application, session, commandLine.tourFolder);
    } else {
        tour = std::make_unique<App::RealTour>(
            application, App::RealTour::Import{commandLine.tourFile, commandLine.tourEntry, {}, {}},
            commandLine.tourFolder);
    }
    QObject::connect(tour.get(), &App::Scenes::finished, qApp,
                     [](int exitCode) { QCoreApplication::exit(exitCode); });
    return tour;
}

void nameApplication()
{
    QCoreApplication::setApplicationName(u"Snapdeck"_s);
    QCoreApplication::setOrganizationName(u"Snapdeck"_s);
    QCoreApplication::setOrganizationDomain(u"snapdeck.org"_s);
    QCoreApplication::setApplicationVersion(u"" SNAPDECK_VERSION ""_s);
    QGuiApplication::setDesktopFileName(u"org.snapdeck.Snapdeck"_s);
}

/// --help and --version must answer where there is no display at all.
std::optional<App::CommandLineAnswer> answerWithoutWindow(int argc, char **argv,
                                                          App::CommandLine &line)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    std::optional<App::CommandLineAnswer> answer;
    line = App::parseCommandLine(arguments, answer);
    return answer;
}

} // namespace

int main(int argc, char **argv)
{
    App::disableCoreDumps();
    App::installLogging();
    nameApplication();
    App::CommandLine commandLine;
    if (const std::optional<App::CommandLineAnswer> answer =
            answerWithoutWindow(argc, argv, commandLine)) {
        return answerAndEnd(*answer);
    }
    const QApplication qt(argc, argv);
    Views::installTranslations(QLocale());
    const std::unique_ptr<App::Session> session = openSession(commandLine);
    if (!session) {
        return 1;
    }
    App::SingleInstance instance(session->stateFolder());
    if (!instance.claim()) {
        return 0;
    }
    App::Application application(*session, commandLine);
    QObject::connect(&instance, &App::SingleInstance::raiseRequested, &application,
                     &App::Application::raiseWindow);
    const std::unique_ptr<App::Scenes> tour = makeTour(application, *session, commandLine);
    application.start();
    if (tour) {
        tour->start();
    } else if (session->isDemo()) {
        application.connectDemoAccounts();
    }
    return QApplication::exec();
}
