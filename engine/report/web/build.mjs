// Builds the page: one script and one style sheet in one HTML text, written as C++ for the library to embed.
// node build.mjs SOURCES NODE_MODULES OUTPUT
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [sources, modules, output] = process.argv.slice(2).map((path) => resolve(path));
const esbuild = createRequire(join(modules, "from-here.js"))("esbuild");

async function bundled(entry) {
  const result = await esbuild.build({
    entryPoints: [join(sources, entry)],
    bundle: true,
    minify: true,
    write: false,
    charset: "ascii",
    legalComments: "none",
    target: ["chrome103", "firefox113", "safari16.4"],
    format: "iife",
    nodePaths: [modules],
    logLevel: "warning",
  });
  return result.outputFiles[0].text.trim();
}

const hashOf = (text) => "sha256-" + createHash("sha256").update(text, "utf8").digest("base64");

const script = await bundled("src/main.ts");
const style = await bundled("page.css");
const html = readFileSync(join(sources, "page.html"), "utf8")
  .replace("@SCRIPT_HASH@", () => hashOf(script))
  .replace("@STYLE_HASH@", () => hashOf(style))
  .replace("@SCRIPT@", () => script)
  .replace("@STYLE@", () => style);
const parts = html.split(/@TITLE@|@DATA@/);
if (parts.length !== 3) throw new Error("page.html must hold @TITLE@ and @DATA@, in this order, once each");

// String literals of a length that every compiler takes.
function literal(text) {
  if (/[^\n\t -~]/.test(text)) throw new Error("the page must be ASCII: write other signs as escapes");
  return JSON.stringify(text).replaceAll("??", "?\\?"); // two question marks could begin a trigraph
}

function pieces(name, text) {
  const lines = text.match(/[^]{1,8000}/g).map((piece) => `    ${literal(piece)}sv,`);
  return `const Pieces ${name}{\n${lines.join("\n")}\n};\n`;
}

const names = ["before_title", "before_data", "after_data"];
writeFileSync(output, "// Written by engine/report/web/build.mjs.\n" + names.map((name, i) => pieces(name, parts[i])).join(""));
