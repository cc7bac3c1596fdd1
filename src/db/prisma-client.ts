import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaClient } from "./generated/client.js";

/** The typed client on either database. A transaction may take two minutes: an import is one. */
export function prismaClient(adapter: SqlDriverAdapterFactory): PrismaClient {
  return new PrismaClient({
    adapter,
    errorFormat: "minimal",
    transactionOptions: { maxWait: 10_000, timeout: 120_000 },
  });
}
