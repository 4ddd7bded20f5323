#!/usr/bin/env python3
"""Frames that say what must become of a side: kept, turned, taken away or softened.

Each frame is a sentence with blanks and the sides that a trained coder gives its countries. The driver fills it with
countries and issues, reads all texts in one run and tells, frame by frame, where another side was found.

    scripts/frames.py [--show N] [--only WORD]

Blanks: {X}, {Y}, {Z} countries ({x} a capital or an office that stands for X); {T} the issue as a noun phrase.
{+}, {+s}, {+ed}, {+ing} a verb for it, {-}, ... a verb against it. Sides are said as "X+" (supports), "X-" (opposes),
"X0" (none), "X~" (none, neutral or weak of the verb's own side), "X~+" (none, neutral, or weak support). Countries not
told of must have none."""
import argparse
import collections
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DEMARCHE = os.environ.get("DEMARCHE", os.path.join(TOP, "build", "release", "demarche"))

COUNTRIES = [("Peru", "PER", "Lima"), ("Norway", "NOR", "Oslo"), ("Malaysia", "MYS", "Kuala Lumpur"),
             ("Kenya", "KEN", "Nairobi"), ("Portugal", "PRT", "Lisbon"), ("Iran", "IRN", "Tehran"),
             ("Britain", "GBR", "London"), ("Japan", "JPN", "Tokyo")]
# issue, noun phrase, kind: bad things are lifted, good ones carried out
THINGS = [("sanctions", "the sanctions against Zimbabwe", "bad"), ("cuba-embargo", "the embargo on Cuba", "bad"),
          ("jcpoa", "the Iran nuclear deal", "good"), ("two-state-solution", "the two-state solution", "good"),
          ("death-penalty", "the death penalty", "bad"), ("nato-expansion", "NATO enlargement", "good"),
          ("gaza-ceasefire", "a ceasefire in Gaza", "good"), ("nuclear-test-ban", "the nuclear test ban treaty", "good"),
          ("ukraine-arms", "arms deliveries to Ukraine", "good"), ("unsc-reform", "the reform of the Security Council", "good"),
          ("foreign-forces-presence", "the presence of foreign troops in the Gulf", "bad"),
          ("foreign-interference", "foreign interference in Mali", "bad"),
          ("zangezur-corridor", "the Zangezur corridor", "good")]
PLUS = [("support", "supports", "supported", "supporting"), ("back", "backs", "backed", "backing"),
        ("endorse", "endorses", "endorsed", "endorsing"), ("welcome", "welcomes", "welcomed", "welcoming")]
MINUS = [("oppose", "opposes", "opposed", "opposing"), ("reject", "rejects", "rejected", "rejecting"),
         ("condemn", "condemns", "condemned", "condemning"), ("criticise", "criticises", "criticised", "criticising")]

