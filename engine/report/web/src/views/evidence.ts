// All evidence that counts, with a search over its words.
import type { App } from "../app";
import { announce, h } from "../dom";
import { plural } from "../words";
import { longList } from "./cell";
import { itemCard } from "./item";

const folded = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// The text of an item that a search looks at; folded once.
class Haystack {
  private readonly texts = new Map<number, string>();
  constructor(private readonly app: App) {}
  has(item: number, words: string[]): boolean {
    let text = this.texts.get(item);
    if (text === undefined) {
      const { items, passages, documents, speakers } = this.app.page;
      const document = items.document[item]!;
      text = folded([
        passages.sentence[items.passage[item]!], speakers[items.speaker[item]!], documents.title[document], documents.id[document],
        this.app.names.actor(items.actor[item]!), this.app.names.issue(items.issue[item]!),
        this.app.names.source(documents.source[document]!),
      ].join(" \n "));
      this.texts.set(item, text);
    }
    return words.every((word) => text.includes(word));
  }
}

const haystacks = new WeakMap<App, Haystack>();

// `"two words"` are one; all words must be there.
function wordsOf(search: string): string[] {
  return [...folded(search).matchAll(/"([^"]+)"|(\S+)/g)].map((match) => match[1] ?? match[2]!);
}

export function found(app: App): number[] {
  const words = wordsOf(app.state.search);
  const all = app.items();
  if (words.length === 0) return all;
  const haystack = haystacks.get(app) ?? new Haystack(app);
  haystacks.set(app, haystack);
  return all.filter((item) => haystack.has(item, words));
}

// The latest first, undated ones last.
function sorted(app: App, items: number[]): number[] {
  const day = (item: number) => app.positions.dateOf(item) ?? -Infinity;
  return items.sort((a, b) => day(b) - day(a) || a - b);
}

export function evidenceView(app: App): HTMLElement {
  const results = h("div", {});
  const status = h("p", { class: "hint" });
  const show = () => {
    const items = sorted(app, found(app));
    const pointed = app.state.item;
    if (pointed !== null && items.includes(pointed)) items.splice(0, items.length, pointed, ...items.filter((item) => item !== pointed));
    status.textContent = `${plural(items.length, "piece")} of evidence` + (app.state.search ? ` with ${app.state.search}` : "") + ".";
    announce(status.textContent);
    results.replaceChildren(longList(items, (item) => itemCard(app, item, { heading: true }), "piece"));
  };
  let timer = 0;
  const input = h("input", { type: "search", id: "search", value: app.state.search, autocomplete: "off", spellcheck: "false", input: () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      app.change({ search: input.value.trim() });
      show();
    }, 150);
  } });
  const view = h("div", { class: "view evidence" }, h("h2", {}, "Evidence"),
    h("p", { class: "controls", role: "search" }, h("label", { for: "search" }, "Search sentences, speakers, titles, sources "), input),
    status, results);
  show();
  return view;
}
