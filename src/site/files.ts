import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SiteFile } from "./site.js";

const own = (name: string): URL => new URL(name, import.meta.url);

export interface Files {
  readonly byName: ReadonlyMap<string, SiteFile>;
  /** Their addresses. */
  readonly addresses: {
    readonly styles: string;
    readonly script: string;
    readonly icon: string;
    readonly brandStyles?: string;
  };
}

const types = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
} as const;

/**
 * Reads the files that pages load, and those of the brand's folder: `logo.svg` replaces the picture of the site, `brand.css`
 * comes after the styles.
 *
 * @throws what keeps a file from being read
 */
export async function readFiles(folder: string | undefined): Promise<Files> {
  const byName = new Map<string, SiteFile>();
  const add = (name: string, extension: keyof typeof types, content: Buffer): string => {
    const fileName = `${name}.${hashOf(content)}.${extension}`;
    byName.set(fileName, { contentType: types[extension], content });
    return `/site/${fileName}`;
  };
  const styleSheets = await Promise.all(
    [
      "assets/base.css",
      "assets/layout.css",
      "assets/content.css",
      "assets/tables.css",
      "assets/lists.css",
      "charts/colours.css",
      "charts/charts.css",
      "charts/map.css",
      "charts/agreement-table.css",
      "assets/print.css",
    ].map((name) => readFile(own(name))),
  );
  const logo = folder === undefined ? undefined : join(folder, "logo.svg");
  const brandStyles = folder === undefined ? undefined : join(folder, "brand.css");
  if (folder !== undefined && !existsSync(folder)) await readFile(folder);
  return {
    byName,
    addresses: {
      styles: add("site", "css", Buffer.concat(styleSheets)),
      script: add("site", "js", await readFile(own("assets/site.js"))),
      icon: add("icon", "svg", await readFile(logo && existsSync(logo) ? logo : own("assets/icon.svg"))),
      brandStyles:
        brandStyles && existsSync(brandStyles) ? add("brand", "css", await readFile(brandStyles)) : undefined,
    },
  };
}

const hashOf = (content: Buffer): string => createHash("sha256").update(content).digest("hex").slice(0, 12);
