// Evidence made up by a fixed sequence: as `demarche run` would have left it in a folder, for `--from`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const actors = ("AFG ALB DZA AGO ARG ARM AUS AUT AZE BHR BGD BLR BEL BOL BRA BGR KHM CAN CHL CHN COL CUB CZE DNK ECU EGY EST ETH FIN " +
  "FRA GEO DEU GHA GRC HUN IND IDN IRN IRQ IRL ISR ITA JPN JOR KAZ KEN KWT LBN LTU MEX MAR NPL NLD NZL NGA NOR PAK POL PRT QAT").split(" ");
export const issues = ["sanctions", "peace-treaty", "foreign-forces-presence", "territorial-integrity", "nato-expansion", "border-changes",
  "zangezur-corridor", "foreign-interference", "regional-mechanisms", "gaza-ceasefire"];
const words = ("the of and to in government minister welcomed rejected proposal talks on agreement for said that its support opposition call " +
  "return border forces withdrawal sanctions relief council resolution draft text region neighbours security peace treaty corridor sovereignty " +
  "integrity principle charter nations states members statement spokesman noted again firmly deeply concerned urged condemned violation lasting " +
  "comprehensive settlement mediation envoy delegation meeting capital yesterday week month year remains committed dialogue unilateral measures").split(" ");

// A linear congruential sequence (Numerical Recipes): the same on every machine.
function sequence(seed) {
  let state = seed >>> 0;
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return { below: (count) => Math.floor(next() * count), chance: (share) => next() < share, pick: (list) => list[Math.floor(next() * list.length)] };
}

function sentence(random) {
  const count = 14 + random.below(22);
  const text = Array.from({ length: count }, () => random.pick(words)).join(" ");
  return text[0].toUpperCase() + text.slice(1) + ".";
}

// `count` pieces of evidence in a third as many documents.
export function writeEvidence(folder, count, seed = 7) {
  const random = sequence(seed);
  const evidence = [];
  const documents = [];
  let earlier = [];
  for (let number = 0; evidence.length < count; ++number) {
    const doc = `doc-${String(number).padStart(6, "0")}`;
    const day = new Date(Date.UTC(2015, 0, 1) + random.below(3650) * 86400000).toISOString().slice(0, 10);
    const date = random.chance(0.03) ? null : day;
    const source = `Gazette ${random.below(30)}`;
    const mentioned = new Set();
    const together = new Map();
    const records = 1 + random.below(5);
    for (let i = 0, start = 0; i < records && evidence.length < count; ++i) {
      const reprint = random.chance(0.06) && earlier.length > 0;
      const text = reprint ? random.pick(earlier) : sentence(random);
      if (!reprint) earlier = [...earlier.slice(-40), text];
      const actor = random.chance(0.04) ? "EU" : random.pick(actors);
      const issue = random.pick(issues);
      const kind = random.pick(["declared", "declared", "declared", "narrated", "act", "ascribed"]);
      // A leaning of its own for each actor and issue, so that there are positions and not only noise.
      const leaning = ((actors.indexOf(actor) * 7 + issues.indexOf(issue) * 13) % 10) / 10;
      const stance = random.chance(0.04) ? "neutral" : random.chance(leaning < 0.2 || leaning > 0.8 ? leaning : Math.round(leaning)) ? "support" : "oppose";
      const strength = random.pick(["weak", "plain", "plain", "strong"]);
      evidence.push({
        doc, date, source, start, end: start + text.length, match: { start: start + 3, end: start + 12 }, sentence: text, actor,
        speaker: random.chance(0.3) ? `Speaker ${random.below(80)}` : "", via: "", claimant: kind === "ascribed" ? random.pick(actors) : "",
        issue, stance, strength, kind, mode: random.pick(["plain", "plain", "plain", "plain", "conditional", "hedged", "question"]),
        rule: "actor-takes-a-side-every-issue", construction: random.pick(["active", "passive", "noun"]), negated: random.chance(0.1),
        score: Math.round(1000 * (0.3 + 0.1 * random.below(7))) / 1000,
      });
      mentioned.add(actor);
      together.set(actor + issue, [actor, issue]);
      start += text.length + 1;
    }
    const others = Array.from({ length: random.below(3) }, () => random.pick(actors));
    others.forEach((actor) => mentioned.add(actor));
    documents.push({
      doc, title: `Report ${number}: ${random.pick(words)} and ${random.pick(words)}`, date, source, url: `https://example.org/${doc}`, speaking: [],
      sentences: 20, code_points: 4000, hash: "", mentioned: [...mentioned].sort(), together: [...together.values()].sort(),
      records: evidence.filter((one) => one.doc === doc).length, silent: 0, reasons: {}, silences: [],
    });
  }
  const lines = (list) => list.map((one) => JSON.stringify(one) + "\n").join("");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "evidence.jsonl"), lines(evidence));
  writeFileSync(join(folder, "documents.jsonl"), lines(documents));
}
