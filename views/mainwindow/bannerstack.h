// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/id.h"
#include "views/mainwindow/mainwindowservices.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace Items {
struct ErrorText;
}

namespace Views {

class InlineBanner;

/// The strips above the table: one for each account whose refresh failed, for as long as it does,
/// and one for each intent that could not begin.
class BannerStack : public QWidget
{
    Q_OBJECT

public:
    explicit BannerStack(const MainWindowServices &services, QWidget *parent = nullptr);

    void addProblem(const Items::ErrorText &text);

Q_SIGNALS:
    void retryClicked(const Domain::AccountId &account);
    void editAccountClicked(const Domain::AccountId &account);

private:
    void updateAccount(const Domain::AccountId &account);
    void removeAccount(const Domain::AccountId &account);
    InlineBanner *bannerOf(const Domain::AccountId &account);

    MainWindowServices m_services;
    QVBoxLayout *m_column;
    QHash<Domain::AccountId, InlineBanner *> m_ofAccounts;
};

} // namespace Views
