// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/reasonline.h"

#include "views/common/noteline.h"

namespace Views {

QLabel *makeReasonLine(const QString &objectName, QWidget *parent)
{
    auto *line = new NoteLine(NoteLine::Kind::Warning, parent);
    line->setObjectName(objectName);
    line->setMinimumHeight(QFontMetrics(line->font()).lineSpacing() * 2);
    return line;
}

} // namespace Views
