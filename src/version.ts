import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { type GraphQLSchema, printSchema } from "graphql";

/** The version in package.json. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return typeof manifest === "object" && manifest && "version" in manifest ? String(manifest.version) : "unknown";
}

/**
 * Identifies the code and the schema, which decide a response together with the record. The build writes a hash of the
 * sources. Without a build, each process has its own version.
 */
export function apiVersion(schema: GraphQLSchema): string {
  return createHash("sha256").update(buildId()).update(printSchema(schema)).digest("hex");
}

const startedAt = Date.now();

/** The SHA-256 of a schema's definition. */
export const schemaHash = (schema: GraphQLSchema): string =>
  createHash("sha256").update(printSchema(schema)).digest("hex");

/** A hash of the sources, which the build writes. */
export function buildId(): string {
  try {
    return readFileSync(new URL("./build-id.txt", import.meta.url), "utf8");
  } catch {
    return `${packageVersion()} ${startedAt}`;
  }
}
