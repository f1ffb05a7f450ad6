// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline.h"
#include "app/session.h"

#include <QObject>

#include <memory>

namespace Views {
class MainWindow;
class Theme;
} // namespace Views

namespace Accounts {
class AccountStore;
}
namespace Inventory {
class Inventory;
}
namespace Items {
class SnapshotModel;
}
namespace Operations {
class OperationRunner;
}

namespace App {

/// Makes every part, connects their signals across the layers, and owns them. The only file that
/// names concrete classes.
class Application : public QObject
{
    Q_OBJECT

public:
    /// The session must outlive the application.
    Application(Session &session, const CommandLine &commandLine, QObject *parent = nullptr);
    ~Application() override;

    /// Shows the window with what the stored accounts held last, then connects them behind it.
    void start();
    /// Adds the accounts of a demo, as if a person had typed them.
    void connectDemoAccounts();
    void raiseWindow();

    [[nodiscard]] Views::MainWindow &window();
    [[nodiscard]] Views::Theme &theme();
    [[nodiscard]] Accounts::AccountStore &accounts();
    [[nodiscard]] Items::SnapshotModel &snapshots();
    [[nodiscard]] Operations::OperationRunner &runner();
    [[nodiscard]] const Inventory::Inventory &inventory() const;

private:
    void connectWindow();
    void connectDesktop();
    void showAccounts();
    void tellWhenShown();
    void endOncePainted();
    void tryDemo();

    struct Parts;
    Session &m_session;
    const CommandLine m_commandLine;
    std::unique_ptr<Parts> d;
    bool m_isConnecting = false;
};

} // namespace App
