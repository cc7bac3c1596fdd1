import { readFileSync } from "node:fs";
import { describe, expect, test } from "@jest/globals";
import semver from "semver";
import { lockedPackages, nameOf } from "./lock-file.js";

/** What a distribution under Apache-2.0 may be made of. */
const permissive = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "ISC",
  "MIT",
  "Python-2.0",
  "Unlicense",
]);

/** Packages whose manifest names no licence as SPDX does, and where it was read instead. */
const readInTheirLicenceFile = new Map([["seq-queue", "MIT"]]);

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const packages = lockedPackages();

describe("package.json", () => {
  test.each(["dependencies", "devDependencies", "overrides"])("pins each version of %s", (group) => {
    // An override within one package is an object; `$name` is the version that the package itself is pinned to.
    const versions = Object.values<string | Record<string, string>>(manifest[group]).flatMap((version) =>
      typeof version === "string" ? [version] : Object.values(version),
    );
    const pinned = versions.map((version) => (version[0] === "$" ? manifest.dependencies[version.slice(1)] : version));
    expect(pinned.filter((version) => semver.valid(version) !== version)).toEqual([]);
  });
});

describe("package-lock.json", () => {
  test("names no registry", () => {
    expect([...packages].filter(([, { resolved, link }]) => resolved !== undefined && !link)).toEqual([]);
  });

  // `npm ci` refuses a lock file without them, and another platform would lack its binary.
  test("has the optional packages of every platform", () => {
    const missing = [...packages].flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !isReachable(name, folder)),
    );
    expect(missing).toEqual([]);
  });

  test("installs on the oldest Node that is supported", () => {
    const oldest = semver.minVersion(manifest.engines.node);
    expect(oldest).not.toBeNull();
    const tooNew = [...packages]
      .filter(([, { optional }]) => !optional)
      .filter(([, { engines }]) => engines?.node && !semver.satisfies(oldest ?? "", engines.node))
      .map(([folder, { version, engines }]) => `${folder} ${version} wants ${engines?.node}`);
    expect(tooNew).toEqual([]);
  });

  test("has only permissive licences outside development", () => {
    const others = [...packages]
      .filter(([, { dev, link }]) => !dev && !link)
      .map(([folder, { license }]) => [nameOf(folder), license ?? readInTheirLicenceFile.get(nameOf(folder)) ?? "none"])
      .filter(([, license]) => !isPermissive(license ?? "none"));
    expect(others).toEqual([]);
  });
});

/** Whether Node, looking upwards from a package's folder, would find the other one in the lock file. */
function isReachable(name: string, from: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, folder.lastIndexOf("/node_modules/"))) {
    if (packages.has(`${folder}/node_modules/${name}`)) return true;
    if (!folder.includes("/node_modules/")) return packages.has(`node_modules/${name}`);
  }
}

/** Of "A OR B" one must be permissive, of "A AND B" (also written "and") both. */
function isPermissive(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, "$1");
  return plain.split(" OR ").some((choice) => choice.split(/ AND | and /).every((license) => permissive.has(license)));
}
