// What the reader has chosen, and how an address names it: `#cell=IRN/sanctions`, `#view=timeline&from=2022-01-01`.
// Only what differs from the run's own choices stands in the address.
import type { Day, Page } from "./data";
import { kinds, strengths } from "./data";
import type { Counting } from "./positions";
import { dayOf, isoOf } from "./words";

export const views = ["matrix", "timeline", "network", "states", "evidence", "method"] as const;
export type View = (typeof views)[number];

export interface CellPlace {
  row: number;
  column: number;
}

export interface State {
  view: View;
  counting: Counting;
  rows: ReadonlySet<number> | null; // shown; null: all
  columns: ReadonlySet<number> | null;
  cell: CellPlace | null; // open
  item: number | null; // pointed at
  search: string;
  lane: string; // of the timeline: "issue:ID" or "actor:ID"; empty: the first issue
}

export function initial(page: Page): State {
  const { from, to, undated, kinds: counted, duplicates, taper, sources } = page.options;
  return {
    view: "matrix",
    counting: {
      from, to, undated, kinds: counted, strengths: [true, true, true], duplicates, taper,
      sources: sources ? new Set(sources) : null,
    },
    rows: null, columns: null, cell: null, item: null, search: "", lane: "",
  };
}

const quote = (text: string) => encodeURIComponent(text).replace(/%2F/g, "/").replace(/%3A/g, ":").replace(/%40/g, "@");
const list = (texts: string[]) => texts.map(quote).join(",");

function chosen(flags: boolean[], names: readonly string[]): string {
  return names.filter((_, i) => flags[i]).join(",") || "none";
}

// An item's place does not change from run to run: cell, document and start of its sentence.
export function itemName(page: Page, item: number): string {
  const { items } = page;
  const actor = page.actors[items.actor[item]!]![0];
  const issue = page.issues[items.issue[item]!]![0];
  return `${actor}/${issue}/${page.documents.id[items.document[item]!]}@${items.start[item]}`;
}

export function cellName(page: Page, place: CellPlace): string {
  return `${page.actors[page.rows[place.row]!]![0]}/${page.issues[page.columns[place.column]!]![0]}`;
}

export function toAddress(page: Page, state: State): string {
  const usual = initial(page);
  const parts: string[] = [];
  const add = (key: string, value: string) => parts.push(`${key}=${value}`);
  const { counting } = state;
  if (state.view !== "matrix") add("view", state.view);
  if (state.cell) add("cell", quote(cellName(page, state.cell)));
  if (state.item !== null) add("item", quote(itemName(page, state.item)));
  if (state.lane) add("lane", quote(state.lane));
  if (counting.from !== usual.counting.from) add("from", counting.from === null ? "open" : isoOf(counting.from));
  if (counting.to !== usual.counting.to) add("to", counting.to === null ? "open" : isoOf(counting.to));
  if (counting.undated !== usual.counting.undated) add("undated", counting.undated ? "kept" : "dropped");
  if (chosen(counting.kinds, kinds) !== chosen(usual.counting.kinds, kinds)) add("kinds", chosen(counting.kinds, kinds));
  if (counting.strengths.includes(false)) add("strengths", chosen(counting.strengths, strengths));
  if (counting.duplicates !== usual.counting.duplicates) add("duplicates", counting.duplicates);
  if (counting.taper !== usual.counting.taper) add("taper", counting.taper ? "yes" : "no");
  const names = (set: ReadonlySet<number> | null, name: (index: number) => string) =>
    set === null ? "all" : set.size === 0 ? "none" : list([...set].sort((a, b) => a - b).map(name));
  const sources = names(counting.sources, (source) => page.sources[source] || "-");
  if (sources !== names(usual.counting.sources, (source) => page.sources[source] || "-")) add("sources", sources);
  if (state.rows) add("actors", names(state.rows, (row) => page.actors[page.rows[row]!]![0]));
  if (state.columns) add("issues", names(state.columns, (column) => page.issues[page.columns[column]!]![0]));
  if (state.search) add("search", quote(state.search));
  return parts.length === 0 ? "" : "#" + parts.join("&");
}

function unquote(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function flags(text: string, names: readonly string[], count: number): boolean[] {
  const wanted = text.split(",");
  return names.slice(0, count).map((name) => wanted.includes(name));
}

function setOf(text: string, find: (name: string) => number): ReadonlySet<number> | null {
  if (text === "all") return null;
  if (text === "none") return new Set();
  return new Set(text.split(",").map((name) => find(unquote(name))).filter((index) => index >= 0));
}

export const findRow = (page: Page, id: string) => page.rows.findIndex((actor) => page.actors[actor]![0] === id);
export const findColumn = (page: Page, id: string) => page.columns.findIndex((issue) => page.issues[issue]![0] === id);

function readCell(page: Page, text: string): CellPlace | null {
  const [actor = "", issue = ""] = text.split("/");
  const row = findRow(page, actor);
  const column = findColumn(page, issue);
  return row < 0 || column < 0 ? null : { row, column };
}

function readItem(page: Page, text: string): number | null {
  for (let item = 0; item < page.items.document.length; item++) if (itemName(page, item) === text) return item;
  return null;
}

// An address that names what is not there is read as far as it can be.
export function fromAddress(page: Page, address: string): State {
  const state = initial(page);
  const { counting } = state;
  const readDay = (value: string, usual: Day) => (value === "open" ? null : dayOf(value) ?? usual);
  for (const part of address.replace(/^#/, "").split("&")) {
    const equals = part.indexOf("=");
    if (equals < 0) continue;
    const key = part.slice(0, equals);
    const raw = part.slice(equals + 1);
    const value = unquote(raw);
    if (key === "view" && (views as readonly string[]).includes(value)) state.view = value as View;
    if (key === "cell") state.cell = readCell(page, value);
    if (key === "item") state.item = readItem(page, value);
    if (key === "lane") state.lane = value;
    if (key === "from") counting.from = readDay(value, counting.from);
    if (key === "to") counting.to = readDay(value, counting.to);
    if (key === "undated") counting.undated = value === "kept";
    if (key === "kinds") counting.kinds = flags(value, kinds, 3);
    if (key === "strengths") counting.strengths = flags(value, strengths, 3);
    if (key === "duplicates" && duplicateNames.includes(value)) counting.duplicates = value;
    if (key === "taper") counting.taper = value === "yes";
    if (key === "sources") counting.sources = setOf(raw, (name) => page.sources.indexOf(name === "-" ? "" : name));
    if (key === "actors") state.rows = setOf(raw, (id) => findRow(page, id));
    if (key === "issues") state.columns = setOf(raw, (id) => findColumn(page, id));
    if (key === "search") state.search = value;
  }
  if (state.item !== null && !state.cell) state.cell = placeOf(page, state.item);
  return state;
}

export const duplicateNames = ["document", "week", "month", "year", "window", "none"];

// The cell that an item stands in; none when its actor is a group that is no row.
export function placeOf(page: Page, item: number): CellPlace | null {
  const row = page.rows.indexOf(page.items.actor[item]!);
  const column = page.columns.indexOf(page.items.issue[item]!);
  return row < 0 || column < 0 ? null : { row, column };
}
