// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/servers/servertypelist.h"

#include "items/newservertext.h"
#include "items/servertypemodel.h"
#include "items/wordfilter.h"
#include "views/common/dialog.h"
#include "views/common/icons.h"
#include "views/common/inlinebanner.h"
#include "views/common/theme.h"
#include "views/wizard/choiceview.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Items::NewServerDraft;
using Items::ServerTypeModel;

namespace Views {

namespace {

constexpr int coresWidth = 56;
constexpr int sizeWidth = 76;
constexpr int priceWidth = 188;
constexpr int leastRows = 5;

bool movesInList(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
        || key == Qt::Key_PageDown;
}

QVariant chosenIn(const NewServerDraft &draft)
{
    const Items::ServerTypeChoice *chosen = draft.type();
    return chosen ? QVariant::fromValue(chosen->type.id) : QVariant();
}

} // namespace

ServerTypeList::ServerTypeList(NewServerDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_model(new ServerTypeModel(this))
    , m_filter(new Items::WordFilter(this))
    , m_search(new QLineEdit(this))
    , m_view(new ChoiceView(this))
    , m_reason(makeText({}, this))
    , m_stack(new QStackedWidget(this))
    , m_words(makeText({}, this))
    , m_banner(new InlineBanner(this))
{
    setUpSearch();
    setUpView();
    setUpStates();
    m_reason->setObjectName(u"createServerTypeReason"_s);
    m_reason->setFont(textFont(TextStyle::Small));
    m_reason->setAlignment(Qt::AlignTop);
    m_reason->setMinimumHeight(QFontMetrics(m_reason->font()).lineSpacing());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::gap);
    column->addWidget(m_search);
    column->addWidget(m_stack, 1);
    column->addWidget(m_reason);
}

void ServerTypeList::setUpSearch()
{
    m_search->setObjectName(u"createServerSearch"_s);
    m_search->setAccessibleName(tr("Search server types"));
    m_search->setPlaceholderText(tr("Search by type, cores, memory or disk"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(Icons::icon(u"search"_s, ColourRole::Dim), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ServerTypeList::search);
}

void ServerTypeList::setUpView()
{
    m_filter->setSourceModel(m_model);
    m_view->setObjectName(u"createServerTypes"_s);
    m_view->setAccessibleName(tr("Server types"));
    m_view->setModel(m_filter);
    m_view->setHeaderHidden(false);
    m_view->setMinimumHeight(Metrics::headerHeight + leastRows * Metrics::rowHeight);
    QHeaderView *header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(ServerTypeModel::Name, QHeaderView::Stretch);
    for (const auto &[column, width] : {std::pair(ServerTypeModel::Cores, coresWidth),
                                        std::pair(ServerTypeModel::Memory, sizeWidth),
                                        std::pair(ServerTypeModel::Disk, sizeWidth),
                                        std::pair(ServerTypeModel::Price, priceWidth)}) {
        header->setSectionResizeMode(column, QHeaderView::Interactive);
        header->resizeSection(column, width);
    }
    connect(m_view, &ChoiceView::currentReasonChanged, this, &ServerTypeList::showReason);
    connect(m_view, &ChoiceView::chosenChanged, this, [this] {
        const QVariant id = m_view->chosenId();
        if (id.isValid()) {
            m_draft.chooseType(id.value<Domain::ServerTypeId>());
            Q_EMIT draftChanged();
        }
    });
}

void ServerTypeList::setUpStates()
{
    m_words->setObjectName(u"createServerTypesState"_s);
    m_words->setAlignment(Qt::AlignCenter);
    setTextColour(m_words, ColourRole::Dim);
    m_banner->setObjectName(u"createServerTypesError"_s);
    m_banner->setShape(InlineBanner::Shape::Card);
    m_banner->setActions(InlineBanner::Retry);
    m_banner->setSubject(tr("server types"));
    connect(m_banner, &InlineBanner::retryClicked, this, &ServerTypeList::retryClicked);
    auto *failed = new QWidget(m_stack);
    auto *column = new QVBoxLayout(failed);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_banner);
    column->addStretch(1);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_words);
    m_stack->addWidget(failed);
}

QWidget *ServerTypeList::searchField() const
{
    return m_search;
}

QWidget *ServerTypeList::view() const
{
    return m_view;
}

void ServerTypeList::showDraft()
{
    m_view->update([this] { m_model->merge(m_draft.types()); }, chosenIn(m_draft));
    const bool isFailed = m_draft.state() == NewServerDraft::Types::Failed;
    const bool isShown =
        m_draft.state() == NewServerDraft::Types::Known && !m_draft.types().isEmpty();
    m_stack->setCurrentIndex(isShown ? 0 : isFailed ? 2 : 1);
    m_words->setText(Items::typeProblem(m_draft));
    m_search->setEnabled(isShown);
    showReason();
}

void ServerTypeList::setError(const Domain::Error &error)
{
    const Items::ErrorText text = Items::serverTypesErrorText(error);
    m_banner->setTitle(text.title);
    m_banner->setMeaning(text.meaning);
    m_banner->setDetails(text.details);
}

/// What is chosen is always among what is shown: nothing is bought that is out of sight.
void ServerTypeList::search()
{
    m_view->update([this] { m_filter->setWords(m_search->text()); }, chosenIn(m_draft));
    if (m_search->text().trimmed().isEmpty() || m_view->chosenId().isValid()) {
        showReason();
        return;
    }
    m_view->chooseFirst();
    if (!m_view->chosenId().isValid()) {
        m_draft.clearType();
        Q_EMIT draftChanged();
    }
    showReason();
}

/// Why the row that one stands on can't be chosen, else what is missing, else what is needed.
void ServerTypeList::showReason()
{
    const bool isNothingFound = m_filter->rowCount() == 0 && !m_search->text().isEmpty();
    QString text =
        isNothingFound ? tr("No server type matches the search.") : m_view->currentReason();
    if (text.isEmpty() && m_stack->currentIndex() == 0) {
        text = Items::typeProblem(m_draft);
    }
    setTextColour(m_reason, text.isEmpty() ? ColourRole::Dim : ColourRole::Rollback);
    m_reason->setText(text.isEmpty() ? Items::needsText(m_draft) : text);
}

bool ServerTypeList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (movesInList(key->key())) {
            QCoreApplication::sendEvent(m_view, event);
            return true;
        }
        // Who searches and presses Enter wants what was found, not yet the server.
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            m_view->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Views
