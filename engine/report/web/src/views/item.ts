// One piece of evidence: the sentence in its passage, who said it where and when, and the rule behind it.
import type { App } from "../app";
import type { RuleText } from "../data";
import { announce, foreign, h, visible } from "../dom";
import { dateText, isoOf } from "../words";

// Other schemes than these can do things.
const isWebAddress = (url: string) => /^https?:\/\//i.test(url);

function passage(app: App, item: number): HTMLElement {
  const { items, passages } = app.page;
  const at = items.passage[item]!;
  const sentence = passages.sentence[at]!;
  const begin = items.match[item]!;
  const end = begin + items.matched[item]!;
  const mark = h("mark", {});
  if (begin < 0) mark.append(visible(sentence));
  else
    mark.append(
      visible(sentence.slice(0, begin)), h("strong", {}, visible(sentence.slice(begin, end))), visible(sentence.slice(end)),
    );
  const text = h("p", { dir: "auto" });
  if (passages.before[at]) text.append(visible(passages.before[at]!), " ");
  text.append(mark);
  if (passages.after[at]) text.append(" ", visible(passages.after[at]!));
  return h("blockquote", {}, text);
}

function origin(app: App, item: number): HTMLElement {
  const { items, documents, speakers } = app.page;
  const document = items.document[item]!;
  const title = documents.title[document] || documents.id[document]!;
  const url = documents.url[document]!;
  const line = h("p", { class: "origin" });
  const speaker = speakers[items.speaker[item]!];
  if (speaker) line.append(h("span", { class: "speaker" }, foreign(speaker)), " · ");
  if (items.via[item]! >= 0) line.append(`through ${app.names.actor(items.via[item]!)} · `);
  line.append(
    isWebAddress(url)
      ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, foreign(title))
      : foreign(title),
  );
  line.append(" · ", foreign(app.names.source(documents.source[document]!)));
  return line;
}

function ruleText(label: string, rule: RuleText | undefined): HTMLElement | null {
  if (!rule || !rule.id) return null;
  return h("div", {},
    h("p", {}, `${label} `, h("code", {}, rule.id), rule.place ? h("span", { class: "place" }, ` ${rule.place}`) : null),
    rule.text ? h("pre", { tabindex: "0", "aria-label": `Text of the ${label.toLowerCase()}` }, h("code", {}, rule.text)) : null,
  );
}

function behind(app: App, item: number): HTMLElement {
  const { items, rules, constructions } = app.page;
  const box = h("details", { class: "behind" }, h("summary", {}, "Rule and construction"));
  const fill = () => {
    const rule = ruleText("Rule", rules[items.rule[item]!]);
    const construction = ruleText("Construction", constructions[items.construction[item]!]);
    if (rule) box.append(rule);
    if (construction) box.append(construction);
    else if (rule) box.append(h("p", {}, "The rule names the words itself: no construction of the library took part."));
    if (items.negated[item]) box.append(h("p", {}, "A negation turned the sense of these words."));
  };
  box.addEventListener("toggle", fill, { once: true });
  return box;
}

function copyLink(app: App, item: number): HTMLElement {
  const changes = { item, cell: app.state.cell };
  return h("a", {
    class: "permalink", href: app.address(changes),
    click: () => announce("The address of this page now leads to this piece of evidence"),
  }, "Link to this");
}

export function itemCard(app: App, item: number, options: { heading?: boolean } = {}): HTMLElement {
  const { items } = app.page;
  const stance = app.names.stance(item);
  const day = app.positions.dateOf(item);
  const chip = (text: string, name = "") => h("span", { class: `chip ${name}` }, text);
  const head = h("p", { class: "head" },
    day === null ? h("span", { class: "date" }, "undated") : h("time", { class: "date", datetime: isoOf(day) }, dateText(day)),
    " ", chip({ support: "for", oppose: "against", neutral: "neutral" }[stance], stance),
    " ", chip(app.names.strength(item)), " ", chip(app.names.kind(item)),
  );
  if (items.mode[item] !== 0) head.append(" ", chip(app.names.mode(item), "mode"));
  if (items.claimant[item]! >= 0) head.append(` says ${app.names.actor(items.claimant[item]!)}`);
  const card = h("article", { class: `item ${stance}`, "data-item": item });
  if (options.heading)
    card.append(h("p", { class: "about" },
      h("strong", {}, app.names.actor(items.actor[item]!)), " on ", app.names.issue(items.issue[item]!)));
  card.append(head, passage(app, item), origin(app, item),
    h("div", { class: "tools" }, behind(app, item), copyLink(app, item)));
  if (app.state.item === item) {
    card.classList.add("pointed");
    card.setAttribute("aria-current", "true");
    card.tabIndex = -1;
  }
  return card;
}