KEEP = """
X+ | {X} {+s} {T}.
X- | {X} {-s} {T}.
X+ | {X} has always {+ed} {T}.
X- | {X} has never stopped {-ing} {T}.
X- | {X} has every reason to {-} {T} and does so.
X+ | {X} refuses to stop {+ing} {T}.
X+ | {X} does not {-} {T} but supports {T}.
X- | {X} regretted that others {+ed} {T}.
X- | {X} criticised those who {+} {T}.
X+ | {X} criticised those who {-} {T}.
X+ | {X} rejected calls to {-} {T}.
X- | {X} rejected calls to {+} {T}.
X- | {X} turned down a request to {+} {T}.
X+ | {X} {+s} {T}, its prime minister said.
X- | {X} said it had no choice but to {-} {T}.
X+ | {X} urged {Y} to {+} {T}.
X- | {X} urged {Y} to {-} {T}.
X+ | {X} urged {Y} to stop {-ing} {T}.
X- | {X} urged {Y} to stop {+ing} {T}.
X- | {X} urged {Y} not to {+} {T}.
X+ | {X} urged {Y} not to {-} {T}.
X- | {X} warned {Y} against {+ing} {T}.
X+ | {X} warned {Y} against {-ing} {T}.
X- | {X} accused {Y} of {+ing} {T}.
X+ | {X} accused {Y} of {-ing} {T}.
X- | {X} condemned {Y} for {+ing} {T}.
X+ Y+ | {X} thanked {Y} for {+ing} {T}.
X- | {X} called on those who {+} {T} to think again.
X+ | {X} voiced regret at {Y}'s decision to {-} {T}.
X- | {X} voiced regret at {Y}'s decision to {+} {T}.
X+ Y- | {X} voted for {T} and {Y} against it.
"""
FLIP = """
X- | {X} does not {+} {T}.
X- | {X} no longer {+s} {T}.
X- | {X} has ceased to {+} {T}.
X- | {X} refuses to {+} {T}.
X- | {X} refused to {+} {T}.
X- | {X} is far from {+ing} {T}.
X- | {X} withdrew its support for {T}.
X- | {X} has stopped {+ing} {T}.
X- | {X} will never {+} {T}.
X- | {X} said it would not {+} {T}.
X- | {X} will under no circumstances {+} {T}.
X- | {X} declined to {+} {T}.
X- | {X} has decided to stop {+ing} {T}.
X- | {X} sees no reason to {+} {T}.
X- | {X} sees no point in {+ing} {T}.
X- | {X} has no intention of {+ing} {T}.
X- | {X} is not prepared to {+} {T}.
X- | Nothing can make {X} {+} {T}, its president said.
X- | {X} cannot {+} {T}.
X- | Neither {X} nor {Y} {+s} {T}. % Y-
X- | {X} is against {T}.
X- | {X} wants to see the end of {T}.
X- | {X} wants to see {T} fail.
X- | {X} hopes to see {T} collapse.
X+ | {X} does not want to see {T} fail.
X+ | {X} will not let {T} fail.
X- | {X} has lost faith in {T}.
X- | {X} has no faith in {T}.
X- | {X} has no time for {T}.
X- | {X} supports an end to {T}.
X+ | {X} opposes an end to {T}.
X- | {X} welcomed the end of {T}.
X+ | {X} rejected an end to {T}.
X+ | {X} regretted the end of {T}.
X+ | {X} warned against ending {T}.
X+ | {X} refused to end {T}.
X+ | {X} refuses to give up {T}.
X- | {X} is ready to give up {T}.
X+ | {X} prevented the end of {T}.
X- | {X} criticised those who refuse to end {T}.
X+ | {X} criticised those who want to end {T}.
X- | {X} regretted the failure to end {T}.
X- | {X} warned against delaying the end of {T}.
X- | {X} said {T} should never have existed.
X+ | An end to {T} was rejected by {X}.
X- | An end to {T} was welcomed by {X}.
X- | {T^} was rejected by {X}.
X- Y+ | {X} lamented {Y}'s support for {T}.
X+ Y- | {X} lamented {Y}'s opposition to {T}.
X- | {X} said it was wrong to {+} {T}.
X+ | {X} said it was wrong to {-} {T}.
X+ | {X} has no faith in states that talk of peace and {-} {T}.
X- | {X} has no faith in states that talk of peace and {+} {T}.
X+ | {X} has dropped its opposition to {T}.
X+ | {X} lifted its objection to {T}.
X~+ | {X} no longer {-s} {T}.
X~+ | {X} does not {-} {T}.
X~+ | {X} has nothing against {T}.
X~+ | {X} has stopped {-ing} {T}.
X+ | {X} withdrew its objections to {T}.
"""
KILL = """
X0 | {X} denied that it {+s} {T}.
X0 | {X} denied that it {-s} {T}.
X0 | {X} denied {+ing} {T}.
X0 | {X} denied {-ing} {T}.
X0 Y- | {X} was accused by {Y} of {+ing} {T}.
X0 Y+ | {X} was accused by {Y} of {-ing} {T}.
X0 | {X} was accused of {+ing} {T}.
X0 | {X} was accused of {-ing} {T}.
X0 | {Y} said {X} {+s} {T}. % Y~
X0 | {Y} said {X} {-s} {T}. % Y~
X0 | {Y} claimed that {X} {-s} {T}. % Y~
X0 Y+ | {Y} urged {X} to {+} {T}.
X0 Y- | {Y} urged {X} to {-} {T}.
X0 | {X} was asked to {+} {T}.
X0 | {X} was asked to {-} {T}.
X0 | {X} was expected to {+} {T}.
X0 | {X} was expected to {-} {T}.
X0 | {X} was urged to {+} {T}.
X0 | {X} was urged to {-} {T}.
X0 | {X} is under pressure to {+} {T}.
X0 | {X} is under pressure to {-} {T}.
X0 | {X} faces calls to {-} {T}.
X0 | {X} faces growing pressure to {+} {T}.
X0 | Will {X} {+} {T}?
X0 | Will {X} {-} {T}?
X0 | Does {X} {+} {T}?
X0 | Why would {X} {-} {T}?
X0 | {X} may {+} {T} if talks with {Y} fail.
X0 | {X} might {-} {T} if talks with {Y} fail.
X0 | {X} could {+} {T}.
X0 | {X} could {-} {T}.
X0 | Had {X} {+ed} {T}, the vote would have been lost.
X0 | Had {X} {-ed} {T}, the vote would have been won.
X0 | If {X} {+s} {T}, the talks will go on.
X0 | If {X} {-s} {T}, the talks will go on.
X0 | If {X} {-ed} {T}, the talks would go on.
X0 | It is unclear whether {X} {+s} {T}.
X0 | It is unclear whether {X} {-s} {T}.
X0 | It is not known if {X} {-s} {T}.
X0 | It remains to be seen whether {X} will {-} {T}.
X0 | Reports that {X} {+s} {T} were false.
X0 | Reports that {X} {-s} {T} were false.
X0 | {X} denied reports that it {+s} {T}.
X0 | {X} denied reports that it {-s} {T}.
X0 Y0 | {X} and {Y} discussed whether to {+} {T}.
X0 Y0 | {X} and {Y} discussed whether to {-} {T}.
X0 | {X} has yet to decide whether to {-} {T}.
X0 | {X}'s critics say it {+s} {T}.
X0 | {X}'s critics say it {-s} {T}.
X0 | Critics say {X} {-s} {T}.
X0 | {X} has yet to {+} {T}.
X0 | {X} has yet to {-} {T}.
X0 | {X} stopped short of {+ing} {T}.
X0 | {X} stopped short of {-ing} {T}.
X0 | An analyst said {X} {+s} {T}.
X0 | An analyst said {X} {-s} {T}.
X0 | Analysts believe that {X} {-s} {T}.
X0 | {X} did not say whether it {+s} {T}.
X0 | {X} did not say whether it {-s} {T}.
X0 | {X} listened to calls to {+} {T}.
X0 | {X} listened to calls to {-} {T}.
X0 | Calls on {X} to {+} {T} grew.
X0 | Calls on {X} to {-} {T} grew.
X0 | {X} was invited to {+} {T}.
X0 | {X} was invited to {-} {T}.
X0 | Opposition leaders in {X} {-} {T}.
X0 | Protesters in {X} {-ed} {T}.
X0 | Students in {X} {+} {T}.
X0 | A former {X} minister {-ed} {T}.
X0 | A newspaper in {X} {-ed} {T}.
X0 | {X} was silent when {Y} {-ed} {T}. % Y-
X0 | {X} was silent when {Y} {+ed} {T}. % Y+
X0 | {X} took note of {Y}'s decision to {-} {T}. % Y-
X0 | {X} is wondering whether to {-} {T}.
X0 | Some in {X} {-} {T}.
X0 | No one in {x} says it {-s} {T}.
X0 | {X} shied away from {-ing} {T}.
X0 | {Y} asked {X} why it {-s} {T}. % Y~
X0 | {Y} asked {X} whether it {+s} {T}.
X0 | {Y} wants {X} to {+} {T}. % Y+
X0 | {Y} wants {X} to {-} {T}. % Y-
X0 | {Y} hopes that {X} will {-} {T}. % Y~-
X0 | {Y} fears that {X} will {-} {T}. % Y~+
X0 | {Y} fears that {X} will {+} {T}. % Y~-
X0 | {Y} expects {X} to {-} {T}. % Y~
X0 | {Y} failed to persuade {X} to {-} {T}. % Y-
X0 | {Y} persuaded others, not {X}, to {-} {T}. % Y-
X0 | The idea that {X} {-s} {T} is wrong, {Y} said. % Y~
X0 | Nobody believes that {X} {-s} {T}.
X0 | Rumours that {X} would {-} {T} spread in {Y}.
"""
SOFT = """
X~+ | {X} would {+} {T} only if {Y} agreed.
X~ | {X} would {-} {T} only if {Y} agreed.
X~+ | {X} is considering {+ing} {T}.
X~- | {X} is considering {-ing} {T}.
X~+ | {X} is ready to {+} {T} provided that {Y} does the same.
X~ | {X} will {+} {T} as long as {Y} does. 
X~+ | {X} partly {+s} {T}.
X~- | {X} partly {-s} {T}.
X~+ | {X} hopes to {+} {T}.
X~- | {X} hopes to be able to {-} {T}.
X~- | {X} fears {T}.
X~- | {X} fears that others will {+} {T}.
X~+ | {X} fears that others will {-} {T}.
X~ | {X} neither {+s} nor {-s} {T}.
X~ | {X} abstained on {T}.
X~ | {X} has mixed feelings about {T}.
X~ | {X} {+s} {T} in part but {-s} it in other respects.
X~+ | {X} can live with {T}.
X~- | {X} has reservations about {T}.
X~- | {X} doubts whether {T} makes sense.
X~ | {X} has not decided whether it {-s} {T}.
X~+ | {X} would have {+ed} {T} had {Y} agreed.
X~- | {X} would have {-ed} {T} had {Y} agreed.
X~+ | Were {Y} to agree, {X} would {+} {T}.
X~- | Were {Y} to agree, {X} would {-} {T}.
X~- | {X} threatened to {-} {T}.
X~ | {X} is in two minds about {T}.
X~ | {X} takes no side on {T}.
X~ | {X} is neutral on {T}.
"""
# Only things that can be lifted and imposed
BAD = """
X- | {X} called on countries that {+} {T} to lift them.
X- | {X} {+s} the lifting of {T}.
X+ | {X} {-s} the lifting of {T}.
X- | {X} called for the removal of {T}.
X+ | {X} rejected calls to lift {T}.
X- | {X} rejected calls to keep {T}.
X- | {X} regretted the failure to lift {T}.
X- | {X} warned against delaying the lifting of {T}.
X+ | {X} warned against lifting {T}.
X+ | {X} refused to lift {T}.
X+ | {X} prevented the lifting of {T}.
X+ | {X} blocked a proposal to lift {T}.
X- | {X} criticised {Y}'s refusal to lift {T}. % Y+
X+ | {X} criticised {Y}'s decision to lift {T}. % Y-
X- | {X} criticised those who oppose the lifting of {T}.
X- | {X} criticised those who stand in the way of lifting {T}.
X+ | The lifting of {T} was rejected by {X}.
X- | The lifting of {T} was welcomed by {X}.
X+ | A halt in {T} was rejected by {X}.
X- | A vote to keep {T} was rejected by {X}.
X- | {X} denounced {Y}'s attempt to prevent the lifting of {T}. % Y+
X- | {X} is impatient for the lifting of {T}.
X- | {X} said there was no alternative to lifting {T}.
X+ | {X} said lifting {T} was out of the question.
X+ | {X} sees no reason to lift {T}.
X- | {X} sees no reason to keep {T}.
X+ | {X} said it was too early to lift {T}.
X- | {X} said it was high time to lift {T}.
X+ | {X} will not agree to the lifting of {T}.
X- | {X} will not agree to the extension of {T}.
X- | {X} does not want {T} to last.
X+ | {X} wants {T} to stay.
X- | {X} wants {T} gone.
X+ | {X} ruled out lifting {T}.
X- | {X} ruled out keeping {T}.
X+ | {X} is not ready to lift {T}.
X- | {X} is ready to lift {T}.
X- | {X} demanded that {Y} stop blocking the lifting of {T}.
X+ | {X} demanded that {Y} stop calling for the lifting of {T}.
X0 | {Y} demanded that {X} lift {T}. % Y-
X0 | Once {X} lifts {T}, talks can begin, {Y} said. % Y~-
X0 | Until {X} lifts {T}, talks cannot begin, {Y} said. % Y~-
X0 | Were {X} to lift {T}, talks could begin, {Y} said. % Y~-
X0 | Were {X} to abandon {T}, {Y} would follow. % Y~-
X0 | {Y} would lift {T} had {X} agreed. % Y~-
X0 | {X} did not ask {Y} to lift {T}.
X0 | {Y} said {X} does not abide by {T}. % Y~+
X0 | {X} was sued by {Y} over its use of {T}. % Y~-
X0 | {X} was criticised by {Y} for lifting {T}. % Y+ X-
X0 | {X} was accused by {Y} of failing to lift {T}. % Y-
X0 | {Y} complained that {X} had not lifted {T}. % Y-
X0 | {X} is expected to lift {T}.
X0 | {X} is being pressed to lift {T}.
X0 | {X} may lift {T}.
X0 | {X} has not said when it will lift {T}.
X0 | {X} and {Y} discussed the lifting of {T}.
X0 | Talks between {X} and {Y} on the lifting of {T} failed.
X~- | {X} will lift {T} only if {Y} agrees.
X~ | {X} would lift {T} if {Y} agreed.
X~+ | {X} will not lift {T} until {Y} agrees.
X~- | {X} hopes that {T} will be lifted.
X+ | {X} hopes that {T} will not be lifted.
X+ | {X} fears that {T} will be lifted.
X~- | {X} doubts that {T} work.
"""
GOOD = """
X- | {X} regretted the adoption of {T}.
X- | {X} welcomed the failure of {T}.
X+ | {X} regretted the failure of {T}.
X+ | {X} warned that the failure of {T} would be a disaster.
X- | {X} worked for the failure of {T}.
X+ | {X} called for respect for {T}.
X+ | {X} condemned violations of {T}.
X+ | {X} condemned attempts to undermine {T}.
X+ | {X} rejected attempts to block {T}.
X- | {X} rejected attempts to revive {T}.
X- | {X} blocked {T}.
X+ | {X} refused to block {T}.
X- | {X} vetoed {T}.
X+ | {X} lifted its veto on {T}.
X- | {X} pulled out of {T}.
X+ | {X} refused to pull out of {T}.
X+ | {X} ruled out a retreat from {T}.
X+ | {X} criticised {Y} for blocking {T}. % Y~-
X+ | {X} blamed {Y} for the failure of {T}.
X0 | {Y} blamed {X} for the failure of {T}. % Y+
X+ | {X} accused {Y} of sabotaging {T}.
X0 | {X} was accused by {Y} of sabotaging {T}. % Y+
X0 | {X} denied sabotaging {T}.
X0 | {X} denied blocking {T}.
X0 | {X} was asked not to block {T}.
X+ | {X} fears the failure of {T}.
X- | {X} rejoiced at the failure of {T}.
X- | {X} hopes for the failure of {T}.
X+ | {X} has no wish to see {T} fail.
X+ | {X} dismissed the claim that {T} is dead.
X- | {X} dismissed the claim that {T} is useful.
X- | {X} says {T} is dead.
X- | {X} does not believe in {T}.
X+ | {X} never doubted {T}.
X+ | {X} has not given up on {T}.
X- | {X} has given up on {T}.
X+ | {X} is against giving up {T}.
X+ | {X} opposes any delay in {T}.
X- | {X} called for a delay in {T}.
X0 | {Y} called on {X} not to give up {T}. % Y+
"""

