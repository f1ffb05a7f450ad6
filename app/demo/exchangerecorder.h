// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

#include <QFile>

#include <mutex>

namespace Demo {

// Writes each exchange as one line of JSON, for a judge that knows the vendor's contract. What
// proves an identity is left out.
class ExchangeRecorder
{
public:
    // Truncates the file. Returns false when it can't be written.
    [[nodiscard]] bool open(const QString &fileName);
    void record(const Request &request, const Answer &answer);

private:
    std::mutex m_mutex;
    QFile m_file;
};

} // namespace Demo
