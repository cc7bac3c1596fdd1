import { resolve } from "node:path";
import type { Database } from "../../db/database.js";
import type { Env } from "../../env.js";

/** The lines that show how to get a key, while nobody has one. */
export async function howToWrite(database: Database, { databaseUrl, dataDir, tokens }: Env): Promise<string[]> {
  if (tokens || (await database.prisma.apiKey.count()) > 0) return [];
  const own = dataDir === ".standpoint" ? "" : `DATA_DIR='${resolve(dataDir)}' `;
  const where = databaseUrl === undefined ? own : "DATABASE_URL=… ";
  return [
    "Reading needs no credentials; writing needs a key. Create one in another terminal while the server runs:",
    "",
    `  ${where}npx standpoint keys create --name me --role EDITOR`,
    "",
  ];
}
