// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;

namespace Views {

/// One choice of ResourcePicker.
struct PickerEntry
{
    Domain::ResourceKey key;
    QString text;
    QString reason; ///< why it can't be chosen; empty when it can
};

/// A list of servers or volumes to choose one from. What can't be chosen stays visible, disabled,
/// with the reason behind it. Nothing is chosen beforehand unless there is but one.
class ResourcePicker : public QWidget
{
    Q_OBJECT

public:
    explicit ResourcePicker(const QString &label, QWidget *parent = nullptr);

    void setEntries(const QList<PickerEntry> &entries);
    void choose(const Domain::ResourceKey &key);
    [[nodiscard]] std::optional<Domain::ResourceKey> chosen() const;
    [[nodiscard]] QComboBox *field() const { return m_field; }

Q_SIGNALS:
    void chosenChanged();

private:
    QList<PickerEntry> m_entries;
    QLabel *m_label;
    QComboBox *m_field;
};

} // namespace Views
