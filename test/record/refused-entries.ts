import type { Database } from "../../src/db/database.js";
import type { ListName } from "../../src/record/entities/index.js";
import { recordBase } from "./base.js";
import { type Entity, type Input, writer } from "./writer.js";

/** The end of an id that nothing has. */
export const nothing = "01h2xcejqtf2nbrexx3vqjhp41";
export const nul = "\u0000";
/** Half of a surrogate pair. */
export const half = "\ud800";

/** What must be there of each. */
export const minimal: Record<ListName, Input> = {
  sources: { slug: "x", title: "X", kind: "NEWS" },
  actors: { slug: "x", kind: "STATE", name: "X" },
  affiliations: { member: "a-state", organization: "a-other", kind: "PART_OF" },
  meetings: { slug: "x", title: "X", heldOn: "2021" },
  topics: { slug: "x", name: "X" },
  proposals: { slug: "x", title: "X", kind: "PLAN", status: "PROPOSED" },
  policyActions: { slug: "x", title: "X", kind: "OTHER", status: "ANNOUNCED", agent: "a-state", sources: ["s-one"] },
  statements: { slug: "x", delivery: "SPOKEN", madeOn: "2021", summary: "X", sources: ["s-one"] },
  rollCalls: { slug: "x", proposal: "p-one", body: "a-body", heldOn: "2021" },
  positions: {
    holder: "a-state",
    subject: "p-two",
    stance: "SUPPORTS",
    basis: "STATEMENT",
    since: "2021",
    sources: ["s-one"],
  },
};

/** Records what the cases refer to: the base, and some that was retracted. Gives all of it by slug. */
export async function recordForRefusals(database: Database): Promise<Map<string, Entity>> {
  const bySlug = await recordBase(database);
  const write = writer(database);
  const gone = { actors: "gone", sources: "gone", proposals: "gone-proposal" } as const;
  for (const list of ["actors", "sources", "proposals"] as const) {
    const entity = await write.recorded(list, { ...minimal[list], slug: gone[list] });
    await write.retract({ id: entity.id, version: 1 });
    bySlug.set(gone[list], { ...entity, version: 2 });
  }
  return bySlug;
}

