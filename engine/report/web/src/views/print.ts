// What paper has in place of the panel: the best quotes of every cell, issue by issue.
import type { App } from "../app";
import { foreign, h, visible } from "../dom";
import { hasPosition, type Cell } from "../positions";
import { dateText, plural, saysText, sign } from "../words";

const mostQuotes = 600; // on paper; a larger table prints those of fewer cells
const quotesOfCell = 2;

// The best of each direction that the cell holds, else the two best.
function quotesOf(app: App, cell: Cell): number[] {
  const best = cell.units.filter((unit) => unit.weight > 0).map((unit) => unit.best).sort(app.positions.better);
  const stances = new Set(best.map((item) => app.page.items.stance[item]));
  if (stances.size < 2) return best.slice(0, quotesOfCell);
  return [...stances].map((stance) => best.find((item) => app.page.items.stance[item] === stance)!);
}

function quote(app: App, item: number): HTMLElement {
  const { items, passages, documents, speakers } = app.page;
  const document = items.document[item]!;
  const speaker = speakers[items.speaker[item]!];
  const where = [dateText(app.positions.dateOf(item)), speaker, app.names.source(documents.source[document]!),
    documents.title[document] || documents.id[document]].filter(Boolean).join(", ");
  return h("p", { class: "quote" }, h("q", { dir: "auto" }, visible(passages.sentence[items.passage[item]!]!)), " ",
    h("span", { class: "origin" }, foreign(where)));
}

export function annex(app: App): HTMLElement {
  const section = h("div", { class: "view annex" }, h("h2", {}, "The evidence behind each position"));
  let quotes = 0;
  let left = 0;
  for (const column of app.columns()) {
    const rows = app.rows().filter((row) => hasPosition(app.cell({ row, column })));
    if (rows.length === 0) continue;
    section.append(h("h3", {}, foreign(app.names.column(column))));
    for (const row of rows) {
      const cell = app.cell({ row, column });
      if (quotes >= mostQuotes) {
        left++;
        continue;
      }
      const items = quotesOf(app, cell);
      quotes += items.length;
      section.append(h("div", { class: "holding" },
        h("p", { class: "holder" }, h("strong", {}, foreign(app.names.row(row))), ` ${sign(cell)} ${saysText(cell)}, ` +
          plural(cell.documents, "document") + (cell.thin ? ", thin" : "") + (cell.via >= 0 ? `, via ${app.names.actor(cell.via)}` : "")),
        ...items.map((item) => quote(app, item))));
    }
  }
  if (left > 0) section.append(h("p", {}, `The quotes of ${plural(left, "more position")} are left out on paper: print with fewer actors or issues.`));
  return section;
}
