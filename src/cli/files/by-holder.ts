import { z } from "zod";
import { askHolder } from "../../db/embedded/data-folder.js";
import { DataFolderInUse } from "../../db/errors.js";
import type { Env } from "../../env.js";
import { BadInput } from "../terminal/exit-codes.js";

/** A request to the process that holds the embedded database. Paths are absolute. */
export const fileCommand = z.discriminatedUnion("do", [
  z.object({ do: z.literal("backup"), file: z.string() }),
  z.object({ do: z.literal("dump"), folder: z.string(), gzip: z.boolean(), license: z.string().nullable() }),
]);
export type FileCommand = z.infer<typeof fileCommand>;

/** The reply; `refused` has the reason of a refusal, for people. */
export const fileAnswer = z.union([z.object({ rows: z.number() }), z.object({ refused: z.string() })]);
export type FileAnswer = z.infer<typeof fileAnswer>;

/**
 * Runs work on the database in this process, or in the process that holds the embedded database.
 *
 * @throws {BadInput} what the other process refused
 */
export async function hereOrByHolder(
  command: FileCommand,
  env: Env,
  here: () => Promise<{ rows: number }>,
): Promise<{ rows: number }> {
  try {
    return await here();
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    // No time limit: if the other process ends, the connection ends, too.
    const text = await askHolder(env.dataDir, JSON.stringify(command), 0);
    if (text === undefined) {
      throw new DataFolderInUse(
        `${error.message}.\nThat process is not a server, or has not started completely: wait a moment and try again`,
      );
    }
    const answer = fileAnswer.parse(JSON.parse(text));
    if ("refused" in answer) throw new BadInput(answer.refused);
    return answer;
  }
}
