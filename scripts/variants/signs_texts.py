#!/usr/bin/env python3
"""Changes of sentences that gave evidence, each with what must become of the sides told there.

    signs_texts.py COLLECTION [--only NAME] [--most N]

A change is a function (sentence, records) -> changed sentence or None; its first word of the docstring says what must come
of the records: FLIP (the other side or none), KILL (none), KEEP. Told are sides that stayed where they had to go, and
sides that came."""
import argparse, collections, gzip, json, os, random, re, subprocess, sys

HERE = "/tmp/p/out/signs/texts"
FOR = r"(supports|backs|endorses|welcomes|supported|backed|endorsed|welcomed)"
NOT = r"(opposes|rejects|condemns|criticises|denounces|opposed|rejected|condemned|criticised|denounced)"
BASE = {"supports": "support", "backs": "back", "endorses": "endorse", "welcomes": "welcome", "opposes": "oppose",
        "rejects": "reject", "condemns": "condemn", "criticises": "criticise", "denounces": "denounce", "backed": "back",
        "supported": "support", "endorsed": "endorse", "welcomed": "welcome", "opposed": "oppose", "rejected": "reject",
        "condemned": "condemn", "criticised": "criticise", "denounced": "denounce"}
WHO = r"^((?:The |An |A )?[A-Z][^,:“”\"]{1,60}?) "
SAID = WHO + r"(?:said|stated|noted|added|stressed|declared) (?:on \w+ )?that ([a-zA-Z][^“”\"]+)\.$"

def ing(base):
    return base[:-1] + "ing" if base.endswith("e") else base + "ing"

def deed(s, pattern, change):
    """The first verb of the sentence, behind its subject, changed; only plain sentences."""
    m = re.match(WHO + pattern + r" (?!to |by |that )", s)
    if not m or " but " in s or re.search(r"\b(who|which|that|not|and|whether)\b", m[1]):
        return None
    return m[1] + " " + change(BASE[m[2]]) + s[m.end(2):]

def saying(s, change):
    m = re.match(SAID, s)
    if not m or " but " in s or "?" in s:
        return None
    who = m[1]
    inner = re.sub(r"^(The|An|A) ", lambda x: x[0].lower(), m[2])
    return change(who, inner)

def made(kind, name, fn):
    fn.__doc__, fn.__name__ = kind, name
    return fn

CHANGES = []
for name, words in (("does_not", "does not {b}"), ("no_longer", "no longer {b}s"), ("ceased", "has ceased to {b}"), ("refused", "refused to {b}"),
                    ("far_from", "is far from {i}"), ("stopped", "has stopped {i}"), ("rejects_calls", "rejected calls to {b}"),
                    ("sees_no_reason", "sees no reason to {b}"), ("will_not", "will not {b}"), ("criticised_those", "criticised those who {b}")):
    CHANGES.append(made("FLIP", name, lambda s, r, words=words: deed(s, FOR, lambda b: words.format(b=b, i=ing(b)))))
for name, words in (("rejected_calls_to_oppose", "rejected calls to {b}"), ("criticised_those_against", "criticised those who {b}"), ("warned_against_it", "warned others against {i}"),
                    ("lifted_objection", "no longer {b}s")):
    CHANGES.append(made("FLIP", name, lambda s, r, words=words: deed(s, NOT, lambda b: words.format(b=b, i=ing(b)))))
for side, pattern in (("for", FOR), ("against", NOT)):
    for name, words in (("yet_to", "has yet to {b}"), ("short_of", "stopped short of {i}"), ("may", "may {b}"), ("might_well", "might well {b}"), ("denied", "denied {i}"),
                        ("was_asked", "was asked to {b}"), ("was_urged", "has been urged to {b}"), ("expected", "is expected to {b}"),
                        ("pressure", "is under pressure to {b}"), ("invited", "was invited to {b}"), ("accused", "was accused of {i}"),
                        ("listened", "listened to calls to {b}"), ("decide", "has not decided whether to {b}"), ("debating", "is debating whether to {b}"),
                        ("reportedly", "was rumoured to {b}"), ("could_have", "could have {b}ed")):
        if name == "could_have":
            continue
        CHANGES.append(made("KILL", name + "_" + side, lambda s, r, words=words, pattern=pattern: deed(s, pattern, lambda b: words.format(b=b, i=ing(b)))))
for name, words in (("denied_that", "{w} denied that {q}."), ("analyst", "An analyst said that {q}."), ("former", "A former diplomat said that {q}."), ("not_say", "{w} did not say whether {q}."),
                    ("unclear", "It is unclear whether {q}."), ("false", "Reports that {q} were false."), ("asked_if", "{w} was asked whether {q}."),
                    ("would_not_say", "{w} refused to say whether {q}."), ("critics", "Critics of the government said that {q}."), ("some_say", "Some observers say that {q}."), ("paper", "A newspaper wrote that {q}.")):
    CHANGES.append(made("KILL", name, lambda s, r, words=words: saying(s, lambda w, q: words.format(w=w, q=q))))

