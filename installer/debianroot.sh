# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: Snapdeck contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Part of ./dev: makes a Debian 13 root for systems that are older, and starts ./dev in it.

suite=trixie
debian_keys=/usr/share/keyrings/debian-archive-keyring.gpg

root_folder() {
    echo "$cache/root-$(printf '%s\n' "$suite" "$(uname -m)" "${debian_packages[@]}" | hash_of_input)"
}

# shellcheck disable=SC1091 # the system's own file
os_release() { (. /etc/os-release 2>/dev/null && echo "${!1:-}"); }

# The mirror that this system's apt reads Debian from.
system_mirror() {
    local site list
    [[ $(os_release ID) == debian ]] || return 1
    # shellcheck disable=SC2016 # apt fills these in
    site=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(SITE)' 'Created-By: Packages' \
        | sed -n "s/^$(os_release VERSION_CODENAME) main //p" | head -n 1)
    list=${site#mirror+file:}
    [[ $list == "$site" ]] || site=$(sed -n 's/^\([^#[:space:]]*\).*/\1/p' "$list" | head -n 1)
    [[ -n $site ]] && echo "$site"
}

mirror() {
    if [[ -n ${DEV_MIRROR:-} ]]; then
        echo "$DEV_MIRROR"
    else
        system_mirror || fail "Snapdeck needs Qt 6.8. This system has not got it, so it comes in a Debian 13" \
            "folder of its own; nothing of the system changes. Say which Debian mirror is near you:" \
            "    DEV_MIRROR=http://MIRROR/debian ./dev ${verb}"
    fi
}

# How mmdebstrap gets its rights: as root, by the user's own id range, or else by sudo.
root_mode() {
    if [[ $(id -u) == 0 ]]; then
        echo root
    elif has newuidmap && grep -q -s -E "^($(id -un)|$(id -u)):" /etc/subuid \
        && unshare --user true 2>/dev/null; then
        echo unshare
    else
        echo sudo
    fi
}

need_root_makers() {
    local missing=()
    has mmdebstrap || missing+=(mmdebstrap)
    has bwrap || missing+=(bubblewrap)
    has mount || missing+=(mount)
    [[ $(id -u) == 0 ]] || has newuidmap || missing+=(uidmap)
    [[ -f $debian_keys ]] || missing+=(debian-archive-keyring)
    ((${#missing[@]})) || return 0
    has apt-get || fail "Install ${missing[*]} with this system's package manager, then start ./dev again."
    [[ -n $(apt_candidate "${missing[0]}") ]] || as_root apt-get update -q >>"$cache/log" \
        || fail "apt-get update failed; see $cache/log"
    apt_install "${missing[@]}"
}

# Makes the root aside and renames it, so that a root which is there is whole.
make_root() {
    local root=$1 site
    site=$(mirror) || exit 1
    need_root_makers
    exec 9>"$cache/lock"
    flock -n 9 || { say "another ./dev is making the Debian 13 root; waiting for it" && flock 9; }
    [[ ! -d $root ]] || return 0
    half_made=$root.new
    workspace=/var/tmp/snapdeck-$(id -u)
    drop_half_made
    trap drop_half_made EXIT
    trap 'exit 130' INT TERM HUP
    say "making a Debian 13 root from $site; this takes a minute or two, once (2 GB)"
    if ! { mkdir "$half_made" && mkdir -m 755 "$workspace" && fill_root "$site"; }; then
        fail "The root could not be made; the lines above say why. What was half made is removed again." \
            "If the mirror is the reason, name another: DEV_MIRROR=http://MIRROR/debian ./dev $verb"
    fi
    mv "$half_made" "$root"
    say "the root is ready: $root"
}

# In the workspace are files of the user's id range, which only that range can remove, and folders
# between them, which only the user can.
drop_half_made() {
    rm -rf "$half_made"
    [[ -O $workspace && ! -L $workspace ]] || return 0
    rm -rf "$workspace" 2>/dev/null && return
    mmdebstrap --unshare-helper rm -rf "$workspace" 2>/dev/null || true
    rm -rf "$workspace"
}

fill_root() {
    local site=$1 mode packages makers=()
    mode=$(root_mode)
    packages=$(IFS=, && echo "${debian_packages[*]}")
    # apt's own words on proxies and certificates are as true for the new root.
    apt-config dump 2>/dev/null | grep -E '^Acquire::(https?|Check|Retries).* ".+";' >"$workspace/apt.conf" || true
    [[ $mode != sudo ]] || makers=(as_root)
    makers+=(env "TMPDIR=$workspace" DEBIAN_FRONTEND=noninteractive
        mmdebstrap "--mode=${mode/sudo/root}" --variant=apt --format=tar --skip=check/signed-by
        "--aptopt=$workspace/apt.conf" '--aptopt=APT::Install-Recommends "false"'
        "--include=$packages" "$suite" - "deb [signed-by=$debian_keys] $site $suite main")
    # All files become this user's own, who can remove them without any rights.
    (umask 022 && "${makers[@]}" </dev/null \
        | tar -x -C "$half_made" --no-same-owner --no-same-permissions --exclude='./dev/*') || return 1
    # What the system's own files are put over.
    rm -f "$half_made"/etc/{resolv.conf,hosts,localtime,machine-id}
    touch "$half_made"/etc/{resolv.conf,hosts,localtime}
    tr -d - </proc/sys/kernel/random/uuid >"$half_made/etc/machine-id"
}

# --- entering it -----------------------------------------------------------------------------------

absolute() { case $1 in /*) echo "$1" ;; *) echo "$PWD/$1" ;; esac }

# Only what is named is passed on, so that builds are alike everywhere.
kept_environment() {
    local name
    for name in $(compgen -e); do
        case $name in
            HOME | USER | LOGNAME | TERM | COLORTERM | NO_COLOR | LANG | LC_* | TZ | CI) ;;
            *_proxy | *_PROXY | npm_config_* | XDG_*_HOME | SNAPDECK_* | DEV_* | CTEST_*) ;;
            OS_CLOUD | OS_CLIENT_CONFIG_FILE) ;;
            DISPLAY | XAUTHORITY | WAYLAND_DISPLAY | XDG_* | DBUS_SESSION_BUS_ADDRESS | QT_*)
                shows_windows || continue
                ;;
            *) continue ;;
        esac
        printf '%s=%s\0' "$name" "${!name}"
    done
}

# These share the numbers of processes with the system besides: the program's lock file names its process.
shows_windows() { [[ $verb == run || $verb == shell ]]; }

root_binds() {
    local entry
    for entry in "$1"/*; do
        case ${entry##*/} in
            boot | dev | home | media | mnt | proc | root | run | srv | sys | tmp | work) continue ;;
        esac
        if [[ -L $entry ]]; then
            binds+=(--symlink "$(readlink "$entry")" "/${entry##*/}")
        else
            binds+=(--ro-bind "$entry" "/${entry##*/}")
        fi
    done
    binds+=(--dev /dev --proc /proc --ro-bind /sys /sys --tmpfs /tmp --tmpfs /run --tmpfs /var/tmp)
}

# The user, names and addresses, certificates and the time zone are the system's.
system_binds() {
    local file certificates=/etc/ssl/certs/ca-certificates.crt
    for file in resolv.conf hosts localtime; do
        [[ ! -e /etc/$file ]] || binds+=(--ro-bind "$(readlink -f "/etc/$file")" "/etc/$file")
    done
    binds+=(--ro-bind-try "$certificates" "$certificates" --dir "$HOME"
        --ro-bind-data 11 /etc/passwd --ro-bind-data 12 /etc/group)
}

checkout_binds() {
    local folder
    binds+=(--bind "$here" "$here" --bind "$cache" "$cache")
    for folder in "${SNAPDECK_CONTRACTS:-}" "${SNAPDECK_OPENSTACK:-}"; do
        [[ -z $folder ]] || binds+=(--ro-bind "$folder" "$folder")
    done
    [[ -z ${OS_CLIENT_CONFIG_FILE:-} ]] || binds+=(--ro-bind "$OS_CLIENT_CONFIG_FILE" "$OS_CLIENT_CONFIG_FILE")
    [[ $verb != tour ]] || binds+=(--bind "$tour_folder" "$tour_folder")
}

# What the system's npm knows of its registry is as true for the root's.
take_npm_settings() {
    binds+=(--ro-bind-try "$HOME/.npmrc" "$HOME/.npmrc")
    [[ -n ${npm_config_registry:-} ]] || ! has npm \
        || environment+=("npm_config_registry=$(npm config get registry 2>/dev/null)")
}

window_binds() {
    local path bus
    bus=$(sed -n 's/^unix:path=\([^,;]*\).*/\1/p' <<<"${DBUS_SESSION_BUS_ADDRESS:-}")
    for path in /tmp/.X11-unix "${XDG_RUNTIME_DIR:-}" "${XAUTHORITY:-$HOME/.Xauthority}" \
        "${WAYLAND_DISPLAY:-}" "$bus"; do
        [[ $path != /* ]] || binds+=(--bind-try "$path" "$path")
    done
}

# Where the program keeps the user's own accounts, journal and window.
account_binds() {
    local folder
    for folder in "${XDG_CONFIG_HOME:-$HOME/.config}" "${XDG_DATA_HOME:-$HOME/.local/share}" \
        "${XDG_STATE_HOME:-$HOME/.local/state}" "${XDG_CACHE_HOME:-$HOME/.cache}"; do
        mkdir -p "$folder/Snapdeck"
        binds+=(--bind "$folder/Snapdeck" "$folder/Snapdeck")
    done
}

# Starts this script in the root, with the same arguments.
enter_root() {
    local root=$1 folder=$here variable binds=() environment=()
    shift
    root_binds "$root"
    system_binds
    checkout_binds
    if shows_windows; then
        window_binds
    elif [[ -z ${SNAPDECK_OPENSTACK_SERVICES:-} ]]; then # the tests stop services that run beside the root
        binds+=(--unshare-pid)
    fi
    [[ $own_accounts == no ]] || account_binds
    while IFS= read -r -d '' variable; do environment+=("$variable"); done < <(kept_environment)
    [[ -z ${SNAPDECK_CONTRACTS:-} ]] || take_npm_settings
    environment+=(PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin "DEV_INSIDE=${root##*/}")
    [[ $verb != shell || $PWD/ != "$here"/* ]] || folder=$PWD
    [[ -n ${TZ:-} || ! -L /etc/localtime ]] || environment+=("TZ=$(readlink /etc/localtime | sed 's|.*/zoneinfo/||')")
    env -i "${environment[@]}" bwrap "${binds[@]}" --die-with-parent --chdir "$folder" "$here/dev" "$@" \
        11< <(getent passwd "$(id -u)" && cat "$root/etc/passwd") \
        12< <(getent group "$(id -g)" && cat "$root/etc/group")
}

need_namespaces() {
    bwrap --ro-bind / / true 2>>"$cache/log" && return
    local switch
    for switch in kernel.apparmor_restrict_unprivileged_userns=0 kernel.unprivileged_userns_clone=1; do
        [[ -e /proc/sys/${switch/.//} || -e /proc/sys/kernel/${switch#kernel.} ]] || continue
        fail "bubblewrap may not make a user namespace here. As root, allow it until the next start:" \
            "    sysctl -w $switch"
    done
    fail "bubblewrap can't start here; $cache/log ends with its reason." \
        "In a container, give the container the right to make namespaces (docker: --privileged)."
}
