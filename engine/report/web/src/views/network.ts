// Who stands with whom: actors tied by agreement over the issues on which both have a position.
import {
  forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum,
} from "d3-force";
import { scaleLinear, scaleSqrt } from "d3-scale";
import type { App } from "../app";
import { foreign, h, svg } from "../dom";
import { hasPosition } from "../positions";
import { pairsOf, standing, type Pair } from "../pairs";
import { makeStops, type Stop } from "../stops";
import { plural, saysText, sign, tone } from "../words";

const width = 860;
const height = 560;
const manyNodes = 28; // beyond these the labels are ids
const pairsShown = 30;

interface Node extends SimulationNodeDatum {
  row: number;
  positions: number;
}
interface Link extends SimulationLinkDatum<Node> {
  pair: Pair;
  against: boolean;
}

// The reader's choices of this view; they last as long as the page.
const choices = { shared: 0, agreement: 70, ties: 0, opposed: true, row: -1 };

function pairs(app: App): Pair[] {
  return pairsOf(app.cells, app.width, app.rows(), app.columns());
}

// Two shared issues where the table is wide enough for that, else one.
const usualShared = (app: App) => (app.columns().length >= 4 ? 2 : 1);

// Of many actors each shows its strongest ties alone: all of them together would be a black ball.
const usualTies = (nodes: Node[]) => (nodes.length > 15 ? 3 : 99);

// Agreement as far as it can be trusted: on one shared issue it says little.
const trusted = (pair: Pair) => (2 * pair.same + pair.partly + 1) / (2 * pair.shared + 2);

// The pairs that are among the `most` strongest of one of the two; of a chosen actor, all of its own.
function strongest(all: Pair[], most: number, order: (a: Pair, b: Pair) => number): Pair[] {
  const taken = new Map<number, number>();
  const room = (row: number) => (taken.get(row) ?? 0) < most;
  return [...all].sort((a, b) => order(a, b) || a.a - b.a || a.b - b.b).filter((pair) => {
    if (choices.row >= 0 && choices.row !== pair.a && choices.row !== pair.b) return false;
    if (choices.row < 0 && !room(pair.a) && !room(pair.b)) return false;
    for (const row of [pair.a, pair.b]) taken.set(row, (taken.get(row) ?? 0) + 1);
    return true;
  });
}

function nodesOf(app: App): Node[] {
  return app.rows()
    .map((row) => ({ row, positions: app.columns().filter((column) => hasPosition(app.cell({ row, column }))).length }))
    .filter((node) => node.positions > 0);
}

// The layout starts from fixed places and uses the library's own fixed sequence: the same data, the same picture.
function layOut(nodes: Node[], links: Link[]): void {
  const together = links.filter((link) => !link.against);
  forceSimulation(nodes)
    .force("link", forceLink<Node, Link>(together).id((node) => node.row).distance(90)
      .strength((link) => link.pair.agreement * Math.min(0.6, 6 / (1 + together.length / nodes.length) ** 2)))
    .force("charge", forceManyBody().strength(-420).distanceMax(420))
    .force("collide", forceCollide<Node>((node) => 20 + node.positions))
    .force("x", forceX(width / 2).strength(0.06))
    .force("y", forceY(height / 2).strength(0.09))
    .stop()
    .tick(300);
}

// The part of the plane that the nodes and their labels take.
function frame(nodes: Node[]): string {
  const xs = nodes.map((node) => node.x!);
  const ys = nodes.map((node) => node.y!);
  const left = Math.min(...xs) - 70;
  const top = Math.min(...ys) - 34;
  const wide = Math.max(width, Math.max(...xs) + 70 - left);
  return [left - (wide - (Math.max(...xs) + 70 - left)) / 2, top, wide, Math.max(...ys) + 48 - top].map((value) => value.toFixed(0)).join(" ");
}

function tied(nodes: Node[], links: Link[]): Node[] {
  const rows = new Set(links.flatMap((link) => [link.pair.a, link.pair.b]));
  return nodes.filter((node) => rows.has(node.row)).map((node) => ({ ...node }));
}

function withoutTie(app: App, nodes: Node[], links: Link[]): string {
  const rows = new Set(links.flatMap((link) => [link.pair.a, link.pair.b]));
  const names = nodes.filter((node) => !rows.has(node.row)).map((node) => app.names.row(node.row));
  return names.length === 0 ? "" : ` Without a tie of that strength: ${names.join(", ")}.`;
}

function linkLine(link: Link, from: Node, to: Node, app: App): SVGLineElement {
  const { pair } = link;
  const share = Math.round(100 * pair.agreement);
  const thickness = scaleLinear([1, 10], [1.2, 6]).clamp(true)(pair.shared);
  const line = svg("line", {
    x1: from.x!, y1: from.y!, x2: to.x!, y2: to.y!, "stroke-width": thickness.toFixed(1),
    class: `tie ${link.against ? "against" : "with"}`,
  });
  line.append(svg("title", {}, `${app.names.row(pair.a)} and ${app.names.row(pair.b)}: ${share}% over ${plural(pair.shared, "issue")}`));
  return line;
}

