import { statfsSync } from "node:fs";
import type { PGlite, Transaction } from "@electric-sql/pglite";
import type { Logger } from "pino";
import { DiskFull } from "../errors.js";

/**
 * Bytes that stay free. The embedded Postgres takes its log in files of 16 MB, and does not survive a disk that is full: it
 * loops for ever and takes the process with it. So writes are refused before.
 */
export const reservedSpace = 64 * 2 ** 20;

/** Throws DiskFull while too little of the disk is free for a write. */
export type DiskCheck = () => void;

/**
 * Makes the check for the disk of a folder. It logs when the disk becomes full, and when there is room again.
 *
 * @param reserved bytes that stay free
 */
export function diskCheck(folder: string, log: Logger, reserved = reservedSpace): DiskCheck {
  let isFull = false;
  return () => {
    const { bavail, bsize } = statfsSync(folder);
    const free = Math.floor((bavail * bsize) / 2 ** 20); // MB
    const wasFull = isFull;
    isFull = bavail * bsize < reserved;
    if (isFull) {
      if (!wasFull) log.warn({ folder, free }, "the disk is full: writes are refused");
      throw new DiskFull(
        `The disk is full: ${free} MB are free for ${folder}, and writes need ${reserved / 2 ** 20} MB. Free some space`,
      );
    }
    if (wasFull) log.info({ folder, free }, "the disk has room again");
  };
}

/** A query that may write. Others, of which the names only look so, cost one look at the disk. */
const writing = /\b(?:insert|update|delete|merge|copy|create|alter|drop|truncate)\b/i;

/** The same engine, or a transaction of it, which checks the disk before each write. */
export function checkingDisk<Engine extends PGlite | Transaction>(engine: Engine, check: DiskCheck): Engine {
  return new Proxy(engine, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target); // its methods use private fields
      if (typeof member !== "function") return member;
      if (name === "transaction")
        return (work: (transaction: Transaction) => unknown) =>
          member.call(target, (transaction: Transaction) => work(checkingDisk(transaction, check)));
      if (name !== "query" && name !== "exec") return member.bind(target);
      return async (text: string, ...rest: unknown[]) => {
        if (writing.test(text)) check();
        return member.call(target, text, ...rest);
      };
    },
  });
}
