// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/newserverdraft.h"
#include "operations/planner.h"
#include "views/common/dialog.h"
#include "views/mainwindow/mainwindowservices.h"

class QComboBox;
class QLineEdit;

namespace Views {

class BulletList;
class Card;
class FactsGrid;
class FlowLabel;
class FormField;
class ServerTypeList;

/// Asks what a new server from a snapshot is to be: name, place, type, and a public key where one
/// is needed; says what it costs and what is done for it.
class CreateServerDialog : public Dialog
{
    Q_OBJECT

public:
    CreateServerDialog(const MainWindowServices &services, const Domain::Snapshot &snapshot,
                       QWidget *parent);

Q_SIGNALS:
    void confirmed(const Operations::CreateServerOrder &order);

private:
    void setUpFields();
    void setUpPlace();
    void setUpKey();
    void setUpPrice();
    [[nodiscard]] QLayout *makeColumns();
    void setUpEnd();
    void orderFocus();
    void askTypes();
    void takeTypes(const Domain::Result<QList<Domain::ServerType>> &types);
    void takeKey(const QString &text);
    void fillPlaces();
    void showDraft();
    void showFacts();
    void showSteps();
    void makeRoom();
    void confirm();
    [[nodiscard]] std::optional<Operations::CreateServerOrder> order() const;

    MainWindowServices m_services;
    Items::NewServerDraft m_draft;
    bool m_isAskingAgain = false; ///< after an answer that was given up on our own side
    QLabel *m_meaning;
    FactsGrid *m_facts;
    QLineEdit *m_name;
    FormField *m_nameField;
    QComboBox *m_place;
    FormField *m_placeField;
    QLineEdit *m_key;
    FormField *m_keyField;
    QString m_keyRefusal; ///< a private key was put there; until something else is typed
    ServerTypeList *m_types;
    Card *m_priceCard;
    FlowLabel *m_price;
    QLabel *m_priceNote;
    Card *m_warnings;
    QLabel *m_steps;
    Button *m_create;
};

} // namespace Views
