import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import type { SchemaFile } from "./schema-files.js";

const GLUE = "@prisma/schema-engine-wasm/schema_engine_bg";

// The types of Node 20 leave it out.
declare const WebAssembly: {
  instantiate(
    module: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
};

let loading: Promise<typeof SchemaEngine> | undefined;

/**
 * Prisma's schema engine on a database, in this process. (`prisma migrate` needs a native engine, which it downloads.)
 *
 * @param models the Prisma schema, where the engine is to compare something with it
 */
export async function schemaEngine(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  models?: SchemaFile[],
): Promise<SchemaEngine> {
  loading ??= load();
  const Engine = await loading;
  const datamodels = models?.map(({ path, content }): [string, string] => [path, content]);
  return Engine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter));
}

/** The package is made for bundlers, which import WebAssembly: in Node its two halves are put together by hand. */
async function load(): Promise<typeof SchemaEngine> {
  const glue = await import(GLUE);
  const folder = dirname(createRequire(import.meta.url).resolve(GLUE));
  const wasm = await readFile(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": withIdleTimers(glue) });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return glue.SchemaEngine;
}

/** The engine never clears the timer of its lock, ten seconds long, which would keep a process that is done from ending. */
function withIdleTimers(glue: Record<string, (...args: unknown[]) => unknown>): object {
  const name = Object.keys(glue).find((key) => key.startsWith("__wbg_setTimeout_"));
  const setTimer = name && glue[name];
  if (!setTimer) return glue;
  return { ...glue, [name]: (...args: unknown[]) => (setTimer(...args) as NodeJS.Timeout).unref() };
}
