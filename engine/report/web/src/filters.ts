// The filters, which act on every view: dates, actors, issues, sources, kinds, strengths.
import type { App } from "./app";
import { announce, foreign, h } from "./dom";
import type { Counting } from "./positions";
import { duplicateNames } from "./state";
import { dayOf, isoOf, plural, windowText } from "./words";

const searchFrom = 12; // choices; a longer list can be searched

interface Choice {
  title: string; // "Actors"
  names: string[];
  chosen: () => ReadonlySet<number> | null; // null: all
  choose: (set: ReadonlySet<number> | null) => void;
}

// A menu of check boxes: a native disclosure, so that keyboard and screen readers know it.
class Menu {
  readonly element: HTMLDetailsElement;
  private readonly summary = h("summary", {});
  private readonly boxes: HTMLInputElement[] = [];

  constructor(private readonly choice: Choice) {
    this.element = h("details", { class: "menu" }, this.summary);
    this.element.addEventListener("toggle", () => this.fill(), { once: true });
    this.update();
  }

  update(): void {
    const { title, names } = this.choice;
    const chosen = this.choice.chosen();
    const all = chosen === null || chosen.size === names.length;
    const text = all ? "all" : chosen.size === 1 ? names[[...chosen][0]!]! : `${chosen.size} of ${names.length}`;
    this.summary.replaceChildren(`${title}: `, h("b", {}, foreign(text)));
    this.element.classList.toggle("active", !all);
    this.boxes.forEach((box, i) => (box.checked = chosen === null || chosen.has(i)));
  }

  private fill(): void {
    const { title, names } = this.choice;
    const list = h("ul", {});
    for (const name of names) {
      const box = h("input", { type: "checkbox", change: () => this.take() });
      this.boxes.push(box);
      list.append(h("li", {}, h("label", {}, box, " ", foreign(name))));
    }
    const button = (text: string, click: () => void) => h("button", { type: "button", click }, text);
    const sheet = h("div", { class: "sheet", role: "group", "aria-label": title },
      h("p", {}, button("All", () => this.choice.choose(null)), " ", button("None", () => this.choice.choose(new Set()))));
    if (names.length > searchFrom) {
      const search = h("input", { type: "search", "aria-label": `Find in ${title.toLowerCase()}`, placeholder: "Find", input: () => {
        const wanted = search.value.toLowerCase();
        [...list.children].forEach((item, i) => ((item as HTMLElement).hidden = !names[i]!.toLowerCase().includes(wanted)));
      } });
      sheet.append(search);
    }
    sheet.append(list);
    this.element.append(sheet);
    this.update();
  }

  private take(): void {
    const set = new Set(this.boxes.flatMap((box, i) => (box.checked ? [i] : [])));
    this.choice.choose(set.size === this.boxes.length ? null : set);
  }
}

// Only one menu is open; Escape and a click elsewhere close it.
function closeOthers(bar: HTMLElement): void {
  const menus = () => [...bar.querySelectorAll<HTMLDetailsElement>("details.menu")];
  bar.addEventListener("toggle", (event) => {
    const opened = event.target as HTMLDetailsElement;
    if (opened.open) for (const menu of menus()) if (menu !== opened) menu.open = false;
  }, true);
  bar.addEventListener("keydown", (event) => {
    const menu = (event.target as HTMLElement).closest<HTMLDetailsElement>("details.menu[open]");
    if (event.key !== "Escape" || !menu) return;
    menu.open = false;
    menu.querySelector("summary")!.focus();
    event.stopPropagation();
  });
  document.addEventListener("click", (event) => {
    for (const menu of menus()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
}

const flagsToSet = (flags: boolean[]) => (flags.includes(false) ? new Set(flags.flatMap((flag, i) => (flag ? [i] : []))) : null);
const setToFlags = (set: ReadonlySet<number> | null, size: number) => Array.from({ length: size }, (_, i) => set === null || set.has(i));

function menus(app: App, count: (changes: Partial<Counting>) => void): Menu[] {
  const { names, page } = app;
  const choices: Choice[] = [
    { title: "Actors", names: page.rows.map(names.actor), chosen: () => app.state.rows, choose: (rows) => app.change({ rows }) },
    { title: "Issues", names: page.columns.map(names.issue), chosen: () => app.state.columns, choose: (columns) => app.change({ columns }) },
    { title: "Sources", names: page.sources.map((_, i) => names.source(i)), chosen: () => app.state.counting.sources,
      choose: (sources) => count({ sources }) },
    { title: "Kind", names: ["declared: its own words", "narrated: told of it", "act: a deed"],
      chosen: () => flagsToSet(app.state.counting.kinds), choose: (set) => count({ kinds: setToFlags(set, 3) }) },
    { title: "Strength", names: ["weak", "plain", "strong"], chosen: () => flagsToSet(app.state.counting.strengths),
      choose: (set) => count({ strengths: setToFlags(set, 3) }) },
  ];
  return choices.filter((choice) => choice.names.length > 1).map((choice) => new Menu(choice));
}

const duplicateTexts: Record<string, string> = {
  document: "one a document", week: "one a week", month: "one a month", year: "one a year", window: "one in all", none: "every piece",
};

export function filterBar(app: App): HTMLElement {
  const count = (changes: Partial<Counting>) => app.change({ counting: { ...app.state.counting, ...changes } });
  const day = (id: string, set: (value: number | null) => void) => {
    const input = h("input", { type: "date", id, change: () => {
      const value = input.value === "" ? null : dayOf(input.value);
      if (input.value === "" || value !== null) set(value);
    } });
    return input;
  };
  const from = day("from", (value) => count({ from: value }));
  const to = day("to", (value) => count({ to: value }));
  const undated = h("input", { type: "checkbox", id: "undated", change: () => count({ undated: undated.checked }) });
  const duplicates = h("select", { id: "duplicates", change: () => count({ duplicates: duplicates.value }) },
    ...duplicateNames.map((name) => h("option", { value: name }, duplicateTexts[name]!)));
  const reset = h("button", { type: "button", class: "reset", click: () => {
    app.reset();
    from.focus();
  } }, "Reset");
  const status = h("p", { class: "status" });
  const all = menus(app, count);
  const bar = h("form", { class: "filters", "aria-label": "Filters", submit: (event: Event) => event.preventDefault() },
    h("span", { class: "dates" }, h("label", { for: "from" }, "From "), from, h("label", { for: "to" }, " to "), to),
    h("label", {}, undated, " undated"), ...all.map((menu) => menu.element),
    h("label", { class: "counting" }, "Count ", duplicates), reset, status);
  closeOthers(bar);

  const update = () => {
    const { counting } = app.state;
    from.value = counting.from === null ? "" : isoOf(counting.from);
    to.value = counting.to === null ? "" : isoOf(counting.to);
    const open = counting.from === null && counting.to === null;
    undated.checked = counting.undated || open;
    undated.disabled = open;
    duplicates.value = counting.duplicates;
    for (const menu of all) menu.update();
    reset.disabled = !app.isFiltered();
    status.textContent = `${plural(app.items().length, "piece")} of evidence, ${plural(app.positionsShown(), "position")}, ` +
      windowText(counting.from, counting.to);
  };
  update();
  app.onChange((before) => {
    update();
    const { counting, rows, columns } = app.state;
    if (counting !== before.counting || rows !== before.rows || columns !== before.columns) announce(status.textContent ?? "");
  });
  return bar;
}
