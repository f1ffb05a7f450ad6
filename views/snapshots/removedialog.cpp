// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/removedialog.h"

#include "domain/clock.h"
#include "inventory/inventory.h"
#include "items/displaytext.h"
#include "items/snapshotmodel.h"
#include "items/snapshotparts.h"
#include "views/common/card.h"
#include "views/common/factsgrid.h"
#include "views/common/theme.h"
#include "views/snapshots/actionreasons.h"
#include "views/snapshots/removelist.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSet>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

/// Above this many the count is typed.
constexpr qsizetype mostWithoutTyping = 5;
constexpr qsizetype mostNamed = 5;

} // namespace

RemoveDialog::RemoveDialog(const MainWindowServices &services,
                           const QList<Domain::SnapshotKey> &snapshots, QWidget *parent)
    : Dialog(parent)
    , m_services(services)
{
    setObjectName(u"removeDialog"_s);
    sortOut(snapshots);
    const Items::SnapshotRow *only =
        m_keys.size() == 1 ? m_services.snapshots.row(m_keys.first()) : nullptr;
    if (only) {
        setUpOne(*only);
    } else {
        setUpMany();
    }
    warnOfLastCopies();
    setUpParts();
    setUpLeftOut();
    if (m_keys.size() > mostWithoutTyping) {
        setUpTyping();
    }
    m_remove =
        addAction(ButtonKind::RemoveStrong, u"trash-2"_s,
                  only ? tr("Remove snapshot")
                       : tr("Remove %n snapshot(s)", nullptr, static_cast<int>(m_keys.size())));
    connect(m_remove, &Button::clicked, this, [this] {
        if (isConfirmed()) {
            Q_EMIT confirmed(m_keys);
            accept();
        }
    });
    showButton();
    if (m_typed) {
        m_typed->setFocus();
    } else {
        cancelButton()->setFocus();
    }
}

void RemoveDialog::sortOut(const QList<Domain::SnapshotKey> &snapshots)
{
    const ActionReasons reasons(m_services.inventory, &m_services.snapshots);
    for (const Domain::SnapshotKey &key : snapshots) {
        const QString reason = reasons.removeOne(key);
        if (reason.isEmpty()) {
            m_keys.append(key);
        } else if (const Items::SnapshotRow *row = m_services.snapshots.row(key)) {
            m_leftOut.append(tr("%1: %2", "snapshot and why it stays")
                                 .arg(Items::snapshotNameText(row->snapshot), reason));
        }
    }
}

void RemoveDialog::setUpOne(const Items::SnapshotRow &row)
{
    setTitle(tr("Remove %1?").arg(Items::quotedName(row.snapshot.name)));
    content()->addWidget(
        makeText(row.isSourceGone || row.sourceName.isEmpty()
                     ? tr("The copy is deleted at the provider for good.")
                     : tr("The copy is deleted at the provider for good. %1 itself is not touched.")
                           .arg(Items::inlineName(row.sourceName)),
                 this));
    QList<Fact> facts;
    facts.append({tr("Taken"),
                  tr("%1 · %2", "moment and age")
                      .arg(Items::timestampText(row.snapshot.created, m_services.clock.now()),
                           Items::ageText(row.snapshot.created, m_services.clock.now())),
                  Items::isoText(row.snapshot.created),
                  {},
                  ColourRole::Text});
    if (row.snapshot.sizeBytes && !row.partsBytes) {
        facts.append({tr("Size"),
                      Items::sizeText(*row.snapshot.sizeBytes, row.sizeUnit),
                      {},
                      {},
                      ColourRole::Text});
    }
    if (row.monthly) {
        facts.append({tr("Saves"),
                      tr("%1 a month, estimate").arg(Items::moneyText(*row.monthly)),
                      {},
                      {},
                      ColourRole::Text});
    }
    auto *grid = new FactsGrid(this);
    grid->setObjectName(u"removeFacts"_s);
    grid->setFacts(facts);
    auto *card = new Card(Card::Tone::Plain, this);
    card->content()->addWidget(grid);
    content()->addWidget(card);
}

void RemoveDialog::setUpMany()
{
    setTitle(tr("Remove %n snapshot(s)?", nullptr, static_cast<int>(m_keys.size())));
    content()->addWidget(makeText(tr("These copies are deleted at the provider for good. Their "
                                     "servers and volumes are not touched."),
                                  this));
    setUpList();
    const Items::SnapshotSummary summary = m_services.snapshots.summaryOf(m_keys);
    const Items::SnapshotRow *first =
        m_keys.isEmpty() ? nullptr : m_services.snapshots.row(m_keys.first());
    const QString size =
        Items::sizeText(summary.bytes, first ? first->sizeUnit : Domain::SizeUnit::Gigabyte);
    auto *total =
        makeText(summary.monthly.isEmpty() ? tr("%1 in all.").arg(size)
                                           : tr("%1 in all. Saves %2 a month, estimate.")
                                                 .arg(size, Items::moneyListText(summary.monthly)),
                 this);
    total->setObjectName(u"removeTotal"_s);
    total->setFont(textFont(TextStyle::BodyStrong));
    content()->addWidget(total);
}

