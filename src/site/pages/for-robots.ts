import { whatIsOnTheSite } from "standpoint-client/questions/what-is-on-the-site";
import { actorPath, proposalPath } from "../address.js";
import type { Shell } from "../layout/shell.js";
import type { Page, PageRequest, PageResponse } from "../site.js";

const plain = (contentType: string, body: string): PageResponse => ({
  status: 200,
  contentType,
  body,
  headers: { "x-content-type-options": "nosniff" },
});

const originOf = ({ brand }: Shell, request: PageRequest): string => brand.url ?? request.origin;

/** `/robots.txt`: what search engines may read. Permanent links and filters are endless, so only plain pages. */
export const robotsPage = (shell: Shell): Page => ({
  path: "/robots.txt",
  answer: async (request) =>
    plain(
      "text/plain; charset=utf-8",
      `User-agent: *\nDisallow: /graphql\nDisallow: /search?\nDisallow: /*?\nSitemap: ${originOf(shell, request)}/sitemap.xml\n`,
    ),
});

const fixed = ["/", "/changes", "/corrections", "/method"];

/** `/sitemap.xml`: the pages of the proposals and actors that changed last, 500 of each. */
export const sitemapPage = (shell: Shell): Page => ({
  path: "/sitemap.xml",
  async answer(request) {
    const { proposals, actors } = await request.client.request(whatIsOnTheSite);
    const paths = [
      ...fixed,
      ...proposals.nodes.map(({ slug }) => proposalPath(slug)),
      ...actors.nodes.map(({ slug }) => actorPath(slug)),
    ];
    const origin = originOf(shell, request);
    const items = paths.map((path) => `<url><loc>${origin}${path}</loc></url>`).join("\n");
    return plain(
      "application/xml; charset=utf-8",
      `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${items}\n</urlset>\n`,
    );
  },
});

/** `/favicon.ico`, which browsers request where a page names no icon: leads to the logo. */
export const iconPage = ({ files }: Shell): Page => ({
  path: "/favicon.ico",
  answer: async () => ({
    status: 302,
    contentType: "text/plain; charset=utf-8",
    body: "",
    headers: { location: files.icon },
  }),
});
