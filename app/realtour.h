// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/scenes.h"
#include "domain/operation.h"

namespace App {

/// The main job on a real cloud, whose account is imported from a file. What it works on (a volume
/// with a snapshot, and a server) must be there, and what it leaves is removed by who made them.
class RealTour : public Scenes
{
    Q_OBJECT

public:
    using Scenes::Import;

    /// The application must outlive the tour.
    RealTour(Application &application, const Import &import, const QString &folder,
             QObject *parent = nullptr);
    ~RealTour() override;

    void start() override;

private:
    void addLists();
    void addWizard();
    void addVolumeRollback();
    void addServerImage();
    void addServerRollback();
    void addRemove();
    void addActivity();
    /// Asks for a rollback, and types what has to be typed.
    void addQuestion(const QString &scene, const QString &snapshot, const QString &target);

    [[nodiscard]] bool isReady(const QString &snapshot) const;
    [[nodiscard]] bool hasEnded(Domain::OperationKind kind) const;

    Import m_import;
};

} // namespace App
