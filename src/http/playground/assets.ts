import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

/** A file of the page, compressed once: together they are 9 MB, so a browser should load each once only. */
export interface Asset {
  /** Holds a hash of the content, so that it can be cached for ever. */
  readonly fileName: string;
  readonly contentType: string;
  readonly gzipped: Buffer;
}

export interface GraphiqlAssets {
  readonly styles: Asset;
  readonly icon: Asset;
  readonly program: Asset;
  readonly editorWorker: Asset;
  readonly jsonWorker: Asset;
  readonly graphqlWorker: Asset;
}

/** Two stances on one point. */
export const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32"><path fill="#1d4ed8" ' +
  'd="M16 27 3 8h11v19z"/><path fill="#f59e0b" d="M16 27 29 8H18v19z"/><circle cx="16" cy="27" r="3" fill="#0f172a"/></svg>';

const compress = promisify(gzip);
const script = "text/javascript; charset=utf-8";

/**
 * GraphiQL's parts as files. The package's own `renderGraphiQL` puts all of them into one page of 9 MB with inline
 * scripts, which no browser caches and a strict Content-Security-Policy forbids.
 */
export async function loadGraphiqlAssets(): Promise<GraphiqlAssets> {
  // Loaded on the first visit of the page, so that a server that no browser visits never holds it.
  const parts = await import("@graphql-yoga/render-graphiql/graphiql");
  return {
    styles: await asset("graphiql.css", "text/css; charset=utf-8", parts.css),
    icon: await asset("icon.svg", "image/svg+xml", logo),
    program: await asset("graphiql.js", script, parts.js),
    editorWorker: await asset("editor-worker.js", script, parts.editorWorkerService),
    jsonWorker: await asset("json-worker.js", script, parts.jsonWorker),
    graphqlWorker: await asset("graphql-worker.js", script, parts.graphqlWorker),
  };
}

/** Compresses a file and names it by its content: "graphiql.js" becomes "graphiql.1a2b3c4d5e6f.js". */
export async function asset(name: string, contentType: string, content: string | Buffer): Promise<Asset> {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  return { fileName: name.replace(".", `.${hash}.`), contentType, gzipped: await compress(content) };
}
