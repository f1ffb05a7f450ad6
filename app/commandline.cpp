// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace App {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

const QStringList &appearances()
{
    static const QStringList names{u"light"_s, u"dark"_s, u"high-contrast-light"_s,
                                   u"high-contrast-dark"_s};
    return names;
}

QString mistakeIn(const CommandLine &line, const QStringList &positional)
{
    if (!positional.isEmpty()) {
        return tr("Snapdeck takes no file or address: \"%1\".").arg(positional.constFirst());
    }
    if (!line.appearance.isEmpty() && !appearances().contains(line.appearance)) {
        return tr("\"%1\" is no appearance. Known are: %2.")
            .arg(line.appearance, appearances().join(u", "_s));
    }
    const bool isRealTour = !line.tourFile.isEmpty() || !line.tourEntry.isEmpty();
    if (isRealTour
        && (line.isDemo || line.tourFolder.isEmpty() || line.tourFile.isEmpty()
            || line.tourEntry.isEmpty())) {
        return tr("--tour-file and --tour-entry belong together and to --tour, and a tour of a "
                  "real cloud is none of the --demo.");
    }
    if (!line.tourFolder.isEmpty() && !line.isDemo && !isRealTour) {
        return tr("--tour drives the window by itself and therefore works with --demo only.");
    }
    if (!line.demoUrl.isEmpty() && (!line.isDemo || QUrl(line.demoUrl).host() != "127.0.0.1"_L1)) {
        return tr("--demo-url needs --demo and an address on 127.0.0.1.");
    }
    return {};
}

} // namespace

CommandLine parseCommandLine(const QStringList &arguments, std::optional<CommandLineAnswer> &answer)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(tr("Snapshots of every server and volume, in one table."));
    const QCommandLineOption help({u"h"_s, u"help"_s}, tr("Show this help."));
    const QCommandLineOption version({u"v"_s, u"version"_s}, tr("Show the version."));
    const QCommandLineOption demo(u"demo"_s,
                                  tr("Try Snapdeck with simulated clouds. Touches no account, "
                                     "keychain or setting of yours."));
    const QCommandLineOption tour(
        u"tour"_s, tr("With --demo: go through the main job and save pictures to FOLDER."),
        u"FOLDER"_s);
    QCommandLineOption tourFile(u"tour-file"_s,
                                tr("With --tour: go to a real cloud, that of an account in FILE."),
                                u"FILE"_s);
    QCommandLineOption tourEntry(u"tour-entry"_s, tr("The account's name in FILE."), u"NAME"_s);
    for (QCommandLineOption *option : {&tourFile, &tourEntry}) {
        option->setFlags(QCommandLineOption::HiddenFromHelp);
    }
    const QCommandLineOption appearance(
        u"appearance"_s, tr("Colours: %1.").arg(appearances().join(u", "_s)), u"NAME"_s);
    QCommandLineOption demoUrl(u"demo-url"_s, tr("With --demo: use this simulated cloud."),
                               u"URL"_s);
    demoUrl.setFlags(QCommandLineOption::HiddenFromHelp);
    QCommandLineOption endWhenShown(
        u"end-when-shown"_s,
        tr("Print a line once the window is shown, one once it is filled, then end."));
    endWhenShown.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions(
        {help, version, demo, tour, tourFile, tourEntry, appearance, demoUrl, endWhenShown});

    const bool isParsed = parser.parse(arguments);
    CommandLine line;
    line.isDemo = parser.isSet(demo);
    line.tourFolder = parser.value(tour);
    line.tourFile = parser.value(tourFile);
    line.tourEntry = parser.value(tourEntry);
    line.appearance = parser.value(appearance);
    line.demoUrl = parser.value(demoUrl);
    line.endsWhenShown = parser.isSet(endWhenShown);
    const QString mistake =
        isParsed ? mistakeIn(line, parser.positionalArguments()) : parser.errorText();
    if (!mistake.isEmpty()) {
        answer = CommandLineAnswer{mistake + u"\n\n"_s + parser.helpText(), 2};
    } else if (parser.isSet(help)) {
        answer = CommandLineAnswer{parser.helpText(), 0};
    } else if (parser.isSet(version)) {
        answer = CommandLineAnswer{u"Snapdeck " SNAPDECK_VERSION "\n"_s, 0};
    }
    return line;
}

} // namespace App
