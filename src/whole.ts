import type { Stats } from "node:fs";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/** A file or a folder cannot be written. For people. */
export class CannotWrite extends Error {
  override readonly name = "CannotWrite";
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file is larger than the system allows",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EROFS: "the file system is read-only",
  ENOENT: "its folder does not exist",
  ENOTDIR: "its folder is a file",
  EIO: "the disk reports an error",
};

/** Leftovers of a process that was killed are removed once they are this old, in milliseconds: no work takes a day. */
const abandonedAfter = 86_400_000;

/**
 * Makes a file or a folder that appears once it is whole, or not at all: the work fills another path in the same folder, which
 * is then written to the disk and renamed. What a killed run leaves behind has a name that begins with a dot and ends in
 * `.unfinished`, and a later run removes it.
 *
 * @param kind what the work makes; only an earlier one of the same kind is replaced
 * @param work makes the file or the folder at the path that it is given, and writes its content to the disk
 * @throws CannotWrite when the file system refuses, or something of another kind has the path; nothing is left behind then
 */
export async function madeWhole<Result>(
  path: string,
  kind: "file" | "folder",
  work: (unfinished: string) => Promise<Result>,
): Promise<Result> {
  const target = resolve(path);
  const folder = dirname(target);
  await refuseOtherKind(path, kind);
  const prefix = `.${basename(target)}.`;
  await removeAbandoned(folder, prefix);
  const unfinished = join(folder, `${prefix}${process.pid}.unfinished`);
  const former = join(folder, `${prefix}${process.pid}.former.unfinished`);
  try {
    const result = await work(unfinished);
    // Only a file can be replaced in one step: an earlier folder steps aside.
    if (kind === "folder" && (await statOf(target))) await rename(target, former);
    await rename(unfinished, target);
    await syncFolder(folder);
    return result;
  } catch (error) {
    const reason = reasons[(error as Partial<NodeJS.ErrnoException>).code ?? ""];
    throw reason === undefined ? error : new CannotWrite(`${path} cannot be written: ${reason}`, { cause: error });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    await rm(former, { recursive: true, force: true });
  }
}

/** A rename would replace whatever has the name: a device such as /dev/full, or a folder with everything in it. */
async function refuseOtherKind(path: string, kind: "file" | "folder"): Promise<void> {
  const folder = await statOf(dirname(resolve(path)));
  if (folder && !folder.isDirectory()) throw new CannotWrite(`${path} cannot be written: ${reasons.ENOTDIR}`);
  const earlier = await statOf(path);
  const isOf = { file: earlier?.isFile(), folder: earlier?.isDirectory() };
  if (!earlier || isOf[kind]) return;
  const other = isOf.file || isOf.folder ? `a ${isOf.file ? "file" : "folder"}` : "neither a file nor a folder";
  throw new CannotWrite(`${path} cannot be written: it is ${other}`);
}

/** What has the path; undefined where nothing has. Other problems are those of the work. */
const statOf = (path: string): Promise<Stats | undefined> => stat(path).catch(() => undefined);

async function removeAbandoned(folder: string, prefix: string): Promise<void> {
  const names = await readdir(folder).catch(() => []); // the work says what is wrong with the folder
  for (const name of names) {
    if (!name.startsWith(prefix) || !name.endsWith(".unfinished")) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > abandonedAfter) await rm(path, { recursive: true, force: true });
  }
}

/** Writes a folder's list of files to the disk, where the system can: a rename is lasting only then. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
