// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Who may include whom. Qt modules by the first class that only they have would be guesswork, so
/// they are left to the linker; foreign libraries are named by the prefix of their headers.
struct Layer
{
    QString name;
    QString folder;
    QStringList mayUse;
    QStringList foreign;
};

QList<Layer> layers()
{
    return {
        {u"domain"_s, u"models/domain"_s, {}, {}},
        {u"storage"_s, u"models/storage"_s, {u"domain"_s}, {}},
        {u"net"_s, u"models/net"_s, {u"domain"_s}, {}},
        {u"providers"_s, u"models/providers"_s, {u"domain"_s, u"net"_s}, {u"yaml-cpp/"_s}},
        {u"accounts"_s, u"models/accounts"_s, {u"domain"_s}, {u"qt6keychain/"_s}},
        {u"inventory"_s, u"models/inventory"_s, {u"domain"_s, u"storage"_s}, {}},
        {u"operations"_s, u"models/operations"_s, {u"domain"_s, u"storage"_s}, {}},
        {u"pricing"_s, u"models/pricing"_s, {u"domain"_s, u"storage"_s}, {}},
        {u"items"_s, u"models/items"_s, {u"domain"_s, u"pricing"_s}, {u"K"_s}},
        {u"views"_s,
         u"views"_s,
         {u"domain"_s, u"items"_s, u"inventory"_s, u"operations"_s, u"pricing"_s, u"accounts"_s},
         {u"K"_s}},
        {u"demo"_s, u"app/demo"_s, {}, {u"httplib.h"_s}},
    };
}

QStringList sourcesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator it(QStringLiteral(SOURCE_ROOT "/") + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        files.append(it.next());
    }
    files.sort();
    return files;
}

QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList includesOf(const QString &text, QLatin1StringView quotes)
{
    static const QRegularExpression quoted(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s,
                                           QRegularExpression::MultilineOption);
    static const QRegularExpression angled(u"^\\s*#\\s*include\\s*<([^>]+)>"_s,
                                           QRegularExpression::MultilineOption);
    QStringList includes;
    QRegularExpressionMatchIterator it = (quotes == "\""_L1 ? quoted : angled).globalMatch(text);
    while (it.hasNext()) {
        includes.append(it.next().captured(1));
    }
    return includes;
}

/// Why the include is against the table; empty when it is not.
QString complaint(const Layer &layer, const QString &include)
{
    const QString top = include.section(u'/', 0, 0);
    if (!include.contains(u'/') || top == layer.name || include.endsWith(u".moc")) {
        return {};
    }
    if (top == "app"_L1 || top == "tests"_L1 || top == "support"_L1) {
        return u"%1 may not use %2"_s.arg(layer.name, include);
    }
    for (const Layer &other : layers()) {
        if (other.name == top && !layer.mayUse.contains(top)) {
            return u"%1 may not use %2"_s.arg(layer.name, include);
        }
    }
    return {};
}

QString foreignComplaint(const Layer &layer, const QString &include)
{
    static const QRegularExpression foreign(u"^(qt6keychain/|httplib\\.h|yaml-cpp/|K[A-Z])"_s);
    const QRegularExpressionMatch match = foreign.match(include);
    if (!match.hasMatch()) {
        return {};
    }
    for (const QString &allowed : layer.foreign) {
        if (include.startsWith(allowed)) {
            return {};
        }
    }
    return u"%1 may not use <%2>"_s.arg(layer.name, include);
}

} // namespace

class IncludesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFolderUsesOnlyWhatTheTableAllows_data()
    {
        QTest::addColumn<QString>("name");
        for (const Layer &layer : layers()) {
            QTest::addRow("%s", qPrintable(layer.name)) << layer.name;
        }
    }

    void everyFolderUsesOnlyWhatTheTableAllows()
    {
        QFETCH(QString, name);
        QStringList complaints;
        for (const Layer &layer : layers()) {
            if (layer.name != name) {
                continue;
            }
            for (const QString &path : sourcesBelow(layer.folder)) {
                const QString text = textOf(path);
                for (const QString &include : includesOf(text, "\""_L1)) {
                    complaints.append(complaint(layer, include));
                }
                for (const QString &include : includesOf(text, "<"_L1)) {
                    complaints.append(foreignComplaint(layer, include));
                }
            }
        }
        complaints.removeAll(QString());
        QCOMPARE(complaints.join(u'\n'), QString());
    }

    void theTableIsAbleToComplain()
    {
        const Layer items{u"items"_s, u"models/items"_s, {u"domain"_s, u"pricing"_s}, {u"K"_s}};
        QVERIFY(!complaint(items, u"net/httpclient.h"_s).isEmpty());
        QVERIFY(complaint(items, u"domain/money.h"_s).isEmpty());
        QVERIFY(!foreignComplaint(items, u"qt6keychain/keychain.h"_s).isEmpty());
        QVERIFY(!sourcesBelow(u"models/domain"_s).isEmpty());
    }

    void secretsAreOpenedOnlyWhereTheyLeave()
    {
        // Auth schemes put them on the wire, the keychain store keeps them, the draft check looks
        // at what was typed. Keystone takes them in a body, and its credential is several texts.
        const QStringList allowed{u"models/domain/secret.h"_s, u"models/net/authscheme.cpp"_s,
                                  u"models/accounts/keychaindesk.cpp"_s,
                                  u"models/accounts/accountdraft.cpp"_s,
                                  u"models/providers/openstack/openstackcredential.cpp"_s,
                                  u"models/providers/openstack/openstackkeystone.cpp"_s,
                                  // Several values become the one that is kept.
                                  u"models/providers/openstack/openstackforms.cpp"_s,
                                  // What a file held is put where a person can look at it.
                                  u"views/accounts/credentialrow.cpp"_s,
                                  // A server's new password is shown once.
                                  u"views/snapshots/passworddialog.cpp"_s};
        QStringList offenders;
        for (const QString &folder : {u"models"_s, u"views"_s, u"app"_s}) {
            for (const QString &path : sourcesBelow(folder)) {
                const QString relative = path.sliced(QStringLiteral(SOURCE_ROOT "/").size());
                if (!allowed.contains(relative) && textOf(path).contains("reveal()"_L1)) {
                    offenders.append(relative);
                }
            }
        }
        QCOMPARE(offenders.join(u'\n'), QString());
    }

    void vendorsAreNamedInTheirFolderAlone()
    {
        static const QRegularExpression vendor(u"hetzner|stackconsole|1cng|\\braff\\b|openstack"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        QStringList offenders;
        for (const QString &folder : {u"models"_s, u"views"_s}) {
            for (const QString &path : sourcesBelow(folder)) {
                if (path.contains("/models/providers/"_L1)) {
                    continue;
                }
                const QStringList lines = textOf(path).split(u'\n');
                for (const QString &line : lines) {
                    // Comments may give an example.
                    if (vendor.match(line.section(u"//"_s, 0, 0)).hasMatch()) {
                        offenders.append(path + u": "_s + line);
                    }
                }
            }
        }
        QCOMPARE(offenders.join(u'\n'), QString());
    }

    void nothingBlocksOrNestsEventLoops()
    {
        // A query's exec() is SQL's own.
        static const QRegularExpression forbidden(
            u"waitForFinished\\(|QEventLoop|(?<!query)\\.exec\\(\\)|setInsecureFallback\\(true|QThread::(m|u)?sleep|onFailed\\("_s);
        QStringList offenders;
        for (const QString &folder : {u"models"_s, u"views"_s}) {
            for (const QString &path : sourcesBelow(folder)) {
                const QStringList lines = textOf(path).split(u'\n');
                for (const QString &line : lines) {
                    if (forbidden.match(line.section(u"//"_s, 0, 0)).hasMatch()) {
                        offenders.append(path + u": "_s + line);
                    }
                }
            }
        }
        QCOMPARE(offenders.join(u'\n'), QString());
    }
};

QTEST_GUILESS_MAIN(IncludesTest)
#include "includestest.moc"
