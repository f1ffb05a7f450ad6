// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace Demo {

/// An exchange with the real services, and how an answer of ours compares with what they answered.
class CapturedExchange
{
public:
    explicit CapturedExchange(const QString &name)
    {
        QFile file(QStringLiteral(SOURCE_ROOT "/tests/demo/data/openstack/%1.json").arg(name));
        if (file.open(QIODevice::ReadOnly)) {
            m_whole = QJsonDocument::fromJson(file.readAll()).object();
        }
    }

    [[nodiscard]] bool isThere() const { return !m_whole.isEmpty(); }
    [[nodiscard]] QByteArray method() const { return request(u"method").toString().toLatin1(); }
    [[nodiscard]] QString header(QStringView name) const
    {
        return request(u"headers")[name].toString();
    }
    [[nodiscard]] QString answeredHeader(QStringView name) const
    {
        return m_whole[u"response"][u"headers"][name].toString();
    }
    [[nodiscard]] int status() const { return m_whole[u"response"][u"status"].toInt(); }
    [[nodiscard]] QJsonValue answer() const { return m_whole[u"response"][u"body"]; }

    /// Below our listener: each of the real services had a port of its own.
    [[nodiscard]] QString path() const
    {
        QString url = request(u"url").toString();
        const QList<std::pair<QString, QString>> services{
            {QStringLiteral("15000"), QStringLiteral("/identity")},
            {QStringLiteral("18776"), QStringLiteral("/volume")},
            {QStringLiteral("18774"), QStringLiteral("/compute")},
            {QStringLiteral("19292"), QStringLiteral("/image")}};
        for (const auto &[port, service] : services) {
            url.replace(QStringLiteral("http://127.0.0.1:") + port, service);
        }
        return url;
    }
    [[nodiscard]] QString body() const
    {
        const QJsonValue body = request(u"body");
        return body.isObject() || body.isArray()
            ? QString::fromUtf8(QJsonDocument::fromVariant(body.toVariant()).toJson())
            : body.toString();
    }

    /// Ids, times, numbers and places are not the same; all else of a refusal is.
    [[nodiscard]] static QString general(const QJsonValue &refusal)
    {
        static const QList<std::pair<QRegularExpression, QString>> particulars{
            {QRegularExpression(QStringLiteral("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")),
             QStringLiteral("ID")},
            {QRegularExpression(QStringLiteral("[0-9a-f]{32}")), QStringLiteral("ID")},
            {QRegularExpression(QStringLiteral("\\d+")), QStringLiteral("N")}};
        QString text = QString::fromUtf8(QJsonDocument(refusal.toObject()).toJson());
        for (const auto &[pattern, word] : particulars) {
            text.replace(pattern, word);
        }
        return text;
    }

    /// What is in one and not in the other, or of another type; empty where there is nothing. What
    /// is null may be anything, and of lists the first entries count.
    [[nodiscard]] static QString difference(const QJsonValue &theirs, const QJsonValue &ours,
                                            const QString &where = {})
    {
        if (theirs.isNull() || ours.isNull() || isParticular(where)) {
            return {};
        }
        if (theirs.type() != ours.type()) {
            return where + QStringLiteral(" is of another type");
        }
        if (theirs.isArray() && !theirs.toArray().isEmpty() && !ours.toArray().isEmpty()) {
            return difference(theirs[0], ours[0], where + QStringLiteral("[]"));
        }
        return theirs.isObject() ? differenceOf(theirs.toObject(), ours.toObject(), where)
                                 : QString();
    }

private:
    [[nodiscard]] QJsonValue request(QStringView member) const
    {
        return m_whole[u"request"][member];
    }

    /// What people fill in, what a cloud without networks lacks, and what a stopped server does.
    [[nodiscard]] static bool isParticular(const QString &where)
    {
        static const QRegularExpression particular(QStringLiteral(
            "(metadata|addresses|progress|security_groups|purpose|os_distro|architecture|by|"
            "default_project_id)\\z"));
        return particular.match(where).hasMatch();
    }

    [[nodiscard]] static QString differenceOf(const QJsonObject &theirs, const QJsonObject &ours,
                                              const QString &where)
    {
        QStringList keys = theirs.keys() + ours.keys();
        keys.removeDuplicates();
        for (const QString &key : std::as_const(keys)) {
            const QString below = where + u'.' + key;
            if (!isParticular(below) && theirs.contains(key) != ours.contains(key)) {
                return below
                    + (ours.contains(key) ? QStringLiteral(" is too much")
                                          : QStringLiteral(" is missing"));
            }
            const QString deeper = difference(theirs.value(key), ours.value(key), below);
            if (!deeper.isEmpty()) {
                return deeper;
            }
        }
        return {};
    }

    QJsonObject m_whole;
};

} // namespace Demo
