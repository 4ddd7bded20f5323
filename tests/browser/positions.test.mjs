// The page counts anew what the program has counted: the same codes and figures, cell by cell, for many choices.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { dataOf, folder, pageModule, root, run } from "./support.mjs";
import { writeEvidence } from "./synthetic.mjs";

const { Positions, dayOf, interval, isoOf, strength } = await pageModule(["positions", "figures", "words"]);
const stances = ["support", "oppose", "neutral"];
const rounded = (value) => Math.round(value * 10000) / 10000 + 0;
const date = (day) => (day === null ? null : isoOf(day));

// A cell of the page in the words of matrix.json.
function asJson(page, actor, issue, cell) {
  const sides = cell.support + cell.oppose > 0;
  const [low, high] = interval(cell.support, cell.oppose);
  return {
    actor, issue, code: cell.code, refinement: cell.refinement, via: cell.via < 0 ? "" : page.actors[cell.via][0],
    support: rounded(cell.support), oppose: rounded(cell.oppose), neutral: rounded(cell.neutral), conditional: cell.conditional,
    lean: sides ? rounded(cell.lean) : null, strength: sides ? rounded(strength(cell.support, cell.oppose)) : null,
    interval: sides ? [rounded(low), rounded(high)] : null, thin: cell.thin, records: cell.records, counted: cell.units.length,
    documents: cell.documents, sources: cell.sources, covering: cell.covering, outside_window: cell.outside,
    undated_left_out: cell.undated, first: date(cell.first), last: date(cell.last),
    shift: cell.shift
      ? { before: stances[cell.shift.before], after: stances[cell.shift.after], last_before: date(cell.shift.lastBefore), first_after: date(cell.shift.firstAfter) }
      : null,
    claims: { support: cell.claims.counts[0], oppose: cell.claims.counts[1], neutral: cell.claims.counts[2],
      claimants: cell.claims.claimants.map((claimant) => page.actors[claimant][0]).sort() },
    best: cell.units.map((unit) => page.passages.sentence[page.items.passage[unit.best]]).length,
  };
}

const keys = ["actor", "issue", "code", "refinement", "via", "support", "oppose", "neutral", "conditional", "lean", "strength", "interval", "thin",
  "records", "counted", "documents", "sources", "covering", "outside_window", "undated_left_out", "first", "last", "claims"];

function fromProgram(cell) {
  const kept = Object.fromEntries(keys.map((key) => [key, cell[key]]));
  kept.shift = cell.shift && Object.fromEntries(["before", "after", "last_before", "first_after"].map((key) => [key, cell.shift[key]]));
  return { ...kept, shift: kept.shift ?? null, best: cell.counted };
}

// With sources chosen the program leaves out rows of which they say nothing; the page keeps its rows, with nothing of their own.
function compare(page, counting, matrix, what, rowsMayGo = false) {
  const cells = new Positions(page).matrix(counting);
  const width = page.columns.length;
  const nameOf = (i) => `${page.actors[page.rows[Math.floor(i / width)]][0]} ${page.issues[page.columns[i % width]][0]}`;
  const mine = new Map(cells.map((cell, i) => [nameOf(i), cell]));
  if (!rowsMayGo) assert.equal(cells.length, matrix.cells.length, what);
  for (const cell of matrix.cells) {
    const name = `${cell.actor} ${cell.issue}`;
    assert.deepEqual(asJson(page, cell.actor, cell.issue, mine.get(name)), fromProgram(cell), `${what}: ${name}`);
    mine.delete(name);
  }
  for (const [name, cell] of mine)
    assert.equal(cell.via < 0 ? cell.support + cell.oppose + cell.neutral : 0, 0, `${what}: ${name}, which the program left out`);
  return cells;
}

