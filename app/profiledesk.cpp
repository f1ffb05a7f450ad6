// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profiledesk.h"

#include "accounts/accountstore.h"
#include "app/accountconnector.h"
#include "items/currencies.h"
#include "items/displaytext.h"
#include "items/errortext.h"
#include "views/common/prompts.h"
#include "views/mainwindow/mainwindow.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace App {

using Clash = Providers::ProfileLibrary::Clash;
using Providers::ProfileCandidate;
using Providers::ProfileProblem;

namespace {

constexpr qsizetype mostLines = 6;

QString importTopic()
{
    return u"import"_s;
}

/// The first lines; how many more there are stands below.
QString firstLines(QStringList lines)
{
    for (QString &line : lines) {
        line.prepend(u"• "_s);
    }
    const qsizetype more = lines.size() - mostLines;
    if (more > 0) {
        lines.resize(mostLines);
        lines.append(ProfileDesk::tr("… and %n more.", nullptr, static_cast<int>(more)));
    }
    return lines.join(u'\n');
}

} // namespace

ProfileDesk::ProfileDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    Items::setCurrencySymbols(parts.profiles.currencySymbols());
}

void ProfileDesk::choose()
{
    m_parts.prompts.chooseFile(&m_parts.window, {tr("Import a profile"), tr("Profiles (*.json)")},
                               [this](const QString &path) { import(path); });
}

void ProfileDesk::import(const QString &path)
{
    const QString fileName = QFileInfo(path).fileName();
    const Providers::ProfileResult<ProfileCandidate> candidate = m_parts.profiles.look(path);
    if (!candidate) {
        refuse(fileName, candidate.error());
    } else if (m_parts.profiles.clash(candidate->profile) == Clash::Imported) {
        replace(*candidate, fileName);
    } else {
        keep(*candidate, fileName);
    }
}

void ProfileDesk::replace(const ProfileCandidate &candidate, const QString &fileName)
{
    const Domain::Profile old =
        m_parts.profiles.find(candidate.profile.id).value_or(candidate.profile);
    Views::Question question;
    question.title = tr("Replace the profile %1?").arg(Items::quotedName(old.name));
    question.text = tr("A profile with the id “%1” was imported before. Its name, addresses, "
                       "currency, prices and texts give way to those in %2.")
                        .arg(old.id, Items::quotedName(fileName));
    if (const int accounts = accountsOf(old.id); accounts > 0) {
        question.points = {tr("%n accounts use it. They keep their token and the address that they "
                              "are connected to.",
                              nullptr, accounts)};
    }
    question.kind = Views::ButtonKind::Primary;
    question.icon = u"braces"_s;
    question.action = tr("Replace profile");
    m_parts.prompts.confirm(&m_parts.window, question,
                            [this, candidate, fileName] { keep(candidate, fileName); });
}

void ProfileDesk::keep(const ProfileCandidate &candidate, const QString &fileName)
{
    const Domain::Profile &profile = candidate.profile;
    const bool isReplaced = m_parts.profiles.clash(profile) == Clash::Imported;
    const Providers::ProfileResult<Domain::Done> kept = m_parts.profiles.keep(candidate);
    if (!kept) {
        refuse(fileName, kept.error());
        return;
    }
    Items::setCurrencySymbols(m_parts.profiles.currencySymbols());
    m_parts.connector.reconnectProfile(profile.id);
    const QString name = Items::quotedName(profile.name);
    m_parts.window.showNews(isReplaced ? tr("The profile %1 was replaced.").arg(name)
                                       : tr("The profile %1 was imported.").arg(name),
                            tr("It is among the choices when you add an account."), importTopic());
}

void ProfileDesk::refuse(const QString &fileName, const QList<ProfileProblem> &problems)
{
    Items::ErrorText text;
    text.title = tr("No profile was imported from %1.").arg(Items::quotedName(fileName));
    text.meaning = tr("Nothing was changed. This is wrong with the file:\n%1")
                       .arg(firstLines(Providers::problemLines(problems)));
    m_parts.window.showProblem(text, importTopic());
}

void ProfileDesk::tellDamaged()
{
    const QList<Providers::DamagedProfile> &damaged = m_parts.profiles.damaged();
    if (damaged.isEmpty()) {
        return;
    }
    QStringList lines;
    for (const Providers::DamagedProfile &profile : damaged) {
        lines.append(tr("%1, %2", "file name, what is wrong in it")
                         .arg(Items::inlineName(profile.fileName),
                              Providers::problemLines(profile.problems).constFirst()));
    }
    Items::ErrorText text;
    text.title =
        tr("%n imported profiles can't be used.", nullptr, static_cast<int>(damaged.size()));
    text.meaning = tr("Accounts go on working with the addresses that they stored. Mend the files "
                      "or take them out of %1; nothing was changed in them:\n%2")
                       .arg(QDir::toNativeSeparators(m_parts.profiles.folder()), firstLines(lines));
    m_parts.window.showProblem(text);
}

int ProfileDesk::accountsOf(const QString &profile) const
{
    return static_cast<int>(
        std::ranges::count(m_parts.store.accounts(), profile, &Domain::Account::profile));
}

} // namespace App
