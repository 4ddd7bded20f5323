// The page in a real browser: what readers do with it, by mouse, keyboard, address and printer.
import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { chromium, closeBrowser, eventually, folder, openReport, run, violations, write } from "./support.mjs";
import { writeEvidence } from "./synthetic.mjs";

if (!chromium) {
  console.log("skipped: there is no Chromium here (package chromium)");
  process.exit(77);
}

const place = folder();
const report = join(place, "report.html");
before(() => run(["--quiet", "report", "--out", report]));
after(closeBrowser);

const cell = (page, actor, issue) => page.locator("td.cell", { hasText: new RegExp(`^${actor}, ${issue}[^:]*:`) });
const codes = (page) => page.$$eval("td.cell", (cells) => cells.map((one) => one.dataset.code));
const hash = (page) => page.evaluate(() => location.hash);
const focused = (page) => page.evaluate(() => document.activeElement.querySelector(".visually-hidden")?.textContent ?? document.activeElement.id);

async function withReport(options, body, file = report) {
  const { page, problems } = await openReport(file, options);
  try {
    await body(page);
    assert.deepEqual(problems, [], "the console complains, something throws, or something is loaded");
  } finally {
    await page.context().close();
  }
}

test("the grid shows the matrix of the run, and a cell opens to its evidence", () =>
  withReport({}, async (page) => {
    run(["--quiet", "run", "--out", place]);
    const matrix = JSON.parse(readFileSync(join(place, "matrix.json"), "utf8"));
    assert.deepEqual(await codes(page), matrix.cells.map((one) => one.code));
    assert.equal(await page.locator("#side").isVisible(), false);
    await cell(page, "Iran", "Presence of forces").click();
    assert.match(await hash(page), /^#cell=IRN\/foreign-forces-presence$/);
    const panel = page.locator(".panel");
    assert.match(await panel.locator("h2").textContent(), /Iran on Presence of forces/);
    const card = panel.locator(".item").first();
    const expected = matrix.cells.find((one) => one.actor === "IRN" && one.issue === "foreign-forces-presence");
    assert.equal(await panel.locator(".list > .item").count(), expected.counted);
    const sentences = await panel.locator("mark").allTextContents();
    assert.ok(expected.quotes.every((quote) => sentences.includes(quote.sentence)), sentences.join("\n"));
    assert.ok(await panel.locator("mark strong").count() > 0, "the words that were matched are marked");
    const passages = await panel.locator("blockquote").allTextContents();
    assert.ok(passages.some((text) => text.length > 150 && !sentences.includes(text)), `in their passages: ${passages.join("\n")}`);
    await card.locator("summary", { hasText: "Rule" }).click();
    await card.locator(".behind pre").first().waitFor();
    assert.match(await card.locator(".behind").textContent(), /actor-takes-a-side-every-issue.*actor takes-a-side on every issue/s);
    assert.match(await card.locator(".behind pre").last().textContent(), /construction/);
    await panel.getByRole("button", { name: "Close" }).click();
    await eventually(async () => {
      assert.equal(await page.locator("#side").isVisible(), false);
      assert.match(await focused(page), /^Iran, Presence of forces/, "the keyboard is back where it was");
    });
  }));

test("filters change every view, and stand in the address", () =>
  withReport({}, async (page) => {
    const before = await codes(page);
    await page.fill("#from", "2023-09-01");
    await page.locator("#from").blur();
    const after = await eventually(async () => {
      const now = await codes(page);
      assert.notDeepEqual(now, before);
      return now;
    });
    run(["--quiet", "run", "--out", place, "--window", "2023-09-01 to 2024-12-31"]);
    assert.deepEqual(after, JSON.parse(readFileSync(join(place, "matrix.json"), "utf8")).cells.map((one) => one.code));
    assert.match(await hash(page), /from=2023-09-01/);
    assert.match(await page.locator("#live").textContent(), /pieces? of evidence/, "screen readers hear of it");

    await page.locator("summary", { hasText: "Actors" }).click();
    await page.getByRole("button", { name: "None" }).click();
    await eventually(async () => assert.match(await page.locator("main").textContent(), /No actor or no issue is chosen/));
    await page.getByRole("checkbox", { name: "Iran" }).check();
    await page.getByRole("checkbox", { name: "Russia" }).check();
    await eventually(async () => assert.equal(await page.locator(".grid tbody tr").count(), 2));
    await page.keyboard.press("Escape");
    await eventually(async () => assert.equal(await page.locator("details.menu[open]").count(), 0));
    await page.getByRole("link", { name: "Evidence", exact: true }).click();
    await page.locator(".item .about strong").first().waitFor();
    const about = await page.locator(".item .about strong").allTextContents();
    assert.ok(about.length > 0 && about.every((name) => name === "Iran" || name === "Russia"), about.join());
    const dates = await page.locator(".item time").evaluateAll((all) => all.map((one) => one.dateTime));
    assert.ok(dates.every((date) => date >= "2023-09-01"), dates.join());
    await page.getByRole("link", { name: "Timeline", exact: true }).click();
    await page.locator(".lanes tbody th").first().waitFor();
    const lanes = await page.locator(".lanes tbody th").allTextContents();
    assert.ok(lanes.every((name) => name === "Iran" || name === "Russia"), lanes.join());
    await page.getByRole("link", { name: "States per position" }).click();
    assert.match(await page.locator("svg.bar").first().getAttribute("aria-label"), /^(?=.*\d)/);
    await page.getByRole("button", { name: "Reset" }).click();
    await page.getByRole("link", { name: "Matrix", exact: true }).click();
    await eventually(async () => assert.deepEqual(await codes(page), before));
  }));

test("kind, strength and source filters count anew", () =>
  withReport({}, async (page) => {
    const status = () => page.locator(".status").textContent();
    const all = await status();
    for (const [menu, box] of [["Kind", /^narrated/], ["Strength", "strong"], ["Sources", "Meridian Wire"]]) {
      await page.locator("summary", { hasText: menu }).click();
      await page.getByRole("checkbox", { name: box }).uncheck();
      await eventually(async () => assert.notEqual(await status(), all, menu));
      await page.locator(".menu[open]").getByRole("button", { name: "All" }).click();
      await eventually(async () => assert.equal(await status(), all, menu));
      await page.keyboard.press("Escape");
    }
  }));

test("the grid is one stop of the tab key and is walked with the arrows", () =>
  withReport({}, async (page) => {
    assert.equal(await page.locator("td.cell[tabindex='0']").count(), 1);
    await page.locator("td.cell[tabindex='0']").focus();
    assert.match(await focused(page), /^Armenia, Corridor/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    assert.match(await focused(page), /^Azerbaijan, The region/);
    await page.keyboard.press("End");
    assert.match(await focused(page), /^Azerbaijan, Expansion/);
    await page.keyboard.press("Control+Home");
    assert.match(await focused(page), /^Armenia, Corridor/);
    await page.keyboard.press("ArrowUp");
    assert.match(await focused(page), /^Armenia, Corridor/, "there is nothing above");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(outline, "none", "one sees where the keyboard is");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await eventually(async () => assert.match(await page.locator("#panel-title").textContent(), /^Azerbaijan on Corridor/));
    assert.match(await hash(page), /cell=AZE\/zangezur-corridor/);
    await page.keyboard.press("Escape");
    await eventually(async () => assert.equal(await page.locator("#side").isVisible(), false));
    assert.match(await focused(page), /^Azerbaijan, Corridor/);
  }));

test("everything can be reached with the keyboard alone", () =>
  withReport({}, async (page) => {
    const seen = new Set();
    for (let i = 0; i < 40; ++i) {
      await page.keyboard.press("Tab");
      seen.add(await page.evaluate(() => document.activeElement.tagName + ":" + (document.activeElement.textContent || document.activeElement.id).slice(0, 12)));
    }
    for (const stop of ["A:Matrix", "A:Method", "INPUT:from", "SUMMARY:Actors: all", "TD:Armenia, Cor"])
      assert.ok([...seen].some((one) => one.startsWith(stop)), `${stop} among ${[...seen].join(" | ")}`);
  }));

test("an address leads to a cell, an item, a view", async () => {
  let item = "";
  await withReport({ hash: "#cell=IRN/foreign-forces-presence" }, async (page) => {
    assert.match(await page.locator("#panel-title").textContent(), /^Iran on Presence/);
    item = await page.locator(".item .permalink").last().getAttribute("href");
    assert.match(item, /item=IRN\/foreign-forces-presence\/.*@\d+$/);
    await page.locator(".item .permalink").last().click();
    await eventually(async () => assert.equal(await page.locator(".item.pointed").count(), 1));
  });
  await withReport({ hash: item }, async (page) => {
    assert.equal(await page.locator(".item.pointed").count(), 1);
    assert.ok(await page.locator(".item.pointed").isVisible());
  });
  await withReport({ hash: "#view=method" }, async (page) =>
    assert.match(await page.locator("main").textContent(), /Method and coverage.*documents read/s));
  await withReport({ hash: "#cell=IRN/no-such-issue&from=yesterday&actors=XXX&view=nothing" }, async (page) =>
    assert.match(await page.locator("main").textContent(), /Positions/, "what is unknown is left out"));
  await withReport({}, async (page) => {
    await cell(page, "Iran", "Presence").click();
    await cell(page, "Russia", "Presence").click();
    await page.goBack();
    await eventually(async () => assert.match(await page.locator("#panel-title").textContent(), /^Iran/));
    await page.goForward();
    await eventually(async () => assert.match(await page.locator("#panel-title").textContent(), /^Russia/));
  });
});

test("search finds words, names and sources", () =>
  withReport({ hash: "#view=evidence" }, async (page) => {
    const count = async () => page.locator(".item").count();
    const all = await count();
    await page.fill("#search", "corridor iran");
    await page.waitForFunction((before) => document.querySelectorAll(".item").length !== before, all);
    const texts = await page.locator(".item").allTextContents();
    assert.ok(texts.length > 0 && texts.every((text) => /corridor/i.test(text) && /iran/i.test(text)), texts[0]);
    assert.match(await hash(page), /search=corridor%20iran/);
    const sentence = await page.locator(".item mark").first().textContent();
    await page.locator(".item .permalink").first().click();
    assert.equal(await page.locator(".panel .item.pointed mark").textContent(), sentence, "a link leads to the item in its cell");
    await page.goBack();
    await eventually(async () => assert.equal(await page.locator(".panel .item.pointed").count(), 0));
    await page.fill("#search", "no-such-word");
    await page.waitForFunction(() => document.querySelectorAll(".item").length === 0);
    await eventually(async () => assert.match(await page.locator(".evidence .hint").textContent(), /^0 pieces/));
  }));

test("the keyboard reaches the marks of the timeline and the circles of the network, and shows of them what the mouse shows", () =>
  withReport({ hash: "#view=timeline" }, async (page) => {
    const marks = page.locator("svg.lane .mark");
    const total = await marks.count();
    assert.ok(total > 1, "marks");
    // One stop a lane.
    const stops = await page.locator('svg.lane .mark[tabindex="0"]').count();
    assert.equal(stops, await page.locator("svg.lane:has(.mark)").count());
    const lane = page.locator("svg.lane:has(.mark + .mark)").first();
    await lane.locator(".mark").first().focus();
    const shown = () => page.locator(".pointed").textContent();
    const first = await shown();
    assert.ok(first.includes(await lane.locator(".mark title").first().textContent()), "what the mouse shows");
    await page.keyboard.press("End");
    assert.notEqual(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), first);
    await page.keyboard.press("Home");
    assert.equal(await shown(), first);
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => location.hash.includes("item="));

    await page.evaluate(() => (location.hash = "#view=network"));
    await page.waitForSelector("svg.network");
    assert.equal(await page.locator('svg.network .node[tabindex="0"]').count(), 1);
    await page.locator("svg.network .node").first().focus();
    await page.keyboard.press("ArrowRight");
    const name = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    assert.match(name, /: \d+ positions?; .* \d+% over \d+ issues?/);
    assert.equal(await shown(), name);
    await page.keyboard.press("Enter");
    const focused = () => page.evaluate(() => [document.activeElement.getAttribute("class"), document.activeElement.getAttribute("aria-pressed")]);
    assert.deepEqual(await focused(), ["node chosen", "true"]);
    await page.keyboard.press(" ");
    assert.deepEqual(await focused(), ["node", "false"]);
  }));