def frames():
    for group, text in (("keep", KEEP), ("flip", FLIP), ("kill", KILL), ("soften", SOFT), ("bad", BAD), ("good", GOOD)):
        for line in text.strip().splitlines():
            sides, sentence = line.split(" | ", 1)
            more = ""
            if "%" in sentence:
                sentence, more = sentence.split("%")
            wanted = {}
            for s in (sides + " " + more).split():
                wanted[s[0]] = s[1:]
            yield group, sentence.strip(), wanted

def fits(group, thing):
    return group not in ("bad", "good") or thing[2] == group

def fill(sentence, n, thing):
    """The sentence with its blanks filled, and which country stands for which letter."""
    who = {"X": COUNTRIES[n % 8], "Y": COUNTRIES[(n + 3) % 8], "Z": COUNTRIES[(n + 5) % 8]}
    if thing[0] == "zangezur-corridor" or thing[0] == "jcpoa":
        pass
    p, m = PLUS[n % len(PLUS)], MINUS[n % len(MINUS)]
    t = thing[1]
    out = sentence
    for blank, forms in (("+", p), ("-", m)):
        for k, ending in ((1, "s"), (2, "ed"), (3, "ing"), (0, "")):
            out = out.replace("{" + blank + ending + "}", forms[k])
    out = out.replace("{T^}", t[0].upper() + t[1:]).replace("{T}", t).replace("{x}", who["X"][2])
    for c in "XYZ":
        out = out.replace("{" + c + "}", who[c][0])
    return out, {v[1]: k for k, v in who.items()}

