// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/labels.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

const int longestPrefix = 253;

bool isName(const QString &text)
{
    static const QRegularExpression name(u"\\A[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?\\z"_s);
    return name.match(text).hasMatch();
}

bool isPrefix(const QString &text)
{
    static const QRegularExpression dnsName(
        u"\\A[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\\z"_s);
    return text.size() <= longestPrefix && text != "hetzner.cloud"_L1
        && dnsName.match(text).hasMatch();
}

// Commas inside brackets do not end a term.
QStringList splitTerms(const QString &text)
{
    static const QRegularExpression term(u"(?:[^,(]|\\([^)]*\\))+"_s);
    QStringList terms;
    for (auto match = term.globalMatch(text); match.hasNext();) {
        terms.append(match.next().captured().trimmed());
    }
    return terms;
}

} // namespace

Labels labelsFrom(const QString &text)
{
    Labels labels;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString &label : parts) {
        labels.insert(label.section(u'=', 0, 0), label.section(u'=', 1));
    }
    return labels;
}

bool isLabelKey(const QString &key)
{
    const qsizetype slash = key.indexOf(u'/');
    if (slash < 0) {
        return isName(key);
    }
    return isPrefix(key.left(slash)) && isName(key.mid(slash + 1));
}

bool isLabelValue(const QString &value)
{
    return value.isEmpty() || isName(value);
}

std::optional<LabelSelector> LabelSelector::parse(const QString &text)
{
    LabelSelector selector;
    const QStringList parts = splitTerms(text);
    for (const QString &part : parts) {
        const std::optional<Term> term = parseTerm(part);
        if (!term) {
            return std::nullopt;
        }
        selector.m_terms.push_back(*term);
    }
    return selector;
}

std::optional<LabelSelector::Term> LabelSelector::parseTerm(const QString &text)
{
    static const QRegularExpression set(u"\\A(\\S+)\\s+(in|notin)\\s*\\(([^)]*)\\)\\z"_s);
    static const QRegularExpression equal(u"\\A([^=!\\s]+)\\s*(==|=|!=)\\s*([^=!\\s]*)\\z"_s);
    Term term;
    if (const auto found = set.match(text); found.hasMatch()) {
        const QStringList values = found.captured(3).split(u',');
        term.key = found.captured(1);
        term.relation = found.captured(2) == "in"_L1 ? Relation::In : Relation::NotIn;
        for (const QString &value : values) {
            term.values.append(value.trimmed());
        }
    } else if (const auto pair = equal.match(text); pair.hasMatch()) {
        term.key = pair.captured(1);
        term.relation = pair.captured(2) == "!="_L1 ? Relation::NotIn : Relation::In;
        term.values.append(pair.captured(3));
    } else if (text.startsWith(u'!')) {
        term.key = text.mid(1).trimmed();
        term.relation = Relation::HasNot;
    } else {
        term.key = text;
    }
    const bool isGood = isLabelKey(term.key) && std::ranges::all_of(term.values, isLabelValue);
    return isGood ? std::optional(term) : std::nullopt;
}

bool LabelSelector::matches(const Labels &labels) const
{
    return std::ranges::all_of(m_terms,
                               [&labels](const Term &term) { return matches(term, labels); });
}

bool LabelSelector::matches(const Term &term, const Labels &labels)
{
    const auto label = labels.constFind(term.key);
    const bool isThere = label != labels.cend();
    switch (term.relation) {
    case Relation::Has:
        return isThere;
    case Relation::HasNot:
        return !isThere;
    case Relation::In:
        return isThere && term.values.contains(*label);
    case Relation::NotIn:
        return !isThere || !term.values.contains(*label);
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace Demo::Hetzner
