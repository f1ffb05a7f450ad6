// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hands.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace Domain {
struct Resource;
}
namespace Items {
struct SnapshotRow;
}

namespace App {

class Application;
class Session;

/// Drives the real window through the main job, with clicks and keys on its real controls, and
/// saves a picture of each scene in light and dark. Waits for what is to be seen, never for a time;
/// a scene that does not come within a minute ends the tour with exit code 1 and a sentence.
class Tour : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive the tour.
    Tour(Application &application, Session &session, const QString &folder,
         QObject *parent = nullptr);
    ~Tour() override;

    void start();

Q_SIGNALS:
    void finished(int exitCode);

private:
    /// One stop: what is done, what must then be seen, the picture's name (empty: none).
    struct Scene
    {
        QString name;
        std::function<void()> act;
        std::function<bool()> isThere;
    };

    void addScene(const QString &name, std::function<void()> act, std::function<bool()> isThere);
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
    void addTroubles();
    void addActivity();

    void begin();
    void poll();
    /// One picture for each scheme; a new palette needs a turn of the event loop to reach every
    /// widget.
    void showScheme(int scheme);
    void savePicture(int scheme);
    void goOn();
    void fail(const QString &text);

    [[nodiscard]] const Items::SnapshotRow *rowNamed(const QString &name) const;
    void clickInTree(const QString &text);
    void clickSnapshot(const QString &name);
    /// The first row of the servers of which it is true.
    void clickServer(const std::function<bool(const QModelIndex &)> &isIt);
    /// The row with this text in a list of the wizard.
    void clickChoice(const QString &list, const QString &text);
    [[nodiscard]] bool isWizardAt(const QString &title) const;
    void selectFirst(int count);
    [[nodiscard]] bool isQuiet() const;
    /// One account could not be refreshed, and none is being refreshed any more.
    [[nodiscard]] bool isFailed() const;

    Application &m_application;
    Session &m_session;
    QString m_folder;
    Hands m_hands;
    std::vector<Scene> m_scenes;
    size_t m_current = 0;
    int m_polls = 0;
    int m_pictures = 0;
};

} // namespace App
