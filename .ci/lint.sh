# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: Snapdeck contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Part of ./dev: everything that reads the sources without running them.

# Left out: connect-3arg-lambda, which takes a context for a missing one, and range-loop-detach, which reports each
# loop over a returned container, where at worst a list of pointers is copied.
clazy_checks=level0,level1
clazy_checks+=,no-connect-3arg-lambda,no-range-loop-detach

sources() { find app models views tests -name '*.cpp' -o -name '*.h' | LC_ALL=C sort; }

lint() {
    local findings=0
    say "clang-format"
    sources | xargs clang-format --dry-run -Werror || ((++findings))
    say "shellcheck"
    find . -path ./build -prune -o -name '*.sh' -print0 | xargs -0 shellcheck -x dev .ci/run || ((++findings))
    check_desktop_files || ((++findings))
    configure tidy
    cmake --build build/tidy --target autogen >build/tidy.log || fail "moc failed; see build/tidy.log"
    check_sources || ((++findings))
    ((!findings)) || fail "lint: $findings of its parts have findings; they stand above"
    say "lint: clean"
}

check_desktop_files() {
    local file status=0
    for file in resources/*.desktop; do
        [[ ! -f $file ]] || desktop-file-validate "$file" || status=1
    done
    for file in resources/*.metainfo.xml; do
        [[ ! -f $file ]] || appstreamcli validate --no-net "$file" || status=1
    done
    return "$status"
}

# Every source with all project files it includes, itself first: "a.cpp a.cpp b.h c.h".
sources_with_includes() {
    # shellcheck disable=SC2016 # awk's own
    sources | xargs awk '
        function resolve(name, from,   i, path) {
            sub(/[^\/]*$/, "", from)
            split(name " models/" name " app/" name " tests/" name " " from name, places, " ")
            for (i = 1; i <= 5; i++) if (places[i] in known) return places[i]
            return ""
        }
        FNR == 1 { known[FILENAME] = 1 }
        /^#include "/ { split($0, part, "\""); names[FILENAME] = names[FILENAME] " " part[2] }
        END {
            for (source in known) {
                if (source !~ /\.cpp$/) continue
                delete seen
                count = 1; todo[1] = source; seen[source] = 1; line = source
                for (at = 1; at <= count; at++) {
                    line = line " " todo[at]
                    total = split(names[todo[at]], wanted, " ")
                    for (i = 1; i <= total; i++) {
                        path = resolve(wanted[i], todo[at])
                        if (path != "" && !(path in seen)) { seen[path] = 1; todo[++count] = path }
                    }
                }
                print line
            }
        }' | LC_ALL=C sort
}

# "source command" for what the tidy preset builds, the commands free of this checkout's path.
compile_commands() {
    sed "s|$here/||g; s|$here||g" build/tidy/compile_commands.json | awk '
        /^  "command": / { command = $0 }
        /^  "file": / { split($0, part, "\""); if (part[4] !~ /^build\//) print part[4], command }' \
        | LC_ALL=C sort -u -k1,1
}

# "program source result" for each check there is. The result's name hangs on all that it hangs on.
# Tests are formatted, compiled with warnings as errors and run under sanitizers; clang-tidy and clazy read the program.
lint_plan() {
    local tidy clazy source files key commands=build/tidy/commands.txt
    tidy=$(cat .clang-tidy <(clang-tidy --version) | hash_of_input)
    clazy=$({ clazy-standalone --version; echo "$clazy_checks"; } | hash_of_input)
    compile_commands >"$commands"
    sources_with_includes | grep -v '^tests/' | LC_ALL=C join - <(cut -d' ' -f1 "$commands") | while read -r source files; do
        # shellcheck disable=SC2086 # one word a file
        key=$({ awk -v source="$source" '$1 == source' "$commands" && cat $files; } | hash_of_input)
        echo clang-tidy "$source" "$cache/lint/$key-$tidy-clang-tidy"
        echo clazy "$source" "$cache/lint/$key-$clazy-clazy"
    done
}

# Without findings the result is an empty file. A program that fails without one has no result.
check_source() {
    local progress=$1 program=$2 source=$3 result=$4 output command=(clang-tidy --quiet)
    [[ $program == clang-tidy ]] || command=(clazy-standalone "--checks=$clazy_checks"
        --header-filter='/(app|models|views|tests)/' --ignore-dirs='/build/')
    echo "$progress $program $source"
    if ! output=$("${command[@]}" -p build/tidy "$source" 2>&1) \
        && ! grep -q -E ': (error|warning): ' <<<"$output"; then
        printf '%s\n' "$output" "$program failed on $source"
        return 255
    fi
    sed -E "s|$here/||g; /^[0-9]+ (warnings?|errors?).* generated/d; /^Error while processing/d" \
        <<<"$output" | awk 'NF' >"$result.new"
    mv "$result.new" "$result"
}

check_sources() {
    local program source result plan=build/tidy/plan.txt to_do=build/tidy/to-do.txt findings
    mkdir -p "$cache/lint"
    find "$cache/lint" -type f -mtime +60 -delete
    lint_plan >"$plan"
    while read -r program source result; do
        if [[ -f $result ]]; then touch "$result"; else echo "$program $source $result"; fi
    done <"$plan" >"$to_do"
    say "clang-tidy and clazy: $(wc -l <"$to_do" | xargs) of $(wc -l <"$plan" | xargs) checks to do, the others are known"
    export -f check_source
    export here clazy_checks
    # GNU's xargs starts its program once even for no input.
    [[ ! -s $to_do ]] || awk '{ line[NR] = $0 } END { for (i = 1; i <= NR; i++) print i "/" NR, line[i] }' "$to_do" \
        | xargs -P "$jobs" -n 4 bash -c 'check_source "$@"' _ || fail "A program failed; the lines above say why."
    # A header's finding comes with every source that includes it.
    while read -r program source result; do cat "$result"; done <"$plan" \
        | awk '/: (error|warning): / { known = seen[$0]++ } !known' >build/lint.txt
    cat build/lint.txt
    findings=$(grep -c -E ': (error|warning): ' build/lint.txt || true)
    say "clang-tidy and clazy: $findings findings in $(($(wc -l <"$plan") / 2)) sources"
    [[ $findings == 0 ]]
}
