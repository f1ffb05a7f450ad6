// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/profilereader.h"

#include "net/baseurl.h"
#include "providers/profilefields.h"
#include "providers/profileprices.h"
#include "providers/repeatedmember.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Providers {

namespace {

class ProfileText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileReader)
};

constexpr int profileVersion = 1;
constexpr qsizetype longestId = 40;
constexpr qsizetype longestProfileName = 60;
constexpr qsizetype longestSymbol = 6;
constexpr qsizetype longestHelp = 600;
constexpr qsizetype mostAddresses = 8;
constexpr qsizetype mostLanguages = 60;

/// What is wrong with the address of an API; empty: nothing.
QString addressProblem(const QUrl &url)
{
    const bool isHttp = url.scheme() == "http"_L1;
    if (!url.isValid() || url.host().isEmpty()) {
        return ProfileText::tr("This is not a complete web address, such as "
                               "https://api.example.com/v1.");
    }
    if (url.scheme() != "https"_L1 && !isHttp) {
        return ProfileText::tr("It must begin with https://.");
    }
    if (isHttp && !Net::isLoopback(url.host())) {
        return ProfileText::tr("It must begin with https://, or others could read the token on its "
                               "way. Only an address on this computer may begin with http://.");
    }
    if (!url.userInfo().isEmpty()) {
        return ProfileText::tr("It must hold no user name and no password: a profile is no place "
                               "for secrets.");
    }
    if (url.hasQuery() || url.hasFragment()) {
        return ProfileText::tr("It must hold no “?” and no “#”.");
    }
    return {};
}

QUrl withoutSlashAtEnd(QUrl url)
{
    QString path = url.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path);
    return url;
}

QList<QUrl> readAddresses(const ProfileFields &fields)
{
    const QString key = u"baseUrls"_s;
    const std::optional<QJsonValue> value = fields.find(key, Need::Required);
    if (!value) {
        return {};
    }
    const QJsonArray array = value->toArray();
    if (!value->isArray() || array.size() > mostAddresses) {
        fields.reject(key,
                      ProfileText::tr("It must be a list of at most %n addresses, in square "
                                      "brackets. It may be empty: the person types one then.",
                                      nullptr, static_cast<int>(mostAddresses)));
        return {};
    }
    QList<QUrl> addresses;
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString place = u"%1[%2]"_s.arg(key).arg(i);
        const QString text = array.at(i).toString();
        QUrl url(text, QUrl::StrictMode);
        if (!array.at(i).isString() || text.size() > longestAddress) {
            fields.reject(place,
                          ProfileText::tr("It must be an address in quotation marks, of at most "
                                          "%n characters.",
                                          nullptr, static_cast<int>(longestAddress)));
            continue;
        }
        const QString problem = addressProblem(url);
        const QUrl clean = withoutSlashAtEnd(url.adjusted(QUrl::NormalizePathSegments));
        if (!problem.isEmpty()) {
            fields.reject(place, problem);
        } else if (addresses.contains(clean)) {
            fields.reject(place, ProfileText::tr("This address is in the list already."));
        } else {
            addresses.append(clean);
        }
    }
    return addresses;
}

Domain::ProfileTexts readTexts(const ProfileFields &fields)
{
    const QString token = u"tokenHelp"_s;
    const QString noApi = u"noApiHelp"_s;
    const QString address = u"addressHelp"_s;
    fields.allowOnly({token, noApi, address});
    Domain::ProfileTexts texts;
    texts.tokenHelp = fields.text(token, Need::Required, longestHelp);
    texts.noApiHelp = fields.text(noApi, Need::Optional, longestHelp);
    texts.addressHelp = fields.text(address, Need::Optional, longestHelp);
    return texts;
}

QHash<QString, Domain::ProfileTexts> readLanguages(const ProfileFields &fields)
{
    static const QRegularExpression language(u"\\A[a-z]{2,3}(_[A-Z]{2})?\\z"_s);
    const QString key = u"texts"_s;
    const std::optional<QJsonValue> value = fields.find(key, Need::Required);
    if (!value) {
        return {};
    }
    const QJsonObject object = value->toObject();
    if (!value->isObject() || object.size() > mostLanguages) {
        fields.reject(key,
                      ProfileText::tr("It must be an object with one member for each language, at "
                                      "most %n.",
                                      nullptr, static_cast<int>(mostLanguages)));
        return {};
    }
    if (!object.contains("en"_L1)) {
        fields.reject(key + u".en"_s,
                      ProfileText::tr("English is missing: it is shown where a person's language "
                                      "is not among the texts."));
    }
    const ProfileFields languages = fields.object(key);
    QHash<QString, Domain::ProfileTexts> texts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!language.match(it.key()).hasMatch()) {
            languages.reject(shownWord(it.key()),
                             ProfileText::tr("This is no code of a language, such as en, my or "
                                             "pt_BR."));
        } else if (!it->isObject()) {
            languages.reject(it.key(), ProfileText::tr("It must be an object."));
        } else {
            texts.insert(it.key(), readTexts(languages.object(it.key())));
        }
    }
    return texts;
}

