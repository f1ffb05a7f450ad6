// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/resourcepicker.h"

#include "items/displaytext.h"
#include "views/common/theme.h"

#include <QComboBox>
#include <QLabel>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Views {

namespace {
constexpr int mostVisible = 14;
}

ResourcePicker::ResourcePicker(const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(label, this))
    , m_field(new QComboBox(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::space);
    column->addWidget(m_label);
    column->addWidget(m_field);
    m_label->setBuddy(m_field);
    m_field->setObjectName(u"resourceField"_s);
    m_field->setMaxVisibleItems(mostVisible);
    m_field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    QString name = label;
    m_field->setAccessibleName(name.remove(u'&'));
    connect(m_field, &QComboBox::currentIndexChanged, this, &ResourcePicker::chosenChanged);
}

void ResourcePicker::setEntries(const QList<PickerEntry> &entries)
{
    m_entries = entries;
    // Those that can be chosen first, in the order given.
    std::ranges::stable_partition(m_entries,
                                  [](const PickerEntry &entry) { return entry.reason.isEmpty(); });
    auto *model = new QStandardItemModel(m_field);
    for (const PickerEntry &entry : std::as_const(m_entries)) {
        auto *item = new QStandardItem(entry.text);
        item->setEnabled(entry.reason.isEmpty());
        item->setToolTip(Items::plainToolTip(entry.reason.isEmpty() ? entry.text : entry.reason));
        model->appendRow(item);
    }
    const QSignalBlocker blocker(m_field);
    m_field->setModel(model);
    const auto count = std::ranges::count_if(
        m_entries, [](const PickerEntry &entry) { return entry.reason.isEmpty(); });
    m_field->setPlaceholderText(count == 0 ? tr("Nothing here can be chosen") : tr("Choose one…"));
    m_field->setCurrentIndex(count == 1 ? 0 : -1);
}

void ResourcePicker::choose(const Domain::ResourceKey &key)
{
    for (int i = 0; i < m_entries.size(); ++i) {
        if (m_entries.at(i).key == key && m_entries.at(i).reason.isEmpty()) {
            m_field->setCurrentIndex(i);
            return;
        }
    }
}

std::optional<Domain::ResourceKey> ResourcePicker::chosen() const
{
    const int index = m_field->currentIndex();
    if (index < 0 || !m_entries.at(index).reason.isEmpty()) {
        return std::nullopt;
    }
    return m_entries.at(index).key;
}

} // namespace Views
