// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/hands.h"

#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <vector>

namespace Items {
struct SnapshotRow;
}

namespace App {

class Application;

/// Goes from scene to scene in the real window, with clicks and keys on its real controls, and
/// saves a picture of each in light and dark. Waits for what is to be seen, never for a time; a
/// scene that does not come in time ends the tour with exit code 1 and a sentence. Which scenes
/// there are is its heirs' to say.
class Scenes : public QObject
{
    Q_OBJECT

public:
    ~Scenes() override;

    virtual void start() = 0;

Q_SIGNALS:
    void finished(int exitCode);

protected:
    /// How long a scene may take to come.
    Scenes(Application &application, const QString &folder, std::chrono::seconds patience,
           QObject *parent);

    /// What is done, what must then be seen, the picture's name (empty: none).
    void addScene(const QString &name, std::function<void()> act, std::function<bool()> isThere);
    /// From the button that adds an account to the filled form, by a file of accounts. The dialog
    /// stays open.
    struct Import
    {
        QString file;
        QString name; ///< of the account in the file
        QString provider; ///< its id; empty: the first that accounts can be imported for
        QString lookedAt; ///< another one of it, which the picture shows; empty: none
    };
    void addImport(const QString &button, const Import &import);
    void begin();
    void fail(const QString &text);

    [[nodiscard]] Application &application() const { return m_application; }
    [[nodiscard]] const Hands &hands() const { return m_hands; }
    [[nodiscard]] const Items::SnapshotRow *rowNamed(const QString &name) const;
    void clickInTree(const QString &text);
    /// The tree names its provider before it.
    void clickAccount(const QString &name);
    void clickSnapshot(const QString &name);
    /// The first row of the servers of which it is true.
    void clickServer(const std::function<bool(const QModelIndex &)> &isIt);
    /// The row with this text in a list of the wizard.
    void clickChoice(const QString &list, const QString &text);
    [[nodiscard]] bool isWizardAt(const QString &title) const;
    /// The first row by a click, the others by Shift and the down key.
    void selectFirst(int count);
    /// Nothing is being read, and no operation runs.
    [[nodiscard]] bool isQuiet() const;

private:
    struct Scene
    {
        QString name;
        std::function<void()> act;
        std::function<bool()> isThere;
    };

    void clickInTree(const QString &text, Qt::MatchFlags how);
    void chooseProvider(const QString &id);
    void addFileChoice(const QString &file);
    void act();
    void poll();
    /// One picture for each scheme; a new palette needs a turn of the event loop to reach every
    /// widget.
    void showScheme(int scheme);
    void savePicture(int scheme);
    void goOn();

    Application &m_application;
    QString m_folder;
    int m_mostPolls = 0;
    Hands m_hands;
    std::vector<Scene> m_scenes;
    size_t m_current = 0;
    int m_polls = 0;
    int m_pictures = 0;
};

} // namespace App