/** What is refused when it is recorded with everything else right, and why. */
export const cases: [name: string, list: ListName, wrong: Input, ...reasons: string[]][] = [
  ["a slug that is none", "actors", { slug: "Not A Slug" }, "InvalidInput input.slug"],
  ["a slug of 121 characters", "topics", { slug: "x".repeat(121) }, "InvalidInput input.slug"],
  ["an empty name", "actors", { name: "" }, "InvalidInput input.name"],
  ["a blank name", "actors", { name: " \t " }, "InvalidInput input.name"],
  ["a name of two lines", "actors", { name: "One\nTwo" }, "InvalidInput input.name"],
  ["a name of 501 characters", "topics", { name: "x".repeat(501) }, "InvalidInput input.name"],
  ["a summary of 20,001 characters", "proposals", { summary: "x".repeat(20_001) }, "InvalidInput input.summary"],
  ["a huge summary", "statements", { summary: "x ".repeat(500_000) }, "InvalidInput input.summary"],
  ["a quote of 301 characters", "statements", { quote: "x".repeat(301) }, "InvalidInput input.quote"],
  ["a NUL in a name", "actors", { name: `a${nul}b` }, "InvalidInput input.name"],
  ["a NUL in a slug", "actors", { slug: `a${nul}` }, "InvalidInput input.slug"],
  ["a NUL in a reference", "meetings", { body: `a${nul}` }, "InvalidInput input.body"],
  ["a NUL in an address", "sources", { url: `https://example.org/${nul}` }, "InvalidInput input.url"],
  ["a NUL in a language", "sources", { language: `en${nul}` }, "InvalidInput input.language"],
  [
    "a NUL in a code",
    "actors",
    { codes: [{ scheme: "M49", value: `00${nul}` }] },
    "InvalidInput input.codes[0].value",
    "InvalidInput input.codes[0].value",
  ],
  ["half a surrogate pair in a text", "topics", { description: `a${half}` }, "InvalidInput input.description"],
  ["half a surrogate pair in an address", "sources", { url: `https://example.org/${half}` }, "InvalidInput input.url"],
  ["half a surrogate pair in a reason", "topics", { reason: `a${half}` }, "InvalidInput input.reason"],
  ["a control character in a name", "topics", { name: "a\u0007b" }, "InvalidInput input.name"],
  ["a control character in an address", "sources", { url: "https://example.org/\u0001" }, "InvalidInput input.url"],
  ["an address that is none", "sources", { url: "javascript:alert(1)" }, "InvalidInput input.url"],
  ["a blank reason", "topics", { reason: "  " }, "InvalidInput input.reason"],
  ["a reason of 1,001 characters", "topics", { reason: "x".repeat(1001) }, "InvalidInput input.reason"],
  ["an empty key", "topics", { idempotencyKey: "" }, "InvalidInput input.idempotencyKey"],
  ["a key of 201 characters", "topics", { idempotencyKey: "x".repeat(201) }, "InvalidInput input.idempotencyKey"],
  ["a key with a NUL", "topics", { idempotencyKey: `a${nul}` }, "InvalidInput input.idempotencyKey"],
  [
    "a language of a million characters",
    "sources",
    { language: `en${"-abc".repeat(250_000)}` },
    "InvalidInput input.language",
  ],
  ["a date that is none", "meetings", { heldOn: "26 January 2021" }, "InvalidInput input.heldOn"],
  ["a day that is none", "meetings", { heldOn: "2021-02-29" }, "InvalidInput input.heldOn"],
  ["an interval for a date", "meetings", { heldOn: "2020/2021" }, "InvalidInput input.heldOn"],
  ["a span that ends before it begins", "actors", { existedDuring: "2021/2020" }, "InvalidInput input.existedDuring"],
  [
    "a complete list of members without its source",
    "actors",
    { membersCompleteDuring: "2000/.." },
    "InvalidInput input.membersSource",
  ],
  ["an empty date", "meetings", { heldOn: "" }, "InvalidInput input.heldOn"],
  ["a long date", "meetings", { heldOn: "2".repeat(100_000) }, "InvalidInput input.heldOn"],
  ["a month for a day", "sources", { retrievedOn: "2021-01" }, "InvalidInput input.retrievedOn"],
  [
    "a wrong code in a list",
    "actors",
    {
      codes: [
        { scheme: "M49", value: "008" },
        { scheme: "M49", value: "eight" },
      ],
    },
    "InvalidInput input.codes[1].value",
  ],
  [
    "a name within names",
    "actors",
    {
      names: [
        { value: "A", kind: "ALIAS" },
        { value: "", kind: "ALIAS", during: "then" },
      ],
    },
    "InvalidInput input.names[1].value",
    "InvalidInput input.names[1].during",
  ],
  ["a tally below zero", "rollCalls", { stated: { yes: -1 } }, "InvalidInput input.stated.yes"],
  ["a session of zero", "rollCalls", { session: 0 }, "InvalidInput input.session"],
  ["a number of two thousand million", "rollCalls", { number: 2_000_000_000 }, "InvalidInput input.number"],
  ["a sponsor named twice", "proposals", { sponsors: ["a-state", "a-state"] }, "InvalidInput input.sponsors[1]"],
  [
    "a list of ten thousand",
    "proposals",
    { sponsors: Array.from({ length: 10_000 }, (_, n) => `a-${n}`) },
    "InvalidInput input.sponsors",
  ],
  [
    "a list of forty thousand names",
    "actors",
    { names: Array.from({ length: 40_000 }, () => ({ value: "x", kind: "ALIAS" })) },
    "InvalidInput input.names",
  ],
  ["what is not on record", "proposals", { sponsors: ["a-state", "nobody"] }, "NotFound input.sponsors[1]"],
  ["an id of nothing", "meetings", { body: `actor_${nothing}` }, "NotFound input.body"],
  ["what was retracted", "meetings", { body: "gone" }, "NotFound input.body"],
  ["another kind by its slug", "meetings", { body: "p-one" }, "NotFound input.body"],
  ["another kind by its id", "meetings", { body: `topic_${nothing}` }, "InvalidInput input.body"],
  ["an id that is malformed", "meetings", { body: "actor_zzz" }, "InvalidInput input.body"],
  ["a retracted source", "policyActions", { sources: ["gone"] }, "NotFound input.sources[0]"],
  [
    "deep inside",
    "proposals",
    {
      participants: [0, 1, 2].map(() => ({ actor: "a-state", role: "HOST" })).concat({ actor: "nobody", role: "HOST" }),
    },
    "InvalidInput input.participants[1]",
    "InvalidInput input.participants[2]",
    "NotFound input.participants[3].actor",
  ],
  ["a slug that is taken", "actors", { slug: "a-state" }, "DuplicateSlug input.slug"],
  ["a slug of what was retracted", "actors", { slug: "gone" }, "DuplicateSlug input.slug"],
  ["a proposal's slug for a policy action", "policyActions", { slug: "p-one" }, "DuplicateSlug input.slug"],
  ["a policy action's slug for a proposal", "proposals", { slug: "d-one" }, "DuplicateSlug input.slug"],
  [
    "a retracted proposal's slug for a policy action",
    "policyActions",
    { slug: "gone-proposal" },
    "DuplicateSlug input.slug",
  ],
  ["a statement without a source", "statements", { sources: [] }, "InvalidInput input.sources"],
  ["a policy action without a source", "policyActions", { sources: [] }, "InvalidInput input.sources"],
  ["a position without evidence and source", "positions", { sources: [] }, "InvalidInput input"],
  ["no evidence in the evidence", "positions", { evidence: {} }, "InvalidInput input.evidence"],
  [
    "two evidences",
    "positions",
    { evidence: { statement: "q-one", rollCall: "r-one" } },
    "InvalidInput input.evidence",
  ],
  [
    "evidence that does not fit the basis",
    "positions",
    { evidence: { rollCall: "r-two" } },
    "InvalidInput input.evidence",
  ],
  [
    "a vote on something else",
    "positions",
    { basis: "VOTE", evidence: { rollCall: "r-one" } },
    "InvalidInput input.evidence.rollCall",
  ],
  [
    "an undecided vote",
    "positions",
    { basis: "VOTE", stance: "UNDECIDED", evidence: { rollCall: "r-two" } },
    "InvalidInput input.stance",
  ],
  [
    "an adoption by another body",
    "positions",
    { basis: "ADOPTION", evidence: { rollCall: "r-two" } },
    "InvalidInput input.holder",
  ],
  ["who does not sponsor", "positions", { basis: "SPONSORSHIP" }, "InvalidInput input.holder"],
  ["who sponsors a policy action", "positions", { basis: "SPONSORSHIP", subject: "d-one" }, "InvalidInput input.basis"],
  ["a member of itself", "affiliations", { organization: "a-state" }, "InvalidInput input.organization"],
  ["an affiliation that is there", "affiliations", samplesBaseAffiliation(), "InvalidInput input"],
  [
    "a capacity without a speaker",
    "statements",
    { capacity: { organization: "a-state" } },
    "InvalidInput input.capacity",
  ],
  [
    "a capacity that the speaker has not",
    "statements",
    { speaker: "a-person", capacity: { organization: "a-state", role: "King" } },
    "InvalidInput input.capacity",
  ],
  [
    "a capacity of another day",
    "statements",
    { speaker: "a-person", madeOn: "1999", capacity: { organization: "a-state", role: "Minister" } },
    "InvalidInput input.capacity",
  ],
  ["a language of no quote", "statements", { quoteLanguage: "en" }, "InvalidInput input.quoteLanguage"],
  [
    "a mention of two",
    "statements",
    { mentions: [{ actor: "a-state" }, { actor: "a-state", proposal: "p-one" }] },
    "InvalidInput input.mentions[1]",
  ],
  [
    "a proposal that is part of itself",
    "proposals",
    { relations: [{ kind: "PART_OF", proposal: "x" }] },
    "InvalidInput input.relations[0].proposal",
  ],
  [
    "a weight without a reason",
    "proposals",
    { relations: [{ kind: "ENDORSES", proposal: "p-one", weight: 2 }] },
    "InvalidInput input.relations[0].weight",
  ],
  [
    "a reason without a weight",
    "policyActions",
    { bearsOn: [{ proposal: "p-one", bearing: "ADVANCES", weightReason: "In part." }] },
    "InvalidInput input.bearsOn[0].weightReason",
  ],
  [
    "a weight of a relation that leanings are not made of",
    "proposals",
    { relations: [{ kind: "AMENDS", proposal: "p-one", weight: 2, weightReason: "In part." }] },
    "InvalidInput input.relations[0].weight",
  ],
  [
    "a proposal that endorses and contradicts another",
    "proposals",
    {
      relations: [
        { kind: "ENDORSES", proposal: "p-one" },
        { kind: "CONTRADICTS", proposal: "p-one" },
      ],
    },
    "InvalidInput input.relations[1].kind",
  ],
  ["a statement that answers itself", "statements", { inReplyTo: "x" }, "InvalidInput input.inReplyTo"],
  ["an action that reverses itself", "policyActions", { reverses: ["x"] }, "InvalidInput input.reverses[0]"],
];

function samplesBaseAffiliation(): Input {
  return { member: "a-person", organization: "a-state", kind: "OFFICE", role: "Minister", during: "2020-01-01/.." };
}
