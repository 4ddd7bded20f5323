// How positions come about, again: what engine/position does in the program, so that the page can count anew when the
// reader filters. tests/browser compares the two, cell by cell. docs/positions.md explains the steps.
import { ascribed, type Day, type Page } from "./data";
import { lean } from "./figures";

export type Code =
  | "no-coverage" | "silent" | "mentioned" | "neutral" | "conditional" | "support" | "oppose" | "mixed";

// What counts. Rows and columns are chosen elsewhere: they change what is shown, not what is counted.
export interface Counting {
  from: Day;
  to: Day;
  undated: boolean;
  kinds: boolean[]; // declared, narrated, act
  strengths: boolean[]; // weak, plain, strong
  sources: ReadonlySet<number> | null; // null: all
  duplicates: string;
  taper: boolean;
}

// A piece of counted evidence: one item that stands for its duplicates and reprints.
export interface Unit {
  best: number; // the item to quote
  items: number[]; // all that it stands for, the best first
  anchor: number; // the earliest
  date: Day; // of the anchor
  stance: number;
  mode: number;
  weight: number;
  syndicated: number; // documents that carry its sentence
}

// One direction held to a day, and the other from a day on.
export interface Shift {
  before: number; // stance
  after: number;
  lastBefore: number; // day
  firstAfter: number;
  quoteBefore: number; // item
  quoteAfter: number;
}

export interface Claims {
  items: number[];
  counts: [support: number, oppose: number, neutral: number];
  claimants: number[];
}

export interface Cell {
  code: Code;
  refinement: "" | "shifted" | "ambivalent";
  via: number; // the group whose position this is; -1: none
  support: number;
  oppose: number;
  neutral: number;
  lean: number;
  thin: boolean;
  records: number;
  documents: number;
  sources: number;
  conditional: number;
  outside: number;
  undated: number;
  covering: number;
  first: Day;
  last: Day;
  shift: Shift | null;
  claims: Claims;
  units: Unit[];
}

export const hasPosition = (cell: Cell) =>
  cell.code === "support" || cell.code === "oppose" || cell.code === "mixed" || cell.code === "conditional" ||
  cell.code === "neutral";

const fullAge = 730; // days: two years
const goneAge = 1826; // five years
const taperWeight = (age: number) =>
  age <= fullAge ? 1 : age >= goneAge ? 0 : (goneAge - age) / (goneAge - fullAge);

const inRange = (day: number, from: Day, to: Day) => (from === null || from <= day) && (to === null || day <= to);

export function inWindow(day: Day, counting: Counting): boolean {
  if (day === null) return counting.undated || (counting.from === null && counting.to === null);
  return inRange(day, counting.from, counting.to);
}

// A sentence with its reprints; the first is the anchor: earliest date, then earliest record.
interface Statement {
  items: number[];
  syndicated: number;
}

// Counted evidence: the statements of a document (week, month) in one direction, the earliest first.
interface Piece {
  statements: Statement[];
  unit: Unit;
}

// Of plain, conditional, hedged, question: hedged words are firmer than conditions.
const looseness = [0, 2, 1, 3];

