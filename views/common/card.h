// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Views {

/// A rounded block with a heading, for one idea.
class Card : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Plain, Warning };
    explicit Card(Tone tone, QWidget *parent = nullptr);

    /// Above the content; empty hides it.
    void setHeading(const QString &heading);
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    QLabel *m_heading;
    QVBoxLayout *m_content;
};

/// Sentences as a list with dots, each wrapping under itself.
class BulletList : public QWidget
{
    Q_OBJECT

public:
    explicit BulletList(QWidget *parent = nullptr);
    void setPoints(const QStringList &points);
    [[nodiscard]] const QStringList &points() const { return m_points; }

private:
    QStringList m_points;
};

} // namespace Views
