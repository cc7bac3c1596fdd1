import type { Logger } from "pino";
import { z } from "zod";
import { createApiKey, listApiKeys, revokeApiKey } from "../../auth/api-key.repository.js";
import { Role } from "../../auth/role.js";
import type { Database } from "../../db/database.js";

/**
 * The commands of `standpoint keys`. They are sent as JSON to the process that holds the embedded database, so all values are
 * texts, with times in ISO 8601.
 */
export type KeyCommand = z.infer<typeof keyCommand>;
const keyCommand = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("create"),
    name: z.string(),
    role: z.enum(Role),
    expiresAt: z.iso.datetime().nullable(),
  }),
  z.object({ do: z.literal("list") }),
  z.object({ do: z.literal("revoke"), id: z.string() }),
]);

/** The reply; `refused` has the reason of a refusal, for people. */
export type KeyAnswer = z.infer<typeof keyAnswer>;
const keyAnswer = z.discriminatedUnion("did", [
  z.object({ did: z.literal("create"), id: z.string(), key: z.string() }),
  z.object({
    did: z.literal("list"),
    keys: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        role: z.enum(Role),
        createdAt: z.iso.datetime(),
        lastUsedAt: z.iso.datetime().nullable(),
        expiresAt: z.iso.datetime().nullable(),
        revokedAt: z.iso.datetime().nullable(),
      }),
    ),
  }),
  z.object({ did: z.literal("revoke"), name: z.string() }),
  z.object({ did: z.literal("refused"), reason: z.string() }),
  z.object({ did: z.literal("failed") }),
]);

export async function obey(command: KeyCommand, database: Database): Promise<KeyAnswer> {
  switch (command.do) {
    case "create": {
      const { name, role, expiresAt } = command;
      const made = await createApiKey(database, {
        name,
        role,
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
      });
      const reason = `A key named "${name}" already exists: revoke it first, or choose another name`;
      return made ? { did: "create", ...made } : { did: "refused", reason };
    }
    case "list": {
      const keys = await listApiKeys(database);
      const time = (at: Date | null) => at?.toISOString() ?? null;
      return {
        did: "list",
        keys: keys.map(({ createdAt, lastUsedAt, expiresAt, revokedAt, ...key }) => ({
          ...key,
          createdAt: createdAt.toISOString(),
          lastUsedAt: time(lastUsedAt),
          expiresAt: time(expiresAt),
          revokedAt: time(revokedAt),
        })),
      };
    }
    case "revoke": {
      const revoked = await revokeApiKey(database, command.id);
      const reason = `There is no key ${command.id}: \`standpoint keys list\` shows the ids`;
      return revoked ? { did: "revoke", ...revoked } : { did: "refused", reason };
    }
  }
}

/** The command as text, for the process that holds the database. */
export const toQuestion = (command: KeyCommand): string => JSON.stringify(command);

/** @throws what zod finds wrong: the other process is of another version */
export const fromAnswer = (answer: string): KeyAnswer => keyAnswer.parse(JSON.parse(answer));

/** Runs a command of another process, as text; the reply is text, too. It never logs a key. */
export async function answerKeyCommand(question: string, database: Database, log: Logger): Promise<string> {
  let answer: KeyAnswer;
  try {
    const command = keyCommand.parse(JSON.parse(question));
    answer = await obey(command, database);
    log.info({ command: command.do, did: answer.did }, "running a command on API keys for another process");
  } catch (error) {
    log.error({ err: error }, "a command on API keys for another process failed");
    answer = { did: "failed" };
  }
  return JSON.stringify(answer);
}
