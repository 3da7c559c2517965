#!/usr/bin/env bash
# The whole way of a mentor's answer, on three machines: two learners send their progress, the mentor verifies one milestone
# with a signature and returns another, the first learner takes that in, goes on, and sends again. Then what was signed is put
# to the stock ssh-keygen, which has to accept it, and to refuse it after each way of tampering with it.
# Needs OpenSSH and Python 3 (which only forges a file). Prints one line for each step; exits 1 at the first that fails.
set -euo pipefail
cd "$(dirname "$0")/.."

CARGO_TARGET_DIR=$PWD/target cargo build --quiet --locked
program=$PWD/target/debug/milepost
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export NO_COLOR=1
unset MILEPOST_DATA_DIR MILEPOST_NOW

identity=mentor@school.example
namespace=attestation@milepost
mkdir cohort answers

on() { "$program" --data-dir "$@"; }

fail() {
    echo "FAILED: $1" >&2
    exit 1
}

# step WORDS COMMAND…: the command succeeds.
step() {
    local words=$1
    shift
    "$@" >out 2>err || { cat out err >&2; fail "$words"; }
    echo "ok: $words"
}

# refused WORDS COMMAND…: the command fails, and not because it was not found.
refused() {
    local words=$1 status=0
    shift
    "$@" >out 2>err || status=$?
    { [ "$status" -ne 0 ] && [ "$status" -ne 127 ]; } || { cat out err >&2; fail "$words"; }
    echo "ok: refused $words"
}

# says TEXT COMMAND…: what the command prints has that text.
says() {
    local text=$1
    shift
    "$@" >out 2>err || { cat out err >&2; fail "$*"; }
    grep -qF -- "$text" out || { cat out err >&2; fail "no “$text” in $*"; }
    echo "ok: $text"
}

# Who waits for the mentor, by milestone and round: "git-basics 1".
queue() {
    on mentor cohort cohort --csv queue | python3 -c '
import csv, sys
for row in csv.DictReader(sys.stdin):
    print(row["name"], row["milestone"].split("/")[1], row["round"], row["added"] or "-")'
}

for learner in first second; do
    for milestone in git-basics html-css-basics; do
        step "$learner learner does $milestone" on $learner done $milestone --out-of-order
        step "$learner learner proves it" on $learner evidence add $milestone "https://example.com/$learner/$milestone"
    done
    step "$learner learner exports" on $learner export --name "$learner learner" -o cohort/$learner.milepost.json
done
says "first learner git-basics 1 -" queue
says "second learner html-css-basics 1 -" queue

ssh-keygen -q -t ed25519 -N '' -C $identity -f key
ssh-keygen -q -t ed25519 -N '' -C $identity -f other
give() { on mentor verdict give cohort "$@"; }
step "the mentor verifies one" give "first learner" git-basics verified --level meets
step "the mentor returns one" give "first learner" html-css-basics returned --comment "The form has no labels"
refused "to send without a key" on mentor verdict send cohort -o answers
step "the mentor signs and sends" on mentor verdict send cohort -o answers --key key
review=$(ls answers/*.review.json)
[ "$(ls answers | wc -l)" -eq 1 ] || fail "one review file for one learner"
queue >out
! grep -q "^first" out || fail "the first learner does not wait any more"

line="$identity namespaces=\"$namespace\" $(cut -d' ' -f1,2 key.pub)"
echo "$line" >allowed_signers
cp allowed_signers first/
step "the learner looks at the review" on first import --preview "$review"
step "the learner imports it" on first import "$review"
says '"verdict": "verified"' on first show git-basics --json
says '"claimed": false' on first show git-basics --json
says "The form has no labels" on first show html-css-basics
refused "somebody else's review" on second import "$review"

step "the learner changes the evidence" on first evidence add git-basics https://example.com/first/better
says '"stale": true' on first show git-basics --json
step "the learner replies" on first reply html-css-basics "They have labels now"
step "the learner exports again" on first export -o cohort/first.milepost.json
says "first learner git-basics 2 1" queue
says "first learner html-css-basics 2 0" queue

step "the learner hands out what was signed" on first attest extract git-basics -o .
signed=$(ls backend-developer-git-basics-*.json)
signature=$signed.sig
stock() { ssh-keygen -Y verify -f "$1" -I "$2" -n "$3" -s "$4" "${@:6}" <"$5"; }
verify() { on first attest verify "$@"; }
step "stock ssh-keygen accepts it" stock allowed_signers $identity $namespace "$signature" "$signed"
step "milepost accepts it" verify "$signed" --signers allowed_signers

sed 's/"verified"/"verifies"/' "$signed" >changed.json
cp "$signature" changed.json.sig
refused "one byte changed" stock allowed_signers $identity $namespace "$signature" changed.json
refused "one byte changed, by milepost" verify changed.json --signers allowed_signers
refused "another namespace" stock allowed_signers $identity file "$signature" "$signed"
echo "$identity namespaces=\"$namespace\" $(cut -d' ' -f1,2 other.pub)" >others
refused "another key" stock others $identity $namespace "$signature" "$signed"
refused "another key, by milepost" verify "$signed" --signers others
ssh-keygen -q -k -f revoked key.pub
refused "a revoked key" stock allowed_signers $identity $namespace "$signature" "$signed" -r revoked
refused "a revoked key, by milepost" verify "$signed" --signers allowed_signers --revoked revoked
echo "$identity namespaces=\"$namespace\",valid-before=\"20200101\" $(cut -d' ' -f1,2 key.pub)" >expired
refused "a key past its date" stock expired $identity $namespace "$signature" "$signed"
refused "a key past its date, by milepost" verify "$signed" --signers expired

# A review for the second learner that carries what was signed about the first one's work.
python3 - "$review" cohort/second.milepost.json >moved.review.json <<'PYTHON'
import hashlib, json, sys
review, theirs = (json.load(open(path)) for path in sys.argv[1:])
review["learner"] = {"id": theirs["learner"]["id"]}
submissions = {}
for event in theirs["events"]:
    for deed in event["deed"].values():
        if "milestone" in deed:
            submissions[deed["milestone"]] = event["id"]
for event in review["events"]:
    event["deed"]["verdict"]["answers"] = submissions[event["deed"]["verdict"]["milestone"]]
events = len(review.pop("end") and review["events"])
whole = json.dumps(review, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
review["end"] = {"events": events, "digest": "sha256:" + hashlib.sha256(whole.encode()).hexdigest()}
json.dump(review, sys.stdout, ensure_ascii=False)
PYTHON
cp allowed_signers second/
step "the second learner imports what was moved to them" on second import moved.review.json
says '"claimed": true' on second show git-basics --json
echo "passed"
