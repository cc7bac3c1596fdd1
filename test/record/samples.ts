import type { ListName } from "../../src/record/entities/index.js";
import type { Input } from "./writer.js";

interface Sample {
  /** With every field there is. */
  readonly entry: Input;
  /** Revisions one after another, in which every field changes. */
  readonly changes: readonly Input[];
  /** Fields that can be empty, in an order in which they can be cleared. */
  readonly clearable: readonly string[];
}

/** Samples of each type; they refer to what base.ts records. */
export const samples: Record<ListName, Sample> = {
  sources: {
    entry: {
      ...{
        slug: "new-source",
        title: "A source",
        publisher: "A publisher",
        url: "https://example.org/a?b=c#d",
        kind: "NEWS",
      },
      ...{ publishedOn: "2021-01", retrievedOn: "2021-02-03", language: "en" },
    },
    changes: [
      { slug: "newer-source" },
      { title: "Another title", publisher: "Another" },
      { url: "http://example.org", kind: "DATASET" },
      { publishedOn: "2021-21~", retrievedOn: "2022-02-28", language: "fr-CA" },
    ],
    clearable: ["publisher", "url", "publishedOn", "retrievedOn", "language"],
  },
  actors: {
    entry: {
      ...{
        slug: "new-actor",
        kind: "STATE",
        name: "Côte d’Ivoire",
        description: "Two\nlines.",
        existedDuring: "1960-08-07/..",
        region: "AFRICA",
        subregion: "Sub-Saharan Africa",
        membersCompleteDuring: "1960/..",
        membersSource: "s-one",
      },
      names: [
        { value: "Ivory Coast", language: "en", kind: "SHORT", during: "1960/1986" },
        { value: "COTE D'IVOIRE", kind: "AS_PRINTED" },
      ],
      codes: [
        { scheme: "ISO_3166_1_ALPHA_2", value: "CI" },
        { scheme: "M49", value: "384", during: "1982/.." },
      ],
    },
    changes: [
      { slug: "newer-actor", kind: "ORGANIZATION" },
      { region: "OCEANIA", subregion: "Melanesia" },
      { membersCompleteDuring: "2000/2020-06", membersSource: "s-two" },
      { name: "Another", description: "One line.", existedDuring: "/1990" },
      { names: [{ value: "COTE D'IVOIRE", kind: "AS_PRINTED", language: "fr" }] },
      {
        codes: [
          { scheme: "M49", value: "385" },
          { scheme: "ISO_3166_1_ALPHA_2", value: "CI" },
          { scheme: "COW", value: "437" },
        ],
      },
    ],
    clearable: [
      ...["names", "description", "codes", "existedDuring", "region", "subregion"],
      // Its source can go once the list is no longer said to be complete.
      ...["membersCompleteDuring", "membersSource"],
    ],
  },
  affiliations: {
    entry: {
      ...{ member: "a-state", organization: "a-body", kind: "MEMBERSHIP", role: "Observer", acting: true },
      ...{ during: "1945/2000", sources: ["s-one", "s-two"] },
    },
    changes: [
      { member: "a-other", kind: "PART_OF" },
      { organization: "a-government" },
      { role: "Member", acting: false },
      { during: "1946/..", sources: ["s-two"] },
    ],
    clearable: ["role", "acting", "during", "sources"],
  },
  meetings: {
    entry: {
      ...{
        slug: "new-meeting",
        title: "A meeting",
        body: "a-body",
        heldOn: "2021-01-26",
        place: "New York",
        symbol: "S/PV.1",
      },
    },
    changes: [
      { slug: "newer-meeting", title: "Another" },
      { body: "a-other", heldOn: "2021-01" },
      { place: "videoconference", symbol: "S/2021/91" },
    ],
    clearable: ["body", "place", "symbol"],
  },
  topics: {
    entry: { slug: "new-topic", name: "A topic", description: "What belongs here." },
    changes: [{ slug: "newer-topic" }, { name: "Another", description: "Something else." }],
    clearable: ["description"],
  },
  proposals: {
    entry: {
      ...{ slug: "new-proposal", title: "A proposal", kind: "CONFERENCE", status: "PROPOSED", summary: "A summary." },
      ...{ sponsors: ["a-state", "a-other"], proposedOn: "2021-01-26", timeframe: "2021-21/2021-22", venue: "Moscow" },
      note: "Disputed.",
      participants: [
        { actor: "a-state", role: "HOST" },
        { actor: "a-state", role: "PARTY" },
        { actor: "a-body", role: "INVITED" },
      ],
      relations: [
        { kind: "BUILDS_ON", proposal: "p-one", note: "In part." },
        {
          kind: "ENDORSES",
          proposal: "p-one",
          weight: 0.5,
          weightReason: "In the preamble.",
          sources: ["s-two", "s-one"],
        },
        { kind: "PART_OF", proposal: "p-two" },
      ],
      ...{ topics: ["t-two", "t-one"], sources: ["s-one", "s-two"] },
    },
    changes: [
      { slug: "newer-proposal" },
      { title: "Another", kind: "OTHER", status: "LAPSED", summary: "Another." },
      {
        sponsors: ["a-other", "a-state", "a-body"],
        proposedOn: "2020",
        timeframe: "2022",
        venue: "Oslo",
        note: "Clear.",
      },
      { participants: [{ actor: "a-body", role: "HOST" }] },
      {
        relations: [
          { kind: "SUPERSEDES", proposal: "p-two" },
          { kind: "BUILDS_ON", proposal: "p-one" },
        ],
      },
      { topics: ["t-one", "t-two"], sources: ["s-two"] },
    ],
    clearable: [
      ...[
        "summary",
        "sponsors",
        "proposedOn",
        "timeframe",
        "venue",
        "note",
        "participants",
        "relations",
        "topics",
        "sources",
      ],
    ],
  },
  policyActions: {
    entry: {
      ...{ slug: "new-action", title: "An action", kind: "FUNDING_CUT", status: "ANNOUNCED", agent: "a-state" },
      ...{ through: "a-government", targets: ["a-other", "a-body"], announcedOn: "2018-08-31", during: "2018-09/2021" },
      ...{ reverses: ["d-one", "d-two"], summary: "A summary.", sources: ["s-one"] },
      bearsOn: [
        { proposal: "p-one", bearing: "UNDERMINES" },
        { proposal: "p-two", bearing: "ADVANCES", weight: 2, weightReason: "It names it." },
      ],
    },
    changes: [
      { slug: "newer-action", title: "Another", kind: "SANCTION", status: "ABANDONED" },
      { agent: "a-other", through: "a-body", targets: ["a-state"] },
      { announcedOn: "2018", during: "2019/..", reverses: ["d-two"] },
      { bearsOn: [{ proposal: "p-two", bearing: "UNDERMINES" }], summary: "Another.", sources: ["s-two", "s-one"] },
    ],
    clearable: ["through", "targets", "announcedOn", "during", "reverses", "bearsOn", "summary"],
  },
  statements: {
    entry: {
      ...{
        slug: "new-statement",
        speaker: "a-person",
        speakerAsPrinted: "Mr. Person",
        onBehalfOf: "a-state",
        delivery: "SPOKEN",
      },
      ...{ capacity: { organization: "a-state", role: "Minister" }, madeOn: "2021-01-26", meeting: "m-one" },
      ...{ inReplyTo: "q-one", summary: "A summary.", quote: "“Words.”", quoteLanguage: "ar", sources: ["s-one"] },
      mentions: [{ proposal: "p-one" }, { policyAction: "d-one" }, { actor: "a-other" }, { proposal: "p-one" }],
    },
    changes: [
      {
        slug: "newer-statement",
        speakerAsPrinted: "Ms. Person",
        onBehalfOf: "a-body",
        delivery: "THROUGH_SPOKESPERSON",
      },
      { capacity: { organization: "a-body" }, madeOn: "2021-01", meeting: "m-two" },
      { inReplyTo: "q-two", summary: "Another.", quote: "Others.", quoteLanguage: "en" },
      {
        speaker: "a-other",
        capacity: null,
        mentions: [{ actor: "a-state" }, { proposal: "p-two" }],
        sources: ["s-two"],
      },
      { speaker: "a-person", capacity: { organization: "a-state", role: "Minister" } },
    ],
    clearable: [
      ...["capacity", "speaker", "speakerAsPrinted", "onBehalfOf", "meeting", "inReplyTo", "quoteLanguage", "quote"],
      "mentions",
    ],
  },
  rollCalls: {
    entry: {
      ...{
        slug: "new-roll-call",
        proposal: "p-one",
        body: "a-body",
        meeting: "m-one",
        heldOn: "2021-01-26",
        session: 71,
        number: 5,
      },
      ...{ stated: { yes: 100, no: 0, abstain: 3, absent: 90 }, absent: 89, note: "Uncertain.", sources: ["s-one"] },
      outcome: "ADOPTED",
      absences: [
        // By name, as the API lists them.
        { actor: "a-other", basis: "DERIVED" },
        { actor: "a-state", basis: "RECORDED" },
      ],
    },
    changes: [
      { slug: "newer-roll-call", proposal: "p-two", body: "a-other" },
      { meeting: "m-two", heldOn: "2021-01-27", session: 72, number: 1_000_000 },
      { stated: { yes: 99, abstain: 0 }, absent: 0 },
      { absences: [{ actor: "a-state", basis: "DERIVED" }] },
      { outcome: "VETOED" },
      { note: "Certain.", sources: ["s-two"] },
    ],
    clearable: ["meeting", "session", "number", "stated", "absences", "absent", "outcome", "note", "sources"],
  },
  positions: {
    entry: {
      ...{ holder: "a-state", through: "a-government", subject: "p-one", stance: "CONDITIONALLY_SUPPORTS" },
      ...{
        basis: "STATEMENT",
        conditions: "If.",
        since: "2021-01",
        evidence: { statement: "q-one" },
        note: "Uncertain.",
      },
      sources: ["s-one"],
    },
    changes: [
      { holder: "a-other", through: "a-body", stance: "SUPPORTS" },
      { subject: "d-one", basis: "ACTION", evidence: { policyAction: "d-two" } },
      { subject: "p-two", basis: "VOTE", evidence: { rollCall: "r-two" }, stance: "ABSTAINS" },
      { since: "2021-02-03", conditions: "Unless.", note: "Certain.", sources: ["s-two", "s-one"] },
    ],
    clearable: ["through", "conditions", "evidence", "note"],
  },
};
