#!/usr/bin/env bash
# Lets a made-up learner live through most of a year, so that there is something to show.
#
# usage: scripts/pages/learner.sh MILEPOST DATA-FOLDER
set -euo pipefail
milepost=$1
export MILEPOST_DATA_DIR=$2

# What was done on a day: on DAY COMMAND…
on() {
    MILEPOST_NOW="$1T20:00:00+01:00" "$milepost" "${@:2}" >/dev/null 2>&1 || {
        echo "milepost ${*:2} on $1 failed" >&2
        return 1
    }
}

# Milestones ticked every few days from a day on, each with its time: month START STEP MILESTONE…
month() {
    local day=$1 step=$2 milestone
    for milestone in "${@:3}"; do
        on "$day" start "$milestone"
        on "$day" spent 1h30 "$milestone"
        day=$(date -d "$day + $step days" +%F)
        on "$day" spent 2h "$milestone"
        on "$day" 'done' "$milestone" --out-of-order
    done
}

code=https://github.com/a-learner

on 2026-02-02 aim job-search-ready --hours 12
month 2026-02-02 4 what-backend-is weekly-plan terminal-basics git-basics how-the-web-works
on 2026-02-20 choose language python
on 2026-02-20 evidence add git-basics $code/dotfiles
month 2026-02-23 3 choose-language values-and-comparisons loops-and-lists functions dictionaries errors-and-exceptions \
    object-oriented-code packages-and-libraries debugging unit-tests
month 2026-04-01 5 problem-solving-drills data-structures algorithms first-useful-program
on 2026-04-22 evidence add first-useful-program $code/bill-splitter
on 2026-04-24 pause 2026-05-11 --reason 'moving house'
on 2026-05-12 choose framework django
month 2026-05-12 4 http-requests plain-http-server choose-framework framework-routing framework-conventions business-logic \
    framework-project
on 2026-06-10 evidence add framework-project $code/recipe-box
on 2026-06-12 choose database postgresql
month 2026-06-14 4 choose-database sql-queries schema-design sql-joins indexes-and-query-plans transactions-and-upkeep \
    orm-and-migrations project-gets-a-database
on 2026-07-20 evidence add project-gets-a-database $code/recipe-box
on 2026-07-20 evidence add sql-joins $code/query-drills
month 2026-07-22 4 rest-architecture crud-endpoints status-codes-and-errors api-docs api-tests rest-api-project
on 2026-08-18 evidence add rest-api-project $code/recipe-box/tree/main/api
on 2026-08-18 evidence add api-tests $code/recipe-box
month 2026-08-20 4 authn-vs-authz session-auth jwt-auth choose-auth-pattern protected-api
on 2026-09-12 evidence add protected-api $code/recipe-box
month 2026-09-14 5 linux-server production-config docker-image first-deploy
on 2026-10-06 evidence add first-deploy https://recipes.example.org/
on 2026-10-06 evidence add docker-image $code/recipe-box
month 2026-10-07 6 portfolio-plan portfolio-api-with-auth portfolio-deployed system-design-basics
on 2026-10-20 evidence add portfolio-api-with-auth $code/recipe-box
on 2026-10-26 evidence add portfolio-deployed https://recipes.example.org/
on 2026-10-26 evidence add portfolio-deployed $code/recipe-box
month 2026-11-02 6 portfolio-database-heavy
on 2026-11-12 evidence add portfolio-database-heavy $code/club-ledger
on 2026-11-15 check portfolio-database-heavy 1 sure
on 2026-11-15 check portfolio-database-heavy 2 unsure
on 2026-11-16 start readme-top-three
on 2026-11-17 evidence add readme-top-three $code/recipe-box
on 2026-11-18 spent 45m readme-top-three
on 2026-11-18 start sql-interview-drills
on 2026-11-19 note 'This is private and stands in no page.'
on 2026-11-19 export --name 'A. Learner' -o "$MILEPOST_DATA_DIR/progress.milepost.json"
