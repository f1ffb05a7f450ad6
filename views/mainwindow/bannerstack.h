// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/id.h"
#include "views/mainwindow/mainwindowservices.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace Items {
struct ErrorText;
}

namespace Views {

class InlineBanner;

/// The strips above the table: one for each account whose refresh failed, for as long as it does,
/// one for each intent that could not begin, and news.
class BannerStack : public QWidget
{
    Q_OBJECT

public:
    explicit BannerStack(const MainWindowServices &services, QWidget *parent = nullptr);

    /// In place of what was told of the same topic before, unless the topic is empty.
    void addProblem(const Items::ErrorText &text, const QString &topic);
    void addNews(const QString &title, const QString &meaning, const QString &topic);
    /// How many snapshots are past their date, and how many days more they could be kept. Once
    /// dismissed, it is told again when there are more.
    void setDue(int count, int days);

Q_SIGNALS:
    void showDueClicked();
    void keepDueClicked();
    void retryClicked(const Domain::AccountId &account);
    void editAccountClicked(const Domain::AccountId &account);

private:
    void updateAccount(const Domain::AccountId &account);
    void removeAccount(const Domain::AccountId &account);
    InlineBanner *addStrip(const QString &title, const QString &meaning, const QString &topic);
    InlineBanner *bannerOf(const Domain::AccountId &account);

    MainWindowServices m_services;
    QVBoxLayout *m_column;
    QHash<Domain::AccountId, InlineBanner *> m_ofAccounts;
    QHash<QString, QPointer<InlineBanner>> m_ofTopics;
    QPointer<InlineBanner> m_due;
    int m_dueCount = 0; ///< that was told
};

} // namespace Views
