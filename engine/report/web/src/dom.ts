// Building elements. Text only ever enters as text: nothing from the data is read as HTML.

type Child = Node | string | number | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: never) => void)>;

function fill(element: Element, attributes: Attributes, children: Child[]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value as EventListener);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, ...children);
}

export function append(element: Element, ...children: Child[]): void {
  for (const child of children)
    if (child !== null && child !== undefined && child !== false)
      element.append(child instanceof Node ? child : String(child));
}

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  fill(element, attributes, children);
  return element;
}

// Text of the corpus: in its own direction, and no stray sign in it turns round what stands beside it.
export const foreign = (text: string, attributes: Attributes = {}) => h("bdi", attributes, visible(text));

// Control characters, which would show as nothing, are shown as a sign.
export const visible = (text: string) =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");

let live: HTMLElement | undefined;

// Says something to users of screen readers.
export function announce(text: string): void {
  live ??= document.getElementById("live") ?? undefined;
  if (live) live.textContent = text;
}

export const byId = (id: string) => document.getElementById(id)!;

let number = 0;
export const newId = (stem: string) => `${stem}-${++number}`;
