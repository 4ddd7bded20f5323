// How things are named to the reader.
import type { Day, Page } from "./data";
import { kinds, modes, stances, strengths } from "./data";
import { hasPosition, type Cell, type Unit } from "./positions";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export const isoOf = (day: number) => new Date(day * 86400000).toISOString().slice(0, 10);
export function dayOf(iso: string): Day {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  const day = match ? Date.parse(iso + "T00:00:00Z") / 86400000 : NaN;
  return Number.isInteger(day) && isoOf(day) === iso ? day : null;
}
export function dateText(day: Day): string {
  if (day === null) return "undated";
  const date = new Date(day * 86400000);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

export function windowText(from: Day, to: Day): string {
  if (from === null && to === null) return "all dates";
  if (from === null) return `until ${dateText(to)}`;
  if (to === null) return `from ${dateText(from)}`;
  return `${dateText(from)} to ${dateText(to)}`;
}

export const plural = (count: number, one: string, many = one + "s") =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;

export const minus = "\u2212";

// The sign of a cell, as the other formats write it (engine/report/cell_text.cpp).
export function sign(cell: Cell): string {
  const side = cell.support >= cell.oppose ? "+" : minus;
  switch (cell.code) {
    case "no-coverage": return "·";
    case "silent": return "";
    case "mentioned": return "○";
    case "neutral": return "0";
    case "conditional": return cell.support > 0 && cell.oppose > 0 ? "(±)" : `(${side})`;
    case "support": return "+";
    case "oppose": return minus;
    case "mixed": return cell.shift ? "→" + (cell.shift.after === 0 ? "+" : minus) : "±";
  }
}

// What a cell says, in words: "opposes", "shifted to support".
export function saysText(cell: Cell): string {
  switch (cell.code) {
    case "no-coverage": return "no document by or about it";
    case "silent": return "silent";
    case "mentioned": return "named beside the issue, no position";
    case "neutral": return "takes no side";
    case "conditional":
      if (cell.support > 0 && cell.oppose > 0) return "speaks for and against only under conditions";
      return cell.support > 0 ? "supports under a condition" : "opposes under a condition";
    case "support": return "supports";
    case "oppose": return "opposes";
    case "mixed":
      if (!cell.shift) return "mixed, for and against";
      return cell.shift.after === 0 ? "shifted to support" : "shifted to opposition";
  }
}

// How the cell is coloured: a class of the style sheet.
export function tone(cell: Cell): string {
  if (!hasPosition(cell)) return cell.code;
  const depth = cell.thin ? " thin" : cell.documents >= 10 ? " deep" : "";
  switch (cell.code) {
    case "mixed":
      return cell.shift ? (cell.shift.after === 0 ? "shifted to-support" : "shifted to-oppose") : "mixed";
    case "conditional":
      return cell.support > 0 && cell.oppose > 0 ? "conditional" : `conditional ${cell.support > 0 ? "pro" : "con"}`;
    default:
      return cell.code + depth;
  }
}

export class Names {
  constructor(private readonly page: Page) {}
  actor = (index: number) => this.page.actors[index]?.[1] || this.page.actors[index]?.[0] || "";
  actorId = (index: number) => this.page.actors[index]?.[0] ?? "";
  issue = (index: number) => this.page.issues[index]?.[1] || this.page.issues[index]?.[0] || "";
  issueId = (index: number) => this.page.issues[index]?.[0] ?? "";
  row = (row: number) => this.actor(this.page.rows[row]!);
  column = (column: number) => this.issue(this.page.columns[column]!);
  source = (index: number) => this.page.sources[index] || "source not given";
  stance = (item: number) => stances[this.page.items.stance[item]!]!;
  strength = (item: number) => strengths[this.page.items.strength[item]!]!;
  mode = (item: number) => modes[this.page.items.mode[item]!]!;
  kind = (item: number) => kinds[this.page.items.kind[item]!]!;

  // For a screen reader: "Iran, Sanctions: opposes, 5 documents, thin".
  cell(row: number, column: number, cell: Cell): string {
    let text = `${this.row(row)}, ${this.column(column)}: ${saysText(cell)}`;
    if (!hasPosition(cell)) return text;
    text += `, ${plural(cell.documents, "document")}`;
    if (cell.via >= 0) text += `, by its membership of ${this.actor(cell.via)}`;
    return cell.thin ? text + ", thin" : text;
  }
}

export const stanceWord = (stance: number) => ["support", "oppose", "neutral"][stance]!;
export const unitWord = (unit: Unit) =>
  ["for", "against", "neutral"][unit.stance]! + (unit.mode === 1 ? ", conditional" : unit.mode === 3 ? ", a question" : "");
export const decimal = (value: number, digits = 2) => value.toFixed(digits).replace("-", minus);