const nodeText = (node: Node, app: App) => `${app.names.row(node.row)}: ${plural(node.positions, "position")}`;

function nodeGroup(node: Node, app: App, many: boolean): SVGGElement {
  const radius = scaleSqrt([0, 20], [4, 22])(node.positions);
  const chosen = choices.row === node.row;
  const label = many && !chosen ? app.names.actorId(app.page.rows[node.row]!) : app.names.row(node.row);
  return svg("g", { class: `node${chosen ? " chosen" : ""}`, transform: `translate(${node.x!.toFixed(1)},${node.y!.toFixed(1)})`,
    "data-row": node.row, "aria-pressed": String(chosen) },
    svg("circle", { r: radius.toFixed(1) }),
    svg("text", { y: (radius + 13).toFixed(1), "text-anchor": "middle" }, label),
    svg("title", {}, nodeText(node, app)));
}

// The ties of a node, as they are drawn.
function tiesText(node: Node, app: App, links: Link[]): string {
  const ties = links.filter(({ pair }) => pair.a === node.row || pair.b === node.row).map(({ pair }) =>
    `${app.names.row(pair.a === node.row ? pair.b : pair.a)} ${Math.round(100 * pair.agreement)}% over ${plural(pair.shared, "issue")}`);
  return ties.length === 0 ? "" : `; ${ties.join(", ")}`;
}

function drawing(app: App, nodes: Node[], links: Link[], line: HTMLElement, redraw: (row: number) => void): SVGSVGElement {
  layOut(nodes, links);
  const byRow = new Map(nodes.map((node) => [node.row, node]));
  const label = `${plural(nodes.length, "actor")}, ${plural(links.filter((link) => !link.against).length, "tie")} of agreement, ` +
    `${plural(links.filter((link) => link.against).length, "tie")} of opposition; the table below lists them`;
  const picture = svg("svg", { viewBox: frame(nodes), class: "network", role: "group", "aria-label": label });
  for (const link of links)
    picture.append(linkLine(link, byRow.get(link.pair.a)!, byRow.get(link.pair.b)!, app));
  const stops: Stop[] = nodes.map((node) => ({
    element: nodeGroup(node, app, nodes.length > manyNodes), text: nodeText(node, app) + tiesText(node, app, links),
    open: () => redraw(choices.row === node.row ? -1 : node.row),
  }));
  picture.append(...stops.map((stop) => stop.element));
  makeStops(stops, line);
  return picture;
}

// Where two stand on every issue that they share.
function sideBySide(app: App, pair: Pair): HTMLElement {
  const rows = app.columns().filter((column) => standing(app.cell({ row: pair.a, column }), app.cell({ row: pair.b, column })) !== null)
    .map((column) => {
      const side = (row: number) => {
        const cell = app.cell({ row, column });
        return h("td", {}, h("span", { class: `swatch ${tone(cell)}`, "aria-hidden": "true" }, sign(cell)), " ",
          h("a", { href: app.address({ cell: { row, column }, item: null }) }, saysText(cell)));
      };
      return h("tr", {}, h("th", { scope: "row" }, foreign(app.names.column(column))), side(pair.a), side(pair.b));
    });
  return h("table", { class: "plain" }, h("thead", {}, h("tr", {},
    ...["Issue", app.names.row(pair.a), app.names.row(pair.b)].map((text) => h("th", { scope: "col" }, foreign(text))))),
    h("tbody", {}, ...rows));
}

function pairTable(app: App, all: Pair[]): HTMLElement {
  const { names } = app;
  const chosen = choices.row < 0 ? all : all.filter((pair) => pair.a === choices.row || pair.b === choices.row);
  const sorted = [...chosen].sort((a, b) => b.agreement - a.agreement || b.shared - a.shared || a.a - b.a || a.b - b.b);
  const short = sorted.length > 2 * pairsShown ? [...sorted.slice(0, pairsShown), ...sorted.slice(-pairsShown)] : sorted;
  const rows = short.map((pair) => {
    const details = h("details", {}, h("summary", {}, foreign(names.row(pair.a)), " and ", foreign(names.row(pair.b))));
    details.addEventListener("toggle", () => details.append(sideBySide(app, pair)), { once: true });
    return h("tr", {}, h("th", { scope: "row" }, details), h("td", { class: "number" }, `${Math.round(100 * pair.agreement)}%`),
      h("td", { class: "number" }, pair.shared), h("td", { class: "number" }, pair.same),
      h("td", { class: "number" }, pair.partly), h("td", { class: "number" }, pair.opposite));
  });
  const title = choices.row < 0 ? "Pairs" : `Pairs with ${names.row(choices.row)}`;
  return h("section", {}, h("h3", {}, title),
    short.length < sorted.length
      ? h("p", { class: "hint" }, `The ${pairsShown} that agree most and the ${pairsShown} that agree least, of ${plural(sorted.length, "pair")}.`)
      : null,
    h("div", { class: "scroll" }, h("table", { class: "plain" },
      h("thead", {}, h("tr", {}, ...["Pair", "Agreement", "Shared issues", "Same", "Partly", "Opposite"]
        .map((text, i) => h("th", { scope: "col", class: i > 0 ? "number" : null }, text)))),
      h("tbody", {}, ...rows))));
}

