// States per position: how many stand where on each issue; and how much evidence there is, by year and source.
import { axisBottom } from "d3-axis";
import { scaleBand, scaleLinear } from "d3-scale";
import { select } from "d3-selection";
import { stack } from "d3-shape";
import type { App } from "../app";
import { foreign, h, svg } from "../dom";
import type { Code } from "../positions";
import { plural } from "../words";

const order: [Code, string][] = [
  ["support", "support"], ["conditional", "conditional"], ["mixed", "mixed"], ["neutral", "neutral"], ["oppose", "oppose"],
  ["mentioned", "mentioned"], ["silent", "silent"], ["no-coverage", "no coverage"],
];
const barWidth = 520;
const barHeight = 26;
const sourcesShown = 15;

type Counts = Record<Code, number[]>; // rows

function countsOf(app: App, column: number): Counts {
  const counts = Object.fromEntries(order.map(([code]) => [code, [] as number[]])) as Counts;
  for (const row of app.rows()) counts[app.cell({ row, column }).code].push(row);
  return counts;
}

function bar(counts: Counts, total: number): SVGSVGElement {
  const numbers = Object.fromEntries(order.map(([code]) => [code, counts[code].length])) as Record<Code, number>;
  const scale = scaleLinear([0, Math.max(1, total)], [0, barWidth]);
  const parts = stack<Record<Code, number>, Code>().keys(order.map(([code]) => code))([numbers]);
  const label = order.filter(([code]) => numbers[code] > 0).map(([code, name]) => `${numbers[code]} ${name}`).join(", ");
  const drawing = svg("svg", { viewBox: `0 0 ${barWidth} ${barHeight}`, class: "bar", role: "img", "aria-label": label });
  for (const part of parts) {
    const [from, to] = part[0]!;
    const width = scale(to) - scale(from);
    if (width <= 0) continue;
    drawing.append(svg("rect", { class: `part ${part.key}`, x: scale(from), y: 2, width, height: barHeight - 4 }));
    if (width >= 16)
      drawing.append(svg("text", { class: `part-number ${part.key}`, x: scale(from) + width / 2, y: barHeight / 2 + 5, "text-anchor": "middle" },
        numbers[part.key]));
  }
  return drawing;
}

function issueRow(app: App, column: number): HTMLElement {
  const counts = countsOf(app, column);
  const details = h("details", {}, h("summary", {}, foreign(app.names.column(column))));
  details.addEventListener("toggle", () => {
    const list = h("dl", { class: "who" });
    for (const [code, name] of order) {
      if (counts[code].length === 0 || code === "no-coverage") continue;
      const links = counts[code].flatMap((row, i) => [
        i > 0 ? ", " : "", h("a", { href: app.address({ cell: { row, column }, item: null }) }, foreign(app.names.row(row)))]);
      list.append(h("dt", {}, name), h("dd", {}, ...links));
    }
    details.append(list);
  }, { once: true });
  return h("tr", {}, h("th", { scope: "row" }, details),
    h("td", { class: "drawn" }, bar(counts, app.rows().length)),
    ...order.map(([code]) => h("td", { class: "number" }, counts[code].length || "–")));
}

function totals(app: App): HTMLElement {
  return h("div", { class: "scroll" }, h("table", { class: "plain states" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Issue"), h("th", { scope: "col" }, h("span", { class: "visually-hidden" }, "Picture")),
      ...order.map(([code, name]) => h("th", { scope: "col", class: "number" }, h("span", { class: `dot ${code}`, "aria-hidden": "true" }), name)))),
    h("tbody", {}, ...app.columns().map((column) => issueRow(app, column)))));
}

