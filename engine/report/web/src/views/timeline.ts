// Who said what when, and who moved: a lane for each actor on one issue, or for each issue of one actor.
import { axisBottom } from "d3-axis";
import { scaleUtc, type ScaleTime } from "d3-scale";
import { select } from "d3-selection";
import { symbol, symbolCircle, symbolTriangle } from "d3-shape";
import type { App } from "../app";
import { foreign, h, svg } from "../dom";
import { hasPosition, isConditional, type Cell, type Unit } from "../positions";
import { findColumn, findRow, type CellPlace } from "../state";
import { makeStops, type Stop } from "../stops";
import { dateText, plural, saysText, sign, tone, unitWord } from "../words";

const laneWidth = 720; // units of the drawing, which is as wide as its column
const laneHeight = 36;
const edge = 20;
const mostMarks = 400; // of a lane; more would be a grey bar

type Lane = { issue: number } | { actor: number }; // a column, a row

function chosenLane(app: App): Lane {
  const [kind, id = ""] = app.state.lane.split(":");
  if (kind === "actor" && findRow(app.page, id) >= 0) return { actor: findRow(app.page, id) };
  if (kind === "issue" && findColumn(app.page, id) >= 0) return { issue: findColumn(app.page, id) };
  const dated = (column: number) =>
    app.rows().reduce((sum, row) => sum + app.cell({ row, column }).units.filter((unit) => unit.date !== null).length, 0);
  const columns = app.columns();
  const best = columns.reduce((a, b) => (dated(b) > dated(a) ? b : a), columns[0] ?? 0);
  return { issue: best };
}

function chooser(app: App, lane: Lane): HTMLElement {
  const { names, page } = app;
  const option = (value: string, text: string, selected: boolean) => h("option", { value, selected }, text);
  const select = h("select", { change: (event: Event) => app.change({ lane: (event.target as HTMLSelectElement).value }, true) },
    h("optgroup", { label: "An issue, by actor" }, ...app.columns().map((column) =>
      option(`issue:${names.issueId(page.columns[column]!)}`, names.column(column), "issue" in lane && lane.issue === column))),
    h("optgroup", { label: "An actor, by issue" }, ...app.rows().map((row) =>
      option(`actor:${names.actorId(page.rows[row]!)}`, names.row(row), "actor" in lane && lane.actor === row))));
  select.id = "lane";
  return h("p", { class: "controls" }, h("label", { for: "lane" }, "Timeline of "), select);
}

// The days that all lanes span, whole years.
function span(cells: Cell[]): [Date, Date] | null {
  let first = Infinity;
  let last = -Infinity;
  for (const cell of cells) {
    if (cell.first !== null) first = Math.min(first, cell.first);
    if (cell.last !== null) last = Math.max(last, cell.last);
  }
  if (first > last) return null;
  const year = (day: number) => new Date(day * 86400000).getUTCFullYear();
  return [new Date(Date.UTC(year(first), 0, 1)), new Date(Date.UTC(year(last) + 1, 0, 1))];
}

type Scale = ScaleTime<number, number>;
const at = (scale: Scale, day: number) => scale(new Date(day * 86400000));

function axis(scale: Scale): SVGSVGElement {
  const box = svg("svg", { viewBox: `0 0 ${laneWidth} 22`, class: "lane axis", "aria-hidden": "true" });
  const group = svg("g", { transform: "translate(0,1)" });
  select(group).call(axisBottom<Date>(scale).ticks(8).tickSizeOuter(0) as never);
  box.append(group);
  return box;
}

const shapeOf = (unit: Unit) => (unit.stance === 2 ? symbolCircle : symbolTriangle);

const markText = (unit: Unit) => `${dateText(unit.date)}: ${unitWord(unit)}`;

// A mark: a triangle that points up for support, down for opposition; hollow under a condition.
function mark(unit: Unit, scale: Scale): SVGPathElement {
  const turn = unit.stance === 1 ? " rotate(180)" : "";
  const middle = laneHeight / 2 + (unit.stance === 0 ? -4 : unit.stance === 1 ? 4 : 0);
  return svg("path", {
    d: symbol(shapeOf(unit), 62)() ?? "", transform: `translate(${at(scale, unit.date!).toFixed(1)},${middle})${turn}`,
    class: `mark ${["support", "oppose", "neutral"][unit.stance]}${isConditional(unit) ? " hollow" : ""}`,
  }, svg("title", {}, markText(unit)));
}

// A band for each year with evidence: what it was for, against, or both.
function bands(cell: Cell, scale: Scale): SVGRectElement[] {
  const years = new Map<number, Set<number>>();
  for (const unit of cell.units) {
    if (unit.date === null || unit.weight <= 0) continue;
    const year = new Date(unit.date * 86400000).getUTCFullYear();
    years.set(year, (years.get(year) ?? new Set()).add(unit.stance));
  }
  return [...years].map(([year, stances]) => {
    const name = stances.has(0) && stances.has(1) ? "mixed" : stances.has(0) ? "support" : stances.has(1) ? "oppose" : "neutral";
    const begin = scale(new Date(Date.UTC(year, 0, 1)));
    const end = scale(new Date(Date.UTC(year + 1, 0, 1)));
    return svg("rect", { class: `band ${name}`, x: begin + 1, y: 3, width: Math.max(1, end - begin - 2), height: laneHeight - 6, rx: 3 });
  });
}

function shiftLine(cell: Cell, scale: Scale): SVGElement[] {
  if (!cell.shift) return [];
  const from = at(scale, cell.shift.lastBefore);
  const to = at(scale, cell.shift.firstAfter);
  return [svg("line", { class: "move", x1: from, x2: to, y1: laneHeight / 2, y2: laneHeight / 2, "marker-end": "url(#arrow)" })];
}

