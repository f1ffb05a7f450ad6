// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/databasehint.h"

#include "views/common/button.h"
#include "views/common/dialog.h"
#include "views/common/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

DatabaseHint::DatabaseHint(QWidget *parent)
    : QWidget(parent)
    , m_fold(new Button(ButtonKind::Quiet, u"chevron-right"_s, tr("A database runs on it?"), this))
    , m_lines(new QWidget(this))
{
    m_fold->setObjectName(u"databaseHintButton"_s);
    m_fold->setButtonSize(ButtonSize::Small);
    m_fold->setCheckable(true);
    m_fold->setAutoDefault(false);
    auto *lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(Metrics::gap);
    auto *meaning = makeText(tr("The copy is as after a power failure: a sound database recovers "
                                "from that by itself. To be sure, enter this on the server just "
                                "before you take the snapshot."),
                             m_lines);
    setTextColour(meaning, ColourRole::Dim);
    lines->addWidget(meaning);
    lines->addWidget(
        makeLine(tr("MySQL, MariaDB"), tr("Holds back every write for two minutes."),
                 u"mysql -e \"FLUSH TABLES WITH READ LOCK; SELECT SLEEP(120); UNLOCK TABLES\""_s,
                 u"databaseHintMySql"_s));
    lines->addWidget(makeLine(tr("PostgreSQL"),
                              tr("Writes out what is in memory. Holds nothing back: the rest is in "
                                 "its log, which is part of the copy."),
                              u"sudo -u postgres psql -c \"CHECKPOINT\""_s,
                              u"databaseHintPostgreSql"_s));
    m_lines->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::space);
    column->addWidget(m_fold, 0, Qt::AlignLeft);
    column->addWidget(m_lines);
    connect(m_fold, &Button::toggled, this, [this](bool isOpen) {
        m_fold->setIconName(isOpen ? u"chevron-down"_s : u"chevron-right"_s);
        m_lines->setVisible(isOpen);
        Q_EMIT unfolded();
    });
}

QWidget *DatabaseHint::makeLine(const QString &database, const QString &note, const QString &line,
                                const QString &objectName)
{
    auto *block = new QWidget(m_lines);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(makeText(database, block));
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::gap);
    auto *field = new QLineEdit(line, block);
    field->setObjectName(objectName);
    field->setReadOnly(true);
    field->setFont(textFont(TextStyle::Fixed));
    field->setCursorPosition(0);
    field->setAccessibleName(tr("Command for %1").arg(database));
    field->setAccessibleDescription(note);
    auto *copy = new Button(ButtonKind::Plain, u"copy"_s, tr("Copy"), block);
    copy->setObjectName(objectName + u"Copy"_s);
    copy->setButtonText(ButtonText::Hidden);
    copy->setAutoDefault(false);
    copy->setAccessibleName(tr("Copy the command for %1").arg(database));
    connect(copy, &Button::clicked, this, [line] { QGuiApplication::clipboard()->setText(line); });
    row->addWidget(field, 1);
    row->addWidget(copy);
    column->addLayout(row);
    auto *explained = makeText(note, block);
    explained->setFont(textFont(TextStyle::Small));
    setTextColour(explained, ColourRole::Dim);
    column->addWidget(explained);
    return block;
}

} // namespace Views
