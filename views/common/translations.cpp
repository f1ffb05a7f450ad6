// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/translations.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace Views {

void installTranslations(const QLocale &locale)
{
    QCoreApplication *application = QCoreApplication::instance();
    auto *plurals = new QTranslator(application);
    if (plurals->load(u":/i18n/snapdeck_en.qm"_s)) {
        QCoreApplication::installTranslator(plurals);
    }
    if (locale.language() == QLocale::English || locale.language() == QLocale::C) {
        return;
    }
    auto *texts = new QTranslator(application);
    if (texts->load(locale, u"snapdeck"_s, u"_"_s, u":/i18n"_s)) {
        QCoreApplication::installTranslator(texts);
    }
}

} // namespace Views
