# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: Snapdeck contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Part of ./dev: finds the tools on the system, or installs them with its package manager.

# Everything every verb needs. The hash of this list names the Debian 13 root.
debian_packages=(
    g++ cmake ninja-build ccache pkgconf git ca-certificates openssl procps
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools libqt6sql6-sqlite qt6-wayland
    qtkeychain-qt6-dev libkf6itemmodels-dev libcpp-httplib-dev libssl-dev libyaml-cpp-dev
    libqcustomplot-dev extra-cmake-modules
    clang clang-tidy clang-format clazy libclang-rt-dev shellcheck
    xvfb xauth dbus dbus-x11 gnome-keyring libsecret-tools
    at-spi2-core python3-pyatspi gir1.2-atspi-2.0
    python3-jsonschema nodejs npm hcloud-cli python3-openstackclient keepassxc desktop-file-utils appstream libxml2-utils
    fonts-inter fonts-dejavu-core fonts-noto-color-emoji fonts-sil-padauk
)
fedora_packages=(
    gcc-c++ libasan libubsan cmake ninja-build ccache pkgconf-pkg-config git openssl procps-ng
    qt6-qtbase-devel qt6-qtsvg-devel qt6-qttools-devel qt6-linguist qt6-qtwayland
    qtkeychain-qt6-devel kf6-kitemmodels-devel cpp-httplib-devel openssl-devel yaml-cpp-devel
    qcustomplot-qt6-devel extra-cmake-modules
    clang clang-tools-extra clazy compiler-rt ShellCheck
    xorg-x11-server-Xvfb xorg-x11-xauth dbus-daemon gnome-keyring libsecret
    at-spi2-core python3-pyatspi
    python3-jsonschema nodejs npm hcloud python3-openstackclient keepassxc desktop-file-utils appstream libxml2
    rsms-inter-fonts dejavu-sans-fonts google-noto-color-emoji-fonts sil-padauk-fonts
)
arch_packages=(
    gcc cmake ninja ccache pkgconf git openssl procps-ng
    qt6-base qt6-svg qt6-tools qt6-wayland
    qtkeychain-qt6 kitemmodels cpp-httplib yaml-cpp qcustomplot extra-cmake-modules
    clang clazy compiler-rt shellcheck
    xorg-server-xvfb xorg-xauth dbus gnome-keyring libsecret at-spi2-core python-atspi
    python-jsonschema nodejs npm hcloud keepassxc desktop-file-utils appstream libxml2
    inter-font ttf-dejavu noto-fonts-emoji
)
brew_packages=(
    cmake ninja ccache pkgconf qt qtkeychain cpp-httplib openssl@3 yaml-cpp extra-cmake-modules
    llvm clang-format shellcheck node hcloud
)
kitemmodels_version=6.13.0
kitemmodels_source=https://invent.kde.org/frameworks/kitemmodels.git

# --- the system's own tool chain -------------------------------------------------------------------

probe_project() {
    cat <<'CMAKE'
cmake_minimum_required(VERSION 3.25)
project(probe CXX)
find_package(Qt6 6.8 REQUIRED COMPONENTS Widgets Network Svg Sql Test LinguistTools)
find_package(Qt6Keychain REQUIRED)
find_package(KF6ItemModels REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(yaml-cpp 0.8 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(httplib REQUIRED cpp-httplib)
file(WRITE ${CMAKE_BINARY_DIR}/probe.cpp "#include <expected>
int main() { return std::expected<int, int>(0).value(); }")
set(CMAKE_CXX_STANDARD_REQUIRED ON)
try_compile(has_expected ${CMAKE_BINARY_DIR}/try SOURCES ${CMAKE_BINARY_DIR}/probe.cpp CXX_STANDARD 23)
if(NOT has_expected)
    message(FATAL_ERROR "The compiler has no std::expected.")
endif()
CMAKE
}

# Changes whenever the compiler or anything installed changes.
system_fingerprint() {
    {
        probe_project
        cmake --version
        c++ --version
        printf '%s\n' "${CMAKE_PREFIX_PATH:-}"
        ls -ld /var/lib/dpkg/status /var/lib/rpm /usr/lib/sysimage/rpm /var/lib/pacman/local \
            /opt/homebrew/Cellar /usr/local/Cellar
    } 2>/dev/null | hash_of_input
}

# A positive answer is remembered, since asking takes seconds.
system_can_build() {
    has cmake && has ninja && has c++ && has ccache || return 1
    local known=$cache/system fingerprint folder answer=1
    fingerprint=$(system_fingerprint)
    [[ -f $known && $(cat "$known") == "$fingerprint" ]] && return 0
    folder=$(mktemp -d)
    probe_project >"$folder/CMakeLists.txt"
    if cmake -G Ninja -S "$folder" -B "$folder/build" >"$folder/log" 2>&1; then
        echo "$fingerprint" >"$known"
        answer=0
    else
        sed 's/^/probe: /' "$folder/log" >"$cache/probe.log"
    fi
    rm -rf "$folder"
    return "$answer"
}

programs_needed_by() {
    case $1 in
        test)
            [[ $(uname) == Darwin ]] || echo dbus-run-session gnome-keyring-daemon hcloud
            [[ -z ${SNAPDECK_CONTRACTS:-} ]] || echo node npm
            [[ $fuzzes == no ]] || echo clang++
            ;;
        lint) echo clang++ clang-tidy clang-format clazy-standalone shellcheck ;;
        bench) echo Xvfb hcloud ;;
    esac
}

missing_programs() {
    local program
    for program in $(programs_needed_by "$1"); do
        has "$program" || printf '%s ' "$program"
    done
}

