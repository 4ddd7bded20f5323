// The panel beside the views: why one cell says what it says.
import type { App } from "../app";
import { append, foreign, h } from "../dom";
import { interval, strength } from "../figures";
import { hasPosition, type Cell, type Unit } from "../positions";
import type { CellPlace } from "../state";
import { dateText, decimal, plural, saysText, sign, tone } from "../words";
import { itemCard } from "./item";

const first = 25; // units shown at once

function figures(cell: Cell): HTMLElement {
  const list = h("dl", { class: "figures" });
  const add = (name: string, value: string) => append(list, h("div", {}, h("dt", {}, name), h("dd", {}, value)));
  const [low, high] = interval(cell.support, cell.oppose);
  const whole = (value: number) => (Number.isInteger(value) ? String(value) : decimal(value));
  add("for", whole(cell.support));
  add("against", whole(cell.oppose));
  if (cell.neutral > 0) add("neutral", whole(cell.neutral));
  if (cell.conditional > 0) add("conditional", String(cell.conditional));
  add("documents", String(cell.documents) + (cell.thin ? " (thin)" : ""));
  add("sources", String(cell.sources));
  if (cell.support + cell.oppose > 0) {
    add("lean", decimal(cell.lean));
    add("strength", decimal(strength(cell.support, cell.oppose)));
    add("share of support", `${Math.round(100 * low)}–${Math.round(100 * high)}%`);
  }
  if (cell.first !== null)
    add("dates", cell.first === cell.last ? dateText(cell.first) : `${dateText(cell.first)} – ${dateText(cell.last)}`);
  return list;
}

function explanation(app: App, cell: Cell): string {
  const named = plural(cell.covering, "document");
  const unused: string[] = [];
  if (cell.outside > 0) unused.push(`${plural(cell.outside, "record")} outside the window`);
  if (cell.undated > 0) unused.push(`${plural(cell.undated, "undated record")}`);
  const left = unused.length > 0 ? ` Left out: ${unused.join(", ")}.` : "";
  if (cell.code === "no-coverage") return `No document that counts is by it or names it.${left}`;
  if (cell.code === "silent") return `${named} by it or naming it, and none puts it beside the issue.${left}`;
  if (cell.code === "mentioned")
    return `It stands in one sentence with the issue, in ${named} by it or naming it, and takes no position there.${left}`;
  const records = cell.records === cell.units.length ? "" : ` (of ${plural(cell.records, "record")}: reprints and repetitions are one)`;
  const via = cell.via >= 0 ? ` The position is that of ${app.names.actor(cell.via)}, of which it is a member: it has none of its own.` : "";
  return `${plural(cell.units.length, "piece")} of evidence${records}.${via}${left}`;
}

function unitCard(app: App, unit: Unit): HTMLElement {
  const shown = unit.items.includes(app.state.item ?? -1) ? app.state.item! : unit.best;
  const card = itemCard(app, shown);
  const others = unit.items.filter((item) => item !== shown);
  if (others.length > 0) {
    const more = h("details", { class: "same" },
      h("summary", {}, `${plural(others.length, "more record")} counted as one with it` +
        (unit.syndicated > 1 ? `; the sentence stands in ${unit.syndicated} documents` : "")));
    more.addEventListener("toggle", () => append(more, ...others.map((item) => itemCard(app, item))), { once: true });
    card.append(more);
  }
  return card;
}

// Cards, the first ones at once, the others when asked for.
export function longList<T>(all: T[], make: (one: T) => HTMLElement, what: string, needed = 0): HTMLElement {
  const box = h("div", { class: "list" });
  let shown = 0;
  const more = h("button", { type: "button", class: "more" });
  const show = (count: number) => {
    const begin = shown;
    shown = Math.min(all.length, shown + count);
    for (const one of all.slice(begin, shown)) box.insertBefore(make(one), more.parentNode === box ? more : null);
    const left = all.length - shown;
    if (left === 0) more.remove();
    else {
      more.textContent = `Show ${Math.min(left, 2 * first)} more of ${plural(left, what)}`;
      box.append(more);
    }
    return begin;
  };
  more.addEventListener("click", () => {
    const begin = show(2 * first);
    const card = box.children[begin] as HTMLElement | undefined;
    if (card) {
      card.tabIndex = -1;
      card.focus();
    }
  });
  show(Math.max(first, needed));
  return box;
}

function shiftText(cell: Cell): HTMLElement | null {
  if (!cell.shift) return null;
  const { before, after, lastBefore, firstAfter } = cell.shift;
  const side = (stance: number) => (stance === 0 ? "for" : "against");
  return h("div", { class: "shift" },
    h("p", {}, `Last ${side(before)} it on `, h("strong", {}, dateText(lastBefore)), `, first ${side(after)} it on `,
      h("strong", {}, dateText(firstAfter)), "."));
}

export function cellPanel(app: App, place: CellPlace): HTMLElement {
  const cell = app.cell(place);
  const { names } = app;
  const close = h("button", {
    type: "button", class: "close", "aria-label": "Close",
    click: () => app.change({ cell: null, item: null }, true),
  }, "×");
  const panel = h("section", { class: "panel", "aria-labelledby": "panel-title" },
    h("header", {},
      h("h2", { id: "panel-title", tabindex: "-1" }, foreign(names.row(place.row)), " on ", foreign(names.column(place.column))),
      close),
    h("p", { class: "verdict" }, h("span", { class: `swatch ${tone(cell)}`, "aria-hidden": "true" }, sign(cell) || " "),
      " ", h("strong", {}, saysText(cell)), cell.refinement === "ambivalent" ? " (ambivalent)" : ""),
    h("p", { class: "explanation" }, explanation(app, cell)));
  if (hasPosition(cell)) panel.append(figures(cell));
  const shift = shiftText(cell);
  if (shift) panel.append(shift);
  panel.append(h("p", { class: "links" },
    h("a", { class: "permalink", href: app.address({ item: null }) }, "Link to this cell"), " · ",
    h("a", { href: app.address({ view: "timeline", lane: `issue:${names.issueId(app.page.columns[place.column]!)}` }) },
      "Timeline of the issue"), " · ",
    h("a", { href: app.address({ view: "timeline", lane: `actor:${names.actorId(app.page.rows[place.row]!)}` }) },
      "Timeline of the actor")));
  if (cell.units.length > 0) {
    const pointed = cell.units.findIndex((unit) => unit.items.includes(app.state.item ?? -1));
    const units = [...cell.units].reverse(); // the latest first; undated ones lead
    const dated = [...units.filter((unit) => unit.date !== null), ...units.filter((unit) => unit.date === null)];
    panel.append(h("h3", {}, "Evidence, the latest first"),
      longList(dated, (unit) => unitCard(app, unit), "piece", pointed < 0 ? 0 : cell.units.length));
  }
  if (cell.claims.items.length > 0) {
    const [support, oppose] = cell.claims.counts;
    panel.append(h("h3", {}, "What others say it thinks (does not count)"),
      h("p", {}, `${support} that it is for, ${oppose} that it is against` +
        (cell.claims.claimants.length > 0 ? `; by ${cell.claims.claimants.map(names.actor).join(", ")}.` : ".")),
      longList(cell.claims.items, (item) => itemCard(app, item), "claim"));
  }
  return panel;
}