// Counts by year, of items for and against; undated ones are told apart.
function years(app: App, items: number[]): HTMLElement {
  const counts = new Map<number, [number, number, number]>();
  let undated = 0;
  for (const item of items) {
    const day = app.positions.dateOf(item);
    if (day === null) {
      undated++;
      continue;
    }
    const year = new Date(day * 86400000).getUTCFullYear();
    const count = counts.get(year) ?? [0, 0, 0];
    count[app.page.items.stance[item]!]!++;
    counts.set(year, count);
  }
  const seen = [...counts.keys()].sort((a, b) => a - b);
  if (seen.length === 0) return h("p", {}, "No dated evidence under these filters.");
  const all = Array.from({ length: seen[seen.length - 1]! - seen[0]! + 1 }, (_, i) => seen[0]! + i);
  const width = 620;
  const height = 180;
  const x = scaleBand(all, [0, width]).padding(0.2);
  const y = scaleLinear([0, Math.max(...[...counts.values()].map(([a, b, c]) => a + b + c))], [height, 20]).nice();
  const drawing = svg("svg", { viewBox: `-4 0 ${width + 8} ${height + 24}`, class: "years", role: "img",
    "aria-label": `Evidence by year: ${seen.map((year) => `${year}: ${counts.get(year)!.reduce((a, b) => a + b)}`).join(", ")}` });
  for (const year of seen) {
    let below = 0;
    for (const stance of [0, 2, 1]) {
      const count = counts.get(year)![stance]!;
      if (count === 0) continue;
      drawing.append(svg("rect", { class: `part ${["support", "oppose", "neutral"][stance]}`, x: x(year)!, width: x.bandwidth(),
        y: y(below + count), height: y(below) - y(below + count) }));
      below += count;
    }
    drawing.append(svg("text", { class: "count", x: x(year)! + x.bandwidth() / 2, y: y(below) - 3, "text-anchor": "middle" }, below));
  }
  const step = Math.ceil(all.length / 12);
  const axis = svg("g", { transform: `translate(0,${height})` });
  select(axis).call(axisBottom<number>(x).tickValues(all.filter((_, i) => i % step === 0)).tickFormat(String).tickSizeOuter(0) as never);
  drawing.append(axis);
  return h("figure", {}, drawing, h("figcaption", {}, "Pieces of evidence by year, for and against" +
    (undated > 0 ? `; ${undated} undated` : "") + "."));
}

function bySource(app: App, items: number[]): HTMLElement {
  const counts = new Map<number, { items: number; documents: Set<number> }>();
  for (const item of items) {
    const document = app.positions.documentOf(item);
    const source = app.page.documents.source[document]!;
    const count = counts.get(source) ?? { items: 0, documents: new Set() };
    count.items++;
    count.documents.add(document);
    counts.set(source, count);
  }
  const sorted = [...counts].sort((a, b) => b[1].items - a[1].items || a[0] - b[0]);
  const rows = sorted.slice(0, sourcesShown).map(([source, count]) => h("tr", {},
    h("th", { scope: "row" }, foreign(app.names.source(source))), h("td", { class: "number" }, count.items),
    h("td", { class: "number" }, count.documents.size)));
  const left = sorted.length - sourcesShown;
  return h("div", {}, h("table", { class: "plain" }, h("thead", {}, h("tr", {},
    ...["Source", "Evidence", "Documents"].map((text, i) => h("th", { scope: "col", class: i > 0 ? "number" : null }, text)))),
    h("tbody", {}, ...rows)), left > 0 ? h("p", { class: "hint" }, `and ${plural(left, "more source")}`) : null);
}

export function statesView(app: App): HTMLElement {
  const view = h("div", { class: "view states" }, h("h2", {}, "States per position"));
  if (app.rows().length === 0 || app.columns().length === 0) {
    view.append(h("p", { class: "empty" }, "No actor or no issue is chosen: choose some above."));
    return view;
  }
  const items = app.items();
  view.append(h("p", { class: "hint" }, "How many actors stand where on each issue; open an issue to see who."), totals(app),
    h("h3", {}, "Evidence"), h("div", { class: "side-by-side" }, years(app, items), bySource(app, items)));
  return view;
}
