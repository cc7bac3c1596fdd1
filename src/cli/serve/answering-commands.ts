import type { Logger } from "pino";
import { backUpTo } from "../../backup/backup.js";
import type { Database } from "../../db/database.js";
import { dumpTo } from "../../dump/dump.js";
import { modules } from "../../modules/index.js";
import { buildApiSchema } from "../../modules/schema.js";
import { type FileAnswer, type FileCommand, fileCommand } from "../files/by-holder.js";
import { answerKeyCommand } from "../keys/key-commands.js";

/** Lets `standpoint keys`, `backup` and `dump` work while this process has the embedded database to itself. */
export async function answerCommands(database: Database, log: Logger): Promise<void> {
  await database.answerOthers?.(async (question) => {
    const command = fileCommand.safeParse(parsed(question));
    if (!command.success) return answerKeyCommand(question, database, log);
    return JSON.stringify(await obey(command.data, database, log));
  });
}

async function obey(command: FileCommand, database: Database, log: Logger): Promise<FileAnswer> {
  log.info(
    { command: command.do },
    "writing a file of the database for another process: other requests wait until it is written",
  );
  try {
    if (command.do === "backup") {
      const { tables } = await backUpTo(command.file, database);
      return { rows: tables.reduce((sum, { rows }) => sum + rows, 0) };
    }
    const { folder, gzip, license } = command;
    const { files } = await dumpTo(folder, buildApiSchema(modules), database, { gzip, license: license ?? undefined });
    return { rows: files.reduce((sum, { rows }) => sum + rows, 0) };
  } catch (error) {
    log.error({ err: error, command: command.do }, "a file of the database could not be written");
    return { refused: error instanceof Error ? error.message : String(error) };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