test("the network is drawn the same each time, and its table tells the same", () =>
  withReport({ hash: "#view=network" }, async (page) => {
    const draw = () => page.locator("svg.network").evaluate((drawing) => drawing.outerHTML);
    const first = await draw();
    assert.ok(/class="tie with"/.test(first) && /class="node"/.test(first));
    await page.reload();
    await page.waitForSelector("svg.network");
    assert.equal(await draw(), first);
    const pair = page.locator(".plain tbody tr").first();
    assert.match(await pair.locator("td").first().textContent(), /^\d+%$/);
    await pair.locator("summary").click();
    await eventually(async () => assert.ok(await pair.locator("table tbody tr").count() > 0, "side by side"));
  }));

for (const colorScheme of ["light", "dark"])
  test(`nothing hinders anybody, ${colorScheme}`, async () => {
    for (const address of ["#cell=IRN/foreign-forces-presence", "#view=timeline", "#view=network", "#view=states", "#view=evidence", "#view=method"])
      await withReport({ hash: address, context: { colorScheme } }, async (page) => assert.deepEqual(await violations(page), [], address));
    await withReport({ context: { colorScheme, viewport: { width: 390, height: 800 } } }, async (page) => {
      await page.locator("summary", { hasText: "Actors" }).click();
      assert.deepEqual(await violations(page), [], "narrow, with an open menu");
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `the page is ${wide} pixels wider than a telephone`);
    });
  });

