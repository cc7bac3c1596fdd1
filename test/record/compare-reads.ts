import { expect } from "@jest/globals";
import type { Database } from "../../src/db/database.js";
import { Stance } from "../../src/db/generated/enums.js";
import { answer } from "../support/ask.js";
import type { Model, ModelActor, ModelPosition, ModelSubject, Subjects } from "./model.js";

const stanceFields = `version stanceCounts { stance count } supporters { totalCount nodes { slug } }
  positions { totalCount nodes { id } } positionHistory { totalCount nodes { id } }`;

const all = `
  actors(first: 100) { totalCount nodes { id slug name version positions { nodes { id } } proposals(role: SPONSOR) { nodes { slug } } } }
  proposals(first: 100) { totalCount nodes { id slug title sponsors { slug } ${stanceFields} } }
  policyActions(first: 100) { totalCount nodes { id slug title agent { slug } ${stanceFields} } }
  positions(first: 100) { totalCount nodes { id version stance since holder { slug } subject { ... on Proposal { slug } ... on PolicyAction { slug } } } }
  search(query: "common", first: 100) { totalCount nodes { ... on Actor { id } ... on Proposal { id } ... on PolicyAction { id } } }
  nodes(ids: $ids) { id }`;

interface Listed {
  totalCount: number;
  nodes: Record<string, unknown>[];
}

/** Asks for everything that was written, in every way that leads to it, and holds it against the model. */
export async function compareReads(database: Database, model: Model, slugs: readonly string[]): Promise<void> {
  const bySlug = slugs.map(
    (slug, index) =>
      `a${index}: actor(slug: "${slug}") { id } p${index}: proposal(slug: "${slug}") { id } d${index}: policyAction(slug: "${slug}") { id }`,
  );
  const ids = model.entities.map(({ id }) => id);
  const data = await answer(database, `query ($ids: [ID!]!) { ${all} ${bySlug.join(" ")} }`, { ids });
  const { actors, proposals, policyActions, positions, search, nodes, ...found } = data;

  const standing = model.standing();
  const inSight = model.entities.filter(({ retracted }) => !retracted);
  expect(listed(actors)).toEqual(expected(inSight.filter(isActor).map((actor) => actorRead(actor, model, standing))));
  for (const [list, read] of [["proposals", proposals] as const, ["policyActions", policyActions] as const]) {
    const subjects: ModelSubject[] = model.of<Subjects>(list).filter(({ retracted }) => !retracted);
    expect(listed(read)).toEqual(expected(subjects.map((subject) => subjectRead(subject, model, standing))));
  }
  expect(listed(positions)).toEqual(expected(standing.map(positionRead)));
  const searched = inSight.filter(({ list }) => list !== "positions").map(({ id }) => ({ id }));
  expect(listed(search)).toEqual(expected(searched));
  expect(nodes).toEqual(model.entities.map(({ id, retracted }) => (retracted ? null : { id })));
  for (const [index, slug] of slugs.entries()) {
    const read = { actor: found[`a${index}`], proposal: found[`p${index}`], policyAction: found[`d${index}`] };
    const [actor, subject] = [model.actor(slug), model.subject(slug)];
    expect({ slug, ...read }).toEqual({
      slug,
      actor: idOf(actor),
      proposal: subject?.list === "proposals" ? idOf(subject) : null,
      policyAction: subject?.list === "policyActions" ? idOf(subject) : null,
    });
  }
}

const isActor = (entity: { list: string }): entity is ModelActor => entity.list === "actors";
const idOf = (entity: ModelActor | ModelSubject | undefined) =>
  entity && !entity.retracted ? { id: entity.id } : null;
const byId = (one: Record<string, unknown>, other: Record<string, unknown>) =>
  String(one.id) < String(other.id) ? -1 : 1;
const listed = ({ totalCount, nodes }: Listed) => ({ totalCount, nodes: nodes.map(sorted).sort(byId) });
const expected = (nodes: Record<string, unknown>[]) => listed({ totalCount: nodes.length, nodes });

/** Lists inside, in one order. */
function sorted(node: Record<string, unknown>): Record<string, unknown> {
  const connections = ["positions", "positionHistory", "supporters", "proposals"];
  return Object.fromEntries(
    Object.entries(node).map(([field, value]) => {
      if (!connections.includes(field)) return [field, value];
      const { nodes, ...rest } = value as Listed; // those fields are connections
      return [field, { ...rest, nodes: nodes.map((inside) => JSON.stringify(inside)).sort() }];
    }),
  );
}

const connection = (nodes: Record<string, unknown>[]) => ({ totalCount: nodes.length, nodes });
const ids = (positions: readonly ModelPosition[]) => positions.map(({ id }) => ({ id }));

function actorRead(actor: ModelActor, model: Model, standing: readonly ModelPosition[]) {
  const { id, slug, name, version } = actor;
  const sponsored = model.of("proposals").filter(({ retracted, sponsors }) => !retracted && sponsors.includes(actor));
  return {
    ...{ id, slug, name, version },
    positions: { nodes: ids(standing.filter(({ holder }) => holder === actor)) },
    proposals: { nodes: sponsored.map((proposal) => ({ slug: proposal.slug })) },
  };
}

function subjectRead(subject: ModelSubject, model: Model, standing: readonly ModelPosition[]) {
  const { id, slug, title, version, list, sponsors } = subject;
  const held = standing.filter((position) => position.subject === subject);
  const supporters = held.filter(({ stance }) => stance === "SUPPORTS");
  const shown = sponsors.filter(({ retracted }) => !retracted).map((actor) => ({ slug: actor.slug }));
  return {
    ...{ id, slug, title, version },
    // Who acted is told though it was retracted: an action has to have an agent.
    ...(list === "proposals" ? { sponsors: shown } : { agent: { slug: sponsors[0]?.slug } }),
    stanceCounts: Object.values(Stance).map((stance) => ({
      stance,
      count: held.filter((position) => position.stance === stance).length,
    })),
    supporters: connection(supporters.map(({ holder }) => ({ slug: holder.slug }))),
    positions: connection(ids(held)),
    positionHistory: connection(ids(model.history().filter((position) => position.subject === subject))),
  };
}

const positionRead = ({ id, version, stance, since, holder, subject }: ModelPosition) => ({
  ...{ id, version, stance, since },
  holder: { slug: holder.slug },
  subject: { slug: subject.slug },
});
