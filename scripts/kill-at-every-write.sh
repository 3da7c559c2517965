#!/usr/bin/env bash
# Kills milepost with SIGKILL at every single call that changes a file, for each kind of action, and looks at what is left:
# the store is sound, the action is there whole or not at all, and what was acknowledged is there.
# Needs strace. Prints one line per action and the number of moments tried; exits 1 at the first loss.
set -euo pipefail
cd "$(dirname "$0")/.."

# What is looked at is what was just built, wherever that lies.
CARGO_TARGET_DIR=$PWD/target cargo build --quiet --locked
program=$PWD/target/debug/milepost
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export MILEPOST_NOW=2026-11-20T21:00:00+01:00 NO_COLOR=1
unset MILEPOST_DATA_DIR

calls="write pwrite64 ftruncate fallocate fsync fdatasync unlink unlinkat rename renameat renameat2 link linkat mkdir openat"

run() { "$program" --data-dir "$@"; }

# How many events a data folder holds; fails where the store cannot be read whole.
events() {
    local journal
    journal=$(run "$1" journal --json 2>/dev/null) || return 1
    grep -c '"id":' <<<"$journal" || true
}

fail() {
    echo "LOST: $1" >&2
    exit 1
}

# try NAME BEFORE AFTER ARGUMENT…: a folder with BEFORE events has AFTER of them once the action is done.
try() {
    local name=$1 before=$2 after=$3 call moment tried=0 status there
    shift 3
    for call in $calls; do
        moment=0
        while :; do
            moment=$((moment + 1))
            rm -rf "$work/now" "$work/out"
            cp -r "$work/template" "$work/now"
            mkdir "$work/out"
            status=0
            (cd "$work/out" && exec strace -f -qq -o /dev/null -e "trace=$call" -e "inject=$call:signal=KILL:when=$moment" \
                "$program" --data-dir "$work/now" "$@" >"$work/stdout" 2>"$work/stderr") &
            wait $! 2>/dev/null || status=$?
            there=$(events "$work/now") || fail "$name, $call $moment: the store cannot be read"
            if [ "$status" -eq 0 ]; then
                [ "$there" -eq "$after" ] || fail "$name: done, and $there events are there instead of $after"
                break
            fi
            [ "$status" -eq 137 ] || fail "$name, $call $moment: ended with $status: $(cat "$work/stderr")"
            [ "$there" -eq "$before" ] || [ "$there" -eq "$after" ] || fail "$name, $call $moment: torn, $there events"
            # A command says on either stream that it is done, and nothing before that.
            if [ -s "$work/stdout" ] || [ -s "$work/stderr" ]; then
                [ "$there" -eq "$after" ] || fail "$name, $call $moment: acknowledged and not there: $(cat "$work/stderr")"
            fi
            # Exports appear whole or not at all.
            for file in "$work"/out/*.milepost.json; do
                [ ! -e "$file" ] || run "$work/reader" import "$file" >/dev/null 2>&1 || fail "$name, $call $moment: torn export"
            done
            tried=$((tried + 1))
            moments=$((moments + 1))
        done
    done
    printf '%-14s %4d moments\n' "$name" "$tried"
}

moments=0
mkdir "$work/template" "$work/reader"
try "first start" 0 1 done what-backend-is

run "$work/template" done what-backend-is terminal-basics >/dev/null 2>&1
run "$work/template" export --sync -o "$work/sync.json" >/dev/null 2>&1
try "tick" 2 3 done git-basics
try "two at once" 2 4 done git-basics how-the-web-works
try "note" 2 3 note git-basics "a thought worth keeping"
try "undo" 2 3 undo
try "choice" 2 3 choose language python
run "$work/reader" import "$work/sync.json" >/dev/null 2>&1
try "export" 2 2 export --sync
rm -rf "$work/template"
mkdir "$work/template"
run "$work/template" done what-backend-is >/dev/null 2>&1
id=$(run "$work/template" journal --json | sed -n 's/.*"id": *"\([^"]*\)".*/\1/p' | head -n 1)
try "forget" 1 1 forget "$id"
try "import" 1 5 import --same-learner "$work/sync.json"

echo "$moments moments tried, nothing lost"
[ "$moments" -ge 50 ] || fail "only $moments moments were tried"
