// The heat map: a grid with one tab stop, walked with the arrow keys.
import type { App } from "../app";
import { announce, foreign, h } from "../dom";
import { hasPosition, type Cell } from "../positions";
import type { CellPlace } from "../state";
import { plural, sign, tone } from "../words";

const manyColumns = 12; // beyond these the heads stand upright

function cellContent(app: App, cell: Cell): (HTMLElement | string)[] {
  const parts: (HTMLElement | string)[] = [h("span", { class: "sign" }, sign(cell))];
  if (!hasPosition(cell)) return parts;
  const note = cell.via >= 0 ? app.names.actorId(cell.via) : cell.documents + (cell.thin ? "?" : "");
  parts.push(h("span", { class: "note" }, note));
  return parts;
}

// A cell of the grid. Screen readers hear it in words.
function gridCell(app: App, place: CellPlace): HTMLTableCellElement {
  const cell = app.cell(place);
  const open = app.state.cell?.row === place.row && app.state.cell?.column === place.column;
  return h("td", {
    class: `cell ${tone(cell)}${open ? " open" : ""}`, tabindex: "-1", role: "gridcell",
    "aria-selected": open ? "true" : "false", "data-row": place.row, "data-column": place.column,
    "data-code": cell.code,
  },
    h("span", { class: "visually-hidden" }, app.names.cell(place.row, place.column, cell)),
    h("span", { "aria-hidden": "true", class: "shown" }, ...cellContent(app, cell)));
}

function table(app: App): HTMLTableElement {
  const columns = app.columns();
  const rows = app.rows();
  const head = h("tr", {}, h("td", { class: "corner" }),
    ...columns.map((column) => h("th", { scope: "col" }, h("span", {}, foreign(app.names.column(column))))));
  const body = rows.map((row) =>
    h("tr", {}, h("th", { scope: "row" }, foreign(app.names.row(row))),
      ...columns.map((column) => gridCell(app, { row, column }))));
  return h("table", {
    class: `grid${columns.length > manyColumns ? " upright" : ""}`, role: "grid", "aria-labelledby": "grid-caption",
    "aria-readonly": "true",
  }, h("thead", {}, head), h("tbody", {}, ...body));
}

function move(cells: HTMLTableCellElement[][], from: HTMLElement, event: KeyboardEvent): HTMLTableCellElement | null {
  const y = cells.findIndex((row) => row.includes(from as HTMLTableCellElement));
  if (y < 0) return null;
  const x = cells[y]!.indexOf(from as HTMLTableCellElement);
  const last = cells[y]!.length - 1;
  const bottom = cells.length - 1;
  const at = (row: number, column: number) =>
    cells[Math.max(0, Math.min(bottom, row))]![Math.max(0, Math.min(last, column))]!;
  switch (event.key) {
    case "ArrowLeft": return at(y, x - 1);
    case "ArrowRight": return at(y, x + 1);
    case "ArrowUp": return at(y - 1, x);
    case "ArrowDown": return at(y + 1, x);
    case "PageUp": return at(y - 10, x);
    case "PageDown": return at(y + 10, x);
    case "Home": return event.ctrlKey ? at(0, 0) : at(y, 0);
    case "End": return event.ctrlKey ? at(bottom, last) : at(y, last);
    default: return null;
  }
}

const placeOf = (cell: HTMLElement): CellPlace => ({ row: Number(cell.dataset.row), column: Number(cell.dataset.column) });

function open(app: App, cell: HTMLElement): void {
  app.change({ cell: placeOf(cell), item: null }, true);
}

// The grid answers to the keyboard and the mouse as a whole: one listener, however many cells.
function listen(app: App, grid: HTMLTableElement): void {
  const cells = [...grid.tBodies[0]!.rows].map((row) => [...row.cells].slice(1) as HTMLTableCellElement[]);
  const opened = cells.flat().find((cell) => cell.getAttribute("aria-selected") === "true");
  let current = opened ?? cells[0]?.[0];
  if (current) current.tabIndex = 0;
  const enter = (cell: HTMLElement) => {
    if (current) current.tabIndex = -1;
    current = cell as HTMLTableCellElement;
    current.tabIndex = 0;
  };
  grid.addEventListener("focusin", (event) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("td.cell");
    if (cell) enter(cell);
  });
  grid.addEventListener("keydown", (event) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("td.cell");
    if (!cell) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      open(app, cell);
      return;
    }
    const next = move(cells, cell, event);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  grid.addEventListener("click", (event) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("td.cell");
    if (cell) open(app, cell);
  });
}

const legendParts: [string, string, string][] = [
  ["support thin", "+", "supports"], ["oppose thin", "−", "opposes"], ["mixed", "±", "both"],
  ["shifted to-support", "→+", "shifted"], ["conditional pro", "(+)", "only under a condition"], ["neutral", "0", "takes no side"],
  ["mentioned", "○", "named beside it, no position"], ["silent", "", "silent"], ["no-coverage", "·", "no document by or about it"],
];

export function legend(): HTMLElement {
  return h("div", { class: "legend" },
    h("ul", { "aria-label": "What the signs mean" }, ...legendParts.map(([name, text, meaning]) =>
      h("li", {}, h("span", { class: `swatch ${name}`, "aria-hidden": "true" }, text || "\u00a0"), " ", meaning))),
    h("p", {}, "The number counts documents: light under three (thin, marked ?), deep from ten. A name instead of a number: ",
      "the position of that group, of which the actor is a member."));
}

export function matrixView(app: App): HTMLElement {
  const positions = app.positionsShown();
  const caption = h("h2", { id: "grid-caption" }, "Positions");
  const hint = h("p", { class: "hint" }, `${plural(positions, "position")} of ${plural(app.rows().length, "actor")} on ` +
    `${plural(app.columns().length, "issue")}. Choose a cell to read its evidence; the arrow keys walk the grid.`);
  const view = h("div", { class: "view matrix" }, caption, hint);
  if (app.rows().length === 0 || app.columns().length === 0) {
    view.append(h("p", { class: "empty" }, "No actor or no issue is chosen: choose some above."));
    announce("Nothing to show");
    return view;
  }
  const grid = table(app);
  listen(app, grid);
  view.append(h("div", { class: "scroll" }, grid), legend());
  return view;
}
