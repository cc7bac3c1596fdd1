import type { Client } from "standpoint-client";

/** What pages show about the operator of the server. */
export interface Brand {
  readonly name: string;
  /** Where readers report an error: the address of a form for new issues, or `mailto:`. */
  readonly issues?: string;
  /** The server's address for readers, such as "https://standpoint.example.org"; that of the request when left out. */
  readonly url?: string;
  /** A folder whose `brand.css` and `logo.svg` replace or add to those of Standpoint. */
  readonly folder?: string;
}

/** A request for a page. */
export interface PageRequest {
  /** The path without the query string, such as "/proposals/two-state-solution". */
  readonly path: string;
  /** What the route's parameters stand for, such as `slug`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The scheme and host by which the reader reached the server. */
  readonly origin: string;
  /** The header Accept-Language. */
  readonly acceptLanguage?: string;
  /** Asks the API as this reader. */
  readonly client: Client;
}

export interface PageResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** A file that pages load. */
export interface SiteFile {
  readonly contentType: string;
  readonly content: Buffer;
}

export interface Page {
  /** Its path, with parameters as `:name`. */
  readonly path: string;
  /** Where other clients than browsers are led from this path. */
  readonly forPrograms?: string;
  answer(request: PageRequest): Promise<PageResponse>;
}

/** The pages that people look at, apart from how requests reach them. */
export interface Site {
  readonly pages: readonly Page[];
  /** Identifies the site's code, files and brand: pages that a cache holds are right as long as it is the same. */
  readonly version: string;
  /** The files that pages load, by name. A name has a hash of the content, so a file can be cached for ever. */
  readonly files: ReadonlyMap<string, SiteFile>;
  /** The language in which names are shown, of those that a request prefers. */
  languageOf(request: Pick<PageRequest, "query" | "acceptLanguage">): string;
  /** The page for an address that leads nowhere. */
  notFound(request: PageRequest): Promise<PageResponse>;
}