test("on paper stand all views and the quotes behind each position", () =>
  withReport({}, async (page) => {
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    const text = await page.locator("body").innerText();
    for (const part of ["Positions", "States per position", "Timeline", "Agreement network", "The evidence behind each position", "Method and coverage"])
      assert.ok(text.includes(part), part);
    assert.equal(await page.locator(".filters").isVisible(), false);
    assert.ok(await page.locator(".annex .quote").count() > 20);
    assert.ok((await page.pdf({ format: "A4", landscape: true })).length > 20000);
    await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
    assert.equal(await page.locator(".paper *").count(), 0);
  }));

test("ten thousand pieces of evidence: under 3 MB, open under two seconds", async () => {
  const stored = join(place, "stored");
  const large = join(place, "large.html");
  writeEvidence(stored, 10000);
  run(["--quiet", "report", "--rules", join(process.cwd(), "rules/library.stance"), "--from", stored, "--out", large], { cwd: place });
  const size = statSync(large).size;
  const times = [];
  for (let i = 0; i < 3; ++i)
    await withReport({}, async (page) => {
      times.push(await page.evaluate(() => performance.getEntriesByName("ready")[0].startTime));
      assert.ok(await page.locator("td.cell").count() >= 500);
      const change = performance.now();
      await page.fill("#from", "2020-01-01");
      await page.waitForFunction(() => location.hash.includes("from=2020-01-01"));
      console.log(`stood after ${Math.round(times.at(-1))} ms, a filter took ${Math.round(performance.now() - change)} ms, ${(size / 1e6).toFixed(2)} MB`);
      await page.evaluate(() => (location.hash = "#view=network"));
      await page.waitForSelector("svg.network");
    }, large);
  assert.ok(size < 3e6, `${size} bytes`);
  assert.ok(Math.min(...times) < 2000, `${times.map(Math.round)} ms`);
});

