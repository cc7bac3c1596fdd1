import { constants } from "node:fs";
import { access, stat, statfs } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { reservedSpace } from "../../db/embedded/disk-space.js";
import { type Finding, ok, problem, warning } from "./finding.js";

/** Bytes of free space below which the disk will soon be full. */
const little = 2 ** 30;

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** Whether a data folder has a database already. */
export const hasEmbeddedDatabase = (dataDir: string): Promise<boolean> => exists(join(dataDir, "postgres"));

/** Checks the folder of the embedded database: who may use it, and how much space is left. */
export async function checkFolder(dataDir: string): Promise<Finding[]> {
  const folder = resolve(dataDir);
  const isMade = await exists(folder);
  const nearest = isMade ? folder : await nearestFolder(folder);
  return [await checkPermissions(folder, nearest, isMade), await checkSpace(nearest)];
}

/** The folder in which the first start would make it. */
async function nearestFolder(folder: string): Promise<string> {
  for (let path = dirname(folder); ; path = dirname(path)) if (await exists(path)) return path;
}

async function checkPermissions(folder: string, nearest: string, isMade: boolean): Promise<Finding> {
  const { mode, uid } = await stat(nearest);
  const advice = `Give the folder to the user that runs Standpoint: chown -R ${process.getuid?.() ?? "USER"} ${nearest}`;
  const mayWrite = await access(nearest, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
  if (!mayWrite) return problem("folder", `${nearest} cannot be written to by this user`, advice);
  if (!isMade) return ok("folder", `${folder} does not exist yet: the first start creates it`);
  const user = process.getuid?.();
  if (user !== undefined && uid !== user) return warning("folder", `${folder} belongs to another user`, advice);
  // Windows has no such modes.
  if (process.platform !== "win32" && (mode & 0o077) !== 0) {
    const message = `${folder} is readable by other users of this machine, but contains hashes of keys and secrets of webhooks`;
    return warning("folder", message, `chmod 700 ${folder}`);
  }
  return ok("folder", `${folder} is accessible only to this user`);
}

async function checkSpace(folder: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const message = `${Math.floor(free / 2 ** 20).toLocaleString("en-US")} MB are free for ${folder}`;
  const advice =
    "Free some space: writes are refused when the disk is full. The record of the General Assembly's votes takes 1 GB";
  if (free < reservedSpace) return problem("disk", message, advice);
  return free < little ? warning("disk", message, advice) : ok("disk", message);
}
