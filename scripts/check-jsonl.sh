#!/usr/bin/env bash
# Loads what `milepost cohort --jsonl events` writes into DuckDB and SQLite with the very lines of the README, and holds both
# against what milepost itself counts.
#
# usage: scripts/check-jsonl.sh
# Needs python3 with venv and its package index.
set -euo pipefail
cd "$(dirname "$0")/.."

# What is looked at is what was just built, wherever that lies.
CARGO_TARGET_DIR=$PWD/target cargo build --quiet --locked
milepost=$PWD/target/debug/milepost
readme=$PWD/README.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check duckdb

export MILEPOST_NOW=2026-11-20T21:00:00+01:00
"$milepost" --data-dir "$work/mentor" cohort --sample "$work/group" 2>/dev/null
"$milepost" --data-dir "$work/mentor" cohort "$work/group" --jsonl events -o "$work/events.jsonl" 2>/dev/null
"$milepost" --data-dir "$work/mentor" cohort "$work/group" --json > "$work/cohort.json"

cd "$work"
"$work/venv/bin/python" - "$readme" <<'PYTHON'
import json, pathlib, re, shlex, sqlite3, subprocess, sys
import duckdb

readme = pathlib.Path(sys.argv[1]).read_text()
lines = [line for line in readme.splitlines() if "events.jsonl" in line and line.startswith(("duckdb ", "sqlite3 "))]
assert len(lines) == 2, "README.md has no two lines that load events.jsonl"
duck, lite = (shlex.split(line) for line in lines)

# DuckDB, through its Python package: the line's last word is SQL.
database = duckdb.connect()
database.execute(duck[-1])
columns = [name for name, *_ in database.execute("DESCRIBE event").fetchall()]
by_duck = dict(database.execute("SELECT kind, count(*) FROM event GROUP BY kind").fetchall())
types = {name: kind for name, kind, *_ in database.execute("DESCRIBE event").fetchall()}
assert types["at"] == "BIGINT" and types["stands"] == "BOOLEAN", types

# SQLite, through its shell where there is one: every word behind the file's name is a command.
try:
    subprocess.run(["sqlite3", "cohort.db", *lite[2:]], check=True)
except FileNotFoundError:
    print("SKIPPED: the line for sqlite3, because that shell is missing; its SQL runs in Python")
    with sqlite3.connect("cohort.db") as store:
        store.execute("CREATE TABLE line (json)")
        store.executemany("INSERT INTO line VALUES (?)", ([line.rstrip("\n")] for line in open("events.jsonl", encoding="utf-8")))
with sqlite3.connect("cohort.db") as store:
    by_lite = dict(store.execute("SELECT json->>'kind', count(*) FROM line GROUP BY 1"))

written = [json.loads(line) for line in open("events.jsonl", encoding="utf-8")]
told = {}
for line in written:
    told[line["kind"]] = told.get(line["kind"], 0) + 1
    assert list(line) == columns, "a line has other keys"
assert by_duck == told, (by_duck, told)
assert by_lite == told, (by_lite, told)
assert len({line["event"] for line in written}) == len(written), "an event stands there twice"

# What the database finds is what milepost itself says of the same folder.
cohort = json.load(open("cohort.json", encoding="utf-8"))
learners = {row["learner"]: row["name"] for row in cohort["grid"]}
found = dict(database.execute("SELECT DISTINCT CAST(learner AS VARCHAR), name FROM event").fetchall())
assert found == learners, (found, learners)
for row in cohort["queue"]:
    done = database.execute(
        "SELECT count(*) FROM event WHERE kind = 'done' AND stands AND learner = ? AND milestone = ?",
        [row["learner"], row["milestone"]],
    ).fetchone()
    assert done[0] > 0, row
print(f"{len(written)} events of {len(learners)} learners: DuckDB {duckdb.__version__} and SQLite {sqlite3.sqlite_version} count alike")
PYTHON
