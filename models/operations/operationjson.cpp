// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/operationjson.h"

#include "operations/enumwords.h"

#include <QJsonArray>
#include <QTimeZone>

#include <array>
#include <concepts>
#include <type_traits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Operations {

using namespace Domain;

namespace {

template <class Archive, class Value>
using Described = std::conditional_t<Archive::reads, Value, const Value>;

template <class Value>
concept Enumeration = std::is_enum_v<Value>;

class JsonWriter
{
public:
    static constexpr bool reads = false;

    void field(QLatin1StringView key, const QString &value)
    {
        if (!value.isEmpty()) {
            json.insert(key, value);
        }
    }
    void field(QLatin1StringView key, int value) { json.insert(key, value); }
    void field(QLatin1StringView key, bool value)
    {
        if (value) {
            json.insert(key, true);
        }
    }
    /// As text: a number of JSON holds 53 bits.
    void field(QLatin1StringView key, qint64 value) { json.insert(key, QString::number(value)); }
    void field(QLatin1StringView key, const QDateTime &value)
    {
        field(key, value.toUTC().toString(Qt::ISODateWithMs));
    }
    template <Enumeration Value>
    void field(QLatin1StringView key, const Value &value)
    {
        json.insert(key, wordOf(value));
    }
    /// For what came in later: entries from before it don't have it.
    template <Enumeration Value>
    void laterField(QLatin1StringView key, const Value &value)
    {
        if (value != Value()) {
            field(key, value);
        }
    }
    template <class Tag>
    void field(QLatin1StringView key, const Id<Tag> &value)
    {
        field(key, value.value);
    }
    template <class Value>
    void field(QLatin1StringView key, const std::optional<Value> &value)
    {
        if (value) {
            field(key, *value);
        }
    }
    template <class Value>
    void field(QLatin1StringView key, const QList<Value> &values)
    {
        QJsonArray array;
        for (const Value &value : values) {
            array.append(written(value));
        }
        json.insert(key, array);
    }
    template <class Value>
    void field(QLatin1StringView key, const Value &value)
    {
        json.insert(key, written(value));
    }

    template <class Value>
    static QJsonObject written(const Value &value);

    QJsonObject json;
};

/// What is missing stays as it is made; what means nothing is told by name.
class JsonReader
{
public:
    static constexpr bool reads = true;

    JsonReader(QJsonObject object, QStringList &problems)
        : m_json(std::move(object))
        , m_problems(problems)
    {
    }

    [[nodiscard]] bool has(QLatin1StringView key) const { return m_json.contains(key); }
    void reject(QLatin1StringView key) { m_problems.append(key); }

    void field(QLatin1StringView key, QString &value) { value = text(key); }
    void field(QLatin1StringView key, int &value)
    {
        const QJsonValue number = m_json.value(key);
        // No int is what stands in for it.
        require(!has(key) || number.toInt(0) == number.toInt(1), key);
        value = number.toInt(value);
    }
    void field(QLatin1StringView key, bool &value)
    {
        require(!has(key) || m_json.value(key).isBool(), key);
        value = m_json.value(key).toBool();
    }
    void field(QLatin1StringView key, qint64 &value)
    {
        bool isNumber = false;
        value = text(key).toLongLong(&isNumber);
        require(isNumber, key);
    }
    void field(QLatin1StringView key, QDateTime &value)
    {
        if (has(key)) {
            value = QDateTime::fromString(text(key), Qt::ISODateWithMs).toUTC();
            // Other years can't be written.
            require(value.isValid() && value.date().year() > 0 && value.date().year() < 10'000,
                    key);
        }
    }
    template <Enumeration Value>
    void field(QLatin1StringView key, Value &value)
    {
        const std::optional<Value> known = fromWord<Value>(text(key));
        require(known.has_value(), key);
        value = known.value_or(value);
    }
    template <Enumeration Value>
    void laterField(QLatin1StringView key, Value &value)
    {
        if (has(key)) {
            field(key, value);
        }
    }
    template <class Tag>
    void field(QLatin1StringView key, Id<Tag> &value)
    {
        field(key, value.value);
    }
    template <class Value>
    void field(QLatin1StringView key, std::optional<Value> &value)
    {
        if (has(key)) {
            field(key, value.emplace());
        }
    }
    /// An empty one is not written.
    template <class Tag>
    void field(QLatin1StringView key, std::optional<Id<Tag>> &value)
    {
        if (const Id<Tag> id{text(key)}; !id.isEmpty()) {
            value = id;
        }
    }
    template <class Value>
    void field(QLatin1StringView key, QList<Value> &values)
    {
        require(m_json.value(key).isArray(), key);
        const QJsonArray array = m_json.value(key).toArray();
        for (const auto &one : array) {
            require(one.isObject(), key);
            read(one.toObject(), values.emplaceBack());
        }
    }
    template <class Value>
    void field(QLatin1StringView key, Value &value)
    {
        require(m_json.value(key).isObject(), key);
        read(m_json.value(key).toObject(), value);
    }

private:
    void require(bool isGood, QLatin1StringView key)
    {
        if (!isGood) {
            reject(key);
        }
    }
    [[nodiscard]] QString text(QLatin1StringView key)
    {
        require(!has(key) || m_json.value(key).isString(), key);
        return m_json.value(key).toString();
    }
    template <class Value>
    void read(const QJsonObject &object, Value &value);

