// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <expected>
#include <memory>
#include <utility>

namespace Providers {

struct YamlNode;
using YamlValue = std::shared_ptr<const YamlNode>;

/// One value of a YAML document. Anchors and merge keys are resolved: an alias is the same object
/// as what it names. Every scalar is a text, as it is written.
struct YamlNode
{
    enum class Kind { Nothing, Text, List, Map };

    Kind kind = Kind::Nothing;
    QString text;
    QList<YamlValue> items;
    QList<std::pair<QString, YamlValue>> members; ///< each key once; of several the last

    /// Null where there is none.
    [[nodiscard]] YamlValue find(const QString &key) const;
};

/// Why a document was not read, and where, counted from 1.
struct YamlFault
{
    enum class Kind {
        Syntax, ///< it is no YAML
        TooDeep,
        TooMuch, ///< more values than any such file has, or than its aliases should make of it
        HoldsItself, ///< an alias inside of what it names
        Several, ///< more than one document
    };

    Kind kind = Kind::Syntax;
    int line = 0; ///< 0: not known
    int column = 0;
    QString message; ///< the parser's own words; English

    friend bool operator==(const YamlFault &, const YamlFault &) = default;
};

/// Reads the one document in it. Bounded in depth and number of values, whatever the aliases say.
[[nodiscard]] std::expected<YamlValue, YamlFault> readYaml(const QByteArray &bytes);

} // namespace Providers
