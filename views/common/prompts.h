// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/common/button.h"

#include <functional>

class QWidget;

namespace Views {

/// One destructive choice. The button bears verb and object ("Remove account shop").
struct Question
{
    QString title; ///< as a question
    QString text; ///< what happens, and what stays
    QStringList points; ///< further consequences, one a line
    ButtonKind kind = ButtonKind::RemoveStrong;
    QString icon;
    QString action;
};

/// Which file, for something that can be opened.
struct FileQuestion
{
    QString title;
    QString filter; ///< "Profiles (*.json)"
};

/// Where to, for something that is written.
struct NewFileQuestion
{
    QString title;
    QString name; ///< proposed, without what its filter ends it with
    QStringList filters; ///< "Table (*.csv)"; the first one is proposed
};

/// Modal confirmations and choices of files, behind an interface so that tests can answer them.
/// Never blocks: the continuation is called when the person confirmed, and not at all otherwise.
class Prompts
{
public:
    virtual ~Prompts() = default;

    /// Not called any more once the parent is gone.
    virtual void confirm(QWidget *parent, const Question &question,
                         std::function<void()> confirmed) = 0;
    virtual void chooseFile(QWidget *parent, const FileQuestion &question,
                            std::function<void(const QString &path)> chosen) = 0;
    /// Asks too before a file is replaced. The path ends as its filter wants.
    virtual void chooseNewFile(QWidget *parent, const NewFileQuestion &question,
                               std::function<void(const QString &path)> chosen) = 0;
};

/// Asks with window-modal dialogs; Cancel is the default.
class DialogPrompts final : public Prompts
{
public:
    void confirm(QWidget *parent, const Question &question,
                 std::function<void()> confirmed) override;
    void chooseFile(QWidget *parent, const FileQuestion &question,
                    std::function<void(const QString &path)> chosen) override;
    void chooseNewFile(QWidget *parent, const NewFileQuestion &question,
                       std::function<void(const QString &path)> chosen) override;
};

} // namespace Views
