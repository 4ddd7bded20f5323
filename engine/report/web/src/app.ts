// What the views share: the data, what the reader has chosen, and the positions that follow from both.
import type { Page } from "./data";
import { hasPosition, inWindow, Positions, type Cell } from "./positions";
import { fromAddress, initial, toAddress, type CellPlace, type State } from "./state";
import { Names } from "./words";

export class App {
  readonly names: Names;
  readonly positions: Positions;
  state: State;
  cells: Cell[] = [];
  private listeners: ((before: State) => void)[] = [];

  constructor(readonly page: Page, address: string) {
    this.names = new Names(page);
    this.positions = new Positions(page);
    this.state = fromAddress(page, address);
    this.cells = this.positions.matrix(this.state.counting);
  }

  get width(): number {
    return this.page.columns.length;
  }

  cell(place: CellPlace): Cell {
    return this.cells[place.row * this.width + place.column]!;
  }

  rows(): number[] {
    return this.page.rows.map((_, row) => row).filter((row) => !this.state.rows || this.state.rows.has(row));
  }

  columns(): number[] {
    return this.page.columns.map((_, column) => column)
      .filter((column) => !this.state.columns || this.state.columns.has(column));
  }

  // The items that count under all filters, in order.
  items(): number[] {
    const { items } = this.page;
    const rows = this.state.rows && new Set(this.rows().map((row) => this.page.rows[row]!));
    const columns = this.state.columns && new Set(this.columns().map((column) => this.page.columns[column]!));
    const { counting } = this.state;
    const kept: number[] = [];
    for (let item = 0; item < items.document.length; item++) {
      if (rows && !rows.has(items.actor[item]!)) continue;
      if (columns && !columns.has(items.issue[item]!)) continue;
      if (!this.positions.counts(item, counting)) continue;
      if (!this.positions.sourceCounts(this.positions.documentOf(item), counting)) continue;
      if (inWindow(this.positions.dateOf(item), counting)) kept.push(item);
    }
    return kept;
  }

  // Every move among the cells that are shown, the earliest first.
  moves(): CellPlace[] {
    const places: CellPlace[] = [];
    for (const row of this.rows()) for (const column of this.columns()) {
      const cell = this.cell({ row, column });
      if (cell.shift) places.push({ row, column });
    }
    const day = (place: CellPlace) => this.cell(place).shift!.firstAfter;
    return places.sort((a, b) => day(a) - day(b));
  }

  positionsShown(): number {
    let count = 0;
    for (const row of this.rows()) for (const column of this.columns()) if (hasPosition(this.cell({ row, column }))) count++;
    return count;
  }

  isFiltered(): boolean {
    return toAddress(this.page, { ...this.state, view: "matrix", cell: null, item: null, search: "", lane: "" }) !== "";
  }

  reset(): void {
    const { counting } = initial(this.page);
    this.change({ counting, rows: null, columns: null });
  }

  // The address of this page with some choices changed.
  address(changes: Partial<State>): string {
    return toAddress(this.page, { ...this.state, ...changes }) || "#";
  }

  change(changes: Partial<State>, remember = false): void {
    const before = this.state;
    this.state = { ...before, ...changes };
    const address = toAddress(this.page, this.state) || location.pathname + location.search;
    if (remember) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.update(before);
  }

  // The reader changed the address, or went back.
  readAddress(address: string): void {
    const before = this.state;
    this.state = fromAddress(this.page, address);
    this.update(before);
  }

  onChange(listener: (before: State) => void): void {
    this.listeners.push(listener);
  }

  private update(before: State): void {
    if (this.state.counting !== before.counting) this.cells = this.positions.matrix(this.state.counting);
    for (const listener of this.listeners) listener(before);
  }
}
