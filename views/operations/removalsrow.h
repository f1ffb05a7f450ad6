// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/removals.h"

#include <QWidget>

class QPlainTextEdit;

namespace Views {

class Button;
class FlowLabel;
class ProgressLine;

/// Several removals in one line of the operations strip: how many are gone, which failed and why,
/// and those to be tried again.
class RemovalsRow : public QWidget
{
    Q_OBJECT

public:
    explicit RemovalsRow(QWidget *parent = nullptr);

    void show(const QList<Domain::Operation> &removals);
    using QWidget::show;
    [[nodiscard]] bool isAlarming() const;

Q_SIGNALS:
    void cancelClicked(const Domain::OperationId &id); ///< for each that waits
    void dismissClicked(const Domain::OperationId &id); ///< for each
    void tryAgainClicked(const QList<Domain::SnapshotKey> &snapshots);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setUp();
    void connectButtons();
    void dismissAll();
    void describe();

    QList<Domain::OperationId> m_ids;
    Items::RemovalReport m_report;
    FlowLabel *m_title;
    FlowLabel *m_text;
    ProgressLine *m_progress;
    Button *m_tryAgain;
    Button *m_details;
    Button *m_cancel;
    Button *m_dismiss;
    QPlainTextEdit *m_detailsText;
};

} // namespace Views
