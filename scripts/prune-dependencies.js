// Removes from node_modules what a server never reads, for the image: source maps, types, documentation, and Prisma's query
// compilers for other databases, which are 50 MB. Licences stay.
//
//   node scripts/prune-dependencies.js [node_modules]

import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const [root = "node_modules"] = process.argv.slice(2);
const unread = [/\.map$/, /\.d\.[mc]?ts$/, /^(readme|changelog|history|changes)(\..*)?$/i];
// Builds of CanvasKit that nothing loads: with all of Skia, and for profiling.
const otherBuilds = /canvaskit-wasm\/bin\/(full|profiling)\//;
const otherDatabases = /^query_compiler_\w+_bg\.(cockroachdb|mysql|sqlite|sqlserver)\./;

let bytes = 0;
for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  const isUnread = unread.some((pattern) => pattern.test(entry.name));
  if (!isUnread && !otherDatabases.test(entry.name) && !otherBuilds.test(path)) continue;
  bytes += statSync(path).size;
  rmSync(path);
}
process.stdout.write(`${Math.round(bytes / 1_000_000)} MB removed from ${root}\n`);
