// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace Views {

class Button;

/// What a snapshot of a running server means for its databases, with lines to copy that make them
/// write out first. Folded in until it is asked for.
class DatabaseHint : public QWidget
{
    Q_OBJECT

public:
    explicit DatabaseHint(QWidget *parent = nullptr);

Q_SIGNALS:
    void unfolded();

private:
    [[nodiscard]] QWidget *makeLine(const QString &database, const QString &note,
                                    const QString &line, const QString &objectName);

    Button *m_fold;
    QWidget *m_lines;
};

} // namespace Views