const weekOf = (day: number) => Math.floor((day + 719162) / 7);
const yearOf = (day: number) => new Date(day * 86400000).getUTCFullYear();
const monthOf = (day: number) => {
  const date = new Date(day * 86400000);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

// Aggregates one page's items. Built once; `matrix` is called again whenever what counts changes.
export class Positions {
  private readonly cells = new Map<number, number[]>(); // actor * issues + issue -> items, in order
  private readonly groups: number[];

  constructor(readonly page: Page) {
    const { items, issues } = page;
    for (let i = 0; i < items.document.length; i++) {
      const key = items.actor[i]! * issues.length + items.issue[i]!;
      const list = this.cells.get(key);
      if (list) list.push(i);
      else this.cells.set(key, [i]);
    }
    this.groups = [...new Set(page.memberships.map((one) => one.group))].sort((a, b) =>
      page.actors[a]![0] < page.actors[b]![0] ? -1 : 1,
    );
  }

  // The cells, row by row.
  matrix(counting: Counting): Cell[] {
    const { rows, columns } = this.page;
    const covering = this.covering(counting);
    const together = this.together(counting);
    const today = this.today(counting);
    const cells: Cell[] = [];
    rows.forEach((actor, row) => {
      columns.forEach((issue, column) => {
        const cell = emptyCell(covering[row]!);
        if (cell.covering > 0) cell.code = together.has(row * columns.length + column) ? "mentioned" : "silent";
        const entries = this.entries(actor, issue, counting);
        this.fill(entries, counting, today, cell);
        this.addClaims(entries, counting, cell);
        cells.push(cell);
      });
    });
    this.rollUp(cells, counting, today);
    return cells;
  }

  // The items of a cell that are of the chosen sources, whether or not they count.
  entries(actor: number, issue: number, counting: Counting): number[] {
    const all = this.cells.get(actor * this.page.issues.length + issue) ?? [];
    return counting.sources === null ? all : all.filter((item) => this.sourceCounts(this.documentOf(item), counting));
  }

  // Whether an item may count at all (a claim never does).
  counts(item: number, counting: Counting): boolean {
    const { kind, strength } = this.page.items;
    return kind[item]! !== ascribed && counting.kinds[kind[item]!]! && counting.strengths[strength[item]!]!;
  }

  dateOf(item: number): Day {
    return this.page.documents.date[this.documentOf(item)]!;
  }

  documentOf(item: number): number {
    return this.page.items.document[item]!;
  }

  sourceCounts(document: number, counting: Counting): boolean {
    return counting.sources === null || counting.sources.has(this.page.documents.source[document]!);
  }

  // Whether a document is read at all under these choices.
  documentCounts(document: number, counting: Counting): boolean {
    return this.sourceCounts(document, counting) && inWindow(this.page.documents.date[document]!, counting);
  }

  private covering(counting: Counting): number[] {
    const counts = new Array<number>(this.page.rows.length).fill(0);
    this.page.documents.covered.forEach((rows, document) => {
      if (this.documentCounts(document, counting)) for (const row of rows) counts[row]!++;
    });
    return counts;
  }

  private together(counting: Counting): Set<number> {
    const pairs = new Set<number>();
    this.page.documents.together.forEach((list, document) => {
      if (list.length === 0 || !this.documentCounts(document, counting)) return;
      for (let i = 0; i < list.length; i += 2) pairs.add(list[i]! * this.page.columns.length + list[i + 1]!);
    });
    return pairs;
  }

  // The day the taper counts from: the last day of the window, without one the latest document's.
  private today(counting: Counting): number {
    if (counting.to !== null) return counting.to;
    let today = 0;
    this.page.documents.date.forEach((day, document) => {
      if (day !== null && day > today && this.documentCounts(document, counting)) today = day;
    });
    return today;
  }

  private earlier = (a: number, b: number): number => {
    const dayA = this.dateOf(a);
    const dayB = this.dateOf(b);
    if (dayA !== null && dayB !== null && dayA !== dayB) return dayA - dayB;
    if ((dayA !== null) !== (dayB !== null)) return dayA !== null ? -1 : 1;
    return a - b;
  };

  // Which of two items to quote first: the higher score, the stronger wording, then the earlier place.
  readonly better = (a: number, b: number): number => {
    const { score, strength } = this.page.items;
    return score[b]! - score[a]! || strength[b]! - strength[a]! || a - b;
  };

  // The same sentence within seven days of its first appearance is one; so are undated ones.
  private joinReprints(items: number[]): Statement[] {
    if (items.length === 1) return [{ items, syndicated: 1 }];
    const same = new Map<number, number[]>();
    for (const item of items) {
      const key = this.page.items.reprint[item]! * 3 + this.page.items.stance[item]!;
      const list = same.get(key);
      if (list) list.push(item);
      else same.set(key, [item]);
    }
    const statements: Statement[] = [];
    for (const list of same.values()) {
      list.sort(this.earlier);
      let anchor: Day | undefined; // undefined: none yet
      for (const item of list) {
        const day = this.dateOf(item);
        const joins = anchor !== undefined && (day === null ? anchor === null : anchor !== null && day - anchor <= 7);
        if (!joins) {
          anchor = day;
          statements.push({ items: [], syndicated: 1 });
        }
        statements[statements.length - 1]!.items.push(item);
      }
    }
    for (const statement of statements) statement.syndicated = this.countDocuments(statement.items);
    return statements;
  }

  private scopeOf(statement: Statement, duplicates: string, number: number): string {
    const anchor = statement.items[0]!;
    const stance = this.page.items.stance[anchor]!;
    const day = this.dateOf(anchor);
    if (duplicates === "none") return `${stance} each ${number}`;
    if (duplicates === "window") return `${stance} all`;
    if (duplicates === "document" || day === null) return `${stance} document ${this.documentOf(anchor)}`;
    if (duplicates === "week") return `${stance} week ${weekOf(day)}`;
    if (duplicates === "year") return `${stance} year ${yearOf(day)}`;
    return `${stance} month ${monthOf(day)}`;
  }

  private joinDuplicates(statements: Statement[], counting: Counting, today: number): Piece[] {
    const joined = new Map<string, Statement[]>();
    statements.sort((a, b) => this.earlier(a.items[0]!, b.items[0]!));
    statements.forEach((statement, number) => {
      const key = this.scopeOf(statement, counting.duplicates, number);
      const list = joined.get(key);
      if (list) list.push(statement);
      else joined.set(key, [statement]);
    });
    return [...joined.values()].map((list) => ({ statements: list, unit: this.makeUnit(list, counting, today) }));
  }

  private countDocuments(items: number[]): number {
    return items.length === 1 ? 1 : new Set(items.map((item) => this.documentOf(item))).size;
  }

  private makeUnit(statements: Statement[], counting: Counting, today: number): Unit {
    const anchor = statements[0]!.items[0]!;
    const date = this.dateOf(anchor);
    const items =
      statements.length === 1 && statements[0]!.items.length === 1
        ? statements[0]!.items
        : statements.flatMap((statement) => statement.items).sort(this.better);
    let mode = 3; // a unit is as firm as the firmest of its records
    for (const item of items) mode = Math.min(mode, looseness[this.page.items.mode[item]!]!);
    return {
      best: items[0]!,
      items,
      anchor,
      date,
      stance: this.page.items.stance[anchor]!,
      mode: looseness.indexOf(mode),
      weight: counting.taper && date !== null ? taperWeight(today - date) : 1,
      syndicated: Math.max(...statements.map((statement) => statement.syndicated)),
    };
  }

  // A statement lies in the window when its first appearance does.
  private fill(entries: number[], counting: Counting, today: number, cell: Cell): void {
    const statements = this.joinReprints(entries.filter((item) => this.counts(item, counting))).filter((statement) => {
      const day = this.dateOf(statement.items[0]!);
      if (inWindow(day, counting)) return true;
      if (day === null) cell.undated += statement.items.length;
      else cell.outside += statement.items.length;
      return false;
    });
    if (statements.length === 0) return;
    for (const { items } of statements) {
      cell.records += items.length;
      const day = this.dateOf(items[0]!);
      if (day === null) continue;
      if (cell.first === null || day < cell.first) cell.first = day;
      if (cell.last === null || day > cell.last) cell.last = day;
    }
    const pieces = this.joinDuplicates(statements, counting, today);
    cell.units = pieces.map((piece) => piece.unit).sort(byDate);
    const anchors = cell.units.filter((unit) => unit.weight > 0).map((unit) => unit.anchor);
    cell.documents = this.countDocuments(anchors);
    cell.sources = new Set(anchors.map((item) => this.page.documents.source[this.documentOf(item)])).size;
    addFigures(cell);
    cell.code = codeOf(cell);
    cell.thin = hasPosition(cell) && cell.documents < 3;
    if (cell.code === "mixed") {
      cell.shift = this.findShift(pieces);
      cell.refinement = cell.shift ? "shifted" : "ambivalent";
    }
  }

  // Everything of one direction before everything of the other, on different days, all dated. Every statement counts here,
  // not only the first of a week or month: a direction that is taken up again is no shift.
  private findShift(pieces: Piece[]): Shift | null {
    const sides: { day: number; best: number }[][] = [[], []];
    for (const { statements, unit } of pieces) {
      if (unit.stance === 2 || unit.weight <= 0) continue;
      if (unit.date === null) return null;
      for (const { items } of statements)
        sides[unit.stance]!.push({ day: this.dateOf(items[0]!)!, best: [...items].sort(this.better)[0]! });
    }
    for (const before of [0, 1]) {
      const old = sides[before]!;
      const fresh = sides[1 - before]!;
      if (old.length === 0 || fresh.length === 0) return null;
      const last = [...old].sort((a, b) => b.day - a.day || this.better(a.best, b.best))[0]!;
      const first = [...fresh].sort((a, b) => a.day - b.day || this.better(a.best, b.best))[0]!;
      if (last.day < first.day)
        return {
          before, after: 1 - before, lastBefore: last.day, firstAfter: first.day, quoteBefore: last.best,
          quoteAfter: first.best,
        };
    }
    return null;
  }

  // What others say the holder thinks: never part of the position.
  private addClaims(entries: number[], counting: Counting, cell: Cell): void {
    const claimants = new Set<number>();
    for (const item of entries) {
      if (this.page.items.kind[item] !== ascribed || !inWindow(this.dateOf(item), counting)) continue;
      cell.claims.items.push(item);
      cell.claims.counts[this.page.items.stance[item]!]!++;
      if (this.page.items.claimant[item]! >= 0) claimants.add(this.page.items.claimant[item]!);
    }
    cell.claims.claimants = [...claimants];
  }

  // A member without a position of its own shows the one that its group took while it was a member.
  private rollUp(cells: Cell[], counting: Counting, today: number): void {
    const { memberships, columns, rows } = this.page;
    for (const group of this.groups) {
      const known = new Map<string, Cell | null>(); // members since the same day share a position
      for (const { row, when } of memberships.filter((one) => one.group === group && rows[one.row] !== group))
        columns.forEach((issue, column) => {
          const at = row * columns.length + column;
          const own = cells[at]!;
          if (hasPosition(own) && own.via < 0) return;
          const key = `${issue} ${when.join()}`;
          let theirs = known.get(key);
          if (theirs === undefined) known.set(key, (theirs = this.positionOfGroup(group, when, issue, counting, today)));
          if (theirs && (own.via < 0 || theirs.documents > own.documents))
            cells[at] = { ...theirs, via: group, covering: own.covering, claims: own.claims };
        });
    }
  }

  private positionOfGroup(group: number, when: [Day, Day][], issue: number, counting: Counting, today: number): Cell | null {
    const member = (day: Day) => day === null || when.some(([from, to]) => inRange(day, from, to));
    const entries = this.entries(group, issue, counting).filter((item) => member(this.dateOf(item)));
    if (entries.length === 0) return null;
    const theirs = emptyCell(0);
    this.fill(entries, counting, today, theirs);
    return hasPosition(theirs) ? theirs : null;
  }
}

function emptyCell(covering: number): Cell {
  return {
    code: "no-coverage", refinement: "", via: -1, support: 0, oppose: 0, neutral: 0, lean: 0, thin: false,
    records: 0, documents: 0, sources: 0, conditional: 0, outside: 0, undated: 0, covering, first: null, last: null,
    shift: null, claims: { items: [], counts: [0, 0, 0], claimants: [] }, units: [],
  };
}

// Undated units last.
function byDate(a: Unit, b: Unit): number {
  if ((a.date !== null) !== (b.date !== null)) return a.date !== null ? -1 : 1;
  if (a.date !== null && b.date !== null && a.date !== b.date) return a.date - b.date;
  return a.best - b.best || a.stance - b.stance;
}

export const isConditional = (unit: Unit) => unit.mode === 1 || unit.mode === 3;

function addFigures(cell: Cell): void {
  for (const unit of cell.units) {
    if (unit.stance === 0) cell.support += unit.weight;
    else if (unit.stance === 1) cell.oppose += unit.weight;
    else cell.neutral += unit.weight;
    if (isConditional(unit)) cell.conditional++;
  }
  cell.lean = lean(cell.support, cell.oppose);
}

function codeOf(cell: Cell): Code {
  if (cell.support <= 0 && cell.oppose <= 0) return cell.neutral > 0 ? "neutral" : cell.code;
  if (!cell.units.some((unit) => unit.stance !== 2 && unit.weight > 0 && !isConditional(unit))) return "conditional";
  if (cell.support > 0 && cell.oppose > 0) return "mixed";
  return cell.support > 0 ? "support" : "oppose";
}
