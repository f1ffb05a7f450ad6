// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one source that is compiled with exceptions: yaml-cpp throws. None leaves it.

#include "providers/openstack/openstackyaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <QHash>

#include <algorithm>
#include <exception>
#include <sstream>
#include <string>

using namespace Qt::StringLiterals;

namespace Providers {

namespace {

constexpr qsizetype deepest = 32;
constexpr qsizetype mostValues = 50'000;

struct LimitReached : std::exception
{
    LimitReached(YamlFault::Kind which, const YAML::Mark &where)
        : kind(which)
        , mark(where)
    {
    }

    YamlFault::Kind kind;
    YAML::Mark mark;
};

YamlFault yamlFault(YamlFault::Kind kind, const YAML::Mark &mark, const QString &message = {})
{
    YamlFault fault;
    fault.kind = kind;
    fault.message = message;
    if (!mark.is_null()) {
        fault.line = mark.line + 1;
        fault.column = mark.column + 1;
    }
    return fault;
}

/// Makes values of the parser's events. An alias shares the value that it names; merged members are
/// counted, so that no file makes more of itself than it may hold.
class YamlBuilder : public YAML::EventHandler
{
public:
    [[nodiscard]] YamlValue root() const
    {
        return m_root ? m_root : std::make_shared<const YamlNode>();
    }

    void OnDocumentStart(const YAML::Mark &) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        add(mark, anchor, YamlNode());
    }

    void OnScalar(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        YamlNode node;
        node.kind = YamlNode::Kind::Text;
        node.text = QString::fromStdString(value);
        add(mark, anchor, std::move(node));
    }

    void OnAlias(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        const YamlValue value = m_anchors.value(anchor);
        if (!value) {
            throw LimitReached(YamlFault::Kind::HoldsItself, mark);
        }
        count(mark, 1);
        place(value);
    }

    void OnSequenceStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override
    {
        open(mark, anchor, YamlNode::Kind::List);
    }

    void OnMapStart(const YAML::Mark &mark, const std::string &, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override
    {
        open(mark, anchor, YamlNode::Kind::Map);
    }

    void OnSequenceEnd() override { close(); }

    void OnMapEnd() override
    {
        merge(m_open.last());
        close();
    }

private:
    /// A list or map that is not whole yet.
    struct Open
    {
        YamlNode node;
        YAML::anchor_t anchor = YAML::NullAnchor;
        YAML::Mark mark;
        QString key; ///< of a map: waits for its value
        bool hasKey = false;
        QList<YamlValue> merged; ///< what stands under "<<"
    };

    void count(const YAML::Mark &mark, qsizetype more)
    {
        m_values += more;
        if (m_values > mostValues) {
            throw LimitReached(YamlFault::Kind::TooMuch, mark);
        }
    }

    void add(const YAML::Mark &mark, YAML::anchor_t anchor, YamlNode node)
    {
        count(mark, 1);
        finish(anchor, std::move(node));
    }

    void finish(YAML::anchor_t anchor, YamlNode node)
    {
        const auto value = std::make_shared<const YamlNode>(std::move(node));
        if (anchor != YAML::NullAnchor) {
            m_anchors.insert(anchor, value);
        }
        place(value);
    }

    void open(const YAML::Mark &mark, YAML::anchor_t anchor, YamlNode::Kind kind)
    {
        count(mark, 1);
        if (m_open.size() >= deepest) {
            throw LimitReached(YamlFault::Kind::TooDeep, mark);
        }
        Open opened;
        opened.node.kind = kind;
        opened.anchor = anchor;
        opened.mark = mark;
        m_open.append(opened);
    }

    void close()
    {
        Open closed = m_open.takeLast();
        finish(closed.anchor, std::move(closed.node));
    }

    void place(const YamlValue &value)
    {
        if (m_open.isEmpty()) {
            m_root = value;
            return;
        }
        Open &parent = m_open.last();
        if (parent.node.kind == YamlNode::Kind::List) {
            parent.node.items.append(value);
        } else if (!parent.hasKey) {
            parent.hasKey = true;
            parent.key = value->text;
        } else {
            parent.hasKey = false;
            putMember(parent, value);
        }
    }

    static void putMember(Open &parent, const YamlValue &value)
    {
        if (parent.key == "<<"_L1) {
            parent.merged.append(value);
            return;
        }
        // Looked up among all only when the map is whole, or a long one would take for ever.
        parent.node.members.emplaceBack(parent.key, value);
    }

    /// A map's own members first, then those of the first map that is merged in, and so on.
    void merge(Open &map)
    {
        QHash<QString, qsizetype> known;
        QList<std::pair<QString, YamlValue>> members;
        for (const auto &[key, value] : std::as_const(map.node.members)) {
            if (const auto at = known.constFind(key); at != known.cend()) {
                members[*at].second = value;
            } else {
                known.insert(key, members.size());
                members.emplaceBack(key, value);
            }
        }
        for (const YamlValue &sources : std::as_const(map.merged)) {
            const QList<YamlValue> maps =
                sources->kind == YamlNode::Kind::List ? sources->items : QList{sources};
            for (const YamlValue &source : maps) {
                count(map.mark, source->members.size());
                for (const auto &[key, value] : source->members) {
                    if (!known.contains(key)) {
                        known.insert(key, members.size());
                        members.emplaceBack(key, value);
                    }
                }
            }
        }
        map.node.members = members;
    }

    YamlValue m_root;
    QList<Open> m_open;
    QHash<YAML::anchor_t, YamlValue> m_anchors;
    qsizetype m_values = 0;
};

} // namespace

YamlValue YamlNode::find(const QString &key) const
{
    const auto found = std::ranges::find(members, key, &std::pair<QString, YamlValue>::first);
    return found == members.end() ? nullptr : found->second;
}

std::expected<YamlValue, YamlFault> readYaml(const QByteArray &bytes)
{
    try {
        std::istringstream input(bytes.toStdString());
        YAML::Parser parser(input);
        YamlBuilder builder;
        parser.HandleNextDocument(builder);
        YamlValue root = builder.root();
        YamlBuilder further;
        if (parser.HandleNextDocument(further)) {
            return std::unexpected(yamlFault(YamlFault::Kind::Several, YAML::Mark::null_mark()));
        }
        return root;
    } catch (const YAML::Exception &exception) {
        return std::unexpected(yamlFault(YamlFault::Kind::Syntax, exception.mark,
                                         QString::fromStdString(exception.msg)));
    } catch (const LimitReached &reached) {
        return std::unexpected(yamlFault(reached.kind, reached.mark));
    } catch (const std::exception &exception) {
        return std::unexpected(yamlFault(YamlFault::Kind::Syntax, YAML::Mark::null_mark(),
                                         QString::fromUtf8(exception.what())));
    }
}

} // namespace Providers
