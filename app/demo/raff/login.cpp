// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/login.h"

#include "demo/raff/fields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

const qsizetype shortestPassword = 12;
const qsizetype longestPassword = 200;
const qsizetype fewestOfAKind = 2;

bool isUpper(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isSign(QChar c)
{
    return u"@+-_.,!"_s.contains(c);
}

bool isOfPasswords(QChar c)
{
    return isUpper(c) || isDigit(c) || isSign(c) || (c >= u'a' && c <= u'z');
}

bool isStrong(const QString &password)
{
    return password.size() >= shortestPassword && std::ranges::all_of(password, isOfPasswords)
        && std::ranges::count_if(password, isUpper) >= fewestOfAKind
        && std::ranges::count_if(password, isDigit) >= fewestOfAKind
        && std::ranges::any_of(password, isSign);
}

// "ssh-ed25519 AAAA.. somebody@somewhere": whose it is may be left out.
bool isPublicKey(const QString &line)
{
    static const QStringList kinds{u"ssh-ed25519"_s,
                                   u"ssh-rsa"_s,
                                   u"ecdsa-sha2-nistp256"_s,
                                   u"ecdsa-sha2-nistp384"_s,
                                   u"ecdsa-sha2-nistp521"_s,
                                   u"sk-ssh-ed25519@openssh.com"_s,
                                   u"sk-ecdsa-sha2-nistp256@openssh.com"_s};
    const QStringList parts = line.trimmed().split(u' ', Qt::SkipEmptyParts);
    if (parts.size() < 2 || !kinds.contains(parts.at(0)) || line.trimmed().contains(u'\n')) {
        return false;
    }
    const auto key = QByteArray::fromBase64Encoding(parts.at(1).toLatin1(),
                                                    QByteArray::AbortOnBase64DecodingErrors);
    return key && !key.decoded.isEmpty();
}

} // namespace

void checkLogin(Fields &fields, Login login)
{
    const bool hasPassword = fields.has(u"password"_s);
    if (hasPassword && !isStrong(fields.text(u"password"_s, longestPassword))) {
        fields.reject(u"password is too weak"_s);
    }
    if (login == Login::Password) {
        if (!hasPassword) {
            fields.reject(u"password is required for Windows"_s);
        }
        return;
    }
    const QStringList keys =
        fields.has(u"ssh_keys"_s) ? fields.texts(u"ssh_keys"_s) : QStringList();
    if (!std::ranges::all_of(keys, isPublicKey)) {
        fields.reject(u"ssh_keys holds no valid public key"_s);
    }
    if (!hasPassword && keys.isEmpty()) {
        fields.reject(u"ssh_keys or password is required"_s);
    }
}

} // namespace Demo::Raff