# --- the system's package manager ------------------------------------------------------------------

apt_candidate() { LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^  Candidate: \([^(]\)/\1/p'; }

apt_offers_tools() {
    has apt-get || return 1
    if [[ -z $(apt_candidate ninja-build) ]]; then
        say "fetching apt's package lists"
        as_root apt-get update -q >>"$cache/log" || fail "apt-get update failed; see $cache/log"
    fi
    dpkg --compare-versions "$(apt_candidate qt6-base-dev)" ge 6.8 \
        && [[ -n $(apt_candidate libkf6itemmodels-dev) ]]
}

# Those of the named packages that there are; the rest is an extra that this release lacks.
apt_known() {
    local package
    for package in "$@"; do
        if [[ -n $(apt_candidate "$package") ]]; then echo "$package"; else say "not in apt: $package"; fi
    done
}

apt_install() {
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@")
    say "installing with apt: $*"
    as_root "${install[@]}" </dev/null >>"$cache/log" 2>&1 && return
    say "that failed; trying again with fresh package lists"
    as_root apt-get update -q >>"$cache/log" 2>&1 || true
    as_root "${install[@]}" </dev/null >>"$cache/log" 2>&1 && return
    tail -n 15 "$cache/log" >&2
    fail "apt could not install what is missing; $cache/log has the whole story. The command was:" \
        "    apt-get install --no-install-recommends $*"
}

install_with_apt() {
    local packages
    packages=$(apt_known "${debian_packages[@]}")
    # shellcheck disable=SC2086 # one word a package
    apt_install $packages
}

dnf_offers_tools() {
    has dnf || return 1
    local version
    version=$(dnf -q repoquery --latest-limit=1 --queryformat '%{version}\n' qt6-qtbase-devel 2>/dev/null)
    [[ $version =~ ^6\.([0-9]+) ]] && ((BASH_REMATCH[1] >= 8))
}

install_with_dnf() {
    say "installing with dnf: ${fedora_packages[*]}"
    as_root dnf install -y --skip-unavailable "${fedora_packages[@]}" </dev/null || fail "dnf failed; see above."
}

install_with_pacman() {
    local package known=()
    for package in "${arch_packages[@]}"; do
        if pacman -Si "$package" >/dev/null 2>&1; then known+=("$package"); else say "not in pacman: $package"; fi
    done
    say "installing with pacman: ${known[*]}"
    as_root pacman -S --needed --noconfirm "${known[@]}" </dev/null || fail "pacman failed; see above."
}

install_with_brew() {
    say "installing with brew: ${brew_packages[*]}"
    brew install "${brew_packages[@]}" </dev/null || fail "brew failed; see above."
    [[ -d $(kitemmodels_folder) ]] || build_kitemmodels || fail "KItemModels could not be built; see $cache/log"
}

kitemmodels_folder() { echo "$cache/kitemmodels-$kitemmodels_version"; }

build_kitemmodels() {
    local work folder
    folder=$(kitemmodels_folder)
    work=$(mktemp -d)
    say "building KItemModels $kitemmodels_version, which Homebrew does not have"
    {
        git clone -q --depth 1 --branch "v$kitemmodels_version" "$kitemmodels_source" "$work/source" \
            && cmake -G Ninja -S "$work/source" -B "$work/build" -DCMAKE_INSTALL_PREFIX="$folder" \
                -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DCMAKE_DISABLE_FIND_PACKAGE_Qt6Qml=ON \
            && cmake --build "$work/build" \
            && DESTDIR=$work/installed cmake --install "$work/build" \
            && mv "$work/installed$folder" "$folder"
    } >>"$cache/log" 2>&1
    local status=$?
    rm -rf "$work"
    return "$status"
}

# Homebrew links neither Qt's plug-ins nor OpenSSL where CMake looks for them.
use_homebrew() {
    has brew || return 0
    local prefix
    prefix=$(brew --prefix)
    CMAKE_PREFIX_PATH=$(kitemmodels_folder):$prefix:$prefix/opt/openssl@3
    export CMAKE_PREFIX_PATH PATH=$PATH:$prefix/opt/llvm/bin
}

install_on_system() {
    if apt_offers_tools; then
        install_with_apt
    elif dnf_offers_tools; then
        install_with_dnf
    elif has pacman; then
        install_with_pacman
    elif has brew; then
        install_with_brew
    else
        return 1
    fi
}

# --- choosing between them -------------------------------------------------------------------------

# What a verb needs beyond building. What there is not is said, and asked for no second time.
add_missing_programs() {
    local absent tried=$cache/not-to-be-had-$verb
    absent=$(missing_programs "$verb")
    [[ -n $absent ]] || return 0
    if [[ ! -f $tried || $(cat "$tried") != "$absent" ]]; then
        install_on_system || true
        absent=$(missing_programs "$verb")
        [[ -n $absent ]] || return 0
        echo "$absent" >"$tried"
    fi
    say "this system's packages have no: $absent"
}

# Returns where the verb can go on here; else runs it in the Debian 13 root and ends with its result.
set_up() {
    local root status=0
    mkdir -p "$cache"
    use_homebrew
    if system_can_build; then
        add_missing_programs
        return
    fi
    root=$(root_folder)
    if [[ ! -d $root ]]; then
        : >"$cache/log"
        if install_on_system; then
            system_can_build || fail "All is installed, and CMake still does not find it; $cache/probe.log says what."
            return
        fi
        [[ $(uname) == Linux ]] || fail "Install Homebrew (brew.sh), then start ./dev again."
        (make_root "$root") || exit $?
    fi
    has bwrap || need_root_makers
    need_namespaces
    enter_root "$root" "$@" || status=$?
    exit "$status"
}
