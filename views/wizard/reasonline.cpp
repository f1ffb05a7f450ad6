// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/reasonline.h"

#include "views/common/dialog.h"
#include "views/common/theme.h"

#include <QLabel>

namespace Views {

QLabel *makeReasonLine(const QString &objectName, QWidget *parent)
{
    QLabel *line = makeText({}, parent);
    line->setObjectName(objectName);
    line->setFont(textFont(TextStyle::Small));
    setTextColour(line, ColourRole::Rollback);
    line->setMinimumHeight(QFontMetrics(line->font()).lineSpacing() * 2);
    line->setAlignment(Qt::AlignTop);
    return line;
}

} // namespace Views
