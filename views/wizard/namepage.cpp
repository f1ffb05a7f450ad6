// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/namepage.h"

#include "items/displaytext.h"
#include "items/nametemplate.h"
#include "items/takedraft.h"
#include "views/common/button.h"
#include "views/common/dialog.h"
#include "views/common/flowlabel.h"
#include "views/common/noteline.h"
#include "views/common/style.h"
#include "views/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

NamePage::NamePage(Items::TakeDraft &draft, QWidget *parent)
    : WizardPage(draft, parent)
    , m_name(new QLineEdit(this))
    , m_problem(new NoteLine(NoteLine::Kind::Mistake, this))
    , m_template(new QLineEdit(this))
    , m_preview(new FlowLabel(2, this))
    , m_use(new Button(ButtonKind::Plain, u"check"_s, tr("Use this name"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::space);
    setUpName();
    column->addSpacing(Metrics::margin);
    setUpReasons();
    column->addSpacing(Metrics::margin);
    setUpTemplate();
    column->addStretch(1);
}

void NamePage::setUpName()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    auto *label = new QLabel(tr("Na&me"), this);
    label->setBuddy(m_name);
    m_name->setObjectName(u"wizardName"_s);
    m_name->setAccessibleName(tr("Name of the snapshot"));
    m_problem->setObjectName(u"wizardNameProblem"_s);
    m_problem->setMinimumHeight(QFontMetrics(m_problem->font()).lineSpacing());
    column->addWidget(label);
    column->addWidget(m_name);
    column->addWidget(m_problem);
    connect(m_name, &QLineEdit::textEdited, this, &NamePage::typed);
}

void NamePage::setUpReasons()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::gap);
    for (const QString &reason : Items::nameReasons()) {
        auto *chip = new Button(ButtonKind::Plain, {}, reason, this);
        chip->setObjectName(u"wizardReason-"_s + reason);
        chip->setAccessibleName(tr("Reason %1").arg(reason));
        chip->setButtonSize(ButtonSize::Small);
        chip->setCheckable(true);
        // Enter presses the button that has the focus, not the one that leads on.
        chip->setAutoDefault(true);
        connect(chip, &Button::clicked, this,
                [this, chip, reason] { chooseReason(chip->isChecked() ? reason : QString()); });
        m_reasons.append(chip);
        row->addWidget(chip);
    }
    row->addStretch(1);
    column->addWidget(new QLabel(tr("Reason"), this));
    column->addLayout(row);
}

void NamePage::setUpTemplate()
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    auto *label = new QLabel(tr("&Template"), this);
    label->setBuddy(m_template);
    m_template->setObjectName(u"wizardTemplate"_s);
    m_template->setAccessibleName(tr("Template of the name"));
    m_template->setText(draft().nameTemplate());
    m_preview->setObjectName(u"wizardTemplatePreview"_s);
    setTextColour(m_preview, ColourRole::Dim);
    m_use->setObjectName(u"wizardUseTemplate"_s);
    m_use->setButtonSize(ButtonSize::Small);
    m_use->setAutoDefault(true);
    auto *help = makeText(tr("{resource}, {date}, {time} and {reason} are filled in. The template "
                             "is kept for the next snapshot."),
                          this);
    help->setFont(textFont(TextStyle::Small));
    setTextColour(help, ColourRole::Dim);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::gap);
    row->addWidget(m_preview, 1);
    row->addWidget(m_use, 0, Qt::AlignTop);
    column->addWidget(label);
    column->addWidget(m_template);
    column->addWidget(help);
    column->addSpacing(Metrics::space);
    column->addLayout(row);
    connect(m_template, &QLineEdit::textEdited, this, [this](const QString &text) {
        draft().setNameTemplate(text);
        Q_EMIT draftChanged();
    });
    connect(m_use, &Button::clicked, this, [this] {
        draft().useTemplate();
        Q_EMIT draftChanged();
        m_name->setFocus();
    });
}

QWidget *NamePage::firstField() const
{
    return m_name;
}

void NamePage::typed(const QString &text)
{
    draft().typeName(text);
    Q_EMIT draftChanged();
}

void NamePage::chooseReason(const QString &reason)
{
    draft().setNameReason(reason);
    Q_EMIT draftChanged();
}

void NamePage::showDraft()
{
    // A typed name is shown as it was typed, blanks at its ends too.
    if (!draft().isNameTyped() && m_name->text() != draft().name()) {
        m_name->setText(draft().name());
    }
    showProblem();
    showTemplate();
}

void NamePage::showProblem()
{
    const QString problem = draft().problem(Items::TakeStep::Name);
    // An empty field that nobody has touched is no mistake yet.
    const bool isShown = !problem.isEmpty() && (draft().isNameTyped() || !m_name->text().isEmpty());
    m_problem->setText(isShown ? problem : QString());
    m_name->setAccessibleDescription(problem);
    setFieldState(m_name, isShown ? FieldState::Invalid : FieldState::Good);
}

void NamePage::showTemplate()
{
    for (Button *chip : std::as_const(m_reasons)) {
        const bool isChosen = chip->text() == draft().nameReason();
        chip->setChecked(isChosen);
        chip->setIconName(isChosen ? u"check"_s : QString());
    }
    const QStringList unknown = Items::unknownPlaceholders(draft().nameTemplate());
    const QString made = draft().nameOfTemplate();
    if (!unknown.isEmpty()) {
        m_preview->setText(tr("%1 is not known and stays as it is.").arg(unknown.first()));
    } else {
        m_preview->setText(made.isEmpty() ? tr("The template gives no name.")
                                          : tr("Gives %1").arg(Items::quotedName(made)));
    }
    const bool isOffered = draft().isNameTyped() && !made.isEmpty() && made != draft().name();
    m_use->setVisible(isOffered);
}

} // namespace Views
