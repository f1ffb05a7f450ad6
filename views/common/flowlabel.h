// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace Views {

/// Plain text of any length: wraps anywhere, since names have no blanks to wrap at, shows at most
/// so many lines, and tells the whole text in the tooltip when it was cut.
class FlowLabel : public QLabel
{
    Q_OBJECT

public:
    explicit FlowLabel(int maximumLines, QWidget *parent = nullptr);

    /// Shown when the text is not cut; empty for none.
    void setHint(const QString &hint);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Lines
    {
        QStringList texts;
        bool isCut = false;
    };
    [[nodiscard]] Lines linesFor(int width) const;

    int m_maximumLines;
    QString m_hint;
};

} // namespace Views
