// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/id.h"
#include "domain/operation.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

class QModelIndex;

namespace Items {
class OperationsModel;
}

namespace Views {

class Button;
class FlowLabel;
class ProgressLine;

/// One operation: what is done to what, how far it is, and what can be done about it.
class OperationRow : public QWidget
{
    Q_OBJECT

public:
    explicit OperationRow(QWidget *parent = nullptr);

    /// Reads everything again from the operations model.
    void show(const Items::OperationsModel &model, int row);
    using QWidget::show;

Q_SIGNALS:
    void cancelClicked(const Domain::OperationId &id);
    void dismissClicked(const Domain::OperationId &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setUp();
    void showState(Domain::OperationState state);
    void showFailure(const Domain::Operation &operation);
    void showProgress(const QModelIndex &index, Domain::OperationState state);
    void toggleDetails();

    Domain::OperationId m_id;
    Domain::OperationState m_state = Domain::OperationState::Waiting;
    FlowLabel *m_title;
    FlowLabel *m_text;
    FlowLabel *m_phase;
    QLabel *m_failure;
    ProgressLine *m_progress;
    Button *m_details;
    Button *m_cancel;
    Button *m_dismiss;
    QPlainTextEdit *m_detailsText;
};

} // namespace Views