const usual = { from: null, to: null, undated: false, kinds: [true, true, true], strengths: [true, true, true], sources: null, duplicates: "document", taper: false };
const choices = [
  [[], {}],
  [["--window", "2020 to 2024"], { from: "2020-01-01", to: "2024-12-31" }],
  [["--window", "2022"], { from: "2022-01-01", to: "2022-12-31" }],
  [["--window", "2020-09 to 2023-09", "--undated", "kept"], { from: "2020-09-01", to: "2023-09-30", undated: true }],
  [["--window", "from 2023-09-20"], { from: "2023-09-20" }],
  [["--window", "until 2022-06-30", "--undated", "dropped"], { to: "2022-06-30" }],
  [["--window", "1999"], { from: "1999-01-01", to: "1999-12-31" }],
  [["--window", "2018 to 2024", "--kinds", "declared"], { from: "2018-01-01", to: "2024-12-31", kinds: [true, false, false] }],
  [["--window", "2018 to 2024", "--kinds", "narrated,act"], { from: "2018-01-01", to: "2024-12-31", kinds: [false, true, true] }],
  [["--window", "2016 to 2024", "--duplicates", "week"], { from: "2016-01-01", to: "2024-12-31", duplicates: "week" }],
  [["--window", "2016 to 2024", "--duplicates", "month"], { from: "2016-01-01", to: "2024-12-31", duplicates: "month" }],
  [["--window", "2016 to 2024", "--duplicates", "none"], { from: "2016-01-01", to: "2024-12-31", duplicates: "none" }],
  [["--window", "2016 to 2024", "--taper"], { from: "2016-01-01", to: "2024-12-31", taper: true }],
];

const countingOf = (own) => ({ ...usual, ...own, from: own.from ? dayOf(own.from) : null, to: own.to ? dayOf(own.to) : null });

test("the example: the page's cells are those of matrix.json, whatever is chosen", () => {
  const out = folder();
  run(["--quiet", "report", "--out", join(out, "report.html")]);
  const page = dataOf(readFileSync(join(out, "report.html"), "utf8"));
  for (const [args, own] of choices) {
    if (args.length === 0) continue; // the project's own window is told below
    const undated = args.includes("--undated") ? [] : ["--undated", "dropped"];
    run(["--quiet", "run", "--out", out, ...undated, ...args]);
    compare(page, countingOf(own), JSON.parse(readFileSync(join(out, "matrix.json"), "utf8")), args.join(" "));
  }
  run(["--quiet", "run", "--out", out]);
  const { from, to, undated, kinds, duplicates, taper } = page.options;
  const cells = compare(page, { ...usual, from, to, undated, kinds, duplicates, taper }, JSON.parse(readFileSync(join(out, "matrix.json"), "utf8")), "as it is");
  const codes = new Set(cells.map((cell) => cell.code));
  assert.ok(codes.has("support") && codes.has("oppose") && codes.has("mixed"), [...codes].join());
});

test("made-up evidence in thousands: reprints, groups, undated, every option", (t) => {
  const stored = join(folder(), "stored");
  writeEvidence(stored, 4000);
  const rules = ["--rules", join(root, "rules/library.stance"), "--from", stored];
  const matrix = (args) => JSON.parse(run(["--quiet", "matrix", ...rules, "--format", "json", ...args], { cwd: stored }));
  try {
    matrix([]);
  } catch (error) {
    if (!/there is no command/.test(error.stderr)) throw error;
    t.skip("there is no `demarche matrix` in this build");
    return;
  }
  run(["--quiet", "report", ...rules, "--out", "report.html"], { cwd: stored });
  const page = dataOf(readFileSync(join(stored, "report.html"), "utf8"));
  const seen = new Set();
  for (const [args, own] of choices)
    for (const cell of compare(page, countingOf(own), matrix(args), args.join(" "))) seen.add(cell.code + cell.refinement + (cell.via >= 0 ? " via" : ""));
  for (const one of ["support", "oppose", "mixedshifted", "mixedambivalent", "conditional", "neutral", "mentioned", "silent", "support via"])
    assert.ok(seen.has(one), `${one} among ${[...seen].join(", ")}`);
  const source = page.sources[3];
  compare(page, { ...countingOf({}), sources: new Set([3]) }, matrix(["--sources", source]), `--sources ${source}`, true);
});
