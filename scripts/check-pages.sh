#!/usr/bin/env bash
# Holds what `milepost export` and `milepost cohort` write against what reads it: the resume against the official schema, and each page in
# headless Chromium, light, dark, on a phone and printed. Pictures of the pages are left in target/pages.
#
# usage: scripts/check-pages.sh
# Needs node, npm and chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

# What is looked at is what was just built, wherever that lies.
CARGO_TARGET_DIR=$PWD/target cargo build --quiet --locked
milepost=$PWD/target/debug/milepost
made=$PWD/target/pages
rm -rf "$made"
mkdir -p "$made"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp scripts/pages/*.js scripts/pages/package*.json "$work"
(cd "$work" && npm ci --silent --ignore-scripts --no-audit --no-fund)

mkdir "$work/learner" "$work/beginner"
scripts/pages/learner.sh "$milepost" "$work/learner"
export MILEPOST_NOW=2026-11-20T21:00:00+01:00
write() { "$milepost" --data-dir "$work/$1" export --format "$2" "${@:4}" -o "$made/$3"; }
write learner portfolio portfolio.html
write learner html report.html --since 2026-10-20
write learner json-resume new.json
cp scripts/pages/resume.json "$made/merged.json"
write learner json-resume merged.json
"$milepost" --data-dir "$work/beginner" start what-backend-is
write beginner html first-day.html
"$milepost" --data-dir "$work/mentor" cohort --sample "$work/group"
scripts/pages/mentor.sh "$milepost" "$work/mentor" "$work/group"
"$milepost" --data-dir "$work/mentor" cohort "$work/group" --html -o "$made/cohort.html"

node "$work/resume.js" "$made"/*.json
node "$work/look.js" "$(command -v chromium)" "$made" "$made"/*.html