def judge(wanted, stance, strength):
    """'' when the side found is right, or what is wrong with it."""
    if wanted == "0":
        return "" if stance is None else "left"
    if wanted.startswith("~"):
        if stance is None or stance == "neutral":
            return ""
        side = {"+": "support", "-": "oppose"}.get(wanted[1:])
        if side and stance != side:
            return "WRONG"
        return "" if strength == "weak" else "firm"
    side = {"+": "support", "-": "oppose"}[wanted]
    if stance is None:
        return "lost"
    return "" if stance == side else "WRONG" if stance != "neutral" else "neutral"

def read(texts, folder):
    """The records that texts give, by their keys."""
    with open(folder + "/corpus.jsonl", "w", encoding="utf-8") as file:
        for key, text in texts.items():
            file.write(json.dumps({"id": key, "text": text, "date": "2019-05-05", "source": "test"}) + "\n")
    subprocess.run([DEMARCHE, "--quiet", "--library", TOP + "/rules", "run", "--rules", TOP + "/rules/library.stance",
                    "--corpus", folder + "/corpus.jsonl", "--out", folder + "/run"], check=True)
    found = collections.defaultdict(list)
    with open(folder + "/run/evidence.jsonl", encoding="utf-8") as file:
        for record in map(json.loads, file):
            if record["kind"] in ("declared", "narrated"):
                found[record["doc"]].append(record)
    return found


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--show", type=int, default=3, help="examples of each frame that is read otherwise")
    a.add_argument("--only", default="", help="a group (keep, flip, kill, soften, bad, good), or words of a frame")
    o = a.parse_args()
    docs = {}
    for i, (group, sentence, wanted) in enumerate(frames()):
        if o.only and o.only not in sentence and o.only != group:
            continue
        for j, thing in enumerate(THINGS):
            if fits(group, thing):
                text, who = fill(sentence, i + j, thing)
                docs[f"{i}-{j}"] = (i, group, sentence, wanted, thing[0], text, who)
    with tempfile.TemporaryDirectory() as folder:
        found = read({key: doc[5] for key, doc in docs.items()}, folder)
    faults = collections.defaultdict(list)
    total, per = collections.Counter(), collections.Counter()
    for doc, (i, group, sentence, wanted, issue, text, who) in docs.items():
        seen = {}
        for e in found.get(doc, []):
            if e["issue"] == issue:
                seen[who.get(e["actor"], e["actor"])] = e
        for letter in sorted(set(seen) | set(wanted)):
            e = seen.get(letter)
            fault = judge(wanted.get(letter, "0"), e and e["stance"], e and e["strength"])
            total[group, fault or "right"] += 1
            if fault:
                faults[i, group, sentence].append((fault, letter, e and e["stance"], e and e["strength"], e and e["rule"], e and e["construction"], text))
    for (i, group, sentence), rows in faults.items():
        kinds = collections.Counter((r[0], r[1]) for r in rows)
        print(f"[{group}] {sentence}  ", ", ".join(f"{k[1]} {k[0]} {n}" for k, n in kinds.items()))
        for r in sorted(rows, key=lambda r: r[0] != "WRONG")[:o.show]:
            print("     ", r[0], r[1], r[2], r[3], r[4], r[5], "|", r[6])
    print()
    for group in ("keep", "flip", "kill", "soften", "bad", "good"):
        print(group, {k[1]: n for k, n in sorted(total.items()) if k[0] == group})

if __name__ == "__main__":
    main()
