// Drawings whose parts can be reached with the keyboard: one stop of the tab key, arrow keys from part to part, Enter or
// the space bar for what a click does; and a line of text that says what the part under the mouse or the keyboard is.

export interface Stop {
  element: SVGElement;
  text: string; // what it is, in words
  open: () => void;
}

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => Math.min(at + 1, count - 1),
  ArrowDown: (at, count) => Math.min(at + 1, count - 1),
  ArrowLeft: (at) => Math.max(at - 1, 0),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, count) => count - 1,
};

// `line` shows the text of the part that is pointed at.
export function makeStops(stops: Stop[], line: HTMLElement): void {
  const enter = (at: number) => {
    stops.forEach(({ element }, i) => element.setAttribute("tabindex", i === at ? "0" : "-1"));
    stops[at]!.element.focus();
  };
  stops.forEach(({ element, text, open }, at) => {
    element.setAttribute("role", "button");
    element.setAttribute("aria-label", text);
    element.setAttribute("tabindex", at === 0 ? "0" : "-1");
    element.addEventListener("click", open);
    for (const event of ["focus", "mouseenter"]) element.addEventListener(event, () => (line.textContent = text));
    element.addEventListener("keydown", (event) => {
      const { key } = event as KeyboardEvent;
      const step = steps[key];
      if (key === "Enter" || key === " ") open();
      else if (step) enter(step(at, stops.length));
      else return;
      event.preventDefault();
    });
  });
}
