import { readFileSync } from "node:fs";

/** What is read of one package in package-lock.json. */
export interface LockedPackage {
  version: string;
  license?: string;
  /** Only development needs it. */
  dev?: boolean;
  /** Nothing fails without it: another platform's binary, mostly. */
  optional?: boolean;
  resolved?: string;
  /** A folder of this repository. */
  link?: boolean;
  engines?: { node?: string };
  optionalDependencies?: Record<string, string>;
}

/** Every locked package by its folder, such as `node_modules/a/node_modules/b`. */
export function lockedPackages(): Map<string, LockedPackage> {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  return new Map(Object.entries<LockedPackage>(packages).filter(([folder]) => folder !== ""));
}

/** The package's name, from the folder that it is installed in. */
export function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf("node_modules/") + "node_modules/".length);
}