void checkVersion(const ProfileFields &fields)
{
    const QString key = u"version"_s;
    const std::optional<QJsonValue> value = fields.find(key, Need::Required);
    if (!value || (value->isDouble() && value->toDouble() == profileVersion)) {
        return;
    }
    fields.reject(
        key,
        value->isDouble() && value->toDouble() > profileVersion
            ? ProfileText::tr("This Snapdeck reads version %1 of the format only. A newer "
                              "one may read this file.")
                  .arg(profileVersion)
            : ProfileText::tr("It must be the number %1.").arg(profileVersion));
}

void readCurrency(const ProfileFields &fields, Domain::Profile &profile)
{
    const QString symbol = u"currencySymbol"_s;
    profile.currency =
        fields.word(u"currency"_s, Need::Optional, currencyPattern(), currencyForm());
    profile.currencySymbol = fields.text(symbol, Need::Optional, longestSymbol);
    if (!profile.currencySymbol.isEmpty() && !fields.json().contains("currency"_L1)) {
        fields.reject(symbol, ProfileText::tr("A symbol needs the field currency beside it."));
    }
}

Domain::Profile readWhole(const ProfileFields &fields)
{
    const QString word = u"[a-z0-9-]{1,%1}"_s.arg(longestId);
    const QString form = ProfileText::tr("It may hold small letters a to z, digits and hyphens, at "
                                         "most %n characters.",
                                         nullptr, static_cast<int>(longestId));
    checkVersion(fields);
    Domain::Profile profile;
    profile.id = fields.word(u"id"_s, Need::Required, word, form);
    profile.name = fields.text(u"name"_s, Need::Required, longestProfileName);
    profile.provider = fields.word(u"provider"_s, Need::Required, word, form);
    profile.baseUrls = readAddresses(fields);
    readCurrency(fields, profile);
    profile.helpUrl = fields.page(u"helpUrl"_s, Need::Optional);
    profile.texts = readLanguages(fields);
    profile.prices = readPrices(fields);
    fields.allowOnly({u"version"_s, u"id"_s, u"name"_s, u"provider"_s, u"baseUrls"_s, u"currency"_s,
                      u"currencySymbol"_s, u"helpUrl"_s, u"texts"_s, u"prices"_s});
    return profile;
}

QString placeOf(const QByteArray &json, qsizetype offset)
{
    const QByteArray before = json.first(std::clamp<qsizetype>(offset, 0, json.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const qsizetype column = QString::fromUtf8(before.sliced(lineStart)).size() + 1;
    return ProfileText::tr("line %1, column %2").arg(before.count('\n') + 1).arg(column);
}

/// Where the document stops being JSON. Qt tells most faults from behind the character at fault,
/// and from behind the blanks that follow a bracket.
qsizetype faultOffset(const QByteArray &json, const QJsonParseError &error)
{
    if (error.error == QJsonParseError::GarbageAtEnd
        || error.error == QJsonParseError::IllegalUTF8String) {
        return error.offset;
    }
    qsizetype at = std::clamp<qsizetype>(error.offset - 1, 0, json.size() - 1);
    while (at > 0 && QChar::isSpace(uchar(json.at(at)))) {
        --at;
    }
    const bool isCutOff = error.offset >= json.size() && json.at(at) != '}' && json.at(at) != ']';
    return isCutOff ? at + 1 : at;
}

} // namespace

std::unexpected<QList<ProfileProblem>> profileProblem(const QString &reason)
{
    return std::unexpected(QList<ProfileProblem>{{QString(), reason}});
}

ProfileResult<Domain::Profile> readProfile(const QByteArray &json)
{
    if (json.size() > largestProfile) {
        return profileProblem(ProfileText::tr("It is larger than %1 KB, and so no profile.")
                                  .arg(largestProfile / 1024));
    }
    if (json.trimmed().isEmpty()) {
        return profileProblem(ProfileText::tr("It is empty."));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return std::unexpected(QList<ProfileProblem>{
            {placeOf(json, faultOffset(json, error)),
             ProfileText::tr("The file is no valid JSON here: %1.").arg(error.errorString())}});
    }
    if (!document.isObject()) {
        return profileProblem(
            ProfileText::tr("It is JSON, but no profile: a profile is one object in braces."));
    }
    if (const std::optional<RepeatedMember> repeated = findRepeatedMember(json)) {
        return std::unexpected(QList<ProfileProblem>{
            {placeOf(json, repeated->offset),
             ProfileText::tr("The field “%1” is there twice.").arg(shownWord(repeated->name))}});
    }
    QList<ProfileProblem> problems;
    Domain::Profile profile = readWhole(ProfileFields(document.object(), {}, problems));
    if (!problems.isEmpty()) {
        return std::unexpected(problems);
    }
    return profile;
}

QStringList problemLines(const QList<ProfileProblem> &problems)
{
    QStringList lines;
    for (const ProfileProblem &problem : problems) {
        lines.append(problem.place.isEmpty()
                         ? problem.reason
                         : ProfileText::tr("%1: %2", "place in a file and what is wrong there")
                               .arg(problem.place, problem.reason));
    }
    return lines;
}

} // namespace Providers
