// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
    /// Ended badly: it wants to be read.
    [[nodiscard]] bool isAlarming() const;

Q_SIGNALS:
    void cancelClicked(const Domain::OperationId &id);
    void dismissClicked(const Domain::OperationId &id);
    void startServerClicked(const Domain::ResourceKey &server);
    void rollBackAgainClicked(const Domain::SnapshotKey &snapshot);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setUp();
    void showState(Domain::OperationState state);
    void showFailure(const Domain::Operation &operation);
    void showOffers(const Items::OperationsModel &model, int row);
    void showSteps(const QModelIndex &index, Domain::OperationState state);
    void showProgress(const QModelIndex &index, Domain::OperationState state);
    void toggleDetails();

    Domain::OperationId m_id;
    std::optional<Domain::ResourceKey> m_serverToStart;
    std::optional<Domain::SnapshotKey> m_snapshotAgain;
    Domain::OperationState m_state = Domain::OperationState::Waiting;
    FlowLabel *m_title;
    FlowLabel *m_text;
    FlowLabel *m_phase;
    QLabel *m_steps;
    QLabel *m_failure;
    ProgressLine *m_progress;
    Button *m_startServer;
    Button *m_rollBackAgain;
    Button *m_details;
    Button *m_cancel;
    Button *m_dismiss;
    QPlainTextEdit *m_detailsText;
};

} // namespace Views
