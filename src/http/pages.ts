import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { createClient } from "standpoint-client";
import type { OperationRequest } from "../operations/read-operation.js";
import type { Page, PageRequest, PageResponse, Site } from "../site/site.js";
import { type CachePolicy, hasAlready, sendCacheable, sendNotModified, varyingHeaders } from "./caching.js";
import { prefersHtml } from "./headers/media-type.js";

/** The result of an operation that a page requested. */
export interface OperationAnswer {
  readonly status: number;
  readonly body: Buffer;
}

export interface PagesConfig {
  readonly site: Site;
  /** Answers an operation in this process, in the reader's turn. */
  ask(request: FastifyRequest, reply: FastifyReply, operation: OperationRequest): Promise<OperationAnswer>;
  /** The cache policy of a page. `form`: what decides it besides the address and the record. */
  policy(request: FastifyRequest, reply: FastifyReply, form: string): Promise<CachePolicy>;
}

/** Serves the site: its pages, its files, and the page for addresses that lead nowhere. Returns what answers with the latter. */
export function servePages(
  fastify: FastifyInstance,
  config: PagesConfig,
): (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> {
  const { site } = config;
  for (const page of site.pages) servePage(fastify, config, page);
  fastify.get<{ Params: { file: string } }>("/site/:file", async (request, reply) => {
    const file = site.files.get(request.params.file);
    if (!file) return reply.callNotFound();
    const etag = `"${request.params.file}"`;
    const cacheControl = "public, max-age=31536000, immutable";
    request.summary.kind = "query"; // nothing in it is a secret, so it may be compressed
    if (hasAlready(request, etag)) return sendNotModified(reply, { etag, cacheControl });
    reply.headers({ "content-type": file.contentType, "x-content-type-options": "nosniff", vary: "accept-encoding" });
    return sendCacheable(reply, file.content, { etag, cacheControl });
  });
  return async (request, reply) => {
    const response = await site.notFound(pageRequest(config, request, reply));
    return headed(reply, response).header("cache-control", "no-store").send(response.body);
  };
}

function servePage(fastify: FastifyInstance, config: PagesConfig, page: Page): void {
  fastify.get(page.path, async (request, reply) => {
    if (page.forPrograms !== undefined && !prefersHtml(request.headers.accept)) return reply.redirect(page.forPrograms);
    const pageAsked = pageRequest(config, request, reply);
    request.summary.kind = "query";
    reply.header("vary", `${varyingHeaders}, accept-language`);
    const policy = await config.policy(request, reply, `${config.site.version} ${config.site.languageOf(pageAsked)}`);
    if (policy.etag && hasAlready(request, policy.etag)) return sendNotModified(reply, policy);
    const response = await page.answer(pageAsked);
    headed(reply, response);
    const body = typeof response.body === "string" ? Buffer.from(response.body) : response.body;
    if (response.status === 200) return sendCacheable(reply, body, policy);
    return reply.header("cache-control", "no-store").send(body);
  });
}

const headed = (reply: FastifyReply, { status, contentType, headers }: PageResponse): FastifyReply =>
  reply.code(status).headers({ ...headers, "content-type": contentType });

function pageRequest(config: PagesConfig, request: FastifyRequest, reply: FastifyReply): PageRequest {
  const [path = "/", query = ""] = request.url.split(/\?(.*)/s);
  return {
    path,
    params: request.params as Record<string, string>, // the parameters of a route are texts
    query: new URLSearchParams(query),
    origin: `${request.protocol}://${request.host}`,
    acceptLanguage: request.headers["accept-language"],
    client: createClient({
      url: "http://in-process",
      retry: 0,
      async fetch(_address, init) {
        const operation = JSON.parse(String(init?.body));
        const { status, body } = await config.ask(request, reply, operation);
        return new Response(new Uint8Array(body), { status, headers: { "content-type": "application/json" } });
      },
    }),
  };
}