def thing(s, r, word, turned):
    if len(r) != 1 or re.search(r"lift|remov|eas|end|relief|withdraw|free|not|no |never|without|bust|evad|violat", s):
        return None
    new = re.sub(r"\b(the|these|those|its|their|US|American|U\.S\.|unilateral|illegal|Western|all) " + word, turned + r" \g<0>", s, count=1)
    return new if new != s else None

for name, turned in (("the_lifting", "the lifting of"), ("an_end", "an end to"), ("the_removal", "the removal of")):
    CHANGES.append(made("FLIP", name, lambda s, r, turned=turned: thing(s, r, "(?:sanctions|embargo|blockade)", turned) if re.search(NOT + "|(support|back|call)", s) else None))

def main():
    a = argparse.ArgumentParser(); a.add_argument("collection"); a.add_argument("--only", default=""); a.add_argument("--most", type=int, default=6)
    a.add_argument("--binary", default="/work/main/build/release/demarche"); a.add_argument("--rules", default="/work/main/rules")
    o = a.parse_args()
    corpus = "/tmp/q/tests/tests.jsonl.gz" if o.collection == "tests" else f"/work/shared/corpus/{o.collection}.jsonl.gz"
    base = "/tmp/q/tests/run/evidence.jsonl" if o.collection == "tests" else f"/tmp/p/base/out/{o.collection}/evidence.jsonl"
    shut = set()
    for n in ("fifth", "sixth", "seventh"):
        shut |= {l.split()[0] for l in open(f"/work/main/tests/accuracy/tehran-times-fifty-{n}-docs.txt") if l.strip()}
    old = collections.defaultdict(lambda: collections.defaultdict(list))
    for l in open(base):
        e = json.loads(l)
        if e["kind"] in ("declared", "narrated"):
            old[e["doc"]][e["start"], e["end"]].append(e)
    docs = {}
    for l in gzip.open(corpus, "rt"):
        d = json.loads(l)
        if d["id"] in old and d["id"] not in shut:
            docs[d["id"]] = d
    os.makedirs(HERE, exist_ok=True)
    moved = {}
    with open(HERE + "/corpus.jsonl", "w") as f:
        for change in CHANGES:
            if o.only and o.only != change.__name__:
                continue
            for doc, d in docs.items():
                n = 0
                for (s, e), records in sorted(old[doc].items()):
                    new = change(d["text"][s:e], records)
                    if not new or n > 3:
                        continue
                    n += 1
                    key = f"{change.__name__}|{doc}|{s}"
                    text = d["text"][:s] + new + d["text"][e:]
                    moved[key] = (change, s, s + len(new), d["text"][s:e], new, records)
                    f.write(json.dumps(dict(d, id=key, text=text)) + "\n")
    r = subprocess.run([o.binary, "--quiet", "--library", o.rules, "run", "--rules", o.rules + "/library.stance", "--corpus", HERE + "/corpus.jsonl", "--out", HERE + "/run"], capture_output=True, text=True)
    sys.stderr.write(r.stderr[-800:])
    now = collections.defaultdict(list)
    for l in open(HERE + "/run/evidence.jsonl"):
        e = json.loads(l)
        if e["kind"] in ("declared", "narrated") and e["doc"] in moved:
            _, s, end, *_ = moved[e["doc"]]
            if e["start"] < end and e["end"] > s:
                now[e["doc"]].append(e)
    count, rows = collections.defaultdict(collections.Counter), collections.defaultdict(list)
    for key, (change, s, end, before, after, records) in moved.items():
        c = count[change.__name__]
        c["sentences"] += 1
        was = {(x["actor"], x["issue"]): x for x in records}
        is_ = {(x["actor"], x["issue"]): x for x in now[key]}
        bad = []
        for k, x in is_.items():
            fault = "came" if k not in was else ""
            if k in was and change.__doc__ == "KILL":
                fault = "left"
            if k in was and change.__doc__ == "FLIP" and x["stance"] == was[k]["stance"]:
                fault = "unturned"
            if k in was and not fault:
                c["turned"] += 1
            if fault:
                c[fault] += 1
                bad.append((fault, *k, x["stance"], x["strength"], x["kind"], x["rule"][:28], x["construction"]))
        c["gone"] += len([k for k in was if k not in is_])
        if bad:
            rows[change.__name__].append((before, after, bad))
    for change in CHANGES:
        name = change.__name__
        if name not in count:
            continue
        print(f"== {change.__doc__} {name}: {dict(count[name])}")
        random.Random(3).shuffle(rows[name])
        for before, after, bad in rows[name][:o.most]:
            print("  >", after[:400])
            for b in bad:
                print("      ", *b)

if __name__ == "__main__":
    main()
