// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/pricelist.h"
#include "domain/result.h"
#include "views/common/dialog.h"

#include <functional>

class QComboBox;
class QLineEdit;

namespace Views {

class FormField;
class InlineBanner;

/// What the dialog begins with, and what it does with what was entered.
struct EnteredPrices
{
    QString accountName;
    QList<Domain::SnapshotKind> kinds; ///< of which the provider makes snapshots
    QList<Domain::SnapshotPrice> prices; ///< entered before
    QList<Domain::SnapshotPrice> listed = {}; ///< in the profile: hold where none is entered
    QString currency; ///< proposed where none were
    Domain::SizeUnit unit = Domain::SizeUnit::Gigabyte; ///< that the provider counts in
    std::function<Domain::Result<Domain::Done>(const QList<Domain::SnapshotPrice> &)> save;
};

/// Asks for the operator's own prices where the provider tells none. An empty amount is no price;
/// what is wrong is said below its field. Deletes itself when it closes.
class PricesDialog : public Dialog
{
    Q_OBJECT

public:
    explicit PricesDialog(const EnteredPrices &entered, QWidget *parent = nullptr);

protected:
    bool event(QEvent *event) override;

private:
    struct Line
    {
        Domain::SnapshotKind kind = Domain::SnapshotKind::Server;
        QLineEdit *amount = nullptr;
        QComboBox *unit = nullptr;
        FormField *field = nullptr;
    };
    void addCurrency();
    void addLine(Domain::SnapshotKind kind);
    [[nodiscard]] bool checkAll();
    [[nodiscard]] QString currency() const;
    [[nodiscard]] QList<Domain::SnapshotPrice> prices() const;
    void submit();

    EnteredPrices m_entered;
    QLineEdit *m_currency = nullptr;
    FormField *m_currencyField = nullptr;
    QList<Line> m_lines;
    InlineBanner *m_banner = nullptr;
};

} // namespace Views
