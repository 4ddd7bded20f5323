// What the tests share: where things are, running the program, reading a report's data, a browser that notes what goes wrong.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";

export const root = resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
export const demarche = process.env.DEMARCHE ?? join(root, "build/release/demarche");
const modules = process.env.DEMARCHE_TEST_MODULES ?? join(root, "build/release/browser/node_modules");
const webModules = process.env.DEMARCHE_WEB_MODULES ?? join(root, "build/release/web/node_modules");
export const load = (name) => createRequire(join(modules, "from-here.js"))(name);
export const loadWeb = (name) => createRequire(join(webModules, "from-here.js"))(name);
export const paths = { modules, webModules };
export const example = join(root, "examples/south-caucasus");

const folders = [];
export function folder() {
  const made = mkdtempSync(join(tmpdir(), "demarche-report-"));
  folders.push(made);
  return made;
}
process.on("exit", () => folders.forEach((made) => rmSync(made, { recursive: true, force: true })));

export function run(args, options = {}) {
  return execFileSync(demarche, args, {
    cwd: options.cwd ?? example, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DEMARCHE_LIBRARY: join(root, "rules") },
  });
}

// The data inside a report.
export function dataOf(html) {
  const packed = /<script id="data"[^>]*>([^<]*)<\/script>/.exec(html)[1];
  return JSON.parse(gunzipSync(Buffer.from(packed, "base64")).toString("utf8"));
}

// The modules of the page that do not need a browser, as one module.
export async function pageModule(names) {
  const file = join(folder(), "page.mjs");
  const source = names.map((name) => `export * from ${JSON.stringify(join(root, "engine/report/web/src", name))};`).join("\n");
  await loadWeb("esbuild").build({
    stdin: { contents: source, resolveDir: root, loader: "ts" }, bundle: true, format: "esm", platform: "neutral",
    nodePaths: [webModules], outfile: file, logLevel: "warning",
  });
  return import(pathToFileURL(file));
}

export const chromium = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

// One browser for all tests. As root Chromium runs without its sandbox; it asks nobody for anything.
let browser;
export async function openBrowser() {
  browser ??= await load("playwright-core").chromium.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  return browser;
}
export const closeBrowser = () => browser?.close();

// A busy machine, made on purpose (DEMARCHE_SLOW_PAGE=milliseconds): what the browser tells the page comes late.
function slowEvents(milliseconds) {
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (kind, heard, ...rest) {
    const late = ["hashchange", "popstate", "toggle"].includes(kind) && typeof heard === "function";
    return add.call(this, kind, late ? (event) => setTimeout(() => heard.call(this, event), milliseconds) : heard, ...rest);
  };
}

// Opens a report, and waits until it stands. `problems` gathers what the console complains of, what throws, and whatever
// is asked for beside the file itself.
export async function openReport(file, { hash = "", context = {} } = {}) {
  const page = await (await (await openBrowser()).newContext({ viewport: { width: 1360, height: 900 }, ...context })).newPage();
  if (process.env.DEMARCHE_SLOW_PAGE) await page.addInitScript(slowEvents, Number(process.env.DEMARCHE_SLOW_PAGE));
  const problems = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("dialog", (dialog) => (problems.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on("request", (request) => {
    if (!request.url().startsWith(pathToFileURL(file).href) && !request.url().startsWith("data:")) problems.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href + hash);
  await page.waitForSelector("html[data-ready]", { timeout: 20000 });
  return { page, problems };
}

// Links, "back" and opened details reach the page as events of their own, a moment after the click: what follows from them
// is asked for until it holds, or until patience ends with the last failure.
export async function eventually(check, patience = 10000) {
  for (const end = performance.now() + patience; ;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await new Promise((later) => setTimeout(later, 20));
    }
  }
}

export async function violations(page) {
  await page.evaluate(readFileSync(createRequire(join(modules, "from-here.js")).resolve("axe-core"), "utf8"));
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 140)} ${node.failureSummary}`).join(" | ")}`);
}

export const write = (file, text) => writeFileSync(file, text);
