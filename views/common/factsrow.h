// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/common/factsgrid.h"

namespace Views {

/// Facts side by side, each value below its name; they go on in the next line where there is no
/// room.
class FactsRow : public QWidget
{
    Q_OBJECT

public:
    explicit FactsRow(QWidget *parent = nullptr);
    void setFacts(const QList<Fact> &facts);
    [[nodiscard]] const QList<Fact> &facts() const { return m_facts; }

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    /// Puts the facts in lines of the width and answers the height.
    enum class Move { Yes, No };
    int arrange(int width, Move move) const;

    QList<Fact> m_facts;
    QList<QWidget *> m_tiles;
};

} // namespace Views