function controls(app: App, nodes: Node[], redraw: () => void): HTMLElement {
  const number = (label: string, value: number, min: number, max: number, step: number, set: (value: number) => void) => {
    const input = h("input", { type: "number", value, min, max, step, change: () => {
      const chosen = Math.max(min, Math.min(max, Number(input.value) || min));
      input.value = String(chosen);
      set(chosen);
      redraw();
    } });
    return h("label", {}, label, " ", input);
  };
  const opposed = h("input", { type: "checkbox", checked: choices.opposed, change: () => {
    choices.opposed = opposed.checked;
    redraw();
  } });
  const who = h("select", { change: () => {
    choices.row = Number(who.value);
    redraw();
  } }, h("option", { value: -1 }, "all actors"), ...nodes.map((node) =>
    h("option", { value: node.row, selected: choices.row === node.row }, app.names.row(node.row))));
  return h("p", { class: "controls" },
    number("Shared issues, at least", choices.shared || usualShared(app), 1, 99, 1, (value) => (choices.shared = value)),
    number("Agreement, at least %", choices.agreement, 50, 100, 5, (value) => (choices.agreement = value)),
    number("Ties of each, at most", choices.ties || usualTies(nodes), 1, 99, 1, (value) => (choices.ties = value)),
    h("label", {}, opposed, " show opposition"), h("label", {}, "Pairs of ", who));
}

export function networkView(app: App): HTMLElement {
  const view = h("div", { class: "view network" }, h("h2", {}, "Agreement network"));
  const nodes = nodesOf(app);
  if (!nodes.some((node) => node.row === choices.row)) choices.row = -1;
  const body = h("div", {});
  const line = h("span", { class: "pointed" });
  // What was chosen keeps the focus, though it is drawn anew.
  const choose = (row: number) => {
    const focused = (document.activeElement as SVGElement | null)?.dataset?.["row"];
    draw(row);
    if (focused !== undefined) body.querySelector<SVGElement>(`.node[data-row="${focused}"]`)?.focus();
  };
  const draw = (row?: number) => {
    if (row !== undefined) {
      choices.row = row;
      for (const option of view.querySelectorAll<HTMLOptionElement>(".controls option")) option.selected = Number(option.value) === row;
    }
    const least = choices.shared || usualShared(app);
    const all = pairs(app).filter((pair) => pair.shared >= least);
    const share = choices.agreement / 100;
    const most = choices.ties || usualTies(nodes);
    const agreeing = strongest(all.filter((pair) => pair.agreement >= share), most, (a, b) => trusted(b) - trusted(a));
    const opposed = choices.opposed ? all.filter((pair) => pair.agreement <= 1 - share) : [];
    const links: Link[] = [
      ...strongest(opposed, most, (a, b) => trusted(a) - trusted(b)).map((pair) => ({ source: pair.a, target: pair.b, pair, against: true })),
      ...agreeing.map((pair) => ({ source: pair.a, target: pair.b, pair, against: false })),
    ];
    body.replaceChildren();
    if (links.length === 0)
      body.append(h("p", { class: "empty" }, `No pair of actors has positions on ${plural(least, "shared issue")} and so much ` +
        "agreement or opposition: lower the marks, or widen the filters."));
    else body.append(h("figure", {}, drawing(app, tied(nodes, links), links, line, choose), h("p", {}, line), h("figcaption", {},
      "A line joins actors that agree, a dashed one actors that oppose each other; the thicker, the more issues they share. ",
      "A circle grows with the number of positions. Agreement: 2 points for the same position, 1 when one of them is mixed ",
      "or conditional, 0 for opposite ones, as a share of the most there could be. ",
      "A click on a circle, or Enter, leaves only its ties; the arrow keys go from circle to circle.", choices.row < 0 ? withoutTie(app, nodes, links) : "")));
    if (all.length > 0) body.append(pairTable(app, all));
  };
  view.append(controls(app, nodes, () => draw()), body);
  draw();
  return view;
}
