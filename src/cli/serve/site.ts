import type { Env } from "../../env.js";
import { createSite } from "../../site/index.js";
import type { Site } from "../../site/site.js";
import { BadInput } from "../terminal/exit-codes.js";

/**
 * The pages, as the environment presents them; undefined where it turns them off.
 *
 * @throws {BadInput} when the folder with the brand cannot be read
 */
export async function siteFrom({ site }: Env): Promise<Site | undefined> {
  if (!site) return undefined;
  try {
    return await createSite(site);
  } catch (error) {
    if (error instanceof Error && "path" in error) throw new BadInput(`SITE_FOLDER: ${error.message}`);
    throw error;
  }
}
