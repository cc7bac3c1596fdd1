import type { ComponentChildren, VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { address, parameter } from "../address.js";
import { cardSize } from "../card/card.js";
import type { Brand, PageRequest, PageResponse } from "../site.js";

/** What all pages of a site share. */
export interface Shell {
  readonly brand: Brand;
  /** The addresses of the files that each page loads. */
  readonly files: {
    readonly styles: string;
    readonly script: string;
    readonly icon: string;
    readonly brandStyles?: string;
  };
  languageOf(request: Pick<PageRequest, "query" | "acceptLanguage">): string;
}

export interface PageOptions {
  readonly title: string;
  /** One sentence that says what the page answers, for search engines and previews. */
  readonly description: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Only the picture, which another site may show in a frame. */
  readonly embedded?: boolean;
  /** The path of the picture that previews of a link show, where the page has one. */
  readonly card?: string;
  /** Search engines should not list it. */
  readonly unlisted?: boolean;
}

const policy = (ancestors: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join("; ");

/** Renders a page: the document around what the page says. */
export function respond(shell: Shell, request: PageRequest, options: PageOptions, content: VNode): PageResponse {
  const { status = 200, embedded = false } = options;
  const page = embedded ? (
    <EmbeddedDocument shell={shell} request={request} options={options}>
      {content}
    </EmbeddedDocument>
  ) : (
    <FullDocument shell={shell} request={request} options={options}>
      {content}
    </FullDocument>
  );
  return {
    status,
    contentType: "text/html; charset=utf-8",
    body: `<!doctype html>${renderToString(page)}`,
    headers: {
      "content-security-policy": policy(embedded ? "*" : "'none'"),
      "x-content-type-options": "nosniff",
      "referrer-policy": "strict-origin-when-cross-origin",
      ...options.headers,
    },
  };
}

interface DocumentProps {
  readonly shell: Shell;
  readonly request: PageRequest;
  readonly options: PageOptions;
  readonly children: ComponentChildren;
}

function Head({ shell: { brand, files }, request, options }: Omit<DocumentProps, "children">): VNode {
  const { title, description, unlisted, embedded, card } = options;
  const fullTitle = request.path === "/" ? `${brand.name}: ${title}` : `${title} · ${brand.name}`;
  const origin = brand.url ?? request.origin;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{fullTitle}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={brand.name} />
      <meta property="og:url" content={`${origin}${request.path}`} />
      {card && <meta property="og:image" content={`${origin}${address(card, timesOf(request))}`} />}
      {card && <meta property="og:image:width" content={String(cardSize.width)} />}
      {card && <meta property="og:image:height" content={String(cardSize.height)} />}
      {card && <meta property="og:image:alt" content={`${title}. ${description}`} />}
      <meta name="twitter:card" content={card ? "summary_large_image" : "summary"} />
      {(unlisted || embedded) && <meta name="robots" content="noindex" />}
      <link rel="canonical" href={`${origin}${request.path}`} />
      <link rel="icon" href={files.icon} type="image/svg+xml" />
      <link rel="stylesheet" href={files.styles} />
      {files.brandStyles && <link rel="stylesheet" href={files.brandStyles} />}
      <script type="module" src={files.script} />
    </head>
  );
}

/** The preview of a permanent link shows the numbers of its day and moment. */
const timesOf = (request: PageRequest): { asOf?: string; knownAt?: string } => ({
  asOf: parameter(request, "asOf"),
  knownAt: parameter(request, "knownAt"),
});

function FullDocument({ shell, request, options, children }: DocumentProps): VNode {
  return (
    <html lang="en">
      <Head shell={shell} request={request} options={options} />
      <body>
        <a class="skip" href="#content">
          Skip to the content
        </a>
        <Header shell={shell} request={request} />
        <main id="content">{children}</main>
        <Footer shell={shell} request={request} />
      </body>
    </html>
  );
}

function EmbeddedDocument({ shell, request, options, children }: DocumentProps): VNode {
  return (
    <html lang="en">
      <Head shell={shell} request={request} options={options} />
      <body class="embedded">
        <main id="content">{children}</main>
      </body>
    </html>
  );
}

const sections = [
  ["/search", "Browse"],
  ["/compare", "Compare"],
  ["/matrix", "Matrix"],
  ["/changes", "What changed"],
  ["/corrections", "Corrections"],
  ["/method", "Method"],
] as const;

function Header({ shell, request }: { readonly shell: Shell; readonly request: PageRequest }): VNode {
  const { brand, files } = shell;
  const words = request.path === "/search" ? (request.query.get("q") ?? "") : "";
  return (
    <header class="site-header">
      <div class="wide">
        <a class="brand" href="/">
          <img src={files.icon} alt="" width="26" height="26" />
          <span>{brand.name}</span>
        </a>
        {request.path !== "/" && <SearchForm words={words} id="header-search" />}
        <nav aria-label="Main">
          {sections.map(([path, label]) => (
            <a key={path} href={path} aria-current={request.path === path ? "page" : undefined}>
              {label}
            </a>
          ))}
        </nav>
      </div>
    </header>
  );
}

/** A search by form; the site's script adds suggestions to it. */
export function SearchForm({ words, id }: { readonly words: string; readonly id: string }): VNode {
  return (
    <search>
      <form class="search-form" action="/search">
        <label class="hidden" for={id}>
          Search actors, proposals, statements and symbols
        </label>
        <input
          id={id}
          name="q"
          type="search"
          value={words}
          placeholder="A state, a resolution, a person"
          autocomplete="off"
          data-suggest={`${id}-list`}
        />
        <button type="submit">Search</button>
      </form>
    </search>
  );
}

function Footer({ shell: { brand }, request }: { readonly shell: Shell; readonly request: PageRequest }): VNode {
  const report = reportAddress(brand, request);
  return (
    <footer class="site-footer">
      <div class="wide">
        <p>
          {brand.name} is a record of who stands where: who said, proposed, did and holds what, since when, and where
          that is written. The record's text is free to reuse; name the source and link to the page.
        </p>
        <nav aria-label="For programs and people">
          <a href="/method">How numbers are computed</a>
          <a href="/graphql">Playground</a>
          <a href="/q">Questions as files</a>
          <a href="/method#reuse">API, schema and client</a>
          {report && <a href={report}>Report an error</a>}
        </nav>
      </div>
    </footer>
  );
}

/** Where a reader reports an error of a page, with the page's address filled in; undefined where nobody takes reports. */
export function reportAddress({ issues, url }: Brand, request: PageRequest): string | undefined {
  if (issues === undefined) return undefined;
  const page = `${url ?? request.origin}${request.path}${request.query.size > 0 ? `?${request.query}` : ""}`;
  const title = `An error on ${request.path}`;
  const text = `Page: ${page}\n\nWhat is wrong:\n\nWhere the right fact is written (a link):\n`;
  const target = new URL(issues);
  target.searchParams.set(target.protocol === "mailto:" ? "subject" : "title", title);
  target.searchParams.set("body", text);
  return target.protocol === "mailto:" ? String(target).replaceAll("+", "%20") : String(target);
}