test("a hostile document harms nothing", async () => {
  const evil = [
    "Iran opposes <script>window.harmed = 1</script><img src=x onerror='window.harmed = 2'> the sanctions.",
    "Iran rejects the sanctions </script></title><script>window.harmed = 3</script> and \u2028 says so.",
    "Iran supports the sanctions \u202e\u0000\u0007 of the \u0645\u062c\u0644\u0633 \u0627\u0644\u0623\u0645\u0646 council.",
    "Russia condemned the sanctions ${alert(1)} {{constructor.constructor('alert(1)')()}} javascript:alert(1) as <b>illegal</b>.",
  ];
  const lines = evil.map((text, i) => JSON.stringify({
    id: `doc"><script>window.harmed=4</script>${i}`, text: `${text} Iran opposes the sanctions. ${evil[(i + 1) % evil.length]}`,
    title: `</title><svg onload="window.harmed=5"> ${i} \u05d0\u05d1\u05d2`, date: "2023-05-0" + (i + 1), source: `<iframe srcdoc="x"></iframe>`,
    url: i === 0 ? "javascript:window.harmed=6" : "https://example.org/?a=<b>&c=\"d\"", speaker: "'\"><script>",
  }));
  const texts = join(place, "hostile.jsonl");
  write(texts, lines.join("\n") + "\n");
  const file = join(place, "hostile.html");
  run(["--quiet", "report", "--rules", join(process.cwd(), "rules/library.stance"), "--corpus", texts, "--title", "</title><script>window.harmed=7</script>", "--out", file], { cwd: place });
  await withReport({}, async (page) => {
    assert.equal(await page.title(), "</title><script>window.harmed=7</script>");
    await cell(page, "Iran", ".*[Ss]anctions").click();
    const quotes = await page.locator(".panel blockquote").allTextContents();
    assert.ok(quotes.some((text) => text.includes("<script>window.harmed = 1</script>")), quotes.join("\n"));
    assert.ok(quotes.some((text) => text.includes("\u0645\u062c\u0644\u0633")), quotes.join("\n"));
    assert.equal(await page.locator(".panel a[href^='javascript']").count(), 0);
    for (const view of ["timeline", "network", "states", "evidence", "method"]) await page.evaluate((one) => (location.hash = `#view=${one}`), view);
    await page.waitForTimeout(100);
    assert.equal(await page.evaluate(() => window.harmed), undefined);
    assert.equal(await page.locator("#app script, #app iframe, #app img").count(), 0);
    const controls = await page.locator("#app").evaluate((app) => /[\u0000-\u0008\u202a-\u202e]/.test(app.textContent));
    assert.equal(controls, false, "control characters are shown as a sign");
  }, file);
});
