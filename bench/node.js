import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("postgraphile/node_modules/", import.meta.url));

/** A Node of 22 or later, which PostGraphile needs: the one that came with its packages, else this one if it is so new. */
export function newerNode() {
  const found = existsSync(packages) ? readdirSync(packages).filter((name) => name.startsWith("node-linux-")) : [];
  const program = found.map((name) => `${packages}${name}/bin/node`).find(existsSync);
  if (!program && Number.parseInt(process.versions.node, 10) < 22)
    throw new Error("This needs Node 22: run `npm ci` in bench/postgraphile, which has one for Linux");
  return program ?? process.execPath;
}
