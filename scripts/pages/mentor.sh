#!/usr/bin/env bash
# Lets a mentor answer some of what waits in a folder, sent and not, and puts files there that cannot be read.
#
# usage: scripts/pages/mentor.sh MILEPOST DATA-FOLDER FOLDER
set -euo pipefail
milepost=$1
export MILEPOST_DATA_DIR=$2
folder=$3

# Every STEPth of what waits gets an answer: answer STEP ANSWER…
answer() {
    local learner milestone
    "$milepost" cohort "$folder" --json | node -e '
        const { queue } = JSON.parse(require("fs").readFileSync(0))
        const step = Number(process.argv[1])
        const some = queue.filter((item, at) => at % step === 0 && item.draft === null)
        for (const { learner, milestone } of some) console.log(learner, milestone.split("/")[1])
    ' "$1" | while read -r learner milestone; do
        "$milepost" verdict give "$folder" "$learner" "$milestone" "${@:2}" >/dev/null </dev/null
    done
}

answer 6 returned --comment 'Please show a test.'
answer 2 verified --level meets
"$milepost" verdict send "$folder" -o "$folder-reviews" --unsigned --as mentor@school.example >/dev/null 2>&1
answer 9 verified
head -c 900 "$(find "$folder" -name '*.milepost.json' | sort | head -n 1)" > "$folder/torn.milepost.json"
ln -s /dev/zero "$folder/<b>link.milepost.json"
