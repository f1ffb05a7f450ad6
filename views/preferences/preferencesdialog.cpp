// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/preferences/preferencesdialog.h"

#include "views/common/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int numberWidth = 112;

QLabel *headingOf(const QString &text, QWidget *parent)
{
    QLabel *label = makeText(text, parent);
    label->setFont(textFont(TextStyle::Header));
    setTextColour(label, ColourRole::Dim);
    return label;
}

QLabel *noteOf(const QString &text, QWidget *parent)
{
    QLabel *label = makeText(text, parent);
    label->setFont(textFont(TextStyle::Small));
    setTextColour(label, ColourRole::Dim);
    return label;
}

void addNumber(QGridLayout *grid, const QString &name, const QString &note, QSpinBox *field)
{
    const int row = grid->rowCount();
    auto *label = new QLabel(name, field->parentWidget());
    label->setBuddy(field);
    field->setAccessibleDescription(note);
    field->setFixedSize(numberWidth, Metrics::controlHeight);
    grid->addWidget(label, row, 0);
    grid->addWidget(field, row, 1, 2, 1, Qt::AlignTop);
    grid->addWidget(noteOf(note, field->parentWidget()), row + 1, 0);
}

} // namespace

PreferencesDialog::PreferencesDialog(QSettings &settings, TrayIcon tray, QWidget *parent)
    : Dialog(parent)
    , m_settings(settings)
    , m_undoTime(new QSpinBox(this))
    , m_keepDays(new QSpinBox(this))
    , m_notifications(new QCheckBox(
          tr("Tell on the &desktop when long work has ended and the window is not in front"), this))
    , m_ask(new QRadioButton(tr("&Ask"), this))
    , m_close(new QRadioButton(tr("&Close Snapdeck; the work at the provider goes on"), this))
    , m_keepRunning(new QRadioButton(tr("Keep &running, with an icon in the tray"), this))
{
    setObjectName(u"preferencesDialog"_s);
    setTitle(tr("Preferences"));
    cancelButton()->setText(tr("Close"));
    addNumbers();
    addNotifications();
    addClosing(tray);
    show(readPreferences(settings));
    connect(m_undoTime, &QSpinBox::valueChanged, this, &PreferencesDialog::store);
    connect(m_keepDays, &QSpinBox::valueChanged, this, &PreferencesDialog::store);
    connect(m_notifications, &QCheckBox::toggled, this, &PreferencesDialog::store);
    for (QRadioButton *rule : {m_ask, m_close, m_keepRunning}) {
        connect(rule, &QRadioButton::clicked, this, &PreferencesDialog::store);
    }
    m_undoTime->setFocus();
}

void PreferencesDialog::addNumbers()
{
    m_undoTime->setObjectName(u"preferencesUndoTime"_s);
    m_undoTime->setRange(0, int(Preferences::longestUndo.count()));
    m_undoTime->setSuffix(tr(" s", "seconds, behind a number"));
    m_undoTime->setSpecialValueText(tr("Send at once"));
    m_undoTime->setAccessibleName(tr("Time to undo a removal, in seconds"));
    m_keepDays->setObjectName(u"preferencesKeepDays"_s);
    m_keepDays->setRange(0, Preferences::mostKeepDays);
    m_keepDays->setSuffix(tr(" d", "days, behind a number"));
    m_keepDays->setSpecialValueText(tr("For good"));
    m_keepDays->setAccessibleName(tr("How long safety snapshots are kept, in days"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(Metrics::wideMargin);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    addNumber(grid, tr("Time to &undo a removal"), tr("A removal waits so long before it is sent."),
              m_undoTime);
    grid->setRowMinimumHeight(grid->rowCount(), Metrics::gap);
    addNumber(grid, tr("&Keep safety snapshots for"),
              tr("Past that their removal is proposed; nothing is removed by itself."), m_keepDays);
    content()->addLayout(grid);
}

void PreferencesDialog::addNotifications()
{
    m_notifications->setObjectName(u"preferencesNotifications"_s);
    auto *block = new QVBoxLayout;
    block->setSpacing(Metrics::space);
    block->addWidget(headingOf(tr("Notifications"), this));
    block->addWidget(m_notifications);
    content()->addLayout(block);
}

void PreferencesDialog::addClosing(TrayIcon tray)
{
    m_closingBlock = new QVBoxLayout;
    m_closingBlock->setSpacing(Metrics::space);
    m_closingBlock->addWidget(headingOf(tr("When the window is closed while work runs"), this));
    addRule(m_ask, u"preferencesClosingAsk"_s);
    addRule(m_close, u"preferencesClosingClose"_s);
    addRule(m_keepRunning, u"preferencesClosingKeepRunning"_s);
    m_keepRunning->setEnabled(tray == TrayIcon::Available);
    m_keepRunning->setToolTip(
        tray == TrayIcon::Available
            ? QString()
            : tr("This desktop has no tray, from which the window could be brought back."));
    content()->addLayout(m_closingBlock);
}

void PreferencesDialog::addRule(QRadioButton *button, const QString &objectName)
{
    button->setObjectName(objectName);
    m_closingBlock->addWidget(button);
}

void PreferencesDialog::show(const Preferences &preferences)
{
    m_undoTime->setValue(int(preferences.undoTime.count()));
    m_keepDays->setValue(preferences.keepDays);
    m_notifications->setChecked(preferences.notifications == Notifications::On);
    m_ask->setChecked(preferences.closing == ClosingRule::Ask);
    m_close->setChecked(preferences.closing == ClosingRule::Close);
    m_keepRunning->setChecked(preferences.closing == ClosingRule::KeepRunning);
}

void PreferencesDialog::store()
{
    Preferences preferences;
    preferences.undoTime = std::chrono::seconds(m_undoTime->value());
    preferences.keepDays = m_keepDays->value();
    preferences.notifications =
        m_notifications->isChecked() ? Notifications::On : Notifications::Off;
    preferences.closing = m_close->isChecked() ? ClosingRule::Close
        : m_keepRunning->isChecked()           ? ClosingRule::KeepRunning
                                               : ClosingRule::Ask;
    storePreferences(preferences, m_settings);
}

} // namespace Views
