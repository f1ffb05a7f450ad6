// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/scenes.h"

namespace App {

class Session;

/// The main job on the simulated clouds, from the first start to what was done.
class Tour : public Scenes
{
    Q_OBJECT

public:
    /// Both must outlive the tour.
    Tour(Application &application, Session &session, const QString &folder,
         QObject *parent = nullptr);
    ~Tour() override;

    void start() override;

private:
    void addFirstStart();
    void addTake();
    void addRollback();
    void addNewServer();
    void addRemove();
    void addSearch();
    void addExport();
    void addWizard();
    void addWizardQuestions();
    void addWizardEnd();
    void addPages();
    void addSteppedRollback();
    void addInterruptedRollback();
    void addRollbackDialog(const QString &scene, const QString &server, const QString &snapshot);
    void addVolumes();
    /// What is left in the strip of what was done before.
    void addTidying();
    void addAccountFromFile();
    void addLimit();
    void addRefusals();
    void addParts();
    void addTroubles();
    void addActivity();

    /// One account could not be refreshed, and none is being refreshed any more.
    [[nodiscard]] bool isFailed() const;

    Session &m_session;
};

} // namespace App
