// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/passworddialog.h"

#include "items/displaytext.h"
#include "views/common/card.h"
#include "views/common/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

PasswordDialog::PasswordDialog(const QString &serverName, const Domain::Secret &password,
                               QWidget *parent)
    : Dialog(parent)
    , m_field(new QLineEdit(this))
    , m_copy(addAction(ButtonKind::Primary, u"copy"_s, tr("Copy password")))
{
    setObjectName(u"passwordDialog"_s);
    const QString name = Items::inlineName(serverName);
    setTitle(tr("New root password of %1").arg(name));
    content()->addWidget(makeText(
        tr("The provider set a new root password for %1. An older one no longer works.").arg(name),
        this));
    m_field->setObjectName(u"passwordField"_s);
    m_field->setAccessibleName(tr("New root password"));
    m_field->setReadOnly(true);
    m_field->setFont(textFont(TextStyle::Fixed));
    m_field->setText(QString::fromUtf8(password.reveal()));
    m_field->setCursorPosition(0);
    // Whoever stands behind sees dots until it is asked for.
    m_field->setEchoMode(QLineEdit::Password);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::gap);
    row->addWidget(m_field);
    auto *show = new Button(ButtonKind::Plain, u"eye"_s, tr("Show the password"), this);
    show->setButtonText(ButtonText::Hidden);
    show->setObjectName(u"passwordShow"_s);
    show->setCheckable(true);
    connect(show, &Button::toggled, this, [this](bool isShown) {
        m_field->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    });
    row->addWidget(show);
    content()->addLayout(row);
    auto *card = new Card(Card::Tone::Warning, this);
    card->content()->addWidget(
        makeText(tr("It is shown this once and stored nowhere. Keep it before you close; later it "
                    "can only be reset at the provider."),
                 card));
    content()->addWidget(card);
    cancelButton()->setText(tr("Close"));
    m_copy->setObjectName(u"passwordCopy"_s);
    connect(m_copy, &Button::clicked, this, &PasswordDialog::copy);
    m_copy->setFocus();
}

PasswordDialog::~PasswordDialog()
{
    m_field->clear();
}

void PasswordDialog::copy()
{
    auto *text = new QMimeData; // the clipboard takes it
    text->setText(m_field->text());
    // What clipboard managers heed so as not to keep it in their history.
    text->setData(u"x-kde-passwordManagerHint"_s, QByteArrayLiteral("secret"));
    QGuiApplication::clipboard()->setMimeData(text);
    m_copy->setText(tr("Copied"));
    m_copy->setIconName(u"check"_s);
}

} // namespace Views
