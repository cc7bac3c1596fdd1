import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { BadInput } from "./failure.js";

type Write = (text: string) => Promise<void>;

/** Gives the work something to write to: a file, which appears only once it is whole, or standard output. */
export async function outputTo(path: string | undefined, work: (write: Write) => Promise<void>): Promise<void> {
  await (path === undefined ? toStandardOutput(work) : toFile(path, work));
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

async function toStandardOutput(work: (write: Write) => Promise<void>): Promise<void> {
  let closed = false;
  // Whoever read it (`head`) has enough: what is left need not be written.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    closed = true;
  });
  await work(async (text) => {
    if (closed || process.stdout.write(text)) return;
    await drained(process.stdout);
  });
}

/** Not `once` of node:events, which takes a closed pipe for a failure. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  const events = ["drain", "error", "close"];
  return new Promise((resolve) => {
    const go = () => {
      for (const event of events) stream.off(event, go);
      resolve();
    };
    for (const event of events) stream.on(event, go);
  });
}

const reason = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : String(error));
