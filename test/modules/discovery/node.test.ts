import { beforeAll, describe, expect, it } from "@jest/globals";
import type { Database } from "../../../src/db/database.js";
import { globalId } from "../../../src/record/global-id.js";
import { answer, ask } from "../../support/ask.js";
import { testDatabase } from "../../support/database.js";
import { retracted } from "../../support/seed-kit.js";
import { positionKit } from "../positions/position-kit.js";

let database: Database;
const ids: Record<string, string> = {};
const unknown = globalId("actor", "01890a5d-ac96-774b-bcce-b302099a8057");

beforeAll(async () => {
  database = await testDatabase();
  const kit = positionKit(database);
  const [actor, organization, gone] = [await kit.actor({ slug: "an-actor" }), await kit.actor(), await kit.actor()];
  const proposal = await kit.proposal();
  const entities: Record<string, { id: string }> = {
    source: await kit.source(),
    actor,
    affiliation: await kit.affiliation({ member: actor, organization, kind: "MEMBERSHIP" }),
    topic: await kit.topic(),
    proposal,
    policy_action: await kit.policyAction({ agent: actor }),
    meeting: await kit.meeting(),
    statement: await kit.statement(),
    roll_call: await kit.rollCall({ proposal, body: organization }),
    position: await kit.position({ holder: actor, proposal, stance: "SUPPORTS" }),
  };
  for (const [prefix, { id }] of Object.entries(entities)) ids[prefix] = globalId(prefix, id);
  await database.prisma.actor.update({ where: { id: gone.id }, data: retracted });
  ids.gone = globalId("actor", gone.id);
});

const types = {
  ...{ source: "Source", actor: "Actor", affiliation: "Affiliation", topic: "Topic", proposal: "Proposal" },
  ...{ policy_action: "PolicyAction", meeting: "Meeting", statement: "Statement", roll_call: "RollCall" },
  position: "Position",
};

describe("node", () => {
  const query = "query ($id: ID!) { node(id: $id) { __typename id ... on Actor { slug } } }";

  it.each(Object.entries(types))("finds %s", async (prefix, __typename) => {
    const { node } = await answer(database, query, { id: ids[prefix] });
    expect(node).toMatchObject({ __typename, id: ids[prefix] });
  });

  it("is null for an unknown and for a retracted entity", async () => {
    expect((await answer(database, query, { id: unknown })).node).toBeNull();
    expect((await answer(database, query, { id: ids.gone })).node).toBeNull();
  });

  it.each([
    "",
    "an-actor",
    "01890a5d-ac96-774b-bcce-b302099a8057",
    "actor_8zzzzzzzzzzzzzzzzzzzzzzzzz",
    "planet_01h2xcejqtf2nbrexx3vqjhp41",
  ])("refuses %j", async (id) => {
    const { errors } = await ask(database, query, { id });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "id" }] } }]);
  });
});

describe("nodes", () => {
  const query = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";

  it("keeps the order, repeats and gaps, with one statement a type", async () => {
    const wanted = [ids.position, ids.actor, unknown, ids.topic, ids.actor, ids.gone];
    const { data, statements } = await ask(database, query, { ids: wanted });
    expect(data.nodes.map((node: { id: string } | null) => node?.id ?? null)).toEqual([
      ...[ids.position, ids.actor, null, ids.topic, ids.actor, null],
    ]);
    expect(statements).toHaveLength(3);
  });

  it("takes none at all and a hundred, and refuses more", async () => {
    expect((await answer(database, query, { ids: [] })).nodes).toEqual([]);
    const hundred = Array.from({ length: 100 }, () => ids.actor);
    expect((await answer(database, query, { ids: hundred })).nodes).toHaveLength(100);
    const { errors } = await ask(database, query, { ids: [...hundred, ids.actor] });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "ids" }] } }]);
  });

  it("names the one that is wrong", async () => {
    const { errors } = await ask(database, query, { ids: [ids.actor, ids.topic, ids.source, "wrong"] });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", fields: [{ path: "ids[3]" }] } }]);
  });
});
