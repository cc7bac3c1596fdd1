import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { sql } from "../../src/db/sql.js";
import { knownCountries } from "../../src/import/votes/states/known-countries.js";
import { type State, states } from "../../src/import/votes/states/states.js";
import type { Server } from "../../src/server.js";
import { ask } from "../support/server.js";
import { serveEach } from "./each-database.js";
import { record, searches, typed } from "./finding.js";

interface Named {
  slug: string;
  kind: string;
  names: readonly string[];
  codes?: readonly { scheme: string; value: string }[];
}

function actors(): Named[] {
  const members = new Map<string, State>(
    [...Object.values(states), ...knownCountries].map((state) => [state.slug, state]),
  );
  const others: Record<string, readonly string[]> = record.names;
  return [
    ...[...members.values()].map(({ slug, name, official, aliases = [], codes }) => ({
      ...{ slug, kind: "STATE", codes },
      names: [name, ...(official ? [official] : []), ...aliases, ...(others[slug] ?? [])],
    })),
    ...Object.entries(record.states).map(([slug, name]) => ({
      ...{ slug, kind: "STATE" },
      names: [name, ...(others[slug] ?? [])],
    })),
    ...Object.entries(record.organizations).map(([slug, names]) => ({
      slug,
      kind: "INTERNATIONAL_ORGANIZATION",
      names,
    })),
    ...Object.entries(record.people).map(([slug, names]) => ({ slug, kind: "PERSON", names })),
  ];
}

async function fill({ prisma, query }: Database): Promise<void> {
  // One query: the triggers that keep the index work once.
  await query(sql`with given as (
      select * from jsonb_to_recordset(${JSON.stringify(actors())}::jsonb)
        as listed("slug" text, "kind" text, "names" jsonb, "codes" jsonb)
    ), actor as (
      insert into "Actor" ("id", "slug", "name", "kind")
      select gen_random_uuid(), "slug", "names"->>0, "kind"::"ActorKind" from given returning "id", "slug"
    ), named as (
      insert into "ActorName" ("actorId", "ordinal", "value", "kind")
      select actor."id", listed."place" - 1, listed."value", 'ALIAS'
      from actor join given using ("slug"), jsonb_array_elements_text("names") with ordinality listed("value", "place")
      where listed."place" > 1
    )
    insert into "ExternalCode" ("actorId", "ordinal", "scheme", "value")
    select actor."id", listed."place", (listed."code"->>'scheme')::"CodeScheme", listed."code"->>'value'
    from actor join given using ("slug"),
      jsonb_array_elements(coalesce(nullif("codes", 'null'), '[]')) with ordinality listed("code", "place")`);
  const titles = (table: Record<string, string>) => Object.entries(table).map(([slug, title]) => ({ slug, title }));
  await prisma.topic.createMany({ data: Object.entries(record.topics).map(([slug, name]) => ({ slug, name })) });
  await prisma.proposal.createMany({
    data: titles(record.proposals).map((proposal) => ({ ...proposal, kind: "RESOLUTION", status: "ADOPTED" })),
  });
  await prisma.source.createMany({
    data: titles(record.sources).map((source) => ({ ...source, kind: "OFFICIAL_RECORD" })),
  });
  await prisma.meeting.createMany({
    data: Object.entries(record.meetings).map(([slug, [title, symbol]]) => ({
      ...{ slug, title, symbol, heldOn: "2021" },
      ...{ heldOnEarliest: new Date("2021-01-01"), heldOnLatest: new Date("2021-12-31") },
    })),
  });
}

let servers: ReadonlyMap<string, Server>;

beforeAll(async () => {
  servers = await serveEach(fill);
});

const slugs =
  "... on Source { slug } ... on Actor { slug } ... on Topic { slug } ... on Proposal { slug } ... on Meeting { slug }";
const search = `query ($text: String!) { search(query: $text, first: 1) { nodes { ${slugs} } } }`;
const suggest = `query ($text: String!) { suggest(text: $text, first: 3) { result { ${slugs} } } }`;

async function onEach(question: string, text: string): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const [name, server] of servers) {
    const { data, errors } = await ask(server, question, { variables: { text } });
    expect(errors).toBeUndefined();
    answers[name] = data.search?.nodes[0]?.slug ?? data.suggest?.map(({ result }: { result: Named }) => result.slug);
  }
  return answers;
}

const everywhere = (result: unknown): Record<string, unknown> =>
  Object.fromEntries([...servers.keys()].map((name) => [name, result]));

describe("on each database", () => {
  test.each(searches)("a search for %j finds %s first", async (text, slug) => {
    expect(await onEach(search, text)).toEqual(everywhere(slug));
  });

  test.each(typed)("%j is completed by %j", async (text, expected) => {
    expect(await onEach(suggest, text)).toEqual(everywhere(expected));
  });
});
