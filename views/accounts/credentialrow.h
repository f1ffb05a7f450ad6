// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/credentialform.h"
#include "views/accounts/formfield.h"

class QLineEdit;

namespace Views {

class Button;

/// One field of a credential. What is wrong with it is said below it once it was left or the form
/// was submitted; what more typing can't mend, such as blanks in a token, at once.
class CredentialRow : public FormField
{
    Q_OBJECT

public:
    explicit CredentialRow(const Domain::CredentialField &field, QWidget *parent = nullptr);

    [[nodiscard]] const Domain::CredentialField &field() const { return m_field; }
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    /// What Tab visits, in this order.
    [[nodiscard]] QList<QWidget *> stops() const;
    [[nodiscard]] Domain::Secret value() const;
    [[nodiscard]] bool isEmpty() const;
    void setValue(const Domain::Secret &value);
    /// Of another row for the same value.
    void takeOver(const CredentialRow &other);

    /// From now on whatever is wrong is said.
    void judge();
    enum class Need { AsTheFieldSays, Nothing };
    void showProblem(Need need);

Q_SIGNALS:
    void edited();
    void judged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    CredentialRow(const Domain::CredentialField &field, QLineEdit *edit, QWidget *parent);
    void makeShowButton();
    void showCharacters(bool areShown);

    Domain::CredentialField m_field;
    QLineEdit *m_edit;
    Button *m_show = nullptr;
    bool m_isJudged = false;
};

} // namespace Views
