import type { Role } from "../../src/auth/role.js";
import type { Database } from "../../src/db/database.js";
import { canonical } from "../../src/record/canonical.js";
import type { ListName } from "../../src/record/entities/index.js";
import { askAs } from "../support/ask.js";

export const types: Record<ListName, string> = {
  sources: "Source",
  actors: "Actor",
  affiliations: "Affiliation",
  meetings: "Meeting",
  topics: "Topic",
  proposals: "Proposal",
  policyActions: "PolicyAction",
  statements: "Statement",
  rollCalls: "RollCall",
  positions: "Position",
};

/** All that can be written of each type, so asked for that `entryOf` makes an entry of the answer. */
export const selections: Record<ListName, string> = {
  sources: "slug title publisher url kind publishedOn retrievedOn language",
  actors: `slug kind name names { value language kind during } description codes { scheme value during } existedDuring
    region subregion membersCompleteDuring membersSource { slug }`,
  affiliations: "member { slug } organization { slug } kind role acting during sources { slug }",
  meetings: "slug title body { slug } heldOn place symbol",
  topics: "slug name description",
  proposals: `slug title kind status summary sponsors { slug } proposedOn timeframe venue note
    participants { actor { slug } role } relations { kind proposal { slug } note weight weightReason sources { slug } }
    topics { slug } sources { slug }`,
  policyActions: `slug title kind status agent { slug } through { slug } targets { slug } announcedOn during
    reverses { slug } bearsOn { proposal { slug } bearing weight weightReason } summary sources { slug }`,
  statements: `slug speaker { slug } speakerAsPrinted capacity { organization { slug } role } onBehalfOf { slug } delivery
    madeOn meeting { slug } inReplyTo { slug } summary quote quoteLanguage
    mentions { ... on Proposal { proposal: slug } ... on PolicyAction { policyAction: slug } ... on Actor { actor: slug } }
    sources { slug }`,
  rollCalls: `slug proposal { slug } body { slug } meeting { slug } heldOn session number
    tally { stated { yes no abstain absent } counted { absent } } absences { actor { slug } basis } outcome: statedOutcome note sources { slug }`,
  positions: `holder { slug } through { slug } subject { ... on Proposal { slug } ... on PolicyAction { slug } }
    stance basis conditions since note sources { slug }
    evidence { ... on Statement { statement: slug } ... on RollCall { rollCall: slug } ... on PolicyAction { policyAction: slug } }`,
};

export interface Entity {
  readonly __typename: string;
  readonly id: string;
  readonly version: number;
}

interface Told {
  readonly __typename: "InvalidInput" | "NotFound" | "Conflict" | "DuplicateSlug";
  readonly path: string;
  readonly message: string;
  readonly currentVersion?: number;
}

/** What a mutation answered: one of the two is empty. */
export interface Written {
  // Tests look into entities of any type.
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the type's
  readonly entity: (Entity & any) | null;
  readonly errors: readonly Told[];
}

export type Input = Readonly<Record<string, unknown>>;

/** Asks for one mutation, whatever the answer. The entity's field is called `entity` in it. */
export const operation = (name: string, field = fieldOf(name), selection = ""): string => `
  mutation ($input: ${inputOf(name)}!) {
    ${name}(input: $input) {
      entity: ${field} { __typename id ${field === "entity" ? "" : "version"} ${selection} }
      errors { __typename path message ... on Conflict { currentVersion } }
    }
  }`;

const isStanding = (name: string): boolean => name === "retract" || name === "reinstate";
const inputOf = (name: string): string =>
  isStanding(name) ? "ChangeStandingInput" : `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
const fieldOf = (name: string): string => {
  const type = name.replace(/^(record|revise)/, "");
  return isStanding(name) ? "entity" : `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
};

/** Writes as an editor would, by the API. Fails where the API answers with an error instead of a payload. */
export function writer(database: Database, role: Role = "EDITOR") {
  const write = async (name: string, input: Input, selection?: string): Promise<Written> => {
    const { data, errors } = await askAs(role, database, operation(name, undefined, selection), { input });
    if (errors) throw new Error(`${name} failed: ${JSON.stringify(errors)}`);
    return data[name];
  };
  return {
    record: (list: ListName, input: Input) => write(`record${types[list]}`, input, selections[list]),
    revise: (list: ListName, input: Input) => write(`revise${types[list]}`, input, selections[list]),
    retract: (input: Input) => write("retract", { reason: "It was wrong.", ...input }),
    reinstate: (input: Input) => write("reinstate", { reason: "It was right.", ...input }),
    /** Records what must be right. */
    async recorded(list: ListName, input: Input): Promise<Entity> {
      const { entity, errors } = await write(`record${types[list]}`, input);
      if (!entity) throw new Error(`Not recorded: ${JSON.stringify(errors)}`);
      return entity;
    },
  };
}

/** The entry of an entity that the API showed: a reference is a slug, and what is empty is left out. */
export function entryOf({ __typename, id, version, tally, ...shown }: Input): object {
  const counts = tally as { stated: object | null; counted: { absent: number | null } } | undefined; // as selected
  return canonical({
    ...(bySlug(shown) as object),
    ...(counts && { stated: counts.stated, absent: counts.counted.absent }),
  });
}

function bySlug(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bySlug);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  if (entries.length === 1 && entries[0]?.[0] === "slug") return entries[0][1];
  // The API shows the weight 1 where none was recorded: only a recorded one has a reason.
  const shown = "weightReason" in value && value.weightReason === null ? { ...value, weight: null } : value;
  return Object.fromEntries(Object.entries(shown).map(([key, inside]) => [key, bySlug(inside)]));
}
