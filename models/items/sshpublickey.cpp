// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/sshpublickey.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace Items {

using namespace Qt::StringLiterals;

namespace {

class SshKeyWords
{
    Q_DECLARE_TR_FUNCTIONS(SshPublicKey)
};

constexpr std::array keyKinds{"ssh-ed25519"_L1,
                              "ssh-rsa"_L1,
                              "ecdsa-sha2-nistp256"_L1,
                              "ecdsa-sha2-nistp384"_L1,
                              "ecdsa-sha2-nistp521"_L1,
                              "sk-ssh-ed25519@openssh.com"_L1,
                              "sk-ecdsa-sha2-nistp256@openssh.com"_L1};

bool isKind(QStringView word)
{
    return std::ranges::any_of(keyKinds, [word](QLatin1StringView kind) { return word == kind; });
}

/// What a key begins with once it is decoded: its kind, after the length of that.
bool namesItsKind(const QByteArray &key, const QByteArray &kind)
{
    constexpr qsizetype lengthSize = 4;
    return key.size() > lengthSize + kind.size()
        && qFromBigEndian<quint32>(key.constData()) == quint32(kind.size())
        && key.sliced(lengthSize, kind.size()) == kind;
}

QString notAKeyText()
{
    return SshKeyWords::tr("This is not a public SSH key. It is one line that begins with a word "
                           "like ssh-ed25519, mostly in a file whose name ends in .pub.");
}

} // namespace

bool isPrivateKey(const QString &text)
{
    // Every PEM form has the two words: "BEGIN OPENSSH PRIVATE KEY", "BEGIN RSA PRIVATE KEY" ...
    return text.contains("PRIVATE KEY"_L1, Qt::CaseInsensitive)
        || text.contains("PuTTY-User-Key-File"_L1, Qt::CaseInsensitive);
}

QString privateKeyText()
{
    return SshKeyWords::tr("That was a private key: it was not kept and goes nowhere. Paste the "
                           "public one, mostly in a file whose name ends in .pub.");
}

QString sshKeyProblem(const QString &text)
{
    const QString key = text.trimmed();
    if (key.isEmpty()) {
        return SshKeyWords::tr("A public SSH key is needed.");
    }
    if (isPrivateKey(key)) {
        return privateKeyText();
    }
    static const QRegularExpression blanks(u"\\s+"_s);
    const QStringList words = key.split(blanks);
    if (!isKind(words.constFirst())) {
        return notAKeyText();
    }
    if (std::ranges::count_if(words, &isKind) > 1 || key.contains(u'\n')) {
        return SshKeyWords::tr("Only one key can be given.");
    }
    if (words.size() < 2) {
        return SshKeyWords::tr("The key is cut off: its long middle part is missing.");
    }
    const auto decoded = QByteArray::fromBase64Encoding(words.at(1).toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !namesItsKind(decoded.decoded, words.constFirst().toLatin1())) {
        return SshKeyWords::tr("The key is damaged or cut off. Copy the whole line again.");
    }
    return {};
}

} // namespace Items
