// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/profilelibrary.h"

#include <QObject>

namespace Accounts {
class AccountStore;
}
namespace Views {
class MainWindow;
class Prompts;
} // namespace Views

namespace App {

class AccountConnector;

/// Imports profiles: says what is wrong with a file, asks before one takes another's place, and
/// makes known what it brought.
class ProfileDesk : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive the desk.
    struct Parts
    {
        Providers::ProfileLibrary &profiles;
        const Accounts::AccountStore &store;
        AccountConnector &connector;
        Views::MainWindow &window;
        Views::Prompts &prompts;
    };
    explicit ProfileDesk(const Parts &parts, QObject *parent = nullptr);

    void choose();
    void import(const QString &path);
    /// Which imported ones could not be used at the start, if any.
    void tellDamaged();

private:
    void replace(const Providers::ProfileCandidate &candidate, const QString &fileName);
    void keep(const Providers::ProfileCandidate &candidate, const QString &fileName);
    void refuse(const QString &fileName, const QList<Providers::ProfileProblem> &problems);
    [[nodiscard]] int accountsOf(const QString &profile) const;

    Parts m_parts;
};

} // namespace App