function laneText(cell: Cell): string {
  const counts = [0, 0, 0];
  for (const unit of cell.units) counts[unit.stance]!++;
  return `${counts[0]} for, ${counts[1]} against` + (counts[2]! > 0 ? `, ${counts[2]} neutral` : "") +
    (cell.first !== null ? `, ${dateText(cell.first)} to ${dateText(cell.last)}` : ", undated");
}

function laneDrawing(app: App, place: CellPlace, name: string, scale: Scale, line: HTMLElement): SVGSVGElement {
  const cell = app.cell(place);
  const drawing = svg("svg", { viewBox: `0 0 ${laneWidth} ${laneHeight}`, class: "lane", role: "group",
    "aria-label": `${name}: ${laneText(cell)}` });
  drawing.append(...bands(cell, scale), ...shiftLine(cell, scale));
  const dated = cell.units.filter((unit) => unit.date !== null);
  const step = Math.max(1, Math.ceil(dated.length / mostMarks));
  const stops: Stop[] = [];
  for (let i = 0; i < dated.length; i += step) {
    const unit = dated[i]!;
    const element = mark(unit, scale);
    stops.push({ element, text: `${name}, ${markText(unit)}`, open: () => app.change({ cell: place, item: unit.best }, true) });
    drawing.append(element);
  }
  makeStops(stops, line);
  return drawing;
}

function openLink(app: App, place: CellPlace, text: string): HTMLElement {
  return h("a", { href: app.address({ cell: place, item: null }) }, foreign(text));
}

function lanes(app: App, lane: Lane): HTMLElement {
  const { names } = app;
  const places: CellPlace[] = "issue" in lane
    ? app.rows().map((row) => ({ row, column: lane.issue }))
    : app.columns().map((column) => ({ row: lane.actor, column }));
  const shown = places.filter((place) => hasPosition(app.cell(place)));
  const years = span(shown.map((place) => app.cell(place)));
  if (shown.length === 0 || !years) return h("p", { class: "empty" }, "No dated evidence under these filters.");
  const scale = scaleUtc(years, [edge, laneWidth - edge]);
  const name = (place: CellPlace) => ("issue" in lane ? names.row(place.row) : names.column(place.column));
  const line = h("p", { class: "pointed" });
  const rows = shown.map((place) => {
    const cell = app.cell(place);
    return h("tr", {},
      h("th", { scope: "row" }, openLink(app, place, name(place))),
      h("td", { class: "drawn" }, laneDrawing(app, place, name(place), scale, line)),
      h("td", { class: "now" }, h("span", { class: `swatch ${tone(cell)}`, "aria-hidden": "true" }, sign(cell)), " ", saysText(cell),
        cell.via >= 0 ? ` (${names.actorId(cell.via)})` : ""));
  });
  const what = "issue" in lane ? names.column(lane.issue) : names.row(lane.actor);
  return h("div", {}, line, h("div", { class: "scroll" }, h("table", { class: "lanes" },
    h("caption", {}, foreign(what)),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "issue" in lane ? "Actor" : "Issue"),
      h("th", { scope: "col", class: "drawn" }, h("span", { class: "visually-hidden" }, "Evidence over time"), axis(scale)),
      h("th", { scope: "col" }, "In the window"))),
    h("tbody", {}, ...rows))));
}

function moves(app: App): HTMLElement {
  const { names } = app;
  const places = app.moves();
  const section = h("section", {}, h("h3", {}, "Who moved"));
  if (places.length === 0) {
    section.append(h("p", {}, "Nobody: no cell holds all its evidence of one direction before all of the other."));
    return section;
  }
  const rows = places.map((place) => {
    const cell = app.cell(place);
    const { lastBefore, firstAfter } = cell.shift!;
    return h("tr", {}, h("th", { scope: "row" }, openLink(app, place, `${names.row(place.row)} on ${names.column(place.column)}`)),
      h("td", {}, h("span", { class: `swatch ${tone(cell)}`, "aria-hidden": "true" }, sign(cell)), " ", saysText(cell)),
      h("td", {}, dateText(lastBefore)), h("td", {}, dateText(firstAfter)),
      h("td", {}, plural(cell.documents, "document")));
  });
  section.append(h("div", { class: "scroll" }, h("table", { class: "plain" },
    h("thead", {}, h("tr", {}, ...["Position", "Move", "Last before", "First after", "Evidence"]
      .map((text) => h("th", { scope: "col" }, text)))), h("tbody", {}, ...rows))));
  return section;
}

const legend = () => h("p", { class: "hint" }, "▲ for, ▼ against, ● neutral, hollow under a condition; the band says what a year's " +
  "evidence is for. An arrow joins the last evidence of an old position and the first of the new one. Undated evidence is not drawn. " +
  "A mark opens its evidence, by a click or with Enter; the arrow keys go from mark to mark.");

function arrowHead(): SVGSVGElement {
  const marker = svg("marker", { id: "arrow", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto" },
    svg("path", { d: "M0,0L8,4L0,8Z", class: "move-head" }));
  return svg("svg", { class: "defs", "aria-hidden": "true", width: 0, height: 0 }, svg("defs", {}, marker));
}

export function timelineView(app: App): HTMLElement {
  const view = h("div", { class: "view timeline" }, h("h2", {}, "Timeline"));
  if (app.rows().length === 0 || app.columns().length === 0) {
    view.append(h("p", { class: "empty" }, "No actor or no issue is chosen: choose some above."));
    return view;
  }
  const lane = chosenLane(app);
  view.append(arrowHead(), chooser(app, lane), legend(), lanes(app, lane), moves(app));
  return view;
}
