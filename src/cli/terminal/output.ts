import { appendFile, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { BadInput } from "./exit-codes.js";
import type { Terminal } from "./terminal.js";

type Write = (text: string) => Promise<void>;

/** Gives the work a function that writes: to a file, which appears only once it is complete, or to standard output. */
export async function outputTo(
  path: string | undefined,
  terminal: Terminal,
  work: (write: Write) => Promise<void>,
): Promise<void> {
  await (path === undefined ? work(terminal.write) : toFile(path, work));
}

async function toFile(path: string, work: (write: Write) => Promise<void>): Promise<void> {
  const unfinished = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const file = await open(unfinished, "wx").catch((error: unknown) => {
    throw new BadInput(`${path} cannot be written: ${reason(error)}`);
  });
  try {
    await work(async (text) => void (await file.write(text)));
    await file.sync();
    await file.close();
    await rename(unfinished, path).catch((error: unknown) => {
      throw new BadInput(`${path} cannot be written: ${reason(error)}`);
    });
  } catch (error) {
    await file.close();
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Whether a path is to be a folder: it is one, or is nothing yet and has no ending of a YAML file. */
export async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found ? found.isDirectory() : !/\.ya?ml$/.test(path);
}

/**
 * Gives the work numbered files to write to in a folder, which appears only once all are written. An earlier folder of
 * such files is replaced.
 *
 * @param work returns how many files it wrote
 * @throws BadInput where the folder has other files in it
 */
export async function outputToFolder(
  path: string,
  nameOf: (part: number, parts: number) => string,
  work: (write: (part: number, text: string) => Promise<void>) => Promise<number>,
): Promise<number> {
  const folder = resolve(path);
  await refuseOthers(path, nameOf);
  const unfinished = join(dirname(folder), `.${basename(folder)}.${process.pid}.tmp`);
  try {
    await mkdir(unfinished);
    const parts = await work((part, text) => appendFile(join(unfinished, String(part)), text));
    for (let part = 1; part <= parts; part++) {
      await rename(join(unfinished, String(part)), join(unfinished, nameOf(part, parts)));
    }
    await rm(folder, { recursive: true, force: true });
    await rename(unfinished, folder);
    return parts;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (error instanceof Error && "syscall" in error) throw new BadInput(`${path} cannot be written: ${reason(error)}`);
    throw error;
  }
}

async function refuseOthers(path: string, nameOf: (part: number, parts: number) => string): Promise<void> {
  const names = await readdir(path).catch(() => []);
  const ours = new Set(names.map((_, index) => nameOf(index + 1, names.length)));
  const other = names.find((name) => !ours.has(name));
  if (other) throw new BadInput(`${path} contains other files, such as ${other}: use an empty or new folder`);
}

const reason = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : String(error));
