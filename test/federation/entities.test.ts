import { beforeAll, describe, expect, test } from "@jest/globals";
import { type GraphQLSchema, parse } from "graphql";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { executorOf } from "../../src/execution/executor.js";
import { subgraphSchema } from "../../src/federation/subgraph.js";
import { buildApiSchema } from "../../src/graphql/schema.js";
import { modules } from "../../src/modules/index.js";
import { globalId } from "../../src/record/global-id.js";
import { recordStatements, testDatabase } from "../support/database.js";
import { seedKit } from "../support/seed-kit.js";

const whole = buildApiSchema(modules);
let database: Database;
let kit: ReturnType<typeof seedKit>;
beforeAll(async () => {
  database = await testDatabase();
  kit = seedKit(database);
});

function subgraph(name: string): { schema: GraphQLSchema; owned: ReadonlySet<(typeof modules)[0]["entities"][0]> } {
  const module = modules.find((candidate) => candidate.name === name);
  if (!module) throw new Error(`There is no module ${name}.`);
  return { schema: subgraphSchema(whole, modules, module), owned: new Set(module.entities) };
}

async function askSubgraph(name: string, source: string, variableValues: Record<string, unknown> = {}) {
  const { schema, owned } = subgraph(name);
  const recorded = recordStatements(database);
  const contextValue = {
    database: recorded.database,
    owned,
    requestId: "test",
    log: pino({ level: "silent" }),
    loaders: new Map(),
  };
  const execution = { document: parse(source), operationName: undefined, variables: variableValues };
  const { data, errors } = await executorOf(schema)({ ...execution, context: contextValue });
  return { data: JSON.parse(JSON.stringify(data ?? null)), errors, statements: recorded.statements };
}

const named = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { __typename ... on Actor { id name } ... on Affiliation { role } }
}`;

describe("_entities", () => {
  test("1,000 representations of one type: their order, each once, one statement", async () => {
    const actors = await Promise.all(Array.from({ length: 20 }, () => kit.actor({})));
    const representations = Array.from({ length: 1_000 }, (_, index) => {
      const id = actors[(index * 7) % actors.length]?.id ?? "";
      return { __typename: "Actor", id: globalId("actor", id) };
    });
    const { data, errors, statements } = await askSubgraph("actors", named, { representations });
    expect(errors).toBeUndefined();
    expect(data._entities.map(({ id }: { id: string }) => id)).toEqual(representations.map(({ id }) => id));
    expect(statements).toHaveLength(1);
  });

  test("one statement a type, and null for what does not exist", async () => {
    const [person, state] = [await kit.actor({ name: "Someone" }), await kit.actor({})];
    const office = await kit.affiliation({ member: person, organization: state, kind: "OFFICE", role: "Envoy" });
    const representations = [
      { __typename: "Affiliation", id: globalId("affiliation", office.id) },
      { __typename: "Actor", id: globalId("actor", "01890a5d-ac96-774b-bcce-b302099a8057") },
      { __typename: "Actor", id: "no id at all" },
      { __typename: "Actor", id: globalId("actor", person.id) },
      { __typename: "Actor", slug: person.slug },
      { __typename: "Actor", slug: "nobody" },
    ];
    const { data, errors, statements } = await askSubgraph("actors", named, { representations });
    expect(errors).toBeUndefined();
    const someone = { __typename: "Actor", id: globalId("actor", person.id), name: "Someone" };
    expect(data._entities).toEqual([{ __typename: "Affiliation", role: "Envoy" }, null, null, someone, someone, null]);
    expect(statements).toHaveLength(3); // affiliations by id, actors by id, actors by slug
  });

  test("another module's entity costs no statement of its own, nor do references to it", async () => {
    const speaker = await kit.actor({});
    await kit.statement({ speaker });
    const representations = [{ __typename: "Actor", id: globalId("actor", speaker.id) }];
    const { data, errors, statements } = await askSubgraph(
      "statements",
      `query ($representations: [_Any!]!) {
        _entities(representations: $representations) {
          ... on Actor { statements { nodes { speaker { __typename id } } } }
        }
      }`,
      { representations },
    );
    expect(errors).toBeUndefined();
    const reference = { __typename: "Actor", id: globalId("actor", speaker.id) };
    expect(data._entities).toEqual([{ statements: { nodes: [{ speaker: reference }] } }]);
    expect(statements).toHaveLength(1);
  });

  test("a type that the subgraph does not resolve, or no key, is bad input", async () => {
    const source = '{ a: _entities(representations: [{ __typename: "Source", id: "x" }]) { __typename } }';
    const { errors } = await askSubgraph("actors", source);
    expect(errors?.[0]).toMatchObject({
      message: 'This subgraph resolves no entity of the type "Source".',
      extensions: { code: "BAD_USER_INPUT" },
    });
    const keyless = await askSubgraph(
      "actors",
      '{ _entities(representations: [{ __typename: "Actor" }]) { __typename } }',
    );
    expect(keyless.errors?.[0]?.message).toContain("needs a key");
  });
});

describe("_service", () => {
  test.each(modules.map(({ name }) => name))("%s tells its definition", async (name) => {
    const { data } = await askSubgraph(name, "{ _service { sdl } }");
    expect(data._service.sdl).toContain('@link(url: "https://specs.apollo.dev/federation/v2.3"');
  });
});
