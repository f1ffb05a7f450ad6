// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/hetzner/entities.h"

#include <expected>
#include <vector>

namespace Demo::Hetzner {

// Reads "key=value,key=value", for data of our own.
[[nodiscard]] Labels labelsFrom(const QString &text);
// The vendor's rules for keys and values; the keys it keeps for itself are refused too.
[[nodiscard]] bool isLabelKey(const QString &key);
[[nodiscard]] bool isLabelValue(const QString &value);

// A condition on labels: "k=v", "k==v", "k!=v", "k", "!k", "k in (a,b)", "k notin (a,b)", joined by
// commas.
class LabelSelector
{
public:
    // Nothing when the text is not a selector.
    [[nodiscard]] static std::optional<LabelSelector> parse(const QString &text);
    [[nodiscard]] bool matches(const Labels &labels) const;

private:
    enum class Relation { Has, HasNot, In, NotIn };
    struct Term
    {
        QString key;
        Relation relation = Relation::Has;
        QStringList values;
    };
    [[nodiscard]] static std::optional<Term> parseTerm(const QString &text);
    [[nodiscard]] static bool matches(const Term &term, const Labels &labels);

    std::vector<Term> m_terms;
};

} // namespace Demo::Hetzner