void RemoveDialog::setUpList()
{
    QList<Items::SnapshotRow> rows;
    rows.reserve(m_keys.size());
    for (const Domain::SnapshotKey &key : std::as_const(m_keys)) {
        if (const Items::SnapshotRow *row = m_services.snapshots.row(key)) {
            rows.append(*row);
        }
    }
    content()->addWidget(new RemoveList(rows, m_services.clock.now(), this));
}

/// A server without any good copy left is the accident that this dialog is for.
void RemoveDialog::warnOfLastCopies()
{
    const QSet<Domain::SnapshotKey> removed(m_keys.cbegin(), m_keys.cend());
    QSet<Domain::ResourceKey> seen;
    QStringList names;
    for (const Domain::SnapshotKey &key : std::as_const(m_keys)) {
        const Domain::Snapshot *snapshot = m_services.inventory.findSnapshot(key);
        const Domain::Resource *source = snapshot && snapshot->source
            ? m_services.inventory.findResource(*snapshot->source)
            : nullptr;
        if (!source || seen.contains(source->key)) {
            continue;
        }
        seen.insert(source->key);
        const Inventory::AccountInventory *account = m_services.inventory.find(key.account);
        const bool keepsOne =
            account && std::ranges::any_of(account->snapshots, [&](const Domain::Snapshot &other) {
                return other.source == source->key && !removed.contains(other.key)
                    && other.status == Domain::SnapshotStatus::Ready;
            });
        if (!keepsOne) {
            names.append(Items::inlineName(source->name));
        }
    }
    if (names.isEmpty()) {
        return;
    }
    auto *card = new Card(Card::Tone::Warning, this);
    card->setObjectName(u"removeLastCopy"_s);
    card->content()->addWidget(makeText(
        tr("After this no good snapshot is left of: %1").arg(QLocale().createSeparatedList(names)),
        card));
    content()->addWidget(card);
}

/// What is made of others, or others are made of.
void RemoveDialog::setUpParts()
{
    QSet<Domain::AccountId> seen;
    QList<Domain::Snapshot> all;
    for (const Domain::SnapshotKey &key : std::as_const(m_keys)) {
        const Inventory::AccountInventory *account = m_services.inventory.find(key.account);
        if (account && !seen.contains(key.account)) {
            seen.insert(key.account);
            all.append(account->snapshots);
        }
    }
    const QStringList consequences = Items::removalConsequences(m_keys, all);
    if (consequences.isEmpty()) {
        return;
    }
    auto *card = new Card(Card::Tone::Warning, this);
    card->setObjectName(u"removeParts"_s);
    for (const QString &consequence : consequences) {
        card->content()->addWidget(makeText(consequence, card));
    }
    content()->addWidget(card);
}

void RemoveDialog::setUpLeftOut()
{
    if (m_leftOut.isEmpty()) {
        return;
    }
    auto *card = new Card(Card::Tone::Plain, this);
    card->setObjectName(u"removeLeftOut"_s);
    card->setHeading(tr("%n selected snapshot(s) can't be removed and will stay", nullptr,
                        static_cast<int>(m_leftOut.size())));
    auto *list = new BulletList(card);
    QStringList points = m_leftOut.first(qMin(m_leftOut.size(), mostNamed));
    const qsizetype more = m_leftOut.size() - points.size();
    if (more > 0) {
        points.append(tr("and %n more", nullptr, static_cast<int>(more)));
    }
    list->setPoints(points);
    card->content()->addWidget(list);
    content()->addWidget(card);
}

void RemoveDialog::setUpTyping()
{
    auto *block = new QVBoxLayout;
    block->setSpacing(Metrics::space);
    const QString sentence = tr("Type %1 to confirm");
    const QString count = QLocale().toString(m_keys.size());
    auto *label = makeText({}, this);
    setSentenceWithName(label, sentence, count);
    m_typed = new QLineEdit(this);
    m_typed->setObjectName(u"removeConfirm"_s);
    m_typed->setAccessibleName(sentence.arg(count));
    label->setBuddy(m_typed);
    block->addWidget(label);
    block->addWidget(m_typed);
    content()->addLayout(block);
    connect(m_typed, &QLineEdit::textChanged, this, &RemoveDialog::showButton);
}

bool RemoveDialog::isConfirmed() const
{
    if (m_keys.isEmpty()) {
        return false;
    }
    if (!m_typed) {
        return true;
    }
    const QString typed = m_typed->text().trimmed();
    return typed == QString::number(m_keys.size()) || typed == QLocale().toString(m_keys.size());
}

void RemoveDialog::showButton()
{
    if (!m_remove) {
        return;
    }
    QString reason;
    if (m_keys.isEmpty()) {
        reason = tr("None of the selected snapshots can be removed.");
    } else if (!isConfirmed()) {
        reason = tr("Type %L1 above first.").arg(m_keys.size());
    }
    m_remove->setDisabledReason(reason);
}

} // namespace Views
