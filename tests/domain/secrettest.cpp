// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/secret.h"
#include "support/testenvironment.h"

#include <QDebug>
#include <QTest>

#include <algorithm>
#include <concepts>
#include <memory>
#include <optional>

#ifdef __SANITIZE_ADDRESS__
// Of the sanitizer's runtime; g++ installs no header for it.
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*allocated)(const volatile void *,
                                                                           size_t),
                                                         void (*freed)(const volatile void *));
#endif

using Domain::Secret;

namespace {

template <class T>
concept Printable = requires(QDebug debug, const T &value) { debug << value; };

template <class T>
concept Comparable = requires(const T &a, const T &b) { a == b; };

const char *watched = nullptr;
qsizetype watchedSize = 0;
std::optional<bool> wasWiped; ///< what the watched bytes were when their block was freed

#ifdef __SANITIZE_ADDRESS__

void noteMalloc(const volatile void * /*block*/, size_t /*size*/) {}

void noteFree(const volatile void *block)
{
    const auto *start = static_cast<const char *>(const_cast<const void *>(block));
    constexpr qsizetype header = 64; // QByteArray's bytes follow its header in the same block
    if (!watched || start > watched || start + header < watched) {
        return;
    }
    wasWiped = std::all_of(watched, watched + watchedSize, [](char c) { return c == 0; });
    watched = nullptr;
}

bool canWatch()
{
    static const bool isInstalled =
        __sanitizer_install_malloc_and_free_hooks(noteMalloc, noteFree) != 0;
    return isInstalled;
}

#else

bool canWatch()
{
    return false;
}

#endif

void watch(const Secret &secret)
{
    watched = secret.reveal().constData();
    watchedSize = secret.reveal().size();
    wasWiped.reset();
}

Secret demo(const char *text)
{
    return Secret(QByteArray(text));
}

} // namespace

class SecretTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void canNotBePrintedOrCompared();
    void isEmptyUntilItHoldsSomething();
    void wipesItsBytesWhenDestroyed();
    void wipesItsBytesWhenReplaced();
    void keepsTheBytesWhileACopyNeedsThem();
    void leavesNothingInWhatItWasMovedFrom();
    void survivesBeingAssignedToItself();

private:
    Support::TestEnvironment m_environment;
};

void SecretTest::canNotBePrintedOrCompared()
{
    static_assert(!Printable<Secret>);
    static_assert(!Comparable<Secret>);
    static_assert(Printable<QByteArray> && Comparable<QByteArray>);
    static_assert(!std::convertible_to<QByteArray, Secret>);
    static_assert(!std::convertible_to<Secret, QByteArray>);
}

void SecretTest::isEmptyUntilItHoldsSomething()
{
    QVERIFY(Secret().isEmpty());
    QVERIFY(Secret(QByteArray()).isEmpty());
    QVERIFY(!demo("demo-secret-1").isEmpty());
    QCOMPARE(demo("demo-secret-1").reveal(), "demo-secret-1");
}

void SecretTest::wipesItsBytesWhenDestroyed()
{
    if (!canWatch()) {
        QSKIP("freed memory can be looked at under the address sanitizer only");
    }
    auto secret = std::make_unique<Secret>(demo("demo-secret-wiped"));
    watch(*secret);
    secret.reset();
    QCOMPARE(wasWiped, std::optional(true));
}

void SecretTest::wipesItsBytesWhenReplaced()
{
    if (!canWatch()) {
        QSKIP("freed memory can be looked at under the address sanitizer only");
    }
    Secret secret = demo("demo-secret-before");
    watch(secret);
    secret = demo("demo-secret-after");
    QCOMPARE(wasWiped, std::optional(true));
    const Secret other = demo("demo-secret-other");
    watch(secret);
    secret = other;
    QCOMPARE(wasWiped, std::optional(true));
    QCOMPARE(secret.reveal(), "demo-secret-other");
}

void SecretTest::keepsTheBytesWhileACopyNeedsThem()
{
    auto first = std::make_unique<Secret>(demo("demo-secret-shared"));
    const Secret second = *first;
    first.reset();
    QCOMPARE(second.reveal(), "demo-secret-shared");
}

void SecretTest::leavesNothingInWhatItWasMovedFrom()
{
    Secret from = demo("demo-secret-moved");
    Secret to = std::move(from);
    QVERIFY(from.isEmpty()); // NOLINT(bugprone-use-after-move): that it is empty is what is tested
    QCOMPARE(to.reveal(), "demo-secret-moved");
    Secret third;
    third = std::move(to);
    QVERIFY(to.isEmpty()); // NOLINT(bugprone-use-after-move)
    QCOMPARE(third.reveal(), "demo-secret-moved");
}

void SecretTest::survivesBeingAssignedToItself()
{
    Secret secret = demo("demo-secret-self");
    Secret &same = secret;
    secret = same;
    QCOMPARE(secret.reveal(), "demo-secret-self");
    secret = std::move(same);
    QCOMPARE(secret.reveal(), "demo-secret-self");
}

QTEST_GUILESS_MAIN(SecretTest)
#include "secrettest.moc"
