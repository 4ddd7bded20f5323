// How the table was made: provenance, what was counted, what was read and what gave nothing.
import type { App } from "../app";
import { foreign, h } from "../dom";
import { hasPosition } from "../positions";

function facts(rows: [string, string | number][]): HTMLElement {
  return h("table", { class: "plain facts" }, h("tbody", {}, ...rows.map(([label, value]) =>
    h("tr", {}, h("th", { scope: "row" }, label), h("td", {}, typeof value === "number" ? value.toLocaleString("en-GB") : foreign(value))))));
}

const kinds: [string, string][] = [
  ["declared", "in the actor's own words, or reported of it directly"],
  ["narrated", "told by a text that vouches for it"],
  ["act", "a deed that shows the side"],
  ["ascribed", "what somebody else says the actor thinks: kept apart, never counted"],
];

function passageText(around: number | null): string {
  if (around === null) return "not at hand: the evidence was stored without the texts";
  return around === 0 ? "left out, to keep this file small" : `up to ${around} characters on either side, of its paragraph`;
}

function coverage(app: App): HTMLElement {
  const { counts, items } = app.page;
  const thin = app.cells.filter((cell) => hasPosition(cell) && cell.thin).length;
  const empty = app.cells.filter((cell) => cell.code === "no-coverage").length;
  return facts([
    ["documents read", counts.documents], ["of these, undated", counts.undated], ["sentences", counts.sentences],
    ["pieces of evidence found", counts.evidence],
    ["of these, about the actors and issues of this table", items.document.length],
    ["places with an issue and no position", counts.silences],
    ["cells", app.cells.length], ["cells with a position", app.cells.filter(hasPosition).length],
    ["of these, thin (fewer than three documents)", thin], ["cells of actors that no document names", empty],
    ["article around each sentence", passageText(app.page.around)],
  ]);
}

function reasons(app: App): HTMLElement {
  const rows = app.page.reasons.map(([name, meaning, count]) =>
    h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, meaning), h("td", { class: "number" }, count.toLocaleString("en-GB"))));
  return h("table", { class: "plain" }, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Reason"), h("th", { scope: "col" }, "Meaning"),
    h("th", { scope: "col", class: "number" }, "Places"))), h("tbody", {}, ...rows));
}

function meanings(list: [string, string][], head: string): HTMLElement {
  return h("table", { class: "plain" }, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, head), h("th", { scope: "col" }, "Meaning"))),
    h("tbody", {}, ...list.map(([name, meaning]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, meaning)))));
}

export function methodView(app: App): HTMLElement {
  const { page } = app;
  return h("div", { class: "view method" }, h("h2", {}, "Method and coverage"),
    h("section", {}, h("h3", {}, "Where this table comes from"), facts(page.provenance),
      h("p", {}, "With the same program, rules, corpus and choices, this table comes out the same, byte for byte.",
        app.isFiltered() ? " The filters above have changed what is counted here; the facts above are those of the run." : "")),
    h("section", {}, h("h3", {}, "What was read"), coverage(app)),
    h("section", {}, h("h3", {}, "How a cell comes about"),
      h("p", {}, "An actor's position is counted from dated evidence: its own words, what a text that vouches for it tells, and deeds. ",
        "What others say it thinks is kept apart and never counts. The same sentence in several outlets within seven days is one; what ",
        "one document says in one direction is one. A cell is mixed when both directions stand, and has shifted when all evidence of ",
        "one direction is dated before all of the other. Silence is missing data, never neutrality."),
      meanings(page.codes, "Code"),
      h("p", {}, "Lean is (for − against) / (for + against). Strength is ln((for + ½) / (against + ½)). The share of support is given as its ",
        "95% Jeffreys interval. A position on fewer than three documents is thin. A member of a group that has no position of its own ",
        "shows its group's, under the group's name."),
      meanings(kinds, "Kind of evidence")),
    page.reasons.length > 0
      ? h("section", {}, h("h3", {}, "Why places with an issue gave no position"), h("div", { class: "scroll" }, reasons(app)))
      : null);
}
