import type { ListName } from "../../src/record/entities/index.js";
import { selections } from "../record/writer.js";

const told = "__typename id version recordedAt updatedAt";
const position = `${told} standing ${selections.positions}`;

/** The slugs that samples and the base have or had, by the root field that looks them up. */
const slugs: [field: string, list: ListName, slugs: string[]][] = [
  ["source", "sources", ["new-source", "newer-source", "s-one"]],
  ["actor", "actors", ["new-actor", "newer-actor", "a-state", "a-other"]],
  ["meeting", "meetings", ["new-meeting", "newer-meeting", "m-one"]],
  ["topic", "topics", ["new-topic", "newer-topic", "t-one"]],
  ["proposal", "proposals", ["new-proposal", "newer-proposal", "p-one"]],
  ["policyAction", "policyActions", ["new-action", "newer-action", "d-one"]],
  ["statement", "statements", ["new-statement", "newer-statement", "q-one"]],
  ["rollCall", "rollCalls", ["new-roll-call", "newer-roll-call", "r-one"]],
];

const stances = `supporters { totalCount nodes { slug name } } opponents { totalCount edges { cursor node { ${told} slug } } }
  stanceCounts { stance count } positions { nodes { ${position} holder { name } } }
  positionHistory { totalCount nodes { id stance standing } } statements { nodes { slug sources { slug title } } }`;

/** Questions whose root fields all take `knownAt`: with it, or, at the moment of asking, without. */
export function everyField(positions: readonly string[], knownAt?: string): string {
  const known = knownAt === undefined ? "" : `, knownAt: ${JSON.stringify(knownAt)}`;
  const byId = positions.map((id, index) => `position${index}: position(id: "${id}"${known}) { ${position} }`);
  const bySlug = slugs.flatMap(([field, list, some]) =>
    some.map((slug, index) => `${field}${index}: ${field}(slug: "${slug}"${known}) { ${told} ${selections[list]} }`),
  );
  return `{
    ${[...byId, ...bySlug].join("\n")}
    stancesOnProposal: proposal(slug: "p-two"${known}) { ${stances} relatedFrom { kind proposal { slug } } }
    stancesOnAction: policyAction(slug: "d-one"${known}) { ${stances} reversedBy { slug } }
    holder: actor(slug: "a-state"${known}) {
      affiliations { nodes { ${told} ${selections.affiliations} } }
      positions { nodes { id subject { ... on Proposal { title } ... on PolicyAction { title } } } }
      statements(role: ON_BEHALF) { nodes { slug speaker { slug } } }
    }
    positions(first: 100${known}) { totalCount nodes { ${position} } }
    onADay: positions(asOf: "2021-01-31"${known}) { nodes { id stance } }
    holders(where: { any: [{ subject: "p-one" }, { subject: "d-one" }] }${known}) { nodes { slug positions { totalCount } } }
    positionCounts(groupBy: [STANCE, HOLDER]${known}) { stance count holder { slug } }
    cohesion(of: {}, by: [SUBJECT], minimum: 1${known}) { yes abstain no holders rice agreementIndex subject { ... on Titled { slug } } }
    ofStates: cohesion(of: { actors: { kinds: [STATE] } }, by: [YEAR], minimum: 1, asOf: "2021-06-30"${known}) { year votes: subjects holders }
    agreementMatrix(holders: { kinds: [STATE] }, minimum: 1${known}) { actors { slug } cells { shared agreed score } }
    alignments(with: {}${known}) { nodes { compared against } }
    heldProposals(by: [{ group: "a-body", share: MAJORITY, stances: [SUPPORTS, OPPOSES] }]${known}) { totalCount nodes { slug } }
    stanceMatrix(holders: { kinds: [STATE] }, subjects: { slugs: ["p-two"] }${known}) { rows { slug } cells { stance since } }
    rollCalls(first: 100, orderBy: { field: MARGIN }${known}) { totalCount nodes { slug margin tally { counted { yes no } } } }
    absentees(first: 100${known}) { totalCount nodes { count derived actor { slug } absences { nodes { basis rollCall { slug } } } } }
    leaning: proposal(slug: "p-one"${known}) {
      leanings(minimum: 1) { totalCount nodes { for against abstained considered score holder { slug } } }
    }
  }`;
}

/** Questions that take a moment from the header alone. */
export const byHeaderAlone = `{
  search(query: "another", first: 50) { totalCount nodes { __typename } }
  suggest(text: "an") { text kind result { __typename } }
  actors { totalCount nodes { slug kind names { value } } }
  proposals(where: { sponsor: { slugs: ["a-state", "a-other"] } }) { nodes { slug topics { name } } }
  statements { nodes { slug mentions { __typename } capacity { role } } }
  stanceMatrix(holders: { kinds: [STATE] }, subjects: { slugs: ["p-one", "p-two", "d-one"] }) { cells { stance } }
  actor(slug: "a-state") { agreementWith(slug: "a-other") { shared agreed }
    agreements(minimum: 1) { totalCount nodes { shared agreed actor { slug } table { yes { yes no } } } } contradictions { totalCount } }
  stanceChanges { nodes { holder { slug } from { stance } to { stance } } }
  changes(first: 100) { nodes { action version reason } }
}`;
