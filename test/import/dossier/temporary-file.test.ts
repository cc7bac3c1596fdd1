import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { expect, test } from "@jest/globals";
import { TemporaryFile } from "../../../src/import/dossier/index.js";

const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith("standpoint-import-"));

async function contents(file: TemporaryFile): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of file.pieces()) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

test("it is read as often as wanted, while it grows, and by several at once", async () => {
  const file = new TemporaryFile();
  expect(await contents(file)).toBe("");
  const long = "é".repeat(100_000);
  file.append(long);
  file.append(Buffer.from("end"));
  expect(file.size).toBe(200_003);
  expect(await Promise.all([contents(file), contents(file)])).toEqual([`${long}end`, `${long}end`]);
  for await (const _ of file.pieces()) break;
  file.append("!");
  expect(await contents(file)).toBe(`${long}end!`);
  file.close();
  file.close();
});

// Windows removes no file that is open.
(process.platform === "win32" ? test.skip : test)("it has no name that a process could leave behind", () => {
  const before = folders();
  const file = new TemporaryFile();
  expect(folders().filter((name) => !before.includes(name))).toEqual([]);
  file.close();
});
