#!/usr/bin/env node
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const entry = join(root, "dist", "cli", "main.js");

if (isStale()) build();
const { main } = await import(new URL("../dist/cli/main.js", import.meta.url));
process.exitCode = await main(process.argv.slice(2));
// The command is done: whatever it left open must not keep the process.
setTimeout(() => process.exit(), 500).unref();

/** In a checkout, whether something was changed since the last build; where the sources are not shipped, never. */
function isStale() {
  if (!existsSync(entry)) return true;
  if (!existsSync(join(root, "src"))) return false;
  const built = Math.max(...[entry, join(root, "dist", "build-id.txt")].map(modified));
  const sources = ["src", "prisma/schema", "questions"].flatMap((folder) => filesIn(join(root, folder)));
  return sources.some((file) => modified(file) > built);
}

function modified(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((item) => {
    if (item.name === "generated") return [];
    const path = join(folder, item.name);
    return item.isDirectory() ? filesIn(path) : [path];
  });
}

function build() {
  process.stderr.write("Building Standpoint, since its sources changed: this takes some seconds …\n");
  const { status, stdout, stderr } = spawnSync("npm", ["run", "build", "--silent"], {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0) return;
  process.stderr.write(`${stdout ?? ""}${stderr ?? ""}\nerror: the build failed; \`npm run build\` shows why, too\n`);
  process.exit(1);
}
