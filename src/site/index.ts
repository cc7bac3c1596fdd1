import { createHash } from "node:crypto";
import { readFiles } from "./files.js";
import { languageOf } from "./languages.js";
import type { Shell } from "./layout/shell.js";
import { actorPage } from "./pages/actor/page.js";
import { comparePage } from "./pages/analysis/compare.js";
import { groupPage } from "./pages/analysis/group.js";
import { rollCallPage } from "./pages/analysis/roll-call.js";
import { topicPage } from "./pages/analysis/topic.js";
import { actorCardPage, homeCard, proposalCardPage } from "./pages/cards.js";
import { changesPage } from "./pages/changes.js";
import { correctionsPage } from "./pages/corrections.js";
import { failurePage } from "./pages/failure.js";
import { iconPage, robotsPage, sitemapPage } from "./pages/for-robots.js";
import { homePage } from "./pages/home.js";
import { matrixPage } from "./pages/matrix/page.js";
import { meetingPage } from "./pages/meeting.js";
import { methodPage } from "./pages/method.js";
import { notFoundPage } from "./pages/not-found.js";
import { proposalPage } from "./pages/proposal/page.js";
import { searchPage } from "./pages/search.js";
import { statementPage } from "./pages/statement.js";
import type { Brand, Page, Site } from "./site.js";

/** Every page. A new one is a file in pages/ and a line here. */
const makers: readonly ((shell: Shell) => Page)[] = [
  homePage,
  proposalPage,
  actorPage,
  statementPage,
  rollCallPage,
  meetingPage,
  topicPage,
  groupPage,
  comparePage,
  matrixPage,
  searchPage,
  changesPage,
  correctionsPage,
  methodPage,
  homeCard,
  proposalCardPage,
  actorCardPage,
  iconPage,
  robotsPage,
  sitemapPage,
];

/**
 * The pages that people look at, under a brand.
 *
 * @throws the error of the file system where the brand's folder cannot be read
 */
export async function createSite(brand: Brand): Promise<Site> {
  const { byName, addresses } = await readFiles(brand.folder);
  const shell: Shell = {
    brand,
    files: addresses,
    languageOf: ({ query, acceptLanguage }) => languageOf(query, acceptLanguage),
  };
  return {
    pages: makers.map((make) => guarded(shell, make(shell))),
    version: createHash("sha256")
      .update(JSON.stringify([brand, addresses]))
      .digest("hex"),
    files: byName,
    languageOf: shell.languageOf,
    notFound: (request) => notFoundPage(shell, request),
  };
}

/** A page whose failures are pages, too. */
const guarded = (shell: Shell, page: Page): Page => ({
  ...page,
  async answer(request) {
    try {
      return await page.answer(request);
    } catch (error) {
      return failurePage(shell, request, error);
    }
  },
});
