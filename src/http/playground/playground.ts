import { gunzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply } from "fastify";
import { type Asset, asset, type GraphiqlAssets, loadGraphiqlAssets } from "./assets.js";
import { type Example, startScript } from "./start.js";

/** Only what this server serves: the page can neither load from nor send to another host. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'", // the editor sets its own styles
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Serves GraphiQL's files under /graphiql/ and returns the handler of its page. The page's links are relative, so it works
 * behind a proxy that serves everything under another path.
 */
export function serveGraphiql(
  fastify: FastifyInstance,
  examples: readonly Example[],
): (reply: FastifyReply) => Promise<FastifyReply> {
  let loading: Promise<{ page: string; files: Map<string, Asset> }> | undefined;
  const load = () => {
    loading ??= loadPage(examples);
    return loading;
  };

  fastify.get<{ Params: { file: string } }>("/graphiql/:file", async (request, reply) => {
    const file = (await load()).files.get(request.params.file);
    if (!file) return reply.callNotFound();
    const etag = `"${file.fileName}"`;
    reply.headers({
      etag,
      "cache-control": "public, max-age=31536000, immutable",
      "content-type": file.contentType,
      vary: "accept-encoding",
      "x-content-type-options": "nosniff",
    });
    if (request.headers["if-none-match"] === etag) return reply.code(304).send();
    if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return reply.send(gunzipSync(file.gzipped));
    return reply.header("content-encoding", "gzip").send(file.gzipped);
  });

  return async (reply) =>
    reply
      .headers({
        "content-security-policy": contentSecurityPolicy,
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-cache",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        vary: "accept",
      })
      .send((await load()).page);
}

async function loadPage(examples: readonly Example[]): Promise<{ page: string; files: Map<string, Asset> }> {
  const assets = await loadGraphiqlAssets();
  const start = await asset("start.js", "text/javascript; charset=utf-8", startScript(assets, examples));
  const files = [...Object.values(assets), start].map((file: Asset) => [file.fileName, file] as const);
  return { page: renderPage(assets, start), files: new Map(files) };
}

function renderPage({ styles, icon, program }: GraphiqlAssets, start: Asset): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Standpoint</title>
    <link rel="icon" href="graphiql/${icon.fileName}">
    <link rel="stylesheet" href="graphiql/${styles.fileName}">
    <style>
      html, body { height: 100%; margin: 0 }
      body { display: flex; flex-direction: column }
      #root { flex: 1; min-height: 0 }
      #bar { padding: 6px 12px; font: 14px system-ui, sans-serif }
      #bar select { max-width: 100%; font: inherit }
    </style>
  </head>
  <body class="no-focus-outline">
    <noscript>This page needs JavaScript. The API itself does not: POST a question to this address.</noscript>
    <div id="bar" hidden>
      <select id="questions" aria-label="Standard questions"><option value="">Standard questions …</option></select>
    </div>
    <div id="root"></div>
    <script src="graphiql/${program.fileName}"></script>
    <script src="graphiql/${start.fileName}"></script>
  </body>
</html>
`;
}
