import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

const root = process.cwd();

/** What a user of the stock client preset writes; the API's own scalars travel as strings, but for JSON. */
const configuration = {
  schema: join(root, "schema", "api.graphql"),
  documents: [join(root, "questions", "*.graphql")],
  generates: {
    "generated/": {
      preset: "client",
      config: {
        strictScalars: true,
        scalars: { Date: "string", DateTime: "string", EdtfDate: "string", JSON: "unknown" },
      },
    },
  },
};

/** A client's program: what it reads is typed by the schema, down to the members of an enum. */
const program = `
import { print } from "graphql";
import type { ResultOf } from "@graphql-typed-document-node/core";
import { WhoSupportsTheTwoStateSolutionDocument as question } from "./generated/graphql.js";

export const text: string = print(question);

type Answer = ResultOf<typeof question>;
type Proposal = NonNullable<Answer["proposal"]>;
export const count = (proposal: Proposal): number => proposal.supporters.totalCount;
export const names = (proposal: Proposal): string[] => proposal.supporters.nodes.map(({ name }) => name);
export const isVote = ({ basis }: Proposal["positions"]["nodes"][number]): boolean => basis === "VOTE";
// @ts-expect-error there is no such stance
export const isNeutral = ({ stance }: Proposal["positions"]["nodes"][number]): boolean => stance === "NEUTRAL";
// @ts-expect-error the document does not ask for it
export const slug = (proposal: Proposal) => proposal.slug;
`;

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  module: "esnext",
  moduleResolution: "bundler",
  target: "es2022",
  types: [],
};

/** Inside node_modules, so that the client finds `graphql` as an installed one does. */
let client: string;

describe("the stock code generator's client preset", () => {
  beforeAll(() => {
    const cache = join(root, "node_modules", ".cache", "standpoint");
    mkdirSync(cache, { recursive: true });
    client = mkdtempSync(join(cache, "client-"));
    writeFileSync(join(client, "codegen.json"), JSON.stringify(configuration));
    writeFileSync(join(client, "program.ts"), program);
    writeFileSync(join(client, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(join(client, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
    run("@graphql-codegen/cli/esm/bin.js", "--config", "codegen.json");
  });

  afterAll(() => rmSync(client, { recursive: true, force: true }));

  test("makes types of the questions without `any`", () => {
    const types = readFileSync(join(client, "generated", "graphql.ts"), "utf8").replace(/\/\*.*?\*\//gs, "");
    expect(types).toContain("export type WhoSupportsTheTwoStateSolutionQuery =");
    expect(types.match(/.*\bany\b.*/g)).toBeNull();
  });

  test("makes a client that typechecks strictly", () => {
    expect(() => run("typescript/bin/tsc", "--project", ".")).not.toThrow();
  });
});

/** Runs a package's command in the client's folder. @throws with what it printed, when it fails */
function run(command: string, ...args: string[]): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules", command), ...args], {
    cwd: client,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${command} failed:\n${stdout}${stderr}`);
}
