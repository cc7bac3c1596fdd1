import { beforeAll, describe, expect, test } from "@jest/globals";
import { type GraphQLSchema, parse } from "graphql";
import { pino } from "pino";
import type { Database } from "../../src/db/database.js";
import { executorOf } from "../../src/execution/executor.js";
import { readsRowIn, subgraphSchema } from "../../src/federation/subgraph.js";
import { modules } from "../../src/modules/index.js";
import { globalId } from "../../src/record/global-id.js";
import { recordStatements, testDatabase } from "../support/database.js";
import { schema as whole } from "../support/once/schema.js";
import { seedKit } from "../support/seed-kit.js";

let database: Database;
let kit: ReturnType<typeof seedKit>;
beforeAll(async () => {
  database = await testDatabase();
  kit = seedKit(database);
});

function subgraph(name: string): { schema: GraphQLSchema; readsRow: ReturnType<typeof readsRowIn> } {
  const module = modules.find((candidate) => candidate.name === name);
  if (!module) throw new Error(`There is no module ${name}.`);
  return { schema: subgraphSchema(whole, modules, module), readsRow: readsRowIn(whole, modules, module) };
}

async function askSubgraph(name: string, source: string, variableValues: Record<string, unknown> = {}) {
  const { schema, readsRow } = subgraph(name);
  const recorded = recordStatements(database);
  const contextValue = {
    database: recorded.database,
    readsRow,
    requestId: "test",
    log: pino({ level: "silent" }),
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
      return { __typename: "Actor", _key: globalId("actor", id) };
    });
    const { data, errors, statements } = await askSubgraph("actors", named, { representations });
    expect(errors).toBeUndefined();
    expect(data._entities.map(({ id }: { id: string }) => id)).toEqual(representations.map(({ _key }) => _key));
    expect(statements).toHaveLength(1);
  });

  test("one statement a type, and null for what does not exist", async () => {
    const [person, state] = [await kit.actor({ name: "Someone" }), await kit.actor({})];
    const office = await kit.affiliation({ member: person, organization: state, kind: "OFFICE", role: "Envoy" });
    const representations = [
      { __typename: "Affiliation", _key: globalId("affiliation", office.id) },
      { __typename: "Actor", _key: globalId("actor", "01890a5d-ac96-774b-bcce-b302099a8057") },
      { __typename: "Actor", _key: "no id at all" },
      { __typename: "Actor", _key: globalId("actor", person.id) },
    ];
    const { data, errors, statements } = await askSubgraph("actors", named, { representations });
    expect(errors).toBeUndefined();
    const someone = { __typename: "Actor", id: globalId("actor", person.id), name: "Someone" };
    expect(data._entities).toEqual([{ __typename: "Affiliation", role: "Envoy" }, null, null, someone]);
    expect(statements).toHaveLength(2); // affiliations, actors
  });

  test("another module's entity costs no statement of its own, nor do references to it", async () => {
    const speaker = await kit.actor({});
    await kit.statement({ speaker });
    const representations = [{ __typename: "Actor", _key: globalId("actor", speaker.id) }];
    const { data, errors, statements } = await askSubgraph(
      "statements",
      `query ($representations: [_Any!]!) {
        _entities(representations: $representations) {
          ... on Actor { statements { nodes { speaker { __typename id _key } } } }
        }
      }`,
      { representations },
    );
    expect(errors).toBeUndefined();
    const id = globalId("actor", speaker.id);
    const reference = { __typename: "Actor", id, _key: id };
    expect(data._entities).toEqual([{ statements: { nodes: [{ speaker: reference }] } }]);
    expect(statements).toHaveLength(1);
  });

  test("a key says at which moment its entity is known, and so does what refers to others", async () => {
    const speaker = await kit.actor({});
    await kit.statement({ speaker });
    const id = globalId("actor", speaker.id);
    const later = "2099-01-01T00:00:00.000Z";
    const keys = [`${id}@${later}`, `${id}@2026-01-01T00:00:00Z`, id];
    const representations = keys.map((_key) => ({ __typename: "Actor", _key }));
    const name = await askSubgraph("actors", named, { representations });
    expect(name.data._entities.map((actor: { id: string } | null) => actor?.id)).toEqual([id, undefined, id]);
    const source = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Actor { _key statements { nodes { speaker { _key } } } } }
    }`;
    const { data } = await askSubgraph("statements", source, { representations });
    const known = (_key: string, nodes: object[]) => ({ _key, statements: { nodes } });
    expect(data._entities[0]).toEqual(known(`${id}@${later}`, [{ speaker: { _key: `${id}@${later}` } }]));
    expect(data._entities[2]).toEqual(known(id, [{ speaker: { _key: id } }]));
    const wrong = await askSubgraph("actors", named, {
      representations: [{ __typename: "Actor", _key: `${id}@then` }],
    });
    expect(wrong.errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
  });

  test("a type that the subgraph does not resolve, or no key, is bad input", async () => {
    const source = '{ a: _entities(representations: [{ __typename: "Source", _key: "x" }]) { __typename } }';
    const { errors } = await askSubgraph("actors", source);
    expect(errors?.[0]).toMatchObject({
      message: 'This subgraph resolves no entity of the type "Source".',
      extensions: { code: "BAD_USER_INPUT" },
    });
    const keyless = await askSubgraph(
      "actors",
      '{ _entities(representations: [{ __typename: "Actor" }]) { __typename } }',
    );
    expect(keyless.errors?.[0]?.message).toContain("needs `__typename` and `_key`");
  });
});

describe("_service", () => {
  test.each(modules.map(({ name }) => name))("%s tells its definition", async (name) => {
    const { data } = await askSubgraph(name, "{ _service { sdl } }");
    expect(data._service.sdl).toContain('@link(url: "https://specs.apollo.dev/federation/v2.3"');
  });
});
