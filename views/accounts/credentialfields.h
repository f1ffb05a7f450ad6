// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/accounts/accountdialogservices.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLabel;

namespace Views {

class Button;
class CredentialRow;
class FormField;

/// The part of the account form that asks for the credential: by which way to sign in, where there
/// are several, and the fields of that way. Nothing of a stored credential is ever shown; one stays
/// in use for as long as everything here is empty.
class CredentialFields : public QWidget
{
    Q_OBJECT

public:
    enum class Stored { No, Yes };
    explicit CredentialFields(Stored stored, QWidget *parent = nullptr);

    /// What was typed stays where the new choice asks for it too.
    void setChoice(const AccountProvider &choice);
    /// Puts an import into the fields. `note` says above them where it is from.
    void fill(const Domain::CredentialEntry &entry, const QString &note);

    /// Empty: the stored one is kept.
    [[nodiscard]] Domain::CredentialEntry entry() const;
    /// What Tab visits, in this order.
    [[nodiscard]] QList<QWidget *> stops() const;
    /// Shows everything that is wrong; the first field that something is wrong with, or null.
    [[nodiscard]] QWidget *checkAll();
    void focusFirst();
    void focusSecret();

Q_SIGNALS:
    void edited();
    void rebuilt(); ///< its stops are others now
    void importClicked(QWidget *button);

private:
    void makeLinks();
    void makeMethod();
    void useForm(const QString &id);
    void placeRows();
    void nameRows() const;
    void explain();
    void showProblems();
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] bool keepsStored() const { return m_stored == Stored::Yes && isEmpty(); }
    [[nodiscard]] Domain::CredentialForm form() const;
    [[nodiscard]] CredentialRow *rowOf(const QString &key) const;

    Stored m_stored;
    AccountProvider m_choice;
    QString m_formId;
    QHash<QString, Domain::Secret> m_further; ///< of an import: what no field shows
    QList<CredentialRow *> m_rows;

    QBoxLayout *m_head; ///< what is chosen or typed first, and the links below it
    QBoxLayout *m_lines;
    FormField *m_methodField = nullptr;
    QComboBox *m_method = nullptr;
    QWidget *m_links = nullptr;
    Button *m_openConsole = nullptr;
    Button *m_import = nullptr;
    QLabel *m_note = nullptr;
};

} // namespace Views
