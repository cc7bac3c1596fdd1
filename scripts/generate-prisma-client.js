/**
 * Generates the typed Prisma client into src/db/generated, with no network.
 *
 * Skipped when neither the models nor Prisma's version changed since (a hash beside the output tells), because it takes
 * seconds and runs before every build.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const schemaFolder = join(root, "prisma", "schema");
const output = join(root, "src", "db", "generated");
const stamp = join(output, ".stamp");

const require = createRequire(import.meta.url);
const prismaManifest = require.resolve("prisma/package.json");

const fingerprint = fingerprintOfInputs();
if (!existsSync(join(output, "client.ts")) || !existsSync(stamp) || readFileSync(stamp, "utf8") !== fingerprint) {
  generate();
  writeFileSync(stamp, fingerprint);
}

function fingerprintOfInputs() {
  const hash = createHash("sha256").update(JSON.parse(readFileSync(prismaManifest, "utf8")).version);
  for (const file of readdirSync(schemaFolder).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(schemaFolder, file)));
  }
  return hash.digest("hex");
}

function generate() {
  const cli = join(dirname(prismaManifest), require(prismaManifest).bin.prisma);
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [cli, "generate", "--no-hints"], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      // Generating does not need the schema engine, but the command looks for its native binary and would download it:
      // any existing executable satisfies the look.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (error || status !== 0) {
    console.error(`Generating the Prisma client failed:\n${error?.message ?? `${stdout}${stderr}`}`);
    process.exit(1);
  }
}
