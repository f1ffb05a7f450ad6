// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;
class QMenu;

namespace Views {

class Actions;
class Button;

/// The bar at the top: the four actions, the search field, the menu.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    TopBar(const Actions &actions, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *searchField() const { return m_search; }
    void setMenu(QMenu *menu);
    void openMenu();
    enum class Refreshing { No, Yes };
    void setRefreshing(Refreshing refreshing);

Q_SIGNALS:
    void filterChanged(const QString &text);
    /// Return or the down key in the search field.
    void leftSearch();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpSearch(const Actions &actions);

    QLineEdit *m_search;
    Button *m_refresh;
    Button *m_menuButton;
    QMenu *m_menu = nullptr;
};

} // namespace Views
