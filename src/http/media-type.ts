import type { IncomingHttpHeaders } from "node:http";
import Negotiator from "negotiator";

const json = "application/json; charset=utf-8";
const graphqlResponse = "application/graphql-response+json; charset=utf-8";
const html = "text/html";

/** The media type of an answer, chosen as Apollo Server chooses: plain JSON unless the client prefers the new type. */
export function answerMediaType(accept: string | undefined): string {
  return preferred(accept, [json, graphqlResponse]) ?? json;
}

/** Whether the client, such as a browser that opens a page, prefers HTML to the answer of a query. */
export function prefersHtml(headers: IncomingHttpHeaders): boolean {
  return headers.accept !== undefined && preferred(headers.accept, [json, graphqlResponse, html]) === html;
}

/** Whether status codes tell about the GraphQL request too: with application/json they tell about HTTP only. */
export function hasStatusOfItsOwn(accept: string | undefined): boolean {
  return answerMediaType(accept) === graphqlResponse;
}

function preferred(accept: string | undefined, available: string[]): string | undefined {
  return new Negotiator({ headers: { accept } }).mediaType(available);
}
