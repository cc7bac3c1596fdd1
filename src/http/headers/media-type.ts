import { LRUCache } from "lru-cache";
import Negotiator from "negotiator";

const json = "application/json";
const graphqlResponse = "application/graphql-response+json";
const eventStream = "text/event-stream";
const html = "text/html";

/** A media type in which this server writes the result of an operation. */
export type ResponseType = typeof json | typeof graphqlResponse | typeof eventStream;

/**
 * The media type of an operation's response, by the client's `Accept`.
 *
 * JSON is chosen wherever JSON is acceptable: clients list every type that they can read, `text/event-stream` among them,
 * and expect a stream only for a subscription. A subscription is answered by events if the client names that type.
 *
 * @returns undefined if the client accepts none of the three (status 406)
 */
export function responseType(accept: string | undefined, isSubscription: boolean): ResponseType | undefined {
  const form = `${isSubscription} ${accept}`;
  const choice = chosen.get(form) ?? { type: choose(accept, isSubscription) };
  chosen.set(form, choice);
  return choice.type;
}

/** Most clients send the same header. */
const chosen = new LRUCache<string, { readonly type: ResponseType | undefined }>({ max: 100 });

function choose(accept: string | undefined, isSubscription: boolean): ResponseType | undefined {
  if (isSubscription && namesEventStream(accept)) return eventStream;
  return preferred(accept, [json, graphqlResponse]) ?? preferred(accept, [eventStream]);
}

/** Whether the client accepts server-sent events by name; a wildcard such as that of curl does not count. */
function namesEventStream(accept: string | undefined): boolean {
  return accept !== undefined && negotiator(accept).mediaTypes().includes(eventStream);
}

/** The media type of an error outside an operation: JSON, whatever the client accepts. */
export function errorType(accept: string | undefined): string {
  return withCharset(preferred(accept, [json, graphqlResponse]) ?? json);
}

/** Whether the client, such as a browser that opens a page, prefers HTML to the result of a query. */
export function prefersHtml(accept: string | undefined): boolean {
  return accept !== undefined && preferred(accept, [json, graphqlResponse, html]) === html;
}

/** Whether status codes report on the GraphQL request too: with application/json they report on HTTP only. */
export function hasGraphqlStatus(accept: string | null | undefined): boolean {
  return accept === graphqlResponse;
}

/** The header Content-Type for a media type. */
const withCharset = (type: string): string => `${type}; charset=utf-8`;

function preferred<Type extends string>(accept: string | undefined, available: Type[]): Type | undefined {
  return negotiator(accept).mediaType(available) as Type | undefined; // it returns one of those available
}

/**
 * Parameters other than the weight are left out: `application/json; charset=utf-8` and `application/json;odata=verbose` are
 * read by clients that read JSON, and `multipart/mixed;deferSpec=…` is not one of our types anyway. An empty header
 * counts as absent.
 */
function negotiator(accept = ""): Negotiator {
  const types = accept.replace(/;\s*(?!q\s*=)[^\s;,="]+\s*(=\s*("[^"]*"|[^\s;,]*))?/gi, "").trim();
  return new Negotiator({ headers: { accept: types === "" ? undefined : types } });
}
