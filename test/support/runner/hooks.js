/**
 * Node's module hooks for tests: TypeScript is compiled as it is imported (by SWC, since TypeGraphQL needs decorator
 * metadata), and kept on disk by its content. See runtime.cjs.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { transformSync, version } from "@swc/core";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const tests = pathToFileURL(join(root, "test/")).href;
/** Kits without hooks or state of a test, which all files of a worker share as they share the sources. */
const once = `${tests}support/once/`;
const cache = join(root, "node_modules/.cache/standpoint/compiled");
const globals = new URL("./globals.js", import.meta.url).href;

const compiler = {
  jsc: {
    target: "es2023",
    parser: { syntax: "typescript", decorators: true },
    transform: {
      legacyDecorator: true,
      decoratorMetadata: true,
      react: { runtime: "automatic", importSource: "preact" },
    },
    keepClassNames: true,
  },
  module: { type: "es6" },
  sourceMaps: true,
  swcrc: false,
};

const isTypeScript = /\.tsx?(\?|$)/;

let port;

export function initialize(data) {
  port = data.port;
  port.unref();
  mkdirSync(cache, { recursive: true });
}

export async function resolve(specifier, context, next) {
  if (specifier === "@jest/globals") return { url: globals, shortCircuit: true };
  const { parentURL = "" } = context;
  const isRelative = /^\.\.?\//.test(specifier);
  const resolved = await next(isRelative ? asTypeScript(specifier, parentURL) : specifier, context);
  const file = new URL(parentURL || "file:").searchParams.get("file");
  const isShared = !resolved.url.startsWith(tests) || resolved.url.startsWith(once);
  if (file === null || isShared || resolved.url.includes("?")) return resolved;
  return { ...resolved, url: `${resolved.url}?file=${file}` };
}

/** Sources import each other as the compiled files that they become. */
function asTypeScript(specifier, parentURL) {
  if (!specifier.endsWith(".js") || !isTypeScript.test(parentURL)) return specifier;
  const sources = [".ts", ".tsx"].map((extension) => specifier.replace(/\.js$/, extension));
  return sources.find((source) => existsSync(new URL(source, parentURL))) ?? specifier;
}

export async function load(url, context, next) {
  if (!isTypeScript.test(url)) return next(url, context);
  return { format: "module", source: compiled(url), shortCircuit: true };
}

function compiled(url) {
  const path = fileURLToPath(url);
  const source = readFileSync(path, "utf8");
  const key = createHash("sha256")
    .update(`${version}\0${JSON.stringify(compiler)}\0${path}\0${source}`)
    .digest("hex");
  const [code, map] = [join(cache, `${key}.js`), join(cache, `${key}.map`)];
  if (!existsSync(code)) {
    const parser = { ...compiler.jsc.parser, tsx: path.endsWith(".tsx") };
    const result = transformSync(source, { ...compiler, jsc: { ...compiler.jsc, parser }, filename: path });
    write(map, result.map);
    write(code, result.code);
  }
  port.postMessage({ url, map });
  return readFileSync(code, "utf8");
}

/** Whole or not at all: other workers read the same files. */
function write(path, text) {
  const part = `${path}.${process.pid}`;
  writeFileSync(part, text);
  renameSync(part, path);
}
