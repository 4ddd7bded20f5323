// Puts the page together: heading, filters, the chosen view, the panel of the open cell; for print, all of it.
import { App } from "./app";
import { unpack, type Page } from "./data";
import { byId, foreign, h } from "./dom";
import { filterBar } from "./filters";
import { hasPosition } from "./positions";
import { views, type State, type View } from "./state";
import { cellPanel } from "./views/cell";
import { evidenceView } from "./views/evidence";
import { matrixView } from "./views/matrix";
import { methodView } from "./views/method";
import { networkView } from "./views/network";
import { annex } from "./views/print";
import { statesView } from "./views/states";
import { timelineView } from "./views/timeline";
import { plural, windowText } from "./words";

const make: Record<View, (app: App) => HTMLElement> = {
  matrix: matrixView, timeline: timelineView, network: networkView, states: statesView, evidence: evidenceView, method: methodView,
};
const titles: Record<View, string> = {
  matrix: "Matrix", timeline: "Timeline", network: "Network", states: "States per position", evidence: "Evidence", method: "Method",
};

function heading(app: App): HTMLElement {
  const { page } = app;
  const { from, to } = page.options;
  return h("header", { class: "top" }, h("h1", {}, foreign(page.title)),
    h("p", {}, `${plural(page.rows.length, "actor")}, ${plural(page.columns.length, "issue")}, ${windowText(from, to)}; ` +
      `${plural(page.items.document.length, "piece")} of evidence from ${plural(page.counts.documents, "document")}`));
}

function navigation(app: App): HTMLElement {
  const links = views.map((view) => h("a", { "data-view": view }, titles[view]));
  const update = () => {
    for (const link of links) {
      const view = link.dataset.view as View;
      link.href = app.address({ view, item: null });
      if (view === app.state.view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  };
  update();
  app.onChange(update);
  return h("nav", { class: "views", "aria-label": "Views" }, ...links);
}

// Where the keyboard stood in the old view, so that a redrawn one does not lose it.
function focusedCell(): string | null {
  const cell = document.activeElement?.closest<HTMLElement>("td.cell");
  return cell ? `td.cell[data-row="${cell.dataset.row}"][data-column="${cell.dataset.column}"]` : null;
}

function start(page: Page): void {
  const app = new App(page, location.hash);
  const main = h("main", { id: "main", tabindex: "-1" });
  const side = h("aside", { id: "side", "aria-label": "Evidence of the chosen cell" });
  const body = h("div", { class: "body" }, main, side);
  const paper = h("div", { class: "paper" });
  const wide = matchMedia("(min-width: 62rem)");

  const drawView = () => {
    const focused = focusedCell();
    const scroller = main.querySelector(".scroll");
    const place = scroller ? [scroller.scrollLeft, scroller.scrollTop] : [0, 0];
    main.replaceChildren(make[app.state.view](app));
    const fresh = main.querySelector(".scroll");
    if (fresh) [fresh.scrollLeft, fresh.scrollTop] = place as [number, number];
    if (focused) main.querySelector<HTMLElement>(focused)?.focus();
  };
  const drawSide = () => {
    const shown = app.state.cell !== null && app.state.view !== "evidence" && app.state.view !== "method";
    side.replaceChildren(...(shown ? [cellPanel(app, app.state.cell!)] : []));
    side.hidden = !shown;
    body.classList.toggle("with-side", shown);
  };
  const pointAt = () => {
    const pointed = document.querySelector<HTMLElement>(".pointed");
    pointed?.scrollIntoView({ block: "center" });
    pointed?.focus({ preventScroll: true });
  };

  byId("app").replaceChildren(h("a", { class: "skip", href: "#main", click: (event: Event) => {
    event.preventDefault();
    main.focus();
  } }, "Skip to the table"), heading(app), navigation(app), filterBar(app), body, paper,
  h("footer", {}, page.provenance.map(([label, value]) => `${label} ${value}`).join(" · ")));
  document.title = page.title;
  drawView();
  drawSide();
  pointAt();

  app.onChange((before: State) => {
    const { state } = app;
    const counted = state.counting !== before.counting || state.rows !== before.rows || state.columns !== before.columns;
    const elsewhere = state.cell?.row !== before.cell?.row || state.cell?.column !== before.cell?.column;
    const moved = state.view !== before.view || state.lane !== before.lane;
    const opened = elsewhere || state.item !== before.item;
    if (counted || moved || (opened && state.view === "matrix") || (state.item !== before.item && state.view === "evidence")) drawView();
    if (counted || moved || opened) drawSide();
    if (state.view !== before.view) main.focus({ preventScroll: true });
    if (state.item !== null && state.item !== before.item) pointAt();
    else if (elsewhere && state.cell && !wide.matches) byId("panel-title").focus();
    else if (elsewhere && state.cell) side.scrollTop = 0;
    else if (elsewhere && before.cell && state.view === "matrix")
      main.querySelector<HTMLElement>(`td.cell[data-row="${before.cell.row}"][data-column="${before.cell.column}"]`)?.focus();
  });
  // A link in the page, "back", an address typed anew.
  window.addEventListener("hashchange", () => app.readAddress(location.hash));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && app.state.cell) app.change({ cell: null, item: null }, true);
  });

  window.addEventListener("beforeprint", () => {
    const rest = (["matrix", "states", "timeline", "network"] as const).map((view) => make[view](app));
    paper.replaceChildren(...rest, annex(app), methodView(app));
    for (const box of paper.querySelectorAll("[id]")) box.removeAttribute("id");
    document.body.classList.add("printing");
  });
  window.addEventListener("afterprint", () => {
    paper.replaceChildren();
    document.body.classList.remove("printing");
  });
  performance.mark("ready"); // for tests: how long it took until it stood
  document.documentElement.dataset.ready = String(app.cells.filter(hasPosition).length);
}

unpack(byId("data").textContent ?? "").then(start, (error: unknown) => {
  byId("app").replaceChildren(h("p", { class: "empty", role: "alert" },
    "This report cannot be shown: ", error instanceof Error ? error.message : String(error),
    ". Browsers since 2023 can (Chrome 80, Firefox 113, Safari 16.4)."));
});
