// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/wordfilter.h"

#include <QCollator>

namespace Items {

/// The servers and volumes in the order and with the words that the person chose. Names are in
/// natural order, "web-2" before "web-10"; what is equal stands by name.
class ResourceOrder : public WordFilter
{
    Q_OBJECT

public:
    explicit ResourceOrder(QObject *parent = nullptr);

protected:
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QCollator m_collator;
};

} // namespace Items