    QJsonObject m_json;
    QStringList &m_problems;
};

// One list of fields for both ways, so that writing and reading can't differ.

template <class Archive>
void describe(Archive &archive, Described<Archive, ResourceKey> &key)
{
    archive.field("account"_L1, key.account);
    archive.field("kind"_L1, key.kind);
    archive.field("id"_L1, key.id);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, SnapshotKey> &key)
{
    archive.field("account"_L1, key.account);
    archive.field("kind"_L1, key.kind);
    archive.field("id"_L1, key.id);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, TakeSnapshot> &take)
{
    archive.field("source"_L1, take.source);
    archive.field("name"_L1, take.name);
    archive.field("marker"_L1, take.marker);
    archive.field("not_before"_L1, take.notBefore);
    archive.field("project"_L1, take.project);
    archive.field("location"_L1, take.location);
    archive.field("plan"_L1, take.plan);
    archive.field("billing_cycle"_L1, take.billingCycle);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, RollBack> &rollback)
{
    archive.field("target"_L1, rollback.target);
    archive.field("snapshot"_L1, rollback.snapshot);
    archive.field("not_before"_L1, rollback.notBefore);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, RemoveSnapshot> &remove)
{
    archive.field("snapshot"_L1, remove.snapshot);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, RenameSnapshot> &rename)
{
    archive.field("snapshot"_L1, rename.snapshot);
    archive.field("name"_L1, rename.name);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, ProtectSnapshot> &protect)
{
    archive.field("snapshot"_L1, protect.snapshot);
    archive.field("protection"_L1, protect.protection);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, SetPower> &power)
{
    archive.field("server"_L1, power.server);
    archive.field("action"_L1, power.action);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, SaveImage> &image)
{
    archive.field("snapshot"_L1, image.snapshot);
    archive.field("source"_L1, image.source);
    archive.field("name"_L1, image.name);
    archive.field("not_before"_L1, image.notBefore);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, CreateServer> &create)
{
    archive.field("snapshot"_L1, create.snapshot);
    archive.field("image"_L1, create.image);
    archive.field("name"_L1, create.name);
    archive.field("type"_L1, create.type);
    archive.field("location"_L1, create.location);
    archive.field("project"_L1, create.project);
    archive.field("ssh_key"_L1, create.sshKey);
    archive.field("marker"_L1, create.marker);
    archive.field("not_before"_L1, create.notBefore);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, CreateVolume> &create)
{
    archive.field("snapshot"_L1, create.snapshot);
    archive.field("name"_L1, create.name);
    archive.field("size_bytes"_L1, create.sizeBytes);
    archive.field("location"_L1, create.location);
    archive.field("project"_L1, create.project);
    archive.field("marker"_L1, create.marker);
    archive.field("not_before"_L1, create.notBefore);
}

/// In the order of the variant: a request is the one field that it has of these.
constexpr std::array requestWords{"take"_L1,       "roll_back"_L1,     "remove"_L1,
                                  "rename"_L1,     "protect"_L1,       "power"_L1,
                                  "save_image"_L1, "create_server"_L1, "create_volume"_L1};
static_assert(requestWords.size() == std::variant_size_v<Request>);

void describe(JsonWriter &writer, const Request &request)
{
    std::visit([&](const auto &one) { writer.field(requestWords.at(request.index()), one); },
               request);
}

template <size_t... index>
void readRequest(JsonReader &reader, Request &request, std::index_sequence<index...>)
{
    const auto readOne = [&]<size_t one>(std::integral_constant<size_t, one>) {
        const QLatin1StringView word = requestWords.at(one);
        if (reader.has(word)) {
            reader.field(word, request.emplace<one>());
        }
        return reader.has(word);
    };
    if (!(readOne(std::integral_constant<size_t, index>()) || ...)) {
        reader.reject("request"_L1);
    }
}

void describe(JsonReader &reader, Request &request)
{
    readRequest(reader, request, std::make_index_sequence<std::variant_size_v<Request>>());
}

template <class Archive>
void describe(Archive &archive, Described<Archive, ErrorField> &field)
{
    archive.field("name"_L1, field.name);
    archive.field("message"_L1, field.message);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, Error> &error)
{
    archive.field("kind"_L1, error.kind);
    archive.field("message"_L1, error.message);
    archive.field("http_status"_L1, error.httpStatus);
    archive.field("code"_L1, error.code);
    archive.field("request_id"_L1, error.requestId);
    archive.field("fields"_L1, error.fields);
    archive.field("effect"_L1, error.effect);
    archive.field("host"_L1, error.host);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, RemoteTask> &task)
{
    archive.field("id"_L1, task.id);
    archive.field("request"_L1, task.request);
    archive.field("made"_L1, task.made);
    archive.field("server"_L1, task.server);
    archive.field("volume"_L1, task.volume);
    archive.field("image"_L1, task.image);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, Step> &step)
{
    archive.field("request"_L1, step.request);
    archive.field("role"_L1, step.role);
    archive.field("state"_L1, step.state);
    archive.field("runs_after_failure"_L1, step.runsAfterFailure);
    archive.field("task"_L1, step.task);
    archive.field("percent"_L1, step.percent);
    archive.field("started"_L1, step.started);
    archive.field("ended"_L1, step.ended);
    archive.field("request_id"_L1, step.requestId);
}

template <class Archive>
void describe(Archive &archive, Described<Archive, Operation> &operation)
{
    archive.field("id"_L1, operation.id);
    archive.field("kind"_L1, operation.kind);
    archive.field("account"_L1, operation.account);
    archive.field("resource"_L1, operation.resource);
    archive.field("resource_name"_L1, operation.resourceName);
    archive.field("snapshot"_L1, operation.snapshot);
    archive.field("snapshot_name"_L1, operation.snapshotName);
    archive.field("snapshot_created"_L1, operation.snapshotCreated);
    archive.field("size_bytes"_L1, operation.sizeBytes);
    archive.field("keep_until"_L1, operation.keepUntil);
    archive.field("state"_L1, operation.state);
    archive.laterField("hold"_L1, operation.hold);
    archive.field("held_until"_L1, operation.heldUntil);
    archive.field("steps"_L1, operation.steps);
    archive.field("current"_L1, operation.current);
    archive.field("started"_L1, operation.started);
    archive.field("ended"_L1, operation.ended);
    archive.field("error"_L1, operation.error);
    archive.field("has_password"_L1, operation.hasPassword);
    archive.field("is_password_lost"_L1, operation.isPasswordLost);
}

template <class Value>
QJsonObject JsonWriter::written(const Value &value)
{
    JsonWriter one;
    describe(one, value);
    return one.json;
}

template <class Value>
void JsonReader::read(const QJsonObject &object, Value &value)
{
    JsonReader one(object, m_problems);
    describe(one, value);
}

/// Without these it can't go on; empty where they are there.
QString missingIn(const Operation &operation)
{
    if (operation.id.isEmpty()) {
        return u"id"_s;
    }
    if (operation.steps.isEmpty()) {
        return u"steps"_s;
    }
    const bool isStep = operation.current >= 0 && operation.current < operation.steps.size();
    return isStep ? QString() : u"current"_s;
}

} // namespace

QJsonObject toJson(const Operation &operation)
{
    return JsonWriter::written(operation);
}

Result<Operation> operationFromJson(const QJsonObject &json)
{
    QStringList problems;
    JsonReader reader(json, problems);
    Operation operation;
    describe(reader, operation);
    if (const QString missing = missingIn(operation); problems.isEmpty() && !missing.isEmpty()) {
        problems.append(missing);
    }
    if (problems.isEmpty()) {
        return operation;
    }
    Error error = failure(ErrorKind::StorageFailed,
                          u"an operation can't be read: "_s + problems.join(u", "_s))
                      .error();
    error.code = u"damaged"_s;
    return std::unexpected(error);
}

} // namespace Operations
