// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/accountdraft.h"
#include "views/accounts/accountdialog.h"

#include <QHash>
#include <QSet>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace Views {

class ColourPicker;
class CredentialFields;
class FormField;

/// The fields of an account. What is wrong with one is said below it once it was left; what more
/// typing can't mend, such as blanks in a token, at once.
class AccountForm : public QWidget
{
    Q_OBJECT

public:
    /// For a new account when there is no existing one.
    AccountForm(const AccountDialogServices &services,
                const std::optional<Domain::Account> &existing, QWidget *parent = nullptr);

    /// Its address is empty where the known ones are to be tried.
    [[nodiscard]] Domain::Account account() const;
    /// Where the API may be: what was typed, else what is known.
    [[nodiscard]] QList<QUrl> addresses() const;
    [[nodiscard]] Domain::CredentialEntry credential() const; ///< empty: the stored one is kept
    [[nodiscard]] const AccountProvider &provider() const { return m_provider; }
    /// True unless the existing account's address and credential stay as they are.
    [[nodiscard]] bool needsTest() const;

    /// Shows everything that is wrong and goes to the first of it. True when nothing is.
    [[nodiscard]] bool checkAll();
    /// Below the address, until it is changed.
    void showAddressProblem(const QString &problem);
    void focusFirst();
    void focusCredential();
    /// Puts an import into the fields, and chooses the operator that it is of.
    void fill(const Domain::CredentialImport &import, const QString &fileName);

Q_SIGNALS:
    void edited();
    void connectionEdited(); ///< credential or address: what a test was about
    void importClicked(QWidget *button);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeProvider(const QList<AccountProvider> &providers);
    QWidget *makeName();
    QWidget *makeColour(const QList<int> &usedColours);
    QWidget *makeAdvanced();
    void showStored(const Domain::Account &account);
    void connectFields();
    void revealAddress();
    void useProvider(const AccountProvider &provider);
    void useAddress(const AccountProvider &before);
    void placeAddress();
    [[nodiscard]] QString freeName(const QString &wanted) const;
    void orderStops();
    void adopt(QLineEdit *edit, Accounts::DraftField field, const QString &objectName);
    [[nodiscard]] QList<Accounts::DraftFinding> findings() const;
    void showFindings();

    std::optional<Domain::Account> m_existing;
    QStringList m_otherNames;
    QList<AccountProvider> m_choices;
    AccountProvider m_provider;
    QString m_suggestedName;
    QHash<QObject *, Accounts::DraftField> m_fieldOf;
    QSet<Accounts::DraftField> m_judged; ///< left or submitted: their problems are shown
    QHash<QString, QString> m_typedUrls; ///< by choice: an address is for one operator alone
    QString m_addressProblem;

    QVBoxLayout *m_column = nullptr;
    QVBoxLayout *m_advancedColumn = nullptr;
    QComboBox *m_providerChoice = nullptr;
    QLineEdit *m_name = nullptr;
    QLineEdit *m_url = nullptr;
    FormField *m_providerField = nullptr;
    FormField *m_nameField = nullptr;
    FormField *m_urlField = nullptr;
    CredentialFields *m_credential = nullptr;
    ColourPicker *m_colour = nullptr;
    Button *m_advanced = nullptr;
};

} // namespace Views
