# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: Snapdeck contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Part of ./dev: everything that reads the sources without running them.

# Left out: connect-3arg-lambda, which takes a context for a missing one, and range-loop-detach, which reports each
# loop over a returned container, where at worst a list of pointers is copied.
clazy_checks=level0,level1
clazy_checks+=,no-connect-3arg-lambda,no-range-loop-detach
# A test's constants are made when it starts, and an absent value that it reads ends it, as it should.
clazy_checks_of_tests=$clazy_checks,no-non-pod-global-static
tidy_checks_of_tests=-bugprone-unchecked-optional-access

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

# --- units -----------------------------------------------------------------------------------------
# Most of the time goes into reading Qt's headers, so the sources of a folder are read together, some
# ten at a time: each such unit is a source in build/tidy/units that includes them.

unit_size=10

# "unit source source ...", the sources that the tidy preset builds.
unit_plan() {
    compiled_sources | awk -v size="$unit_size" '
        { folder = $0; sub(/\/[^\/]*$/, "", folder); gsub(/\//, "_", folder) }
        folder != last { last = folder; number = 0; count = 0 }
        count % size == 0 { printf "%s%s-%d", NR == 1 ? "" : "\n", folder, ++number }
        { ++count; printf " %s", $0 }
        END { print "" }'
}

compiled_sources() {
    sed -n "s|^  \"file\": \"$here/\(.*\)\",\{0,1\}|\1|p" build/tidy/compile_commands.json \
        | grep -v '^build/' | LC_ALL=C sort -u
}

# A test is a program: all that it declares is its own. So it stands in a namespace of its own, with the
# headers of the whole unit before it, where each of them is read but once.
write_units() {
    local unit sources
    rm -rf build/tidy/units
    mkdir -p build/tidy/units
    while read -r unit sources; do
        # shellcheck disable=SC2086 # one word a file
        case $sources in
            tests/support/* | tests/bench/* | [!t]*)
                printf '#define main main\n#include "%s"\n#undef main\n' $sources
                ;;
            tests/fuzz/*)
                included_by $sources
                printf '#define LLVMFuzzerTestOneInput input\nnamespace {\n#include "%s"\n}\n#undef LLVMFuzzerTestOneInput\n' $sources
                ;;
            *) included_by $sources && printf 'namespace {\n#include "%s"\n}\n' $sources ;;
        esac | number_programs >"build/tidy/units/$unit.cpp"
    done
}

number_programs() {
    awk '/^namespace/ { $0 = "namespace test" ++count " {" }
        /^#define (main|LLVMFuzzerTestOneInput)/ { $0 = $0 "_" (++count) }
        /\.cpp"$/ { $0 = $0 " // NOLINT(bugprone-suspicious-include)" }
        { print }'
}

# The #include lines of the sources, each once, with headers beside a source named from the checkout.
included_by() {
    local line source file
    for source; do
        grep '^#include ' "$source" | grep -v '\.moc"' | while read -r line; do
            file=${source%/*}/$(cut -d '"' -f 2 <<<"$line")
            if [[ $line == *'"'* && -f $file ]]; then echo "#include \"$file\""; else echo "$line"; fi
        done
    done | {
        cat
        printf '#include <%s>\n' memory QtCore/qtmochelpers.h # moc's own
    } | LC_ALL=C sort -u
}

# The units' compilation database: the first source's command with what the others' have besides.
write_unit_commands() {
    awk -v here="$here" '
        FNR == NR && /^  "command": / { command = $0; sub(/^  "command": "/, "", command); sub(/",?$/, "", command) }
        FNR == NR && /^  "file": / { split($0, part, "\""); commands[part[4]] = command }
        FNR == NR { next }
        function add(option) { if (!(option in has)) { has[option] = 1; line = line " " option } }
        {
            delete has
            line = ""
            for (i = 2; i <= NF; i++) {
                count = split(commands[here "/" $i], words, " ")
                for (j = 1; j <= count; j++) {
                    if (words[j] == "-o" || words[j] == "-c") { ++j; continue }
                    if (words[j] == "-isystem" || words[j] == "-include") { add(words[j] " " words[j + 1]); ++j; continue }
                    add(words[j])
                }
            }
            file = here "/build/tidy/units/" $1 ".cpp"
            printf "%s{\n  \"directory\": \"%s\",\n", FNR == 1 ? "[" : ",\n", here "/build/tidy"
            printf "  \"command\": \"%s -I%s -c %s\",\n  \"file\": \"%s\"\n}", substr(line, 2), here, file, file
        }
        END { print "\n]" }' build/tidy/compile_commands.json - >build/tidy/units/compile_commands.json
}

# "program unit result" for each check there is. The result's name hangs on all that it hangs on.
lint_plan() {
    local tidy clazy unit sources key units=build/tidy/units.txt closures=build/tidy/closures.txt
    tidy=$(cat .clang-tidy <(clang-tidy --version) | hash_of_input)
    clazy=$({ clazy-standalone --version; echo "$clazy_checks"; } | hash_of_input)
    unit_plan >"$units"
    write_units <"$units"
    write_unit_commands <"$units"
    sources_with_includes >"$closures"
    while read -r unit sources; do
        # shellcheck disable=SC2086 # one word a file
        key=$({
            [[ $unit != tests_* ]] || echo "$tidy_checks_of_tests $clazy_checks_of_tests"
            cat "build/tidy/units/$unit.cpp"
            grep -F "/$unit.cpp\"" -B 1 build/tidy/units/compile_commands.json | sed "s|$here||g"
            printf '%s\n' $sources | LC_ALL=C sort | LC_ALL=C join - "$closures" | tr ' ' '\n' | LC_ALL=C sort -u | xargs cat
        } | hash_of_input)
        echo clang-tidy "$unit" "$cache/lint/$key-$tidy-clang-tidy"
        echo clazy "$unit" "$cache/lint/$key-$clazy-clazy"
    done <"$units"
}

# Without findings the result is an empty file. A program that fails without one has no result.
check_unit() {
    local progress=$1 program=$2 unit=$3 result=$4 output command=(clang-tidy --quiet)
    local checks=$clazy_checks
    if [[ $unit == tests_* ]]; then
        command+=("--checks=$tidy_checks_of_tests")
        checks=$clazy_checks_of_tests
    fi
    [[ $program == clang-tidy ]] || command=(clazy-standalone "--checks=$checks"
        --header-filter='/(app|models|views|tests)/' --ignore-dirs='/build/tidy/')
    echo "$progress $program $unit"
    if ! output=$("${command[@]}" -p build/tidy/units "build/tidy/units/$unit.cpp" 2>&1) \
        && ! grep -q -E ': (error|warning): ' <<<"$output"; then
        printf '%s\n' "$output" "$program failed on $unit"
        return 255
    fi
    sed -E "s|$here/||g; /^[0-9]+ (warnings?|errors?).* generated/d; /^Error while processing/d" \
        <<<"$output" | awk 'NF' >"$result.new"
    mv "$result.new" "$result"
}

check_sources() {
    local program unit result plan=build/tidy/plan.txt to_do=build/tidy/to-do.txt findings
    mkdir -p "$cache/lint"
    find "$cache/lint" -type f -mtime +60 -delete
    lint_plan >"$plan"
    while read -r program unit result; do
        if [[ -f $result ]]; then touch "$result"; else echo "$program $unit $result"; fi
    done <"$plan" >"$to_do"
    say "clang-tidy and clazy: $(wc -l <"$to_do" | xargs) of $(wc -l <"$plan" | xargs) checks to do, the others are known"
    export -f check_unit
    export here clazy_checks clazy_checks_of_tests tidy_checks_of_tests
    # GNU's xargs starts its program once even for no input.
    [[ ! -s $to_do ]] || awk '{ line[NR] = $0 } END { for (i = 1; i <= NR; i++) print i "/" NR, line[i] }' "$to_do" \
        | xargs -P "$jobs" -n 4 bash -c 'check_unit "$@"' _ || fail "A program failed; the lines above say why."
    # A header's finding comes with every source that includes it.
    while read -r program unit result; do cat "$result"; done <"$plan" \
        | awk '/: (error|warning): / { known = seen[$0]++ } !known' >build/lint.txt
    cat build/lint.txt
    findings=$(grep -c -E ': (error|warning): ' build/lint.txt || true)
    say "clang-tidy and clazy: $findings findings in $(compiled_sources | wc -l | xargs) sources"
    [[ $findings == 0 ]]
}
